package page

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// replacement is shown for what must not reach a terminal.
const replacement = "\uFFFD"

// cluster returns the length in bytes of the grapheme cluster (UAX #29) that s
// begins with, and its width in cells. Where it holds a control character or
// bytes that are no UTF-8, safe is false: the replacement character, of one
// cell, is shown for it.
//
// Widths are those of ansi.StringWidth, by which Bubble Tea cuts its lines. It
// counts ASCII by the byte, so that the width of a line is the sum of the
// widths of its clusters.
func cluster(s string) (n, width int, safe bool) {
	c := s[0]
	if c < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1, c >= ' ' && c != 0x7f
	}
	g, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if c < utf8.RuneSelf {
		w = ansi.StringWidth(g)
	}
	if !printable(g) {
		return len(g), 1, false
	}
	return len(g), w, true
}

// printable tells whether s is UTF-8 without control characters, C0 or C1.
func printable(s string) bool {
	for i, r := range s {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return false
		}
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], replacement) {
			return false
		}
	}
	return true
}

// tidy returns s fit to be shown beside the text: in one line, without control
// characters, and at most width cells wide.
func tidy(s string, width int) string {
	if !printable(s) {
		s = strings.Map(func(r rune) rune {
			switch {
			case r == '\n' || r == '\t':
				return ' '
			case r < ' ' || r >= 0x7f && r < 0xa0:
				return utf8.RuneError
			}
			return r
		}, s)
	}
	if ansi.StringWidth(s) <= width {
		return s
	}
	return ansi.Truncate(s, width, "…")
}
