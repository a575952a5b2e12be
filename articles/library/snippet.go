package library

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/clean"
)

// snippetLength is the length of a snippet in code points, without its
// ellipses, as far as words end there.
const snippetLength = 120

// near is the length in bytes in which the words of a hit are looked for.
const near = 100

// bestOf returns the place where the most terms stand near each other, the
// first of such: from the first word to the last. It is empty where there is
// none.
func bestOf(all []found) (best articles.Span) {
	most := 0
	for i, first := range all {
		seen, span := uint64(0), first.Span
		for _, f := range all[i:] {
			if f.End > first.Start+max(near, first.Len()) {
				break
			}
			if f.Start >= first.Start && seen>>f.term&1 == 0 {
				seen |= 1 << f.term
				span.End = max(span.End, f.End)
			}
		}
		if n := bits.OnesCount64(seen); n > most {
			most, best = n, span
		}
	}
	return best
}

// snippetOf returns what stands round a place of a text, on one line, and what
// of the places found is in it, in bytes of the snippet.
func snippetOf(text string, at articles.Span, all []found) (clean.Text, []articles.Span) {
	start, end := window(text, at)
	var b strings.Builder
	runes := 0 // written
	write := func(r rune) { b.WriteRune(r); runes++ }
	if start > 0 {
		write('…')
	}
	// Where each byte of the window went, in code points.
	went := make([]int, end-start+1)
	blank := true
	for i, r := range text[start:end] {
		white := unicode.IsSpace(r)
		for j := range utf8.RuneLen(r) {
			went[i+j] = runes
		}
		switch {
		case !white:
			write(r)
		case !blank:
			write(' ')
		}
		blank = white
	}
	went[end-start] = runes
	if end < len(text) {
		write('…')
	}
	snippet := clean.Line(b.String()) // as many code points, but for blanks at the end
	offs := make([]int, 0, runes+1)
	for off := range snippet.String() {
		offs = append(offs, off)
	}
	offs = append(offs, snippet.Len())
	var marks []articles.Span
	for _, f := range all {
		if f.Start < start || f.End > end {
			continue
		}
		m := articles.Span{Start: offs[min(went[f.Start-start], len(offs)-1)], End: offs[min(went[f.End-start], len(offs)-1)]}
		if n := len(marks); n > 0 && m.Start < marks[n-1].End { // overlaps
			marks[n-1] = articles.Span{Start: min(m.Start, marks[n-1].Start), End: max(m.End, marks[n-1].End)}
		} else if m.Len() > 0 {
			marks = append(marks, m)
		}
	}
	return snippet, marks
}

// window returns the part of a text round a place that a snippet is made of. It
// begins and ends with words where they are not too long.
func window(text string, at articles.Span) (start, end int) {
	room := snippetLength - utf8.RuneCountInString(text[at.Start:at.End])
	if room < 0 {
		return at.Start, forward(text, at.Start, snippetLength)
	}
	start = backward(text, at.Start, room/3)
	end = forward(text, at.End, room-utf8.RuneCountInString(text[start:at.Start]))
	if end == len(text) { // what is left goes before
		start = backward(text, at.Start, room-utf8.RuneCountInString(text[at.End:end]))
	}
	if start > 0 {
		if i := strings.IndexFunc(text[start:at.Start], unicode.IsSpace); i >= 0 {
			start += i
		}
		start = at.Start - len(strings.TrimLeftFunc(text[start:at.Start], unicode.IsSpace))
	}
	if end < len(text) {
		if i := strings.LastIndexFunc(text[at.End:end], unicode.IsSpace); i >= 0 {
			end = at.End + i
		}
	}
	return start, end
}

// forward returns the place n code points after off, or the end of the text.
func forward(text string, off, n int) int {
	for ; n > 0 && off < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[off:])
		off += size
	}
	return off
}

// backward returns the place n code points before off, or the text's beginning.
func backward(text string, off, n int) int {
	for ; n > 0 && off > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:off])
		off -= size
	}
	return off
}
