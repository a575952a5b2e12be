package language

import (
	"unicode/utf8"

	"gloss/annotate"
)

// sample returns so many pieces of the prose of the input, of size bytes and
// evenly spread, or all of it if that is no more. They begin and end on code
// points. Verbatim blocks are left out.
func sample(in annotate.Input, pieces, size int) []annotate.Span {
	blocks := in.Blocks
	if len(blocks) == 0 {
		blocks = []annotate.Block{{Span: annotate.Span{Start: 0, End: len(in.Text)}}}
	}
	var prose []annotate.Span
	total := 0
	for _, b := range blocks {
		if b.Kind != annotate.Verbatim && b.Span.Start >= 0 && !b.Span.Empty() && b.Span.End <= len(in.Text) {
			prose = append(prose, b.Span)
			total += b.Span.End - b.Span.Start
		}
	}
	if total <= pieces*size {
		return prose
	}
	// Piece i is the bytes [i*step, i*step+size) of the prose in a row.
	step := total / pieces
	var out []annotate.Span
	before, piece := 0, 0 // bytes of prose before the block; the piece at hand
	for _, s := range prose {
		length := s.End - s.Start
		for piece < pieces {
			from := max(piece*step, before)
			to := min(piece*step+size, before+length)
			if from < to {
				out = append(out, onRunes(in.Text, annotate.Span{Start: s.Start + from - before, End: s.Start + to - before}))
			}
			if piece*step+size > before+length {
				break // the rest of the piece is in the next block
			}
			piece++
		}
		before += length
	}
	return out
}

// onRunes returns the span with its ends moved back to code points.
func onRunes(text string, s annotate.Span) annotate.Span {
	for s.Start > 0 && !utf8.RuneStart(text[s.Start]) {
		s.Start--
	}
	for s.End < len(text) && s.End > s.Start && !utf8.RuneStart(text[s.End]) {
		s.End--
	}
	return s
}
