package page

import (
	"sort"

	"gloss/articles"
)

// PosOf returns the line that shows the byte at off, or else the nearest text
// after it, or the last line where none is.
func (p *Page) PosOf(off int) Pos {
	blocks := p.doc.Blocks
	index := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > off })
	if index == len(blocks) {
		return p.Bottom()
	}
	pos := Pos{Block: index, Part: p.partOf(&blocks[index], off)}
	for {
		if i := p.part(pos).find(off); i >= 0 {
			pos.Line = i
			return pos
		}
		below, ok := p.below(pos)
		if !ok {
			return p.Bottom()
		}
		pos = below
	}
}

// find returns the index of the line that shows the byte at off, or else the
// nearest text after it, and -1 where the part has none.
func (pt *part) find(off int) int {
	if !pt.table {
		for i := range pt.lines {
			if ln := &pt.lines[i]; ln.text && (ln.span.Start >= off || ln.span.End > off) {
				return i
			}
		}
		return -1
	}
	best, at := -1, 0
	for i := range pt.lines {
		for _, r := range pt.of(&pt.lines[i]) {
			if r.decoration() || r.end <= off {
				continue
			}
			if r.off <= off {
				return i
			}
			if best < 0 || r.off < at {
				best, at = i, r.off
			}
		}
	}
	return best
}

// CellOf returns the line and the column, in cells from the left edge, where
// the byte at off is shown, or else the nearest text after it.
func (p *Page) CellOf(off int) (Pos, int) {
	pos := p.PosOf(off)
	if len(p.doc.Blocks) == 0 {
		return pos, 0
	}
	pt := p.part(pos)
	col, best, at := 0, -1, 0
	for _, r := range pt.of(&pt.lines[pos.Line]) {
		switch {
		case r.decoration() || r.end <= off:
		case r.off <= off:
			return pos, col + r.column(off)
		case best < 0 || r.off < at:
			best, at = col, r.off
		}
		col += int(r.width)
	}
	if best >= 0 {
		return pos, best
	}
	return pos, col
}

// column returns the column, in cells from the start of the run, of the
// character that holds the byte at off.
func (r *run) column(off int) int {
	if r.whole {
		return 0
	}
	col := 0
	for i := 0; i < len(r.shown); {
		n, cells, _ := cluster(r.shown[i:])
		if r.off+i+n > off {
			break
		}
		i, col = i+n, col+cells
	}
	return col
}

// OffsetAt returns the offset of the character that is shown at a column of a
// line. Where the cell shows no text, as in a margin, ok is false and off is
// that of the nearest character in the line, or of the text that follows where
// the line has none.
func (p *Page) OffsetAt(pos Pos, col int) (off int, ok bool) {
	if len(p.doc.Blocks) == 0 {
		return 0, false
	}
	pos = p.clip(pos)
	pt := p.part(pos)
	ln := &pt.lines[pos.Line]
	off = ln.span.Start
	left, distance := 0, -1
	for _, r := range pt.of(ln) {
		right := left + int(r.width)
		if !r.decoration() && r.width > 0 {
			switch {
			case col < left: // the text begins after the cell
				if distance < 0 || left-col < distance {
					off = r.offset(0)
				}
				return off, false
			case col < right:
				return r.offset(col - left), true
			}
			off, distance = r.offset(int(r.width)-1), col-right+1
		}
		left = right
	}
	return off, false
}

// offset returns the offset of the character that covers a column of the run.
func (r *run) offset(col int) int {
	if r.whole {
		return r.off
	}
	right := 0
	for i := 0; i < len(r.shown); {
		n, cells, _ := cluster(r.shown[i:])
		if right += cells; col < right {
			return r.off + i
		}
		i += n
	}
	return r.off
}

// LineSpan returns the bytes that a line shows, from the first to the last. Of
// a line without text it is empty and stands where the text goes on. In a
// table a line shows parts of several cells, and what is between them is shown
// in the lines below.
func (p *Page) LineSpan(pos Pos) articles.Span {
	if len(p.doc.Blocks) == 0 {
		return articles.Span{}
	}
	pos = p.clip(pos)
	return p.part(pos).lines[pos.Line].span
}
