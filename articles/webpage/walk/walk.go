// Package walk turns a parsed page into the blocks of a document: what a
// browser would show of it as text, in the order of the source.
//
// White space is collapsed as CSS does it outside <pre>. Scripts, styles,
// controls of forms, drawings and what says that it is hidden are left out.
package walk

import (
	"net/url"
	"strings"

	"gloss/articles"
	"gloss/articles/compose"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// MaxBlock is the most bytes a block holds before it is parted at the
	// next space.
	MaxBlock = 16 << 10
	// maxAnchors is how many anchors are noted.
	maxAnchors = 1 << 16
	// maxNesting is how many elements deep the walk goes. A parsed page has no
	// more than 512 open at once.
	maxNesting = 1 << 10
	// maxContainers is how many quotations and items a block can stand in:
	// every block of a page that nests them without end names all of its own.
	maxContainers = 16
)

// Options say how a tree is read.
type Options struct {
	// Base is what relative addresses are resolved against; without it they
	// stay relative.
	Base *url.URL
	// Lower is how many levels headings are lowered; none goes below 6.
	Lower int
	// Skip tells of elements and texts that are left out. It may be nil.
	Skip func(*html.Node) bool
}

// Append appends the blocks of what is in n to out, the first of them at
// place, and returns where the next one stands. It also returns the anchors:
// for the id or name of an element the number of the first block behind its
// start, which is out.Blocks() where there is none.
func Append(out *compose.Builder, place compose.Place, n *html.Node, opts Options) (compose.Place, map[string]int) {
	w := walker{out: out, opts: opts, place: place, anchors: map[string]int{}}
	w.node(n)
	w.endBlock()
	return w.place, w.anchors
}

// walker appends the blocks of a tree.
type walker struct {
	out     *compose.Builder
	opts    Options
	anchors map[string]int

	place      compose.Place // of the block that is being written
	kind       articles.Block
	containers int // how many quotations and items are open

	tight  bool // in an item whose blocks stand close together
	inLine int  // over 0 in a heading or a cell, that no block parts
	depth  int
	start  int // where the text of a cell begins, in bytes of the pending block

	formats []format // the inline elements that are open
	space   space    // white space that stands before the next word
	breaks  int      // line breaks since the last word
	quotes  int      // how many <q> are open

	captioned int // how many figures are open that have a caption
}

// children reads what is in n.
func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

// node reads a node.
func (w *walker) node(n *html.Node) {
	if w.depth == maxNesting {
		return
	}
	w.depth++
	defer func() { w.depth-- }()
	switch n.Type {
	case html.TextNode:
		if w.opts.Skip == nil || !w.opts.Skip(n) {
			w.text(n.Data)
		}
	case html.DocumentNode:
		w.children(n)
	case html.ElementNode:
		if isDropped(n) || tree.IsHidden(n) || w.opts.Skip != nil && w.opts.Skip(n) {
			return
		}
		w.anchor(n)
		w.element(n)
	}
}

// element reads an element that is shown.
func (w *walker) element(n *html.Node) {
	if n.Namespace != "" && n.Data != "math" {
		w.children(n)
		return
	}
	if tree.IsBlock(n) && w.inLine > 0 {
		w.leaveSpace()
		if n.DataAtom != atom.Hr {
			w.children(n)
		}
		w.leaveSpace()
		return
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading(n)
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		w.list(n)
	case atom.Li:
		w.item(n, "•", true)
	case atom.Dd:
		w.within(articles.Item, "", n)
	case atom.Blockquote:
		w.within(articles.Quotation, "", n)
	case atom.Pre, atom.Listing, atom.Plaintext, atom.Xmp:
		w.code(n)
	case atom.Table:
		w.table(n)
	case atom.Figure:
		w.figure(n)
	case atom.Figcaption, atom.Caption:
		w.block(articles.Block{Kind: articles.Caption}, n)
	case atom.Hr:
		w.endBlock()
		w.out.End(w.place.Block(articles.Rule), true)
		w.place = w.place.Next(w.tight)
	case atom.Br:
		w.lineBreak()
	default:
		if tree.IsBlock(n) {
			w.block(articles.Block{}, n)
			return
		}
		w.inline(n)
	}
}

// block reads an element whose text is a block of its own, or several.
func (w *walker) block(kind articles.Block, n *html.Node) {
	w.endBlock()
	before := w.kind
	w.kind = kind
	w.children(n)
	w.endBlock()
	w.kind = before
}

// heading reads a heading, on one line.
func (w *walker) heading(n *html.Node) {
	w.endBlock()
	before := w.kind
	level := int(n.Data[1]-'0') + w.opts.Lower
	w.kind = articles.Block{Kind: articles.Heading, Level: max(1, min(level, 6))}
	w.inLine++
	w.children(n)
	w.inLine--
	w.endBlock()
	w.kind = before
}

// within reads the blocks of an element as those of a container.
func (w *walker) within(kind articles.ContainerKind, marker string, n *html.Node) {
	w.endBlock()
	outer, before, tight := w.place, w.out.Blocks(), w.tight
	w.enter(kind, marker)
	w.tight = false
	w.children(n)
	w.endBlock()
	w.leave(outer)
	w.tight = tight
	if w.out.Blocks() > before {
		w.place = w.place.Next(tight)
	}
}

// enter goes into a container, unless there are too many round it.
func (w *walker) enter(kind articles.ContainerKind, marker string) {
	if w.containers < maxContainers {
		w.place = w.place.Within(kind, marker)
	}
	w.containers++
}

// leave goes back to the place of the container.
func (w *walker) leave(outer compose.Place) {
	w.place = outer
	w.containers--
}

// endBlock ends the block that is being written, if there is any.
func (w *walker) endBlock() {
	if w.inLine > 0 {
		w.leaveSpace()
		return
	}
	w.finish(false)
}

// finish ends the block that is being written; more says that its text goes on
// in another one.
func (w *walker) finish(more bool) {
	w.closeFormats()
	w.space, w.breaks = noSpace, 0
	block := w.place.Block(w.kind.Kind)
	block.Level, block.Lang = w.kind.Level, w.kind.Lang
	if block.Kind == articles.Heading {
		w.out.Flatten(0)
	}
	if w.out.End(block, false) {
		w.place = w.place.Next(more || w.tight)
	}
}

// anchor notes where an element begins that links may lead to.
func (w *walker) anchor(n *html.Node) {
	for _, key := range [...]string{"id", "name"} {
		if key == "name" && n.DataAtom != atom.A {
			return
		}
		if id := tree.Attr(n, key); id != "" && len(w.anchors) < maxAnchors {
			if _, known := w.anchors[id]; !known {
				w.anchors[id] = w.out.Blocks()
			}
		}
	}
}

// isDropped tells whether an element shows no text of the article.
func isDropped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Head, atom.Title, atom.Iframe, atom.Object, atom.Applet,
		atom.Embed, atom.Audio, atom.Video, atom.Canvas, atom.Svg, atom.Input, atom.Select, atom.Textarea,
		atom.Button, atom.Datalist, atom.Option, atom.Optgroup, atom.Progress, atom.Meter, atom.Output,
		atom.Noframes, atom.Noembed, atom.Map, atom.Area, atom.Rp, atom.Dialog, atom.Frameset, atom.Frame:
		return true
	}
	return n.Namespace == "svg" && strings.EqualFold(n.Data, "svg")
}
