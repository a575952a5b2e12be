package list

import (
	"github.com/clipperhouse/uax29/v2/graphemes"

	"gloss/ui/theme"
)

// Marked returns text as segments: the bytes of each mark in the style mark,
// the rest in the other one. Marks are half-open and in order. A letter that a
// mark has a part of is marked whole, since it could not be painted in two
// parts; what of a mark is not in the text is left out.
func Marked(text string, marks [][2]int, style, mark theme.Style) []Segment {
	if len(marks) == 0 {
		if text == "" {
			return nil
		}
		return []Segment{{style, text}}
	}
	var out []Segment
	done := 0
	add := func(end int, s theme.Style) {
		if end > done {
			out = append(out, Segment{s, text[done:end]})
			done = end
		}
	}
	inMark := false
	for g := graphemes.FromString(text); g.Next(); {
		for len(marks) > 0 && (marks[0][1] <= g.Start() || marks[0][1] <= marks[0][0]) {
			marks = marks[1:]
		}
		now := len(marks) > 0 && marks[0][0] < g.End()
		if now != inMark {
			add(g.Start(), pick(inMark, mark, style))
			inMark = now
		}
	}
	add(len(text), pick(inMark, mark, style))
	return out
}

func pick(marked bool, mark, style theme.Style) theme.Style {
	if marked {
		return mark
	}
	return style
}
