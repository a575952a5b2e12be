package tree

import (
	"iter"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Attr returns the value of an element's attribute, "" where it has none. The
// key is in lower case.
func Attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// Has reports whether an element has an attribute, be it empty.
func Has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return true
		}
	}
	return false
}

// Is reports whether n is one of the elements.
func Is(n *html.Node, names ...atom.Atom) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, name := range names {
		if n.DataAtom == name {
			return true
		}
	}
	return false
}

// All yields n and all nodes in it in the order of the source.
func All(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for at := n; at != nil; at = next(at, n, true) {
			if !yield(at) {
				return
			}
		}
	}
}

// Shown yields n and the nodes in it that a browser shows, as far as the tree
// tells: not what is hidden, nor what is in scripts, styles and the head.
func Shown(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for at := n; at != nil; {
			shown := at.Type != html.ElementNode || !Is(at, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head) && !IsHidden(at)
			if shown && !yield(at) {
				return
			}
			at = next(at, n, shown)
		}
	}
}

// next returns the node after at inside top, in the order of the source:
// its first child where down says so, else what comes behind it.
func next(at, top *html.Node, down bool) *html.Node {
	if down && at.FirstChild != nil {
		return at.FirstChild
	}
	for at != nil && at != top {
		if at.NextSibling != nil {
			return at.NextSibling
		}
		at = at.Parent
	}
	return nil
}

// Find returns the first of the elements in n, or nil.
func Find(n *html.Node, names ...atom.Atom) *html.Node {
	for at := range All(n) {
		if Is(at, names...) {
			return at
		}
	}
	return nil
}

// Text returns the text in n with its white space collapsed, of about limit
// bytes at the most. Scripts, styles and templates are not text.
func Text(n *html.Node, limit int) string {
	var b strings.Builder
	for at := n; at != nil; {
		down := true
		switch {
		case at.Type == html.TextNode:
			b.WriteString(at.Data[:min(len(at.Data), limit)])
		case at != n && Is(at, atom.Script, atom.Style, atom.Template, atom.Noscript):
			down = false
		case at.Type == html.ElementNode && (IsBlock(at) || at.DataAtom == atom.Br):
			b.WriteByte(' ')
		}
		if b.Len() > 2*limit {
			break
		}
		at = next(at, n, down)
	}
	s := strings.Join(strings.Fields(strings.ToValidUTF8(b.String(), "")), " ")
	return s[:boundary(s, limit)]
}

// boundary returns the largest position up to n that is not inside a code
// point of s.
func boundary(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}

// Remove takes a node out of its tree.
func Remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// IsBlock reports whether an element stands apart from the text round it.
func IsBlock(n *html.Node) bool { return n.Type == html.ElementNode && blocks[n.DataAtom] }

// IsHidden reports whether an element says by itself that it is not shown.
func IsHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return !strings.EqualFold(a.Val, "false")
		case "aria-hidden":
			if strings.EqualFold(strings.TrimSpace(a.Val), "true") {
				return true
			}
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(a.Val[:min(len(a.Val), 4<<10)]), ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// blocks are the elements that stand apart from the text round them.
var blocks = set(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
	atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
	atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
	atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P,
	atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead,
	atom.Tr, atom.Ul, atom.Listing, atom.Plaintext, atom.Xmp)

// voids are the elements that have no end tag.
var voids = set(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
	atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Keygen, atom.Image, atom.Bgsound)

// formats are the elements that a browser opens again where they were left
// open.
var formats = set(atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small,
	atom.Strike, atom.Strong, atom.Tt, atom.U)

func set(names ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}

func isVoid(name string) bool { return voids[atom.Lookup([]byte(name))] }

// isHTML tells whether a name can be an element of HTML, and none of SVG or
// MathML.
func isHTML(name string) bool {
	switch a := atom.Lookup([]byte(name)); a {
	case 0, atom.Svg, atom.Math, atom.Mi, atom.Mo, atom.Mn, atom.Ms, atom.Mtext:
		return false
	}
	return true
}
