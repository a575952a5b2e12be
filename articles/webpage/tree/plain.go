package tree

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plain puts a tree together from tags with one look at each: an end tag
// closes the last open element of its name, formatting ends with its block, and
// nothing is made twice or moved. It returns how many nodes it made, and
// whether it stopped before the end.
func plain(source string, maxNodes int) (root *html.Node, nodes int, cut bool) {
	b := newBuilder()
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			b.flush()
			return b.root, b.nodes, false
		case html.TextToken:
			b.text.Write(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z)
		case html.EndTagToken:
			tag, _ := z.TagName()
			b.end(string(tag))
		}
		if b.nodes > maxNodes {
			b.flush()
			return b.root, b.nodes, true
		}
	}
}

// builder puts a tree together.
type builder struct {
	root, html, head, body *html.Node

	stack   []*html.Node   // the open elements, the body first
	open    map[string]int // how many of each name are open
	dropped map[string]int // and how many of each are too deep to be opened
	text    strings.Builder
	nodes   int
}

func newBuilder() *builder {
	b := &builder{
		root: &html.Node{Type: html.DocumentNode},
		html: element(atom.Html), head: element(atom.Head), body: element(atom.Body),
		open: map[string]int{}, dropped: map[string]int{},
	}
	b.root.AppendChild(b.html)
	b.html.AppendChild(b.head)
	b.html.AppendChild(b.body)
	b.stack = []*html.Node{b.body}
	return b
}

func element(name atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: name, Data: name.String()}
}

func (b *builder) top() *html.Node { return b.stack[len(b.stack)-1] }

// flush appends the text that was gathered.
func (b *builder) flush() {
	if b.text.Len() == 0 {
		return
	}
	b.top().AppendChild(&html.Node{Type: html.TextNode, Data: b.text.String()})
	b.text.Reset()
	b.nodes++
}

func (b *builder) start(z *html.Tokenizer) {
	tag, more := z.TagName()
	n := &html.Node{Type: html.ElementNode, Data: string(tag), DataAtom: atom.Lookup(tag)}
	for more && len(n.Attr) < maxAttributes {
		var key, val []byte
		key, val, more = z.TagAttr()
		n.Attr = append(n.Attr, html.Attribute{Key: string(key), Val: string(val)})
	}
	switch n.DataAtom {
	case atom.Html:
		b.take(b.html, n)
		return
	case atom.Body:
		b.take(b.body, n)
		return
	case atom.Head:
		return
	}
	b.flush()
	b.imply(n.DataAtom)
	b.nodes++
	if len(b.stack) == 1 && inHead(n.DataAtom) {
		b.head.AppendChild(n)
	} else {
		b.top().AppendChild(n)
	}
	switch {
	case voids[n.DataAtom]:
	case len(b.stack) >= MaxDepth:
		b.dropped[n.Data]++
	default:
		b.stack = append(b.stack, n)
		b.open[n.Data]++
	}
}

// take gives one of the elements that every page has its attributes.
func (b *builder) take(to, from *html.Node) {
	if to.Attr == nil {
		to.Attr = from.Attr
	}
}

// imply closes what ends where an element starts.
func (b *builder) imply(name atom.Atom) {
	if blocks[name] {
		for len(b.stack) > 1 && (isInline(b.top()) || b.top().DataAtom == atom.P) {
			b.pop()
		}
	}
	switch name {
	case atom.Li:
		b.closeIn(atom.Li, atom.Ul, atom.Ol, atom.Menu)
	case atom.Dt, atom.Dd:
		b.closeIn(atom.Dt, atom.Dl)
		b.closeIn(atom.Dd, atom.Dl)
	case atom.Option:
		b.closeIn(atom.Option, atom.Select)
	case atom.Td, atom.Th:
		b.closeIn(atom.Td, atom.Tr, atom.Table)
		b.closeIn(atom.Th, atom.Tr, atom.Table)
	case atom.Tr:
		b.closeIn(atom.Tr, atom.Table)
	case atom.A:
		b.closeIn(atom.A, atom.Td, atom.P, atom.Div)
	}
}

// closeIn closes the last open element of a name and what is in it, but looks
// no further out than one of the limits.
func (b *builder) closeIn(name atom.Atom, limits ...atom.Atom) {
	if b.open[name.String()] == 0 {
		return
	}
	for i := len(b.stack) - 1; i > 0; i-- {
		if b.stack[i].DataAtom == name {
			b.popTo(i)
			return
		}
		if Is(b.stack[i], limits...) {
			return
		}
	}
}

// end closes the last open element of a name. Formatting does not close the
// block round it, and nothing in a cell closes the table.
func (b *builder) end(name string) {
	if b.dropped[name] > 0 {
		b.dropped[name]--
		return
	}
	if b.open[name] == 0 {
		if name == "br" || name == "p" {
			b.flush()
			b.nodes++
			b.top().AppendChild(element(atom.Br))
		}
		return
	}
	format := formats[atom.Lookup([]byte(name))]
	for i := len(b.stack) - 1; i > 0; i-- {
		if b.stack[i].Data == name {
			b.flush()
			b.popTo(i)
			return
		}
		if format && blocks[b.stack[i].DataAtom] || isCell(b.stack[i].DataAtom) && !inTable(name) {
			return
		}
	}
}

// popTo closes the open elements down to the one at i.
func (b *builder) popTo(i int) {
	for len(b.stack) > i {
		b.pop()
	}
}

func (b *builder) pop() {
	b.flush()
	b.open[b.top().Data]--
	b.stack = b.stack[:len(b.stack)-1]
}

// isInline tells whether an element cannot hold blocks.
func isInline(n *html.Node) bool { return formats[n.DataAtom] || n.DataAtom == atom.Span }

// inHead tells whether an element is one of the head's, that shows nothing.
func inHead(name atom.Atom) bool {
	switch name {
	case atom.Title, atom.Meta, atom.Link, atom.Base:
		return true
	}
	return false
}

// inTable tells whether an end tag belongs to a table.
func inTable(name string) bool {
	switch name {
	case "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption":
		return true
	}
	return false
}
