package anchor

import (
	"strings"
	"unicode/utf8"

	"gloss/articles"
)

// How much of what stands round the words is described, in code points.
const (
	least    = 32  // on either side; less is only where the text ends
	usual    = 50  // with what belongs to the outermost words
	most     = 64  // where nothing else in the text is like the words
	doubtful = 80  // where something is
	farthest = 256 // where much of what stands round them is alike too
)

// Describe returns the selector of a span of a text: its words, what stands
// round them, and its bytes. It is what the W3C Web Annotation Data Model calls
// a TextQuoteSelector with a TextPositionSelector, in bytes.
//
// There are 50 to 64 code points on either side, whole words of them. Where the
// same words are elsewhere in the text, or others like them, there are from 80 to 256,
// as many as tell the place from the others: Find takes the length for that sign.
// A span with ends outside the text or within a code point is made to fit.
func Describe(text string, span articles.Span) Selector { return Prepare(text).Describe(span) }

// Describe is what the function Describe is, for a text that is prepared.
func (t *Text) Describe(span articles.Span) Selector {
	end := ceil(t.raw, min(max(span.End, 0), len(t.raw)))
	start := floor(t.raw, min(max(span.Start, 0), end))
	s := t.surround(start, end, usual)
	others, many := t.others(start, end)
	switch {
	case many:
		return t.surround(start, end, farthest)
	case len(others) == 0:
		return s
	}
	for n := doubtful; ; n += doubtful / 2 {
		s = t.surround(start, end, min(n, farthest))
		if n >= farthest || t.apart(s, others) {
			return s
		}
	}
}

// surround returns the selector of a span with n code points on either side,
// and a few more to the end of a word.
func (t *Text) surround(start, end, n int) Selector {
	from, to := start, end
	for i := 0; i < n && from > 0; i++ {
		_, size := utf8.DecodeLastRuneInString(t.raw[:from])
		from -= size
	}
	for i := n; i < n+most-usual && letterAt(t.raw, from) && letterBefore(t.raw, from); i++ {
		_, size := utf8.DecodeLastRuneInString(t.raw[:from])
		from -= size
	}
	for i := 0; i < n && to < len(t.raw); i++ {
		_, size := utf8.DecodeRuneInString(t.raw[to:])
		to += size
	}
	for i := n; i < n+most-usual && letterBefore(t.raw, to) && letterAt(t.raw, to); i++ {
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
		all, many = search(t.fold, head, int(float64(len(head))*(1-loosely)), len(head)/2, likes)
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
		if c := t.measure(q, n.start, n.end, 1); max(c.before, c.after) > agrees {
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
