package theme

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/muesli/termenv"
)

// reset is the SGR sequence that takes every attribute off.
const reset = "\x1b[m"

// Sequence returns the escape sequence that sets s and nothing else, whatever
// was set before: one SGR sequence (ECMA-48, 8.3.117) that begins with a
// reset. It is empty where NoAttrs is set.
func (t Theme) Sequence(s Style) string {
	if t.NoAttrs {
		return ""
	}
	codes := t.codes(s)
	if codes == "" {
		return reset
	}
	return "\x1b[0" + codes + "m"
}

// Paint returns text in the style s, closed with a reset. Where s shows
// nothing in this theme, it returns text as it is.
func (t Theme) Paint(s Style, text string) string {
	if t.NoAttrs || text == "" {
		return text
	}
	codes := t.codes(s)
	if codes == "" {
		return text
	}
	return "\x1b[" + codes[1:] + "m" + text + reset
}

// codes returns the parameters of s, a semicolon before each.
func (t Theme) codes(s Style) string {
	var b strings.Builder
	for _, attr := range []struct {
		on   bool
		code string
	}{
		{s.Bold, ";1"}, {s.Faint, ";2"}, {s.Italic, ";3"}, {s.Underline != NoUnderline, t.underline(s.Underline)},
		{s.Reverse, ";7"}, {s.Strike, ";9"},
	} {
		if attr.on {
			b.WriteString(attr.code)
		}
	}
	b.WriteString(t.colour(s.FG, false))
	b.WriteString(t.colour(s.BG, true))
	return b.String()
}

// underline returns the parameter of an underline. Its forms are
// sub-parameters (4:2 and so on), which terminals that have 24-bit colours
// know and others take for something else.
func (t Theme) underline(u Underline) string {
	if u <= Single || u > Dashed || t.Profile != termenv.TrueColor {
		return ";4"
	}
	return ";4:" + strconv.Itoa(int(u))
}

// colour returns the parameters of c, brought to the colours that the terminal
// has, and nothing where it has none or c is no colour.
func (t Theme) colour(c Color, background bool) string {
	if c == "" || t.Profile == termenv.Ascii {
		return ""
	}
	// termenv truncates where it should round, so "#010101" is done here.
	if t.Profile == termenv.TrueColor && c[0] == '#' && len(c) == len("#rrggbb") {
		rgb, err := hex.DecodeString(string(c[1:]))
		if err != nil {
			return ""
		}
		plane := 38
		if background {
			plane = 48
		}
		return fmt.Sprintf(";%d;2;%d;%d;%d", plane, rgb[0], rgb[1], rgb[2])
	}
	if n, err := strconv.Atoi(string(c)); c[0] != '#' && (err != nil || n < 0 || n > 255) {
		return ""
	}
	shown := t.Profile.Color(string(c))
	if shown == nil {
		return ""
	}
	return ";" + shown.Sequence(background)
}
