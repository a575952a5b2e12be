package webpage

import (
	"net/url"

	"gloss/articles/compose"
	"gloss/articles/webpage/tree"
	"gloss/articles/webpage/walk"
)

// FragmentOptions say how Fragment reads. The zero value reads HTML whose
// relative addresses stay relative.
type FragmentOptions struct {
	// Base is what relative addresses are resolved against; nil for none.
	Base *url.URL
	// XML says that the source is XHTML, where "<a/>" is a whole element.
	XML bool
	// Lower is how many levels headings are lowered; none goes below 6.
	Lower int
	// Limits are those of Read. Source longer than Limits.Bytes is cut.
	Limits Limits
}

// Appended tells what Fragment has appended.
type Appended struct {
	// Place is where the next block stands, behind those that were appended.
	Place compose.Place
	// Anchors gives for the id or name of an element the number of the first
	// block, of all blocks of the builder, behind where the element begins.
	// Where none follows it is the number of blocks.
	Anchors map[string]int
	// Title is the text of the <title> of the source, in one line, or "".
	Title string
}

// Fragment appends what is in decoded HTML - a chapter, an item of a feed, a
// mail - to b, the first block at place. All of it is read: nothing is taken
// for navigation or an advertisement. What the limits leave out is said in a
// notice.
func Fragment(b *compose.Builder, place compose.Place, source string, opts FragmentOptions) Appended {
	source, cut := opts.Limits.cut(source)
	page := tree.Parse(source, tree.Options{MaxNodes: opts.Limits.Nodes, XML: opts.XML})
	notices(b, page, cut)
	place, anchors := walk.Append(b, place, page.Root, walk.Options{Base: base(page.Root, opts.Base), Lower: opts.Lower})
	return Appended{Place: place, Anchors: anchors, Title: pageTitle(page.Root)}
}
