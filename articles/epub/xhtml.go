package epub

import "strings"

// maxTag is how long a tag is looked at. What has a longer one is left as it
// is from there on.
const maxTag = 64 << 10

// asHTML returns XHTML in a form that a parser of HTML reads alike: what stands
// before the root is left out, with the declarations of a DTD; an element
// written as empty, which in HTML would go on, gets an end tag; and sections
// of CDATA become text. It takes time in proportion to the length.
func asHTML(source string) string {
	source = source[prologue(source):]
	var b strings.Builder
	b.Grow(len(source) + len(source)/64)
	for {
		i := strings.IndexByte(source, '<')
		if i < 0 {
			break
		}
		b.WriteString(source[:i])
		source = source[i:]
		switch {
		case strings.HasPrefix(source, "<!--"):
			end := strings.Index(source[4:], "-->")
			if end < 0 {
				b.WriteString(source)
				return b.String()
			}
			source = source[4+end+3:]
		case strings.HasPrefix(source, "<![CDATA["):
			body, rest, _ := strings.Cut(source[len("<![CDATA["):], "]]>")
			b.WriteString(textEscaper.Replace(body))
			source = rest
		default:
			end, ok := tagEnd(source)
			if !ok {
				b.WriteString(source)
				return b.String()
			}
			tag := source[:end]
			source = source[end:]
			if name := emptyElement(tag); name != "" {
				b.WriteString(strings.TrimSuffix(tag, "/>"))
				b.WriteString("></")
				b.WriteString(name)
				b.WriteByte('>')
			} else {
				b.WriteString(tag)
			}
		}
	}
	b.WriteString(source)
	return b.String()
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// tagEnd returns where the tag at the start of source ends, behind its '>'. A
// '<' that starts no tag ends at once. ok is false where there is no end.
func tagEnd(source string) (end int, ok bool) {
	if len(source) < 2 || !isLetter(source[1]) && source[1] != '/' && source[1] != '?' && source[1] != '!' {
		return 1, true
	}
	var quote, before byte // the quotation mark that is open; what is not blank before
	for i := 1; i < min(len(source), maxTag); i++ {
		switch c := source[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && before == '=':
			quote = c
		case c == '>':
			return i + 1, true
		}
		if c := source[i]; c != ' ' && c != '\n' {
			before = c
		}
	}
	return 0, false
}

// emptyElement returns the name of the element that a tag writes as empty
// though HTML would let it go on, "" of any other tag.
func emptyElement(tag string) string {
	if !strings.HasSuffix(tag, "/>") || !isLetter(tag[1]) {
		return ""
	}
	n := 1
	for n < len(tag) && !strings.ContainsRune(" \t\r\n/>", rune(tag[n])) {
		n++
	}
	name := tag[1:n]
	switch strings.ToLower(name) {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return ""
	}
	return name
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// prologue returns where the root element starts: behind the XML declaration,
// comments and the document type with what it declares.
func prologue(source string) int {
	off := 0
	for {
		off += len(source[off:]) - len(strings.TrimLeft(source[off:], " \t\r\n\ufeff"))
		rest := source[off:]
		var n int
		switch {
		case strings.HasPrefix(rest, "<?"):
			n = behind(rest, "?>")
		case strings.HasPrefix(rest, "<!--"):
			n = behind(rest, "-->")
		case len(rest) > 9 && strings.EqualFold(rest[:9], "<!doctype"):
			n = doctypeEnd(rest)
		}
		if n == 0 {
			return off
		}
		off += n
	}
}

// behind returns where the first mark in s ends, 0 where there is none.
func behind(s, mark string) int {
	if i := strings.Index(s, mark); i >= 0 {
		return i + len(mark)
	}
	return 0
}

// doctypeEnd returns where the document type at the start of s ends, 0 where it
// does not.
func doctypeEnd(s string) int {
	var quote byte
	inner := false // between the brackets
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '[':
			inner = true
		case c == ']':
			inner = false
		case c == '>' && !inner:
			return i + 1
		}
	}
	return 0
}
