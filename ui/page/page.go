package page

import (
	"gloss/articles"
	"gloss/ui/theme"
)

// The widths that a page may have, in cells.
const (
	MinWidth = 20
	MaxWidth = 300
)

// A Pos is a line of a page. It holds for one Page only, and is never stored:
// keep the offset of the line instead, and ask PosOf for its place in another
// layout. Positions come from the methods of Page; their fields are only to be
// compared.
type Pos struct {
	Block int // the index of the block in the document
	Part  int // the part of the block, where a long one is laid out in parts
	Line  int // the line in the part
}

// Compare returns -1, 0 or 1 as p is before, at or after q.
func (p Pos) Compare(q Pos) int {
	return 0
}

// A Mark is a style over a span of the text. Marks may overlap and nest: a
// higher Layer is laid over a lower one, and of two on the same layer the
// later in the slice is laid over the earlier.
type Mark struct {
	Span  articles.Span
	Style theme.Style
	Layer int
}

// A Page is a document laid out for a width.
type Page struct {
	doc   *articles.Document
	width int
	theme theme.Theme
}

// New returns the page of a document for a width in cells, which is brought
// into MinWidth to MaxWidth. It lays nothing out.
func New(doc *articles.Document, width int, th theme.Theme) *Page {
	return &Page{doc: doc, width: min(max(width, MinWidth), MaxWidth), theme: th}
}

// Width returns the width of the page in cells. No line is wider.
func (p *Page) Width() int { return p.width }

// Doc returns the document that the page shows.
func (p *Page) Doc() *articles.Document { return p.doc }

// Top returns the first line of the page.
func (p *Page) Top() Pos { return Pos{} }

// Bottom returns the last line of the page.
func (p *Page) Bottom() Pos { return Pos{} }

// Move returns the line that is n lines below from, or above it where n is
// negative, and stops at the ends of the document. It costs what n lines cost.
func (p *Page) Move(from Pos, n int) Pos { return from }

// Lines returns how many lines b is below a, and stops counting at max. It is
// 0 where b is not below a.
func (p *Page) Lines(a, b Pos, max int) int { return 0 }

// PosOf returns the line that shows the byte at off, or else the nearest text
// after it, or the last line of text where none is.
func (p *Page) PosOf(off int) Pos { return Pos{} }

// CellOf returns the line and the column, in cells from the left edge, where
// the byte at off is shown, or else the nearest text after it.
func (p *Page) CellOf(off int) (Pos, int) { return Pos{}, 0 }

// OffsetAt returns the offset of the character that is shown at a column of a
// line. Where the cell shows no text, as in a margin, ok is false and off is
// that of the nearest character in the line, or in the next line with text.
func (p *Page) OffsetAt(pos Pos, col int) (off int, ok bool) { return 0, false }

// LineSpan returns the bytes that a line shows, which is an empty span at the
// text that follows where it shows none. In a table, where a line shows parts
// of several cells, it reaches from the first to the last.
func (p *Page) LineSpan(pos Pos) articles.Span { return articles.Span{} }

// Paint returns n lines, fewer at the end of the document, with the marks laid
// over them. No line is wider than the page, each is closed with a reset, and
// the only escapes in them are SGR sequences made here. Marks need not be
// sorted, nor be visible.
func (p *Page) Paint(from Pos, n int, marks []Mark) []string { return nil }

// Plain returns n lines, fewer at the end of the document, without escapes and
// without spaces at the end.
func (p *Page) Plain(from Pos, n int) []string { return nil }
