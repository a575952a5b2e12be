package feed

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf8"

	tokenizer "golang.org/x/net/html"
)

// maxReference is the most bytes of a character reference that is decoded. The
// longest name in HTML has 33 with "&" and ";".
const maxReference = 40

// appendText appends a stretch of an element's text as it reads: a CDATA
// section word for word, anything else with its character references decoded.
func appendText(dst []byte, raw string) []byte {
	if section, ok := strings.CutPrefix(raw, "<![CDATA["); ok {
		return append(dst, strings.TrimSuffix(section, "]]>")...)
	}
	return appendDecoded(dst, raw)
}

// appendDecoded appends s with its character references decoded, once. Names
// are those of HTML, which feeds use without declaring them; what is no
// reference, as an "&" alone, stays as it is.
func appendDecoded(dst []byte, s string) []byte {
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		s = s[i:]
		n := reference(s)
		dst = append(dst, html.UnescapeString(s[:max(n, 1)])...)
		s = s[max(n, 1):]
	}
}

// reference returns the length of the character reference that s begins with,
// 0 where it begins with none. It must end in ";".
func reference(s string) int {
	for i := 1; i < min(len(s), maxReference); i++ {
		switch c := s[i]; {
		case c == ';':
			decoded := html.UnescapeString(s[:i+1])
			if decoded == ";" || !strings.HasSuffix(decoded, ";") {
				return i + 1
			}
			return 0
		case c == '#' && i == 1, c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		default:
			return 0
		}
	}
	return 0
}

// appendMarkup appends the markup in an element as HTML: the text of CDATA
// sections, which HTML does not know, is escaped, names lose their prefixes,
// and comments are dropped.
func appendMarkup(dst []byte, src string) []byte {
	s := newScanner(src)
	for {
		s.next()
		switch s.kind {
		case tokenizer.ErrorToken:
			return dst
		case tokenizer.StartTagToken, tokenizer.SelfClosingTagToken:
			dst = append(dst, '<')
			dst = append(dst, withoutPrefix(s.raw[1:])...)
		case tokenizer.EndTagToken:
			dst = append(dst, "</"...)
			dst = append(dst, withoutPrefix(s.raw[2:])...)
		case tokenizer.TextToken:
			if strings.HasPrefix(s.raw, "<![CDATA[") {
				dst = append(dst, html.EscapeString(string(appendText(nil, s.raw)))...)
			} else {
				dst = append(dst, s.raw...)
			}
		}
	}
}

// withoutPrefix returns a tag, from its name on, without the prefix of a
// namespace.
func withoutPrefix(tag string) string {
	if i := strings.IndexAny(tag, ": \t\r\n/>"); i >= 0 && tag[i] == ':' {
		return tag[i+1:]
	}
	return tag
}

// escape writes s as text of XML or as an attribute's value.
func escape(out *bytes.Buffer, s string) { written(out, s, inText) }

// written writes s, with something else for the characters that stand for
// something, as special tells, and for those that XML does not allow.
func written(out *bytes.Buffer, s string, special func(r rune, before string) string) {
	kept := 0
	for i, r := range s {
		if r > '>' && r < utf8.RuneError {
			continue
		}
		with := special(r, s[:i])
		if with == "" {
			with = visible(r)
		}
		if with == "" {
			continue
		}
		out.WriteString(s[kept:i])
		out.WriteString(with)
		_, size := utf8.DecodeRuneInString(s[i:])
		kept = i + size
	}
	out.WriteString(s[kept:])
}

// inText returns what is written for a character of text, "" for itself.
func inText(r rune, _ string) string {
	switch r {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	}
	return ""
}

// inSection returns what is written for a character in a section of CDATA: the
// end of one within it goes over two sections.
func inSection(r rune, before string) string {
	if r == '>' && strings.HasSuffix(before, "]]") {
		return "]]><![CDATA[>"
	}
	return ""
}

// visible returns what package clean shows for a character that XML does not
// allow, "" for one that it does.
func visible(r rune) string {
	switch {
	case r == '\t', r == '\n', r == '\r':
	case r < 0x20:
		return string('\u2400' + r)
	case r == 0xFFFE, r == 0xFFFF, r == utf8.RuneError:
		return "\ufffd"
	}
	return ""
}

// clip returns the first n bytes of s at most, without tearing a character.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
