package page

import (
	"cmp"
	"time"

	"gloss/articles"
	"gloss/ui/theme"
)

// The widths that a page may have, in cells.
const (
	MinWidth = 20
	MaxWidth = 300
)

// A Page is a document laid out for a width.
type Page struct {
	doc   *articles.Document
	width int
	theme theme.Theme

	styles []theme.Style // by their numbers
	ids    map[theme.Style]uint16
	cache  cache
	paint  painter

	codeTime time.Duration // how long the colouring of a block of code may take
}

// New returns the page of a document for a width in cells, which is brought
// into MinWidth to MaxWidth. It lays nothing out.
func New(doc *articles.Document, width int, th theme.Theme) *Page {
	p := &Page{
		doc: doc, width: min(max(width, MinWidth), MaxWidth), theme: th,
		ids: map[theme.Style]uint16{}, codeTime: maxCodeTime,
	}
	p.intern(theme.Style{})
	p.paint.page = p
	return p
}

// Width returns the width of the page in cells. No line is wider.
func (p *Page) Width() int { return p.width }

// Doc returns the document that the page shows.
func (p *Page) Doc() *articles.Document { return p.doc }

// A Pos is a line of a page. It holds for one Page only, and is never stored:
// keep the offset of the line instead, and ask PosOf for its place in another
// layout. Positions come from the methods of Page; their fields are only to be
// compared.
type Pos struct {
	Block int // the index of the block in the document
	Part  int // the part of the block, where a long one is laid out in parts
	Line  int // the line in the part
}

// Compare returns -1, 0 or 1 as p is above, at or below q.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Block, q.Block), cmp.Compare(p.Part, q.Part), cmp.Compare(p.Line, q.Line))
}

// Top returns the first line of the page.
func (p *Page) Top() Pos { return Pos{} }

// Bottom returns the last line of the page.
func (p *Page) Bottom() Pos {
	if len(p.doc.Blocks) == 0 {
		return Pos{}
	}
	last := len(p.doc.Blocks) - 1
	k := p.parts(&p.doc.Blocks[last]) - 1
	return Pos{Block: last, Part: k, Line: len(p.at(last, k).lines) - 1}
}

// Move returns the line that is n lines below from, or above it where n is
// negative, and stops at the ends of the document. It costs what n lines cost.
func (p *Page) Move(from Pos, n int) Pos {
	pos := p.clip(from)
	if len(p.doc.Blocks) == 0 {
		return pos
	}
	for n > 0 {
		left := len(p.part(pos).lines) - 1 - pos.Line
		if n <= left {
			pos.Line += n
			return pos
		}
		next, ok := p.below(pos)
		if !ok {
			pos.Line += left
			return pos
		}
		n -= left + 1
		pos = next
	}
	for n < 0 {
		if -n <= pos.Line {
			pos.Line += n
			return pos
		}
		above, ok := p.above(pos)
		if !ok {
			pos.Line = 0
			return pos
		}
		n += pos.Line + 1
		pos = above
	}
	return pos
}

// Lines returns how many lines b is below a, and stops counting at max. It is
// 0 where b is not below a. It costs what max lines cost.
func (p *Page) Lines(a, b Pos, max int) int {
	a, b = p.clip(a), p.clip(b)
	n := 0
	for a.Compare(b) < 0 && n < max {
		if a.Block == b.Block && a.Part == b.Part {
			n += b.Line - a.Line
			break
		}
		n += len(p.part(a).lines) - a.Line
		a, _ = p.below(a)
	}
	return min(n, max)
}

// below returns the first line of the part below the one that pos is in.
func (p *Page) below(pos Pos) (Pos, bool) {
	if len(p.doc.Blocks) == 0 {
		return pos, false
	}
	if pos.Part+1 < p.parts(&p.doc.Blocks[pos.Block]) {
		return Pos{Block: pos.Block, Part: pos.Part + 1}, true
	}
	if pos.Block+1 < len(p.doc.Blocks) {
		return Pos{Block: pos.Block + 1}, true
	}
	return pos, false
}

// above returns the last line of the part above the one that pos is in.
func (p *Page) above(pos Pos) (Pos, bool) {
	switch {
	case pos.Part > 0:
		pos.Part--
	case pos.Block > 0:
		pos.Block--
		pos.Part = p.parts(&p.doc.Blocks[pos.Block]) - 1
	default:
		return pos, false
	}
	pos.Line = len(p.part(pos).lines) - 1
	return pos, true
}

// clip returns the line of the page that is nearest to pos, which may come
// from another layout.
func (p *Page) clip(pos Pos) Pos {
	if len(p.doc.Blocks) == 0 || pos.Compare(Pos{}) < 0 {
		return Pos{}
	}
	if pos.Block >= len(p.doc.Blocks) {
		return p.Bottom()
	}
	pos.Part = min(max(pos.Part, 0), p.parts(&p.doc.Blocks[pos.Block])-1)
	pos.Line = min(max(pos.Line, 0), len(p.part(pos).lines)-1)
	return pos
}

// part returns the part that a line is in.
func (p *Page) part(pos Pos) *part { return p.at(pos.Block, pos.Part) }

// at returns a part of a block. Each has a line at least; without any block,
// there is one part without lines.
func (p *Page) at(block, k int) *part {
	if len(p.doc.Blocks) == 0 {
		return &part{}
	}
	return p.cache.get(partKey{block, k}, func() *part { return p.lay(block, k) })
}
