// Package frame divides the screen: where the article, the margin and the bar
// stand for a size of the terminal. All figures are cells, columns and rows
// counted from 0 at the top left.
package frame

// MinText is the least width, in columns, that the text keeps while the margin
// stands beside it. Below that the margin moves under the text.
const MinText = 60

const (
	gutter      = 3  // columns left of the text: signs of what a line holds
	edges       = 2  // columns: the rule beside the margin, and space before it
	minMargin   = 26 // columns
	maxMargin   = 60
	minBelow    = 5  // rows of a margin under the text
	minRows     = 11 // rows of a screen that can hold text and margin at once
	minColumns  = 30
	belowShare  = 3 // the margin below takes one in so many rows
	besideShare = 3
)

// Side is where the margin stands.
type Side uint8

// The places of the margin.
const (
	Auto   Side = iota // beside the text if both fit, else below it
	Below              // always below
	Hidden             // not at all
)

// A Rect is a part of the screen.
type Rect struct{ X, Y, W, H int }

// Contains reports whether the cell is inside the rectangle.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Empty reports whether nothing fits into the rectangle.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// A Wish is what the reader of the article has asked for.
type Wish struct {
	Width, Height int  // of the terminal
	Side          Side // of the margin
	MarginWidth   int  // columns; 0 for a share of the width
	TextWidth     int  // the most columns that the text takes
	Zen           bool // only the text
	MarginFocus   bool // the margin must be shown, if need be alone
}

// A Frame is the divided screen.
type Frame struct {
	Article Rect // with the gutter and the space at both sides of the text
	Text    Rect // the column of text, inside Article
	Margin  Rect // empty if hidden
	Bar     Rect // one row, or none in zen
	Beside  bool // the margin stands right of the text, with a rule between
}

// Divide divides the screen as wished, as far as it is large enough. It holds
// for any size, also none.
func Divide(w Wish) Frame {
	var f Frame
	width, height := max(w.Width, 1), max(w.Height, 1)
	rows := height
	if !w.Zen && height > 2 {
		rows--
		f.Bar = Rect{0, height - 1, width, 1}
	}
	f.Article = Rect{0, 0, width, rows}
	small := rows < minRows || width < minColumns
	switch {
	case w.Side == Hidden && !w.MarginFocus, w.Zen && !w.MarginFocus:
	case small:
		if w.MarginFocus {
			f.Margin = Rect{0, 0, width, rows}
			f.Article = Rect{}
		}
	default:
		mw := w.MarginWidth
		if mw == 0 {
			mw = min(max(width/besideShare, minMargin), 46)
		}
		mw = min(max(mw, minMargin), maxMargin)
		if room := width - MinText - gutter - edges; mw > room && room >= minMargin {
			mw = room
		}
		if w.Side == Auto && width-mw-gutter-edges >= MinText {
			f.Beside = true
			f.Article.W = width - mw - 1
			f.Margin = Rect{width - mw, 0, mw, rows}
		} else {
			mh := max(rows/belowShare, minBelow)
			f.Article.H = rows - mh
			f.Margin = Rect{0, rows - mh, width, mh}
		}
	}
	f.Text = textColumn(f.Article, w.TextWidth)
	return f
}

// textColumn sets the text in the middle of the article's pane, with the
// gutter left of it.
func textColumn(a Rect, most int) Rect {
	if a.Empty() {
		return Rect{}
	}
	g := gutter
	if a.W < 40 {
		g = 1
	}
	if a.W < 24 {
		g = 0
	}
	w := a.W - g
	if w > 44 {
		w-- // the text never touches the rule or the edge
	}
	if most > 0 {
		w = min(w, most)
	}
	w = max(w, 1)
	x := g + max(0, (a.W-g-w)/2)
	return Rect{x, a.Y, w, a.H}
}

// Gutter returns the columns left of the text that may hold signs.
func (f Frame) Gutter() int { return min(gutter, f.Text.X-f.Article.X) }
