package page

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// A screenCell is what a terminal shows in a cell: a character in its first
// cell, and nothing in the others that it covers.
type screenCell struct {
	char  string
	style string // the SGR sequence in force
}

// decode reads a painted line as a terminal does, and fails on all that is not
// text or an SGR sequence. It knows nothing of how lines are laid out.
func decode(s string) ([]screenCell, error) {
	const plain = "\x1b[m"
	var cells []screenCell
	style := plain
	for s != "" {
		if s[0] == 0x1b {
			end := strings.IndexByte(s, 'm')
			if !strings.HasPrefix(s, "\x1b[") || end < 0 || strings.Trim(s[2:end], "0123456789;:") != "" {
				return nil, fmt.Errorf("%.20q is no SGR sequence", s)
			}
			style, s = s[:end+1], s[end+1:]
			continue
		}
		text, _, _ := strings.Cut(s, "\x1b")
		s = s[len(text):]
		if !utf8.ValidString(text) {
			return nil, fmt.Errorf("%q is no UTF-8", text)
		}
		for _, r := range text {
			if r < 0x20 || r >= 0x7f && r < 0xa0 {
				return nil, fmt.Errorf("%q holds the control character %U", text, r)
			}
		}
		for g := graphemes.FromString(text); g.Next(); {
			for i := range ansi.StringWidth(g.Value()) {
				c := screenCell{style: style}
				if i == 0 {
					c.char = g.Value()
				}
				cells = append(cells, c)
			}
		}
	}
	if style != plain {
		return nil, fmt.Errorf("the line ends in the style %q", style)
	}
	return cells, nil
}
