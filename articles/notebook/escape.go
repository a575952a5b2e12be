package notebook

import "strings"

// escapeLine returns a line of text as Markdown that shows it: what could be
// markup has a backslash before it. The line has no line breaks, nor blanks at
// its start.
func escapeLine(s string) string {
	var b strings.Builder
	digits := true // only digits so far: a '.' or ')' would make an item
	for i := range len(s) {
		c := s[i]
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '|':
			b.WriteByte('\\')
		case '#':
			if i == 0 || s[i-1] == ' ' || s[i-1] == '\t' || s[i-1] == '#' {
				b.WriteByte('\\')
			}
		case '-', '+', '=', ':':
			if i == 0 {
				b.WriteByte('\\')
			}
		case '.', ')':
			if digits && i > 0 {
				b.WriteByte('\\')
			}
		}
		if c < '0' || c > '9' {
			digits = false
		}
		b.WriteByte(c)
	}
	return b.String()
}

// escapeAddress returns an address as it may stand between '<' and '>': what
// would end it, and what Markdown would read in it, is percent-encoded, which
// leads to the same place.
func escapeAddress(s string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C", " ", "%20", "\t", "%09", "\n", "%0A", "&", "&amp;").Replace(s)
}
