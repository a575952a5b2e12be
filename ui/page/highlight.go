package page

import (
	"strings"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	chromastyles "github.com/alecthomas/chroma/v2/styles"
	"github.com/charmbracelet/glamour/ansi"

	"gloss/articles"
	"gloss/ui/theme"
)

// maxCode is how long a block of code may be, in bytes, to be coloured: it has
// to be read from its beginning, by regular expressions.
const maxCode = 8 << 10

// maxCodeTime is how long the colouring of a block may take. The expressions
// that lexers are made of can take seconds on a few kilobytes of what is none
// of their language, such as empty lines; what is left when the time is over
// stays plain.
const maxCodeTime = 50 * time.Millisecond

// codeLook returns the look of a span of a block of code: the colours that the
// style sheet gives to the tokens of its language, where that is known.
func (p *Page) codeLook(block *articles.Block, span articles.Span) look {
	base := p.base(block)
	plain := p.lookOf(block, span, base)
	if block.Lang.IsEmpty() || block.Span.Len() > maxCode {
		return plain
	}
	lexer := lexers.Get(block.Lang.String())
	if lexer == nil {
		return plain
	}
	code := p.doc.Text.String()[block.Span.Start:block.Span.End]
	tokens, err := lexer.Tokenise(nil, code)
	if err != nil {
		return plain
	}
	var l look
	l.set(span.Start, base)
	off, deadline := block.Span.Start, time.Now().Add(p.codeTime)
	for token := range tokens.Stdlib() {
		if off >= span.End || !strings.HasPrefix(p.doc.Text.String()[off:], token.Value) {
			break // the lexer adds a line's end, and may change what it read
		}
		l.set(max(off, span.Start), p.token(token.Type, base))
		off += len(token.Value)
		if time.Now().After(deadline) {
			l.set(max(off, span.Start), base)
			break
		}
	}
	return l
}

// token returns the style of a token of code.
func (p *Page) token(kind chroma.TokenType, base uint16) uint16 {
	s := p.styles[base]
	sheet := &p.theme.Sheet.CodeBlock
	switch {
	case sheet.Chroma != nil:
		s = apply(s, tokenStyle(sheet.Chroma, kind))
	case sheet.Theme != "":
		entry := chromastyles.Get(sheet.Theme).Get(kind)
		if entry.Colour.IsSet() {
			s.FG = theme.Color(entry.Colour.String())
		}
		s.Bold = entry.Bold == chroma.Yes
		s.Italic = entry.Italic == chroma.Yes
	}
	return p.intern(s)
}

// tokenStyle returns what a sheet says of a kind of token, or else of the
// kinds that it belongs to.
func tokenStyle(c *ansi.Chroma, kind chroma.TokenType) ansi.StylePrimitive {
	for _, k := range []chroma.TokenType{kind, kind.SubCategory(), kind.Category()} {
		switch k {
		case chroma.Error:
			return c.Error
		case chroma.CommentPreproc:
			return c.CommentPreproc
		case chroma.Comment:
			return c.Comment
		case chroma.KeywordReserved:
			return c.KeywordReserved
		case chroma.KeywordNamespace:
			return c.KeywordNamespace
		case chroma.KeywordType:
			return c.KeywordType
		case chroma.Keyword:
			return c.Keyword
		case chroma.Operator:
			return c.Operator
		case chroma.Punctuation:
			return c.Punctuation
		case chroma.NameBuiltin:
			return c.NameBuiltin
		case chroma.NameTag:
			return c.NameTag
		case chroma.NameAttribute:
			return c.NameAttribute
		case chroma.NameClass:
			return c.NameClass
		case chroma.NameConstant:
			return c.NameConstant
		case chroma.NameDecorator:
			return c.NameDecorator
		case chroma.NameException:
			return c.NameException
		case chroma.NameFunction:
			return c.NameFunction
		case chroma.NameOther:
			return c.NameOther
		case chroma.Name:
			return c.Name
		case chroma.LiteralNumber:
			return c.LiteralNumber
		case chroma.LiteralDate:
			return c.LiteralDate
		case chroma.LiteralStringEscape:
			return c.LiteralStringEscape
		case chroma.LiteralString:
			return c.LiteralString
		case chroma.Literal:
			return c.Literal
		case chroma.GenericDeleted:
			return c.GenericDeleted
		case chroma.GenericEmph:
			return c.GenericEmph
		case chroma.GenericInserted:
			return c.GenericInserted
		case chroma.GenericStrong:
			return c.GenericStrong
		case chroma.GenericSubheading:
			return c.GenericSubheading
		}
	}
	return ansi.StylePrimitive{}
}
