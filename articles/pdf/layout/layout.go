// Package layout finds the text in a page of glyphs: which of them make a
// line, which lines a column, in which order the columns are read, and, over
// all pages, what is a paragraph, a heading or a running head.
//
// It knows nothing of PDF: it takes runs of glyphs with places and sizes. All
// of it are guesses that hold for print as it is usual; none of them loses a
// word but those of running heads and page numbers.
//
//	lines := layout.Lines(runs)                // a page at a time
//	text := layout.Compose([]layout.Page{...}) // over all pages
package layout

import "math"

// A Run is text that is set in one go: a glyph, or several that stand on one
// base line. Lengths are in points.
type Run struct {
	Text string  // valid UTF-8
	X, Y float64 // where the base line starts; Y grows upwards
	W    float64 // how far the text goes to the right
	Size float64 // of the font
	Bold bool
}

// A Line is a line of a column. Lengths are in points.
type Line struct {
	Text string  // valid UTF-8
	X, Y float64 // where its base line starts; Y grows upwards
	W    float64
	Size float64 // of most of its characters
	Bold bool    // nearly all of its characters are bold
	// Block numbers the columns, and other pieces of a page that stand by
	// themselves, in the order in which they are read.
	Block int
	// Apart says that there are wide gaps in it, as in a line beside it: it is a
	// row of a table.
	Apart bool
}

// Right returns where the line ends.
func (l Line) Right() float64 { return l.X + l.W }

// A Page is a page's lines in the order in which they are read.
type Page struct {
	Number int // 1 for the first page
	Lines  []Line
}

const (
	// wordGap is the gap, in font sizes, from which on it stands for a space.
	wordGap = 0.15
	// columnGap is the gap, in font sizes, from which on it may part columns.
	columnGap = 0.8
	// spaceGap is the same where there is a space in the gap: justified lines
	// can have wide ones.
	spaceGap = 1.6
	// tableGap is the gap, in font sizes, from which on a line may be the row of
	// a table.
	tableGap = 1.6
)

// far is beyond the edge of any page, in points: the format allows 14,400.
const far = 1e5

// onPage tells whether a run has a place and a size that can be reckoned with.
func (r Run) onPage() bool {
	for _, v := range [...]float64{r.X, r.Y, r.W, r.Size} {
		if math.IsNaN(v) || math.Abs(v) > far {
			return false
		}
	}
	return r.Size > 0.1
}

// Lines returns the lines of a page in the order in which they are read. The
// runs come in the order in which they are drawn, which need not be that one.
func Lines(runs []Run) []Line {
	pieces := segments(runs)
	dropCaps(pieces)
	var lines []Line
	for block, part := range columns(pieces) {
		var before []cell
		for i, row := range rows(part) {
			line, cells := join(row)
			line.Block = block
			if i > 0 && aligned(before, cells, line.Size) {
				line.Apart = true
				lines[len(lines)-1].Apart = true
			}
			lines = append(lines, line)
			before = cells
		}
	}
	return lines
}
