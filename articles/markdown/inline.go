package markdown

import (
	"bytes"
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/link"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// inlines reads the inline nodes in n into the pending block.
func (w *walker) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *walker) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.String:
		w.out.Write(string(n.Value))
	case *ast.CodeSpan:
		i := w.out.Open(articles.CodeSpan, clean.Text{})
		w.verbatim(n)
		w.out.Close(i)
	case *ast.Emphasis:
		kind := articles.Emphasis
		if n.Level > 1 {
			kind = articles.Strong
		}
		w.span(n, kind, clean.Text{})
	case *east.Strikethrough:
		w.span(n, articles.Strike, clean.Text{})
	case *ast.Link:
		if target := address(string(n.Destination)); !target.IsEmpty() {
			w.span(n, articles.Link, target)
			return
		}
		w.inlines(n)
	case *ast.Image:
		i := w.out.Open(articles.Image, address(string(n.Destination)))
		w.alternative(n)
		w.out.Close(i)
	case *ast.AutoLink:
		url := string(n.URL(w.source))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
			url = "mailto:" + url
		}
		target := link.Target(url, nil)
		i := w.out.Open(articles.Link, target)
		w.out.Write(string(n.Label(w.source)))
		w.out.Close(i)
		if target.IsEmpty() {
			w.out.Drop(i)
		}
	case *ast.RawHTML:
		w.rawHTML(n)
	case *east.TaskCheckBox:
		// The box is the item's marker.
	default:
		w.inlines(n)
	}
}

func (w *walker) span(n ast.Node, kind articles.InlineKind, target clean.Text) {
	i := w.out.Open(kind, target)
	w.inlines(n)
	w.out.Close(i)
}

func (w *walker) text(n *ast.Text) {
	value := n.Segment.Value(w.source)
	if n.IsRaw() {
		w.out.Write(string(value))
	} else {
		w.out.Write(unescape(string(value)))
	}
	switch {
	case n.HardLineBreak():
		w.out.BreakLine()
	case n.SoftLineBreak():
		w.out.Wrap()
	}
}

// verbatim reads a code span: no entities, and line ends are spaces.
func (w *walker) verbatim(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.out.Write(strings.ReplaceAll(string(c.Segment.Value(w.source)), "\n", " "))
		case *ast.String:
			w.out.Write(string(c.Value))
		}
	}
}

// alternative reads the text that stands for an image, whatever spans are in
// it.
func (w *walker) alternative(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.text(c)
		case *ast.String:
			w.out.Write(string(c.Value))
		case *ast.CodeSpan:
			w.verbatim(c)
		case *ast.AutoLink:
			w.out.Write(string(c.Label(w.source)))
		default:
			w.alternative(c)
		}
	}
}

// rawHTML drops a tag or comment inside a paragraph; <br> ends the line.
func (w *walker) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	first := n.Segments.At(0)
	tag := bytes.ToLower(first.Value(w.source))
	if name, _ := tagName(string(tag)); name == "br" {
		w.out.BreakLine()
	}
}

// address returns a link's target: what the source says, its backslashes and
// entities resolved, empty where it is none that may be opened.
func address(s string) clean.Text { return link.Target(unescape(s), nil) }
