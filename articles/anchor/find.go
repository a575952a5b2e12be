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

// What decides. Similarities are 1 for the same and 0 for nothing in common.
const (
	long      = 24   // bytes of words that may be found approximately or without surroundings
	whole     = 256  // bytes that are compared at once; longer words are found by their head and tail
	part      = 128  // bytes of that head and tail
	crowd     = 256  // occurrences up to which each is looked at
	likes     = 64   // places alike up to which each is looked at
	same      = 32   // bytes on either side that have to be the same for Exact
	agrees    = 0.75 // similarity of surroundings that agree
	firmly    = 0.90 // the same for short words, and for parts of sentences and doubtful words with another meaning
	barely    = 0.50 // the same on the other side where one surely agrees
	surely    = 0.95 // the same where the text begins or ends on the other side
	clearly   = 0.25 // how much better than the next the best place has to fit, of 2
	loosely   = 0.70 // least similarity of words that were changed
	enough    = 6    // words on one side that are enough
	hold      = 12   // bytes next to an end that tell where it is
	halfway   = 0.50 // what part of the words has to be left where both ends are known
	verge     = 12   // words at an end that are looked at
	few       = 2    // of them that may be others
	telling   = 8    // words of a sentence that nobody writes twice
	ranked    = 16   // places that are asked for
	slack     = 4    // words that may have been put in
	neighbour = 4    // words of a sentence next to theirs that tell it
	mostly    = 0.80 // what part of its words has to be there
	adjoining = 3    // words next to theirs that are enough, or
	partly    = 0.60 // what part of all of them in their sentence
	closely   = 0.90 // least similarity of words that were changed slightly
)

// A quest is a selector prepared to be found.
type quest struct {
	words          string // compared form, without white space at its ends
	prefix, suffix string // compared form
	before, after  *pattern
	doubtful       bool // the words had others like them where they were described
	complete       bool // the words are whole sentences
	alone          bool // nothing is known of the surroundings
	lone           bool // the words are in a paragraph of one sentence
	foreign        bool // somebody else described so little of them
	near           bool // and it is in what was described
	doubled        bool // their sentence was there twice, or may have been
	hopeless       bool // nothing that is described tells the place from others
	known          bool // where they were is known
	left, right    side
	from           Selector
	hint           int // where they were, in compared bytes of this text; -1 for not known
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
// where they were, then anywhere, then for words that differ from them a little.
// It would rather give none than a place that is only like the right one:
//
//   - Words that are there more than once, or had others like them when they
//     were described, have to have the same surroundings.
//   - Short words have to have them too, and are not found once they changed.
//   - Changed words are found where the surroundings on both sides are still there,
//     or, whole sentences, where only their spelling was changed.
//   - Parts of sentences have to have almost the same surroundings on both sides,
//     since what tells their sentence from its like may be outside of them.
//
// It takes time in proportion to the length of the text.
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

// quest prepares a selector.
func (t *Text) quest(s Selector) quest {
	q := quest{words: strings.Trim(compared(s.Exact), " "), hint: -1, known: s.End > 0, from: s}
	if q.known {
		q.hint = t.place(s.Start)
	}
	// More than Describe gives is of no use.
	first := q.known && s.Start == len(s.Prefix)
	if most := (farthest + wordEnd) * utf8.UTFMax; len(s.Prefix) > most {
		s.Prefix = s.Prefix[len(s.Prefix)-most:]
	}
	if most := (farthest + wordEnd) * utf8.UTFMax; len(s.Suffix) > most {
		s.Suffix = s.Suffix[:most]
	}
	q.prefix, q.suffix = strings.Trim(compared(s.Prefix), " "), strings.Trim(compared(s.Suffix), " ")
	before, after := utf8.RuneCountInString(s.Prefix), utf8.RuneCountInString(s.Suffix)
	q.alone = q.prefix == "" && q.suffix == ""
	q.foreign = max(before, after) < usual && !first
	q.doubtful = max(before, after) > plenty+wordEnd
	q.hopeless = max(before, after) >= farthest
	start, starts := sentenceStart(s.Prefix)
	end, ends := sentenceEnd(s.Exact, s.Suffix)
	starts = starts || first
	ends = ends || after < usual && !q.foreign
	q.complete = (start == len(s.Prefix) || strings.Trim(s.Prefix[start:], closers+" “„") == "") && end == 0
	if q.alone {
		q.complete = true
	}
	q.lone = (start == 0 || s.Prefix[start-1] == '\n') && (end == len(s.Suffix) || s.Suffix[end] == '\n')
	all := s.Prefix + s.Exact + s.Suffix
	q.near = strings.Count(all, all[start:len(s.Prefix)+len(s.Exact)+end]) > 1
	q.doubled = q.near || max(before, after) >= doubled
	q.left = newSide(s.Prefix[start:], s.Prefix[:start], !starts, true)
	q.right = newSide(s.Suffix[:end], s.Suffix[end:], !ends, false)
	q.prepare()
	return q
}

// prepare prepares the surroundings to be compared.
func (q *quest) prepare() { q.before, q.after = backward(q.prefix), forward(q.suffix) }

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
