package feed

import "strings"

// mended is a JSON Feed made sound.
type mended struct {
	text    string
	version string // of the feed, as the text has it, without the quotes
	ends    []int  // bytes of text behind each item
	left    int    // items beyond the limit
	broken  bool   // the text ends in the middle
}

// A mender makes JSON sound as far as a scan without a stack of its values
// can: control characters in strings become visible ones, bad escapes are
// escaped, what is nested too deeply becomes null, members of "items" that are
// no objects are left out, and a text that breaks off is closed behind its
// last whole item.
type mender struct {
	src    string
	out    strings.Builder
	limits Limits
	mended
	depth int
	// whole is how much of out can be kept where the text breaks off, and
	// closing what closes it.
	whole   int
	closing string
	key     string // the last string at the first level
	items   bool   // inside the array of items
}

// mend makes a JSON Feed sound.
func mend(src string, limits Limits) mended {
	m := mender{src: src, limits: limits, closing: "}"}
	m.out.Grow(len(src))
	i := 0
	for i < len(src) {
		n, done := m.token(i)
		i += n
		if done {
			m.mended.text = m.out.String()
			return m.mended
		}
	}
	m.broken = true
	if m.whole == 0 {
		m.mended.text = "{" + m.closing
	} else {
		m.mended.text = m.out.String()[:m.whole] + m.closing
	}
	return m.mended
}

// token takes what stands at byte i and returns its length; done says that the
// object has ended.
func (m *mender) token(i int) (n int, done bool) {
	switch c := m.src[i]; c {
	case '"':
		n = quoted(m.src[i:])
		if m.depth == 1 && i+n <= len(m.src) {
			text := strings.Trim(clip(m.src[i:i+n], 200), `"`)
			if m.key == "version" && m.version == "" {
				m.version = text
			}
			m.key = text
		}
		if !m.stray() {
			m.string(m.src[i : i+n])
		}
		return n, false
	case '{', '[':
		if m.items && m.depth == 2 && (c == '[' || len(m.ends) >= m.limits.Items) {
			if c == '{' {
				m.left++
			}
			return nested(m.src[i:]), false
		}
		if m.depth == m.limits.Depth {
			m.out.WriteString("null")
			return nested(m.src[i:]), false
		}
		if m.depth == 1 {
			m.items = c == '[' && m.key == "items"
		}
		if m.items && m.depth == 2 && len(m.ends) > 0 {
			m.out.WriteByte(',')
		}
		m.depth++
		m.out.WriteByte(c)
		if m.items && m.depth == 2 {
			m.whole, m.closing = m.out.Len(), "]}"
		}
		return 1, false
	case '}', ']':
		m.out.WriteByte(c)
		m.depth--
		switch {
		case m.depth <= 0:
			return 1, true
		case m.items && m.depth == 2:
			m.ends = append(m.ends, m.out.Len())
			m.whole = m.out.Len()
		case m.depth == 1:
			m.items = false
			m.whole, m.closing = m.out.Len(), "}"
		}
		return 1, false
	case ',':
		if m.depth == 1 {
			m.whole, m.closing = m.out.Len(), "}"
		}
		if !m.stray() {
			m.out.WriteByte(c)
		}
		return 1, false
	default:
		if !m.stray() {
			m.out.WriteByte(c)
		}
		return 1, false
	}
}

// stray tells whether what comes is in the array of items but in no item.
func (m *mender) stray() bool { return m.items && m.depth == 2 }

// string writes a string with its quotes.
func (m *mender) string(s string) {
	kept := 0
	for i := 0; i < len(s); i++ {
		with := ""
		switch c := s[i]; {
		case c == '\\':
			n := escapeLength(s[i:])
			if n > 0 {
				i += n - 1
				continue
			}
			with = `\\`
		case c == '\t':
			with = `\t`
		case c == '\n':
			with = `\n`
		case c == '\r':
			with = `\r`
		case c < 0x20:
			with = string('\u2400' + rune(c))
		default:
			continue
		}
		m.out.WriteString(s[kept:i])
		m.out.WriteString(with)
		kept = i + 1
	}
	m.out.WriteString(s[kept:])
}

// escapeLength returns the length of the escape that s begins with, 0 where it
// is none that JSON knows.
func escapeLength(s string) int {
	if len(s) < 2 {
		return 0
	}
	if s[1] != 'u' {
		if strings.IndexByte(`"\/bfnrt`, s[1]) < 0 {
			return 0
		}
		return 2
	}
	if len(s) < 6 || strings.Trim(s[2:6], "0123456789abcdefABCDEF") != "" {
		return 0
	}
	return 6
}

// quoted returns the length of the string that s begins with, with its quotes;
// that of s where it does not end.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}

// nested returns the length of the array or object that s begins with; that of
// s where it does not end.
func nested(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			i += quoted(s[i:]) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}
