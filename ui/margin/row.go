package margin

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/ui/theme"
)

// A segment is text in one style.
type segment struct {
	style theme.Style
	text  string
}

// A row is one line of the margin. What stands in right is set at the right
// edge, and the segments are cut to leave it room.
type row struct {
	segments []segment
	right    []segment
}

// paint returns the row in exactly the pane's width.
func (p *Pane) paint(r row, now bool) string {
	base := p.theme.Row
	if now {
		base = p.theme.RowNow
	}
	room := p.width
	for _, s := range r.right {
		room -= ansi.StringWidth(s.text)
	}
	if room < 8 { // no room for both: what is left matters more
		r.right, room = nil, p.width
	}
	var b strings.Builder
	for _, s := range r.segments {
		text := ansi.Truncate(s.text, room, "…")
		room -= ansi.StringWidth(text)
		b.WriteString(p.theme.Paint(s.style.Over(base), text))
		if room <= 0 {
			break
		}
	}
	if room > 0 {
		b.WriteString(p.theme.Paint(base, strings.Repeat(" ", room)))
	}
	for _, s := range r.right {
		b.WriteString(p.theme.Paint(s.style.Over(base), s.text))
	}
	return b.String()
}

// oneLine returns the text with every run of white space as one space. What is
// beyond most bytes is left out, so that a statement of a megabyte costs no
// more than a short one.
func oneLine(text string, most int) string {
	cut := false
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
		cut = true
	}
	text = strings.Join(strings.Fields(text), " ")
	if cut {
		text += " …"
	}
	return text
}

// wrap breaks text into at most n lines of a width in columns; the last ends
// in "…" if something is left out.
func wrap(text string, width, n int) []string {
	width = max(width, 4)
	text = oneLine(text, width*(n+1)*4)
	lines := strings.Split(ansi.Wrap(text, width, ""), "\n")
	if len(lines) > n {
		lines = lines[:n]
		lines[n-1] = ansi.Truncate(lines[n-1]+" …", width, "…")
	}
	return lines
}
