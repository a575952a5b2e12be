package markdown

import (
	"bytes"
	"strings"

	"gloss/articles"
	"gloss/articles/clean"

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
		w.out.write(string(n.Value))
	case *ast.CodeSpan:
		i := w.out.open(articles.CodeSpan, "")
		w.verbatim(n)
		w.out.close(i)
	case *ast.Emphasis:
		kind := articles.Emphasis
		if n.Level > 1 {
			kind = articles.Strong
		}
		w.span(n, kind, "")
	case *east.Strikethrough:
		w.span(n, articles.Strike, "")
	case *ast.Link:
		if target := address(string(n.Destination)); target != "" {
			w.span(n, articles.Link, target)
			return
		}
		w.inlines(n)
	case *ast.Image:
		i := w.out.open(articles.Image, address(string(n.Destination)))
		w.alternative(n)
		w.out.close(i)
	case *ast.AutoLink:
		url := string(n.URL(w.source))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
			url = "mailto:" + url
		}
		target := allowed(url)
		i := w.out.open(articles.Link, target)
		w.out.write(string(n.Label(w.source)))
		w.out.close(i)
		if target == "" {
			w.out.drop(i)
		}
	case *ast.RawHTML:
		w.rawHTML(n)
	case *east.TaskCheckBox:
		// The box is the item's marker.
	default:
		w.inlines(n)
	}
}

func (w *walker) span(n ast.Node, kind articles.InlineKind, target string) {
	i := w.out.open(kind, target)
	w.inlines(n)
	w.out.close(i)
}

func (w *walker) text(n *ast.Text) {
	value := n.Segment.Value(w.source)
	if n.IsRaw() {
		w.out.write(string(value))
	} else {
		w.out.write(unescape(string(value)))
	}
	switch {
	case n.HardLineBreak():
		w.out.breakLine()
	case n.SoftLineBreak():
		w.out.softly = true
	}
}

// verbatim reads a code span: no entities, and line ends are spaces.
func (w *walker) verbatim(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.out.write(strings.ReplaceAll(string(c.Segment.Value(w.source)), "\n", " "))
		case *ast.String:
			w.out.write(string(c.Value))
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
			w.out.write(string(c.Value))
		case *ast.CodeSpan:
			w.verbatim(c)
		case *ast.AutoLink:
			w.out.write(string(c.Label(w.source)))
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
		w.out.breakLine()
	}
}

// address returns a link's target: what the source says, its backslashes and
// entities resolved, or "" where the scheme is none that may be opened.
func address(s string) string { return allowed(unescape(s)) }

// allowed returns a target in one word where it is clean, and is relative or
// has the scheme http, https or mailto; else "".
func allowed(target string) string {
	target = strings.TrimSpace(target)
	if clean.Line(target) != target || strings.Contains(target, "\ufffd") {
		return ""
	}
	target = strings.ReplaceAll(target, " ", "%20")
	colon := strings.IndexByte(target, ':')
	if colon < 0 || strings.ContainsAny(target[:colon], "/?#") {
		return target
	}
	switch strings.ToLower(target[:colon]) {
	case "http", "https", "mailto":
		return target
	}
	return ""
}
