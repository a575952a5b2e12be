// Package list holds what the panes that list something have in common: which
// row is chosen and which are in sight, and rows that are painted in exactly
// the pane's width.
package list

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/ui/theme"
)

// A Cursor is the place of the chosen item in a list, and of the first one in
// sight. Its zero value is at the beginning.
type Cursor struct{ At, First int }

// Move moves the choice by n, as far as a list of so many items goes.
func (c *Cursor) Move(n, items int) { c.At = max(0, min(c.At+n, items-1)) }

// ToEnd moves the choice to the last item, or the first.
func (c *Cursor) ToEnd(last bool, items int) {
	c.At = 0
	if last {
		c.At = max(items-1, 0)
	}
}

// Scroll brings the chosen item in sight, with as little movement as it takes,
// and leaves no place on the page empty that an item could have.
func (c *Cursor) Scroll(perPage, items int) {
	c.First = max(min(c.First, c.At, items-perPage), c.At-perPage+1, 0)
}

// A Segment is text in one style, which is laid over the row's.
type Segment struct {
	Style theme.Style
	Text  string
}

// Text returns a segment.
func Text(style theme.Style, text string) Segment { return Segment{style, text} }

// least is the fewest columns that what stands left must have. Where they are
// fewer, what stands right is left out.
const least = 12

// Row returns a row of exactly width columns: what stands left is cut to leave
// room for what stands right, unless that is nearly all there is.
func Row(th theme.Theme, width int, base theme.Style, left, right []Segment) string {
	room := width - Width(right)
	if room < least {
		right, room = nil, width
	}
	var b strings.Builder
	for _, s := range Fit(left, room) {
		if s.Text != "" {
			b.WriteString(th.Paint(s.Style.Over(base), s.Text))
		}
	}
	for _, s := range right {
		b.WriteString(th.Paint(s.Style.Over(base), oneLine.Replace(s.Text)))
	}
	return b.String()
}

// Rule returns a line across the pane, with a label in it near its end where
// there is one, as the filter of the list.
func Rule(th theme.Theme, width int, label string) string {
	if label != "" {
		label = ansi.Truncate(" "+label+" ", max(width-4, 0), "…")
	}
	line := strings.Repeat("─", max(width-ansi.StringWidth(label)-1, 0))
	return Row(th, width, th.Row, []Segment{{th.Border, line}, {th.Muted, label}, {th.Border, "─"}}, nil)
}

// Width returns the columns that segments take.
func Width(segments []Segment) int {
	n := 0
	for _, s := range segments {
		n += ansi.StringWidth(oneLine.Replace(s.Text))
	}
	return n
}

// Column returns text in exactly width columns: cut or filled at its end, or
// filled at its beginning where right asks for it.
func Column(text string, width int, right bool) string {
	text = ansi.Truncate(oneLine.Replace(text), max(width, 0), "…")
	gap := strings.Repeat(" ", max(width-ansi.StringWidth(text), 0))
	if right {
		return gap + text
	}
	return text + gap
}

// Fit returns segments in exactly width columns: the last ones are cut, or a
// gap follows them. A line break in one is a space.
func Fit(segments []Segment, width int) []Segment {
	var out []Segment
	for i, s := range segments {
		if width <= 0 {
			break
		}
		text := oneLine.Replace(s.Text)
		w := ansi.StringWidth(text)
		cut := w > width
		if cut {
			text = ansi.Truncate(text, width, "…")
		} else if w == width && w > 0 && Width(segments[i+1:]) > 0 {
			text, cut = ansi.Truncate(text, width-1, "")+"…", true // what follows is cut off
		}
		width -= ansi.StringWidth(text)
		out = append(out, Segment{s.Style, text})
		if cut {
			break
		}
	}
	if width > 0 {
		out = append(out, Segment{Text: strings.Repeat(" ", width)})
	}
	return out
}

// oneLine makes one line of text, byte for byte.
var oneLine = strings.NewReplacer("\n", " ", "\t", " ")
