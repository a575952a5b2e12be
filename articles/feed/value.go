package feed

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kind tells in which form a feed gives a text.
type kind uint8

const (
	unsure kind = iota // HTML or plain text, as it looks
	plain
	rich   // HTML
	inline // HTML that stands in the feed as XML
	binary // no text at all
)

// A value is a text of a feed, decoded as the format says.
type value struct {
	text string
	kind kind
}

// isHTML tells whether the value is HTML. Where the feed does not say, it is
// if there is a tag or a character reference in it.
func (v value) isHTML() bool {
	if v.kind != unsure {
		return v.kind == rich || v.kind == inline
	}
	text := v.text
	for {
		i := strings.IndexAny(text, "<&")
		if i < 0 {
			return false
		}
		text = text[i:]
		if text[0] == '&' && reference(text) > 0 {
			return true
		}
		if text[0] == '<' && len(text) > 1 {
			switch c := text[1]; {
			case c == '/', c == '!', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
				if strings.IndexByte(text[:min(len(text), maxAddress)], '>') > 0 {
					return true
				}
			}
		}
		text = text[1:]
	}
}

// excerpt returns about the first most bytes of the value's text, without
// markup. It looks at no more than a few times as much of the value.
func (v value) excerpt(most int) string {
	head := clip(v.text, 8*most)
	if !v.isHTML() {
		return clip(head, most)
	}
	return v.stripped(head, most)
}

// ending returns about the last most bytes of the value's text, without
// markup.
func (v value) ending(most int) string {
	tail := v.text
	if len(tail) > 4*most {
		tail = strings.ToValidUTF8(tail[len(tail)-4*most:], "")
		if v.isHTML() {
			// It may begin inside a tag.
			if end := strings.IndexByte(tail, '>'); end >= 0 && end < strings.IndexByte(tail+"<", '<') {
				tail = tail[end+1:]
			}
		}
	}
	if v.isHTML() {
		tail = v.stripped(tail, len(tail))
	}
	tail = strings.TrimSpace(tail)
	return strings.ToValidUTF8(tail[max(0, len(tail)-most):], "")
}

// stripped returns about the first most bytes of text in a part of the value
// that is HTML: words that elements of blocks part stay apart, and scripts and
// styles are left out.
func (v value) stripped(src string, most int) string {
	z := html.NewTokenizer(strings.NewReader(src))
	var b strings.Builder
	hidden := false
	for b.Len() < most {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if !hidden {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if v.kind == inline {
				z.NextIsNotRawText()
			}
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case a == atom.Script, a == atom.Style, a == atom.Iframe, a == atom.Noscript, a == atom.Textarea:
				hidden = kind == html.StartTagToken
			case !isInline(a):
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// isInline tells whether an element of HTML stands within words.
func isInline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Del, atom.Em, atom.Font,
		atom.I, atom.Ins, atom.Kbd, atom.Mark, atom.Q, atom.S, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup,
		atom.Time, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return false
}
