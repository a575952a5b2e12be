// Package reader is the article's pane: where the eye stands in the text, what
// is lit up in it, and how it looks. It is a value with methods; keys and
// messages are the business of package ui.
//
// Offsets are bytes of the document's text, lines are those of package page.
package reader

import (
	"gloss/annotate"
	"gloss/articles"
	"gloss/ui/index"
	"gloss/ui/page"
	"gloss/ui/theme"
)

// A Pane shows one document. It is used from one goroutine.
type Pane struct {
	page   *page.Page
	theme  theme.Theme
	index  *index.Index
	width  int // columns asked for
	height int
	gutter int // columns left of the text

	top    page.Pos
	anchor int // the text offset of the top line, kept over a new layout
	atTop  bool
	cursor int // the target of the last jump; -1 after none

	Show      Show
	chosen    int // entity in the index, -1 for none
	statement int // statement in the index, -1 for none
	members   []articles.Span
	hits      []articles.Span
	hit       int // the hit last jumped to, -1 for none
	marks     map[rune]Place
	notes     noteIndex
	note      int           // the note last jumped to, -1 for none
	selection articles.Span // empty for none
}

// Show is what is lit up.
type Show struct {
	All     bool // none of the classes below without it
	Classes [index.Rest + 1]bool
	Members bool
}

// New returns a pane for the document that shows every class of mentions. It
// shows nothing until its size is set.
func New(doc *articles.Document, th theme.Theme) *Pane {
	p := &Pane{
		page: page.New(doc, 80, th), theme: th, width: 80, height: 1, index: index.Build("", annotate.Annotations{}),
		chosen: -1, statement: -1, hit: -1, note: -1, cursor: -1, atTop: true,
		marks: map[rune]Place{},
	}
	p.Show.All = true
	for i := range p.Show.Classes {
		p.Show.Classes[i] = true
	}
	p.top = p.page.Top()
	return p
}

// Doc returns the document that is shown.
func (p *Pane) Doc() *articles.Document { return p.page.Doc() }

// Index returns the annotations that are shown.
func (p *Pane) Index() *index.Index { return p.index }

// SetSize sets the columns of the text, the rows, and the columns of the
// gutter left of the text. The text at the top stays there.
func (p *Pane) SetSize(width, height, gutter int) {
	p.height, p.gutter = max(height, 1), gutter
	if width != p.width {
		p.width = width
		p.relayout(p.page.Doc())
	}
	p.clamp()
}

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) {
	p.theme = th
	p.relayout(p.page.Doc())
}

// SetDoc shows a document in place of the one before it, at the same offset:
// the whole in place of its head.
func (p *Pane) SetDoc(doc *articles.Document) { p.relayout(doc) }

// SetIndex shows other annotations of the same text. What was chosen is kept
// if it is found in them.
func (p *Pane) SetIndex(x *index.Index) {
	p.chosen, p.statement = carry(p.index, x, p.chosen, p.statement)
	p.index = x
	p.members = nil
}

func (p *Pane) relayout(doc *articles.Document) {
	p.page = page.New(doc, p.width, p.theme)
	p.top = p.page.PosOf(p.anchor)
	if p.atTop {
		p.top = p.page.Top()
	}
	p.clamp()
}

// clamp keeps the last line of the text at the foot of the pane or above it.
func (p *Pane) clamp() {
	last := p.page.Move(p.page.Bottom(), -(p.height - 1))
	if p.page.Lines(last, p.top, 1) > 0 {
		p.top = last
	}
}

// Scroll moves the text by n lines, up if n is negative.
func (p *Pane) Scroll(n int) { p.moveTo(p.page.Move(p.top, n)) }

// ScrollPages moves the text by n half pages.
func (p *Pane) ScrollPages(halves int) {
	step := p.height / 2
	if halves%2 == 0 {
		step = max(p.height-2, 1)
		halves /= 2
	}
	p.Scroll(halves * max(step, 1))
}

// ToTop shows the beginning.
func (p *Pane) ToTop() { p.moveTo(p.page.Top()) }

// ToBottom shows the end.
func (p *Pane) ToBottom() { p.moveTo(p.page.Bottom()) }

func (p *Pane) moveTo(pos page.Pos) {
	p.top = pos
	p.clamp()
	p.atTop = p.top == p.page.Top()
	p.anchor, _ = p.Visible()
}

// Visible returns the bytes of text that the pane shows, from the first to the
// last.
func (p *Pane) Visible() (start, end int) {
	found := false
	for i, pos := 0, p.top; i < p.height; i++ {
		if s := p.page.LineSpan(pos); s.Len() > 0 {
			if !found {
				start, found = s.Start, true
			}
			end = s.End
		}
		next := p.page.Move(pos, 1)
		if next == pos {
			break
		}
		pos = next
	}
	return start, end
}

// Progress returns how far the text has been scrolled: 0 at its beginning, 1
// when its end is in sight.
func (p *Pane) Progress() float64 {
	start, end := p.Visible()
	hidden := p.page.Doc().Text.Len() - (end - start)
	if p.AtEnd() || hidden <= 0 {
		return 1
	}
	return min(float64(start)/float64(hidden), 0.99)
}

// AtEnd reports whether the last line of the text is in sight.
func (p *Pane) AtEnd() bool {
	return p.page.Lines(p.top, p.page.Bottom(), p.height) < p.height
}

// Reveal brings the byte at off into sight, a third from the top if it was out
// of sight, and makes it the place from which the next jump counts.
func (p *Pane) Reveal(off int) {
	p.cursor = off
	pos := p.page.PosOf(off)
	if p.page.Lines(p.top, pos, p.height) < p.height-1 && p.page.Lines(pos, p.top, 1) == 0 {
		return
	}
	p.moveTo(p.page.Move(pos, -p.height/3))
}

// Nearest returns the offset of the text at a cell of the pane, or of the text
// nearest to it.
func (p *Pane) Nearest(line, col int) int {
	off, _ := p.page.OffsetAt(p.page.Move(p.top, max(line, 0)), max(col, 0))
	return off
}

// OffsetAt returns the offset of the text at a cell of the pane, counted from
// the first column of the text, and whether there is text.
func (p *Pane) OffsetAt(line, col int) (off int, ok bool) {
	pos := p.page.Move(p.top, line)
	if p.page.Lines(p.top, pos, line+1) < line {
		return 0, false
	}
	return p.page.OffsetAt(pos, col)
}
