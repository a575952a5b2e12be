package feed

import "strings"

// A mender reads any text as a JSON Feed and gives it back as sound JSON for
// gofeed, with only the members that are read, each of the type that the
// format gives it. What goes wrong, such as a missing comma or a text that
// breaks off, costs no more than the member or item where it does.
//
// What is not read is passed over without following how it is nested, so that
// time is linear and depth costs nothing.
type mender struct {
	src    string
	pos    int // the byte of src that comes next
	out    []byte
	limits Limits

	version string // the address of the format that the feed names
	listed  bool   // the items were there
	items   int
	left    int  // items beyond the limit
	broken  bool // the text ended in the middle
}

// mend reads src, which begins with "{".
func mend(src string, limits Limits) *mender {
	m := &mender{src: src, limits: limits}
	m.object(m.feedMember)
	return m
}

// feedMember takes the value of a member of the feed, if it is one that is
// read.
func (m *mender) feedMember(key string) bool {
	switch key {
	case "version":
		start := len(m.out)
		m.text(maxShort)
		if m.version == "" {
			m.version = strings.Trim(string(m.out[start:]), `"`)
		}
	case "title", "home_page_url", "feed_url", "description", "language":
		m.text(maxShort)
	case "items":
		if m.listed {
			return false
		}
		m.listed = true
		m.array(m.item)
	default:
		return m.authors(key)
	}
	return true
}

// item takes an item, or passes over it where there are enough.
func (m *mender) item() {
	if m.items == m.limits.Items {
		m.left++
		m.pass()
		return
	}
	m.items++
	m.object(m.itemMember)
}

func (m *mender) itemMember(key string) bool {
	switch key {
	case "id", "url", "external_url", "title", "date_published", "date_modified":
		m.text(maxShort)
	case "content_html", "content_text", "summary":
		m.text(6 * (m.limits.Content + 1)) // an escape has up to six bytes; one more, to know that it was longer
	default:
		return m.authors(key)
	}
	return true
}

// authors takes the authors of an item or of the feed, in the forms of both
// versions of the format.
func (m *mender) authors(key string) bool {
	author := func() {
		m.object(func(key string) bool {
			if key != "name" {
				return false
			}
			m.text(maxShort)
			return true
		})
	}
	switch {
	case key == "authors":
		m.array(author)
	case key == "author" && m.at('{'):
		author()
	default:
		return false
	}
	return true
}

// object takes an object. Member takes the value of a member, if it is one
// that is read; otherwise the value is passed over.
func (m *mender) object(member func(key string) bool) {
	m.out = append(m.out, '{')
	m.pos++
	for first := true; m.more('}'); {
		if !m.at('"') {
			m.pass()
			continue
		}
		start := m.pos
		m.pos += quoted(m.src[start:])
		key := strings.Trim(clip(m.src[start:m.pos], 100), `"`)
		m.blanks()
		if !m.at(':') {
			continue // what was taken for a name is none
		}
		m.pos++
		m.blanks()
		mark := len(m.out)
		if !first {
			m.out = append(m.out, ',')
		}
		m.out = append(append(append(m.out, '"'), key...), `":`...)
		if member(key) {
			first = false
		} else {
			m.out = m.out[:mark]
			m.pass()
		}
	}
	m.out = append(m.out, '}')
}

// array takes an array of objects, each by one; members that are no objects
// are left out. What is no array becomes an empty one.
func (m *mender) array(one func()) {
	m.out = append(m.out, '[')
	if m.at('[') {
		m.pos++
		for m.more(']') {
			if !m.at('{') {
				m.pass()
				continue
			}
			mark := len(m.out)
			if m.out[mark-1] != '[' {
				m.out = append(m.out, ',')
			}
			before := len(m.out)
			if one(); len(m.out) == before {
				m.out = m.out[:mark]
			}
		}
	} else {
		m.pass()
	}
	m.out = append(m.out, ']')
}

// text takes a string of up to about most bytes, or a number or word as one.
// Any other value becomes an empty string.
func (m *mender) text(most int) {
	start := m.pos
	m.pass()
	s := m.src[start:m.pos]
	switch {
	case s == "", s[0] == '{', s[0] == '[', s == "null":
		m.out = append(m.out, `""`...)
	case s[0] == '"':
		m.out = append(m.out, '"')
		m.out = appendString(m.out, strings.TrimSuffix(s[1:], `"`), most)
		m.out = append(m.out, '"')
	default:
		m.out = append(m.out, '"')
		m.out = appendString(m.out, s, most)
		m.out = append(m.out, '"')
	}
}

// at tells whether c comes next.
func (m *mender) at(c byte) bool { return m.pos < len(m.src) && m.src[m.pos] == c }

// blanks passes over white space.
func (m *mender) blanks() {
	for m.pos < len(m.src) && strings.IndexByte(" \t\r\n", m.src[m.pos]) >= 0 {
		m.pos++
	}
}

// more passes over white space and commas and tells whether something else
// comes before end, which it takes.
func (m *mender) more(end byte) bool {
	for m.blanks(); m.at(','); m.blanks() {
		m.pos++
	}
	if m.pos == len(m.src) {
		m.broken = true
		return false
	}
	if m.at(end) {
		m.pos++
		return false
	}
	return true
}

// pass passes over a value, or a character that begins none.
func (m *mender) pass() {
	if m.pos == len(m.src) {
		return
	}
	rest := m.src[m.pos:]
	switch rest[0] {
	case '"':
		m.pos += quoted(rest)
	case '{', '[':
		m.pos += nested(rest)
	default:
		n := strings.IndexAny(rest[:min(len(rest), maxShort)], " \t\r\n,:{}[]\"")
		if n < 0 {
			n = min(len(rest), maxShort)
		}
		m.pos += max(n, 1)
	}
}

// appendString appends the inside of a string: control characters in it become
// escapes or visible characters, and what is no escape of JSON is escaped.
func appendString(dst []byte, s string, most int) []byte {
	stop := len(dst) + most
	for i := 0; i < len(s) && len(dst) < stop; {
		next := i
		for next < len(s) && s[next] != '\\' && s[next] != '"' && s[next] >= 0x20 {
			next++
		}
		if next > i {
			dst = append(dst, clip(s[i:next], max(stop-len(dst), 4))...)
			i = next
			continue
		}
		n := 1
		switch c := s[i]; {
		case c == '\\':
			if n = escapeLength(s[i:]); n > 0 {
				dst = append(dst, s[i:i+n]...)
			} else {
				n = 1
				dst = append(dst, `\\`...)
			}
		case c == '"':
			dst = append(dst, `\"`...)
		case c == '\t':
			dst = append(dst, `\t`...)
		case c == '\n':
			dst = append(dst, `\n`...)
		case c == '\r':
			dst = append(dst, `\r`...)
		default:
			dst = append(dst, string('\u2400'+rune(c))...)
		}
		i += n
	}
	return dst
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
