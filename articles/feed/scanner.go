package feed

import (
	"strings"

	"golang.org/x/net/html"
)

// longTag is the length of a tag in bytes behind which scanning starts anew.
// The tokenizer clears what it knew of the last tag's attributes before each
// tag, which after one with a million of them takes long every time.
const longTag = 16 << 10

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
	if len(s.raw) > longTag {
		s.tokens = tokenize(s.src[s.off:])
	}
	s.kind = s.tokens.Next()
	start := s.off
	s.off += len(s.tokens.Raw())
	s.raw = s.src[start:s.off]
	s.tag = nil
	switch s.kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		s.tokens.NextIsNotRawText()
		s.tag = readTag(s.tokens, s.kind)
	case html.EndTagToken:
		s.tag = readTag(s.tokens, s.kind)
	}
}
