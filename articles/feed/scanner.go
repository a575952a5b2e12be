package feed

import (
	"strings"

	"golang.org/x/net/html"
)

// longTag is the length of a tag in bytes from which only its name is read. No
// tag of a feed is as long. The tokenizer remembers the names of a tag's
// attributes, and with very many of them in one tag it is slow there, and
// slower in all tags behind it.
const longTag = 64 << 10

// A scanner goes through markup token by token, as XML has it: no element is
// raw text, and there are sections of CDATA.
type scanner struct {
	tokens *html.Tokenizer
	src    string
	off    int // the byte of src behind the present token
	kind   html.TokenType
	raw    string // the present token
	tag    *tag   // of the present token, if it is a start or end tag
}

func newScanner(src string) scanner { return scanner{tokens: tokenize(src), src: src} }

func tokenize(src string) *html.Tokenizer {
	z := html.NewTokenizer(strings.NewReader(src))
	z.AllowCDATA(true)
	return z
}

// next goes to the next token. At the end it is an ErrorToken.
func (s *scanner) next() {
	if n := tagLength(s.src[s.off:]); n >= longTag {
		s.long(n)
		return
	}
	s.kind = s.tokens.Next()
	s.take(len(s.tokens.Raw()))
	s.tag = nil
	switch s.kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		s.tokens.NextIsNotRawText()
		s.tag = readTag(s.tokens, s.kind)
	case html.EndTagToken:
		s.tag = readTag(s.tokens, s.kind)
	}
}

// long takes a tag of n bytes, of which it reads the name.
func (s *scanner) long(n int) {
	s.take(n)
	s.tokens = tokenize(s.src[s.off:])
	name := s.raw[:strings.IndexAny(s.raw, " \t\r\n\f>")+1]
	if !strings.HasSuffix(s.raw, ">") || name == "" {
		s.kind, s.tag = html.ErrorToken, nil
		return
	}
	end := ">"
	if strings.HasSuffix(s.raw, "/>") {
		end = "/>"
	}
	z := html.NewTokenizer(strings.NewReader(name[:len(name)-1] + end))
	s.kind = z.Next()
	s.tag = readTag(z, s.kind)
}

// take makes the next n bytes the present token.
func (s *scanner) take(n int) {
	s.raw = s.src[s.off : s.off+n]
	s.off += n
}

// tagLength returns the length of the tag that src begins with, that of src
// where it does not end, and 0 where it begins with none.
func tagLength(src string) int {
	name := strings.TrimPrefix(strings.TrimPrefix(src[:min(len(src), 3)], "<"), "/")
	if name == "" || src[0] != '<' || name[0]|0x20 < 'a' || name[0]|0x20 > 'z' {
		return 0
	}
	var quote, last byte
	for i := 1; i < len(src); i++ {
		c := src[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return i + 1
		case (c == '"' || c == '\'') && last == '=':
			quote = c
		}
		if c > ' ' {
			last = c
		}
	}
	return len(src)
}
