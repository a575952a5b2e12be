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
