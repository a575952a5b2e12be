// Package articles holds the document that Gloss reads and shows, and what
// makes one from files: every format becomes a Document, one clean text with
// blocks and inline spans over it.
//
// Every position in it is a byte offset of Document.Text. The package knows
// nothing of the terminal, nor of annotations.
package articles

import (
	"time"

	"gloss/articles/clean"
)

// A Span is a half-open range of bytes [Start, End) of Document.Text. Its ends
// never fall inside an encoded code point.
type Span struct{ Start, End int }

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the bytes of the text that the span covers.
func (s Span) Of(text clean.Text) string { return text.String()[s.Start:s.End] }

// A Document is an article as it is read: clean text and the structure over
// it. It is not changed once it is made, so that it may be shared freely.
type Document struct {
	// Text is what is read, of all blocks.
	Text clean.Text
	// Blocks are in the order of Text; their spans do not overlap. A passage of
	// many kilobytes may be parted into several blocks, the later ones Tight,
	// with nothing or only a space between them.
	Blocks []Block
	// Inlines are sorted by Start, the longer one first; they nest or stand
	// apart, and none crosses the edge of a block.
	Inlines []Inline
	Meta    Meta
	// Notices say, a line each, what was left out of the source or could only
	// be guessed.
	Notices []clean.Text
	// Partial says that only the head of the source was read: Text is then a
	// prefix of what the whole gives, and Blocks the first of its blocks.
	Partial bool
}

// Meta is what is known of an article beside its text. A field that is not
// known is empty. None has a line break.
type Meta struct {
	ID     clean.Text // an identifier given by the source, as in a corpus
	Title  clean.Text
	Byline clean.Text
	Source clean.Text // the publication or site
	URL    clean.Text
	Lang   clean.Text // BCP 47, as the source states it
	Date   time.Time
}

// BlockKind tells what a block is.
type BlockKind uint8

// The kinds of blocks. Lists and quotations are not blocks but containers,
// that stand in Block.Path.
const (
	Paragraph BlockKind = iota
	Heading             // Level is 1 to 6
	Code                // verbatim lines; Lang may name the language
	Table               // cells in Rows; in Text '\t' parts cells, '\n' rows
	Caption             // of a figure or table
	Rule                // a thematic break; its span is empty
)

// A Block is a leaf of the document's structure.
type Block struct {
	Kind  BlockKind
	Span  Span
	Level int        // of a heading, 1 to 6
	Lang  clean.Text // of code, as the source names it
	// Path holds the quotations and list items that the block is in, the
	// outermost first. Blocks share it: it must not be changed.
	Path []Container
	// Tight says that no empty line parts the block from the one before it.
	Tight bool
	// Reflow says that line breaks inside the block are only where the source
	// was wrapped: each is shown as one space, together with the blanks beside
	// it. Without it, a '\n' in a paragraph
	// is a line break that the author made.
	Reflow bool
	Rows   []Row // of a table
}

// ContainerKind tells what a container is.
type ContainerKind uint8

// The kinds of containers.
const (
	Quotation ContainerKind = iota
	Item                    // an item of a list
)

// A Container is a quotation or a list item round a block.
type Container struct {
	Kind ContainerKind
	// Marker is what stands before an item: "•", "3." or a task's box "[x]".
	// It is no part of Text.
	Marker clean.Text
	// First says that the block is the first one in the container: an item's
	// marker is shown beside it only.
	First bool
}

// A Row is a row of a table.
type Row struct {
	Cells  []Span
	Header bool
	Align  []Align // one for each cell; may be shorter
}

// Align is how a table's cell is set.
type Align uint8

// The alignments of cells.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
)

// InlineKind tells what an inline span is.
type InlineKind uint8

// The kinds of inline spans.
const (
	Emphasis InlineKind = iota
	Strong
	Strike
	CodeSpan
	Link  // Target is its address
	Image // the span is its alternative text; Target is its address
)

// An Inline is a span inside a block that is set or acts in its own way.
type Inline struct {
	Kind   InlineKind
	Span   Span
	Target clean.Text // of a link or an image: see package link
}
