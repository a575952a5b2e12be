package feed

import (
	"bytes"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// A rewriter reads any markup as a feed and gives it back as sound XML for
// gofeed: one channel or feed, its items, and in them only elements that are
// read, each with nothing but text in it, or the parts of a person.
//
// It is a tokenizer's loop without a stack, so that time is linear and nesting
// costs nothing. An item ends at its end tag, at the next item, or where the
// text ends; a short element such as a title also where another one starts.
// Comments, instructions and document types are dropped. Entities are decoded
// once, and illegal characters become visible ones.
//
// HTML in it stays text. What the rewritten form does not tell, such as in
// which form a text is given, is kept in facts.
type rewriter struct {
	scanner
	spaces spaces
	limits Limits

	root   string // "rss", "rdf" or "feed"; empty before it
	inItem bool
	kept   int  // elements written of the present item, or of the feed
	again  bool // the present token is to be taken once more
	value  []byte
	out    bytes.Buffer
	ended  bool

	facts  []facts
	about  facts
	left   int
	broken bool
}

// maxKept is how many elements of an item, or of the feed itself, are read.
// Real ones have a score.
const maxKept = 500

func newRewriter(text string, base *url.URL, limits Limits) *rewriter {
	return &rewriter{scanner: newScanner(text), spaces: newSpaces(), limits: limits, about: facts{base: base}}
}

// Read gives the rewritten feed, some of it at a time.
func (w *rewriter) Read(p []byte) (int, error) {
	for w.out.Len() == 0 {
		if w.ended {
			return 0, io.EOF
		}
		w.step()
	}
	return w.out.Read(p)
}

// next goes to the next token, if the present one is done with.
func (w *rewriter) next() {
	if w.again {
		w.again = false
		return
	}
	w.scanner.next()
	if w.tag != nil {
		w.spaces.declare(w.tag)
	}
}

// step takes a token outside of elements that are read.
func (w *rewriter) step() {
	w.next()
	switch w.kind {
	case html.ErrorToken:
		w.end(true)
	case html.EndTagToken:
		switch {
		case w.root == "":
		case w.tag.local == w.root:
			w.end(false)
		case isItem(w.tag) && w.inItem:
			w.endItem()
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		if w.root == "" {
			w.begin()
		} else {
			w.element()
		}
	}
}

// begin takes the root.
func (w *rewriter) begin() {
	w.root = w.tag.local
	switch w.root {
	case "rss", "rdf":
		// The namespace of a root that says none, or a strange one, is the one
		// that its elements without a prefix are in.
		w.spaces.native, _ = w.tag.attr("xmlns")
		w.out.WriteString(`<rss version="2.0"` + declarations + `><channel>`)
	case "feed":
		w.spaces.native = w.spaces.of(w.tag)
		w.out.WriteString(`<feed xmlns="` + spaceAtom + `"` + declarations)
		w.attribute("lang", w.tag.get("xml:lang"))
		w.out.WriteString(`>`)
	default:
		w.root = ""
		w.ended = true
		return
	}
	w.about.base = parseBase(w.tag.get("xml:base"), w.about.base)
	if w.tag.closed {
		w.end(false)
	}
}

// end closes what is open. Broken says that the text ended before the root.
func (w *rewriter) end(broken bool) {
	w.ended = true
	if w.root == "" {
		return
	}
	w.broken = broken
	w.endItem()
	if w.root == "feed" {
		w.out.WriteString("</feed>")
	} else {
		w.out.WriteString("</channel></rss>")
	}
}

// isItem tells whether a tag is one of an item, whatever its namespace.
func isItem(t *tag) bool { return t.local == "item" || t.local == "entry" }

// item returns what the format calls an item.
func (w *rewriter) item() string {
	if w.root == "feed" {
		return "entry"
	}
	return "item"
}

// element takes a start tag in the feed or in an item.
func (w *rewriter) element() {
	name := w.spaces.name(w.tag)
	switch {
	case name == w.item():
		w.endItem()
		if len(w.facts) == w.limits.Items {
			w.left++
			return
		}
		w.facts = append(w.facts, facts{base: parseBase(w.tag.get("xml:base"), w.about.base)})
		w.inItem, w.kept = true, 0
		w.out.WriteString("<" + w.item() + ">")
		if w.tag.closed {
			w.endItem()
		}
	case name == "channel" && w.root != "feed":
		if !w.inItem {
			w.about.base = parseBase(w.tag.get("xml:base"), w.about.base)
		}
	case w.left > 0:
	case w.kept >= maxKept || !isRead(name):
		w.skip()
	case isPerson(name) && w.isAtom(name):
		w.kept++
		w.person(name)
	default:
		w.kept++
		w.text(name)
	}
}

func (w *rewriter) endItem() {
	if w.inItem {
		w.out.WriteString("</" + w.item() + ">")
		w.inItem = false
	}
	w.kept = 0
}

// isAtom tells whether an element, by its rewritten name, is one of Atom.
func (w *rewriter) isAtom(name string) bool {
	return strings.HasPrefix(name, "atom:") || w.root == "feed" && !strings.Contains(name, ":")
}

// isRead tells whether an element is read, by its rewritten name.
func isRead(name string) bool {
	switch strings.TrimPrefix(name, "atom:") {
	case "title", "link", "description", "language", "id", "guid", "author", "pubdate", "lastbuilddate",
		"summary", "content", "subtitle", "tagline", "published", "updated", "issued", "modified",
		"content:encoded", "dc:title", "dc:creator", "dc:author", "dc:date", "dc:description", "dc:language",
		"itunes:author", "itunes:summary":
		return true
	}
	return false
}

// isLong tells whether an element's text may be long and have markup in it.
func isLong(name string) bool {
	switch strings.TrimPrefix(name, "atom:") {
	case "description", "summary", "content", "content:encoded", "dc:description", "itunes:summary":
		return true
	}
	return false
}

func isPerson(name string) bool { return strings.TrimPrefix(name, "atom:") == "author" }

// isPart tells whether an element is a part of a person that is read.
func isPart(t *tag) bool { return t.local == "name" || t.local == "email" }
