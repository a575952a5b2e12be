package anchor

import (
	"strings"
	"unicode/utf8"

	"gloss/articles"
)

// A Match is where the words of a selector are in a text.
type Match struct {
	// Span is the place, in bytes of the text, with ends between code points. It
	// is zero for an Orphan.
	Span  articles.Span
	State State
	// Score is from 0 for not found to 1 for found as it was described.
	Score float64
}

// A State tells how sure a match is.
type State uint8

// The states of a match.
const (
	// Orphan: the words are not there any more, or it is not clear where.
	Orphan State = iota
	// Moved: the words are elsewhere, among others, or were changed. The reader
	// is to be told.
	Moved
	// Exact: the words are the same, and so is what stands round them. White
	// space and the style of quotation marks and dashes do not count.
	Exact
)

// String returns the name of the state in lower case.
func (s State) String() string {
	return [...]string{"orphan", "moved", "exact"}[s]
}

// A candidate is a place in the compared text that may be the one.
type candidate struct {
	start, end    int
	likeness      float64 // of the words
	before, after float64 // of the surroundings
	exact         bool    // the surroundings are the same
}

// fit returns how well the surroundings are the same, from 0 to 2.
func (c candidate) fit() float64 { return c.before + c.after }

// both reports whether both sides agree.
func (c candidate) both() bool { return min(c.before, c.after) >= agrees }

// Find returns where the words of a selector are in the text. It looks for them
// where they were, then anywhere, then for words that differ from them a little, then
// for the sentences they are made of. The comment of the package says what has to
// speak for a place; it would rather give none than one that is only like the right one.
//
// The first search in a text takes time in proportion to its length. The others take
// that only for the parts of it that have most of the words: in a text that has them
// everywhere that is all of it.
func (t *Text) Find(s Selector) Match {
	if span, ok := t.unchanged(s); ok {
		return Match{Span: span, State: Exact, Score: 1}
	}
	q := t.quest(s)
	if q.words == "" {
		return Match{}
	}
	c, ok := t.find(q)
	if !ok {
		return Match{}
	}
	m := Match{Span: t.span(c.start, c.end), State: Moved, Score: (2*c.likeness + c.before + c.after) / 4}
	if c.exact && t.norm[c.start:c.end] == q.words {
		m.State = Exact
	}
	return m
}

// unchanged returns the span of a selector where all that it says is there.
func (t *Text) unchanged(s Selector) (articles.Span, bool) {
	if s.Start < 0 || s.End > len(t.raw) || s.Start >= s.End || s.Prefix == "" && s.Suffix == "" && s.Exact != t.raw {
		return articles.Span{}, false
	}
	begins := s.Start == len(s.Prefix) || utf8.RuneCountInString(s.Prefix) >= least
	ends := s.End+len(s.Suffix) == len(t.raw) || utf8.RuneCountInString(s.Suffix) >= least
	ok := begins && ends && t.raw[s.Start:s.End] == s.Exact && strings.HasSuffix(t.raw[:s.Start], s.Prefix) &&
		strings.HasPrefix(t.raw[s.End:], s.Suffix) && boundary(t.raw, s.Start) && boundary(t.raw, s.End)
	return articles.Span{Start: s.Start, End: s.End}, ok
}

// find returns the place that a quest is for.
func (t *Text) find(q quest) (candidate, bool) {
	places, many := t.occurrences(q)
	if many {
		return t.literal(q)
	}
	if len(places) > 0 {
		if c, ok := t.choose(q, places); ok {
			return c, true
		}
		if len(q.words) < long || len(places) > 1 {
			return candidate{}, false
		}
	}
	if len(q.words) < long {
		return candidate{}, false
	}
	if len(q.words) <= whole {
		if c, ok := t.alike(q); ok {
			return c, len(places) == 0 || c.start != places[0].start
		}
	}
	return t.pieced(q)
}

// occurrences returns all places with the words; many is set where it leaves off
// since there are too many.
func (t *Text) occurrences(q quest) (places []candidate, many bool) {
	t.where(q.words, func(start int) bool {
		end := start + len(q.words)
		if !t.fits(q, start, end) {
			return true
		}
		if many = len(places) == crowd; many {
			places = nil
			return false
		}
		places = append(places, t.measure(q, start, end, 1))
		return true
	})
	return places, many
}

// fits reports whether a place begins and ends with a word where the words did.
func (t *Text) fits(q quest, start, end int) bool {
	return !(letterAt(q.words, 0) && letterBefore(t.norm, start)) && !(letterBefore(q.words, len(q.words)) && letterAt(t.norm, end))
}

// measure returns a place with how its surroundings are like those of the quest.
func (t *Text) measure(q quest, start, end int, likeness float64) candidate {
	c := candidate{start: start, end: end, likeness: likeness}
	if q.alone {
		return c
	}
	head := strings.TrimRight(t.norm[:start], " ")
	tail := strings.TrimLeft(t.norm[end:], " ")
	c.before = similar(q.before, func(n int) (byte, bool) { return byteAt(head, len(head)-1-n) })
	c.after = similar(q.after, func(n int) (byte, bool) { return byteAt(tail, n) })
	// Nothing says nothing.
	if q.before.len == 0 {
		c.before = c.after
	}
	if q.after.len == 0 {
		c.after = c.before
	}
	c.exact = strings.HasSuffix(head, lastBytes(q.prefix, same)) && strings.HasPrefix(tail, firstBytes(q.suffix, same)) &&
		(len(q.prefix) >= same/2 || head == q.prefix) && (len(q.suffix) >= same/2 || tail == q.suffix)
	return c
}

// byteAt returns a byte of s, where there is one.
func byteAt(s string, at int) (byte, bool) {
	if at >= 0 && at < len(s) {
		return s[at], true
	}
	return 0, false
}

// similar returns how like a beginning of the text that next gives is to the pattern.
func similar(p *pattern, next func(int) (byte, bool)) float64 {
	if p.len == 0 {
		return 0
	}
	return 1 - float64(closest(p, next))/float64(p.len)
}

// literal returns the only place with the words and all that stands round them.
func (t *Text) literal(q quest) (candidate, bool) {
	for _, all := range []string{q.prefix + " " + q.words + " " + q.suffix, q.prefix + q.words + q.suffix,
		q.prefix + " " + q.words + q.suffix, q.prefix + q.words + " " + q.suffix} {
		i := strings.Index(t.norm, all)
		if i < 0 || q.prefix == "" || q.suffix == "" {
			continue
		}
		if strings.Contains(t.norm[i+1:], all) {
			return candidate{}, false
		}
		start := i + len(q.prefix)
		if strings.HasPrefix(t.norm[start:], " ") {
			start++
		}
		return t.measure(q, start, start+len(q.words), 1), true
	}
	return candidate{}, false
}
