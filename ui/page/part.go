package page

import (
	"strings"
	"unicode/utf8"

	"gloss/articles"
)

// A block is laid out in parts of about partSize bytes, or of tableRows rows,
// so that no block is too long to be laid out where it is looked at. A line is
// broken where a part ends.
const (
	partSize  = 16 << 10
	tableRows = 32
)

// parts returns in how many parts a block is laid out, at least one.
func (p *Page) parts(block *articles.Block) int {
	if block.Kind == articles.Table {
		return max(1, (len(block.Rows)+tableRows-1)/tableRows)
	}
	return max(1, block.Span.Len()/partSize)
}

// bound returns where the k-th part of a block of text begins, which for k the
// number of parts is where the block ends. It looks at the text near there
// only: for the end of a line, for a space, for the edge of a character.
func (p *Page) bound(block *articles.Block, k int) int {
	if k <= 0 {
		return block.Span.Start
	}
	if k >= p.parts(block) {
		return block.Span.End
	}
	near := block.Span.Start + k*partSize
	window := p.doc.Text.String()[near:min(near+partSize/4, block.Span.End)]
	if !block.Reflow {
		if i := strings.IndexByte(window, '\n'); i >= 0 {
			return near + i + 1
		}
	}
	if block.Kind != articles.Code {
		if i := strings.IndexAny(window, " \n"); i >= 0 {
			return near + i + 1
		}
	}
	return near + edge(p.doc.Text.String()[near-utf8.UTFMax*16:near+len(window)], utf8.UTFMax*16)
}

// edge returns how far after s[at:] a character begins. It begins to look at
// the start of s.
func edge(s string, at int) int {
	off := 0
	for off < at && !utf8.RuneStart(s[off]) {
		off++
	}
	for off < at {
		n, _, _ := cluster(s[off:])
		off += n
	}
	if off == len(s) { // one endless character: cut it where a code point begins
		for off = at; off < len(s) && !utf8.RuneStart(s[off]); {
			off++
		}
	}
	return off - at
}

// partOf returns the part of a block that holds the byte at off.
func (p *Page) partOf(block *articles.Block, off int) int {
	if block.Kind == articles.Table {
		return rowAt(block.Rows, off) / tableRows
	}
	k := min(max((off-block.Span.Start)/partSize, 0), p.parts(block)-1)
	for k > 0 && p.bound(block, k) > off {
		k--
	}
	return k
}

// lay lays out a part of a block.
func (p *Page) lay(index, k int) *part {
	block := &p.doc.Blocks[index]
	b := builder{page: p}
	f := p.frameOf(index)
	if k == 0 && index > 0 && !block.Tight {
		b.decorate(f.gap...)
		b.close(block.Span.Start, false)
	}
	switch block.Kind {
	case articles.Rule:
		b.rule(block, f)
	case articles.Table:
		b.table(block, k, f)
	default:
		span := articles.Span{Start: p.bound(block, k), End: p.bound(block, k+1)}
		if k > 0 {
			f.first = f.rest
		}
		if block.Kind == articles.Code {
			b.code(block, span, f)
		} else {
			b.prose(block, span, f)
			if block.Kind == articles.Heading && block.Level <= 1 && k == p.parts(block)-1 {
				b.underline(block, f)
			}
		}
	}
	return &b.part
}
