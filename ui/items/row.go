package items

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/ui/theme"
)

// A segment is text in one style, which is laid over the row's.
type segment struct {
	style theme.Style
	text  string
}

// paint returns a row in exactly the pane's width: what stands left is cut to
// leave room for what stands right, unless that is nearly all there is.
func (p *Pane) paint(base theme.Style, left, right []segment) string {
	room := p.width
	for _, s := range right {
		room -= ansi.StringWidth(s.text)
	}
	if room < 12 {
		right, room = nil, p.width
	}
	var b strings.Builder
	for _, s := range left {
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
	for _, s := range right {
		b.WriteString(p.theme.Paint(s.style.Over(base), s.text))
	}
	return b.String()
}
