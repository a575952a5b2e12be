package anchor

import (
	"strings"
	"unicode/utf8"

	"gloss/articles"
)

// How much of what stands round the words is described, in code points.
const (
	least    = 32  // for words that are a text's own; less is only where the text ends, or from others
	usual    = 50  // at least
	beyond   = 96  // of the sentences next to that of the words
	plenty   = 208 // where nothing else in the text is like the words
	wordEnd  = 14  // more than that, to the end of a word
	doubtful = 232 // at least, where something is
	doubled  = 280 // at least, where their sentence is there twice, or much of what stands round it is alike too
	farthest = 440 // where that is of no help
)

// Describe returns the selector of a span of a text: its words, what stands
// round them, and its bytes. It is what the W3C Web Annotation Data Model calls
// a TextQuoteSelector with a TextPositionSelector, in bytes.
//
// What is described goes 96 code points beyond the sentence of the words, and has
// from 50 to 222 on either side, whole words of them. Where others like the words are in
// the text, there are from 232 on, and from 280 to 454 where their whole sentence, or
// the first or last of several, is there twice: as many as tell the place from the
// others. Find takes the length for that sign.
// A span with ends outside the text or within a code point is made to fit.
func Describe(text string, span articles.Span) Selector { return Prepare(text).Describe(span) }

// Describe is what the function Describe is, for a text that is prepared.
func (t *Text) Describe(span articles.Span) Selector {
	end := ceil(t.raw, min(max(span.End, 0), len(t.raw)))
	start := floor(t.raw, min(max(span.Start, 0), end))
	from, to := t.sentence(start, end)
	before := min(max(usual, utf8.RuneCountInString(t.raw[from:start])+beyond), plenty)
	after := min(max(usual, utf8.RuneCountInString(t.raw[end:to])+beyond), plenty)
	s := t.surround(start, end, before, after)
	others, many := t.others(start, end)
	n := doubtful
	switch {
	case many:
		return t.surround(start, end, farthest, farthest)
	case t.repeats(from, to), t.ends(from, to):
		n = doubled
	case len(others) == 0, len(s.Exact) < long && t.apart(s, others):
		return s
	}
	for ; ; n += 40 {
		s = t.surround(start, end, min(n, farthest), min(n, farthest))
		if n >= farthest || t.apart(s, others) {
			return s
		}
	}
}

// sentence returns from where to where the sentences of a span are, as far as
// that is to be described.
func (t *Text) sentence(start, end int) (from, to int) {
	near := lastBytes(t.raw[:start], plenty*utf8.UTFMax)
	at, _ := sentenceStart(near)
	next := firstBytes(t.raw[end:], plenty*utf8.UTFMax)
	after, _ := sentenceEnd(t.raw[start:end], next)
	return start - len(near) + at, end + after
}

// ends reports whether the first or the last of several sentences is there again.
func (t *Text) ends(from, to int) bool {
	words := t.raw[from:to]
	end, _ := sentenceEnd("", words)
	start, _ := sentenceStart(strings.TrimRight(words, closers+stops+halts+" \n\t"))
	return end < start && (t.repeats(from, from+end) || t.repeats(from+start, to))
}

// repeats reports whether a part of the text is there again.
func (t *Text) repeats(from, to int) bool {
	words := strings.Trim(compared(t.raw[from:to]), " ")
	i := strings.Index(t.norm, words)
	return words != "" && i >= 0 && strings.Contains(t.norm[i+1:], words)
}

// surround returns the selector of a span with so many code points on either
// side, and a few more to the end of a word.
func (t *Text) surround(start, end, before, after int) Selector {
	from, to := start, end
	for i := 0; i < before && from > 0; i++ {
		_, size := utf8.DecodeLastRuneInString(t.raw[:from])
		from -= size
	}
	for i := 0; i < wordEnd && letterAt(t.raw, from) && letterBefore(t.raw, from); i++ {
		_, size := utf8.DecodeLastRuneInString(t.raw[:from])
		from -= size
	}
	for i := 0; i < after && to < len(t.raw); i++ {
		_, size := utf8.DecodeRuneInString(t.raw[to:])
		to += size
	}
	for i := 0; i < wordEnd && letterBefore(t.raw, to) && letterAt(t.raw, to); i++ {
		_, size := utf8.DecodeRuneInString(t.raw[to:])
		to += size
	}
	return Selector{Exact: t.raw[start:end], Prefix: t.raw[from:start], Suffix: t.raw[end:to], Start: start, End: end}
}

// others returns the other places of the compared text that have the words of
// a span, or are like them; many is set where there are too many to be told.
func (t *Text) others(start, end int) (others []near, many bool) {
	words := strings.Trim(compared(t.raw[start:end]), " ")
	if words == "" {
		return nil, false
	}
	at := t.place(start)
	var all []near
	if len(words) >= long {
		head := folded(firstBytes(words, whole))
		all, many = searchAll(t.fold, head, int(float64(len(head))*(1-loosely)), len(head)/2, likes)
	} else {
		for from := 0; !many; {
			i := strings.Index(t.norm[from:], words)
			if i < 0 {
				break
			}
			from += i + 1
			all = append(all, near{start: from - 1})
			many = len(all) > crowd
		}
	}
	for _, n := range all {
		if abs(n.start-at) > len(words)/2 {
			n.end = floor(t.norm, min(n.start+len(words), len(t.norm)))
			others = append(others, n)
		}
	}
	return others, many
}

// apart reports whether the surroundings on either side alone tell a selector
// from all others.
func (t *Text) apart(s Selector, others []near) bool {
	q := t.quest(s)
	for _, n := range others {
		c := t.measure(q, n.start, n.end, 1)
		if len(q.prefix) >= same && c.before > agrees || len(q.suffix) >= same && c.after > agrees {
			return false
		}
	}
	return true
}

// ceil returns the first place between code points of s that is not before off.
func ceil(s string, off int) int {
	for off > 0 && off < len(s) && !utf8.RuneStart(s[off]) {
		off++
	}
	return off
}
