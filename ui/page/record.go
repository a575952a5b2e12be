package page

import (
	"github.com/charmbracelet/x/ansi"

	"gloss/articles"
)

// recordIndent is how far the lines of a value stand to the right of the first.
const recordIndent = 2

// record sets a row that is too wide for columns: the cells of a head in a
// row, as many to a line as fit, and other cells each on a line of its own
// with the name of its column before it.
func (b *builder) record(block *articles.Block, row articles.Row, index int, lead []run, f frame) {
	if row.Header {
		b.names(row, lead, f)
		return
	}
	if index > 0 {
		b.decorate(f.rest...)
		b.close(rowStart(row), false)
	}
	p := b.page
	var names []articles.Span
	if block.Rows[0].Header {
		names = block.Rows[0].Cells
	}
	base := p.styles[p.base(block)]
	base.Bold = true
	style := p.intern(base)
	w := wrap{text: p.doc.Text.String(), tab: proseTab, reflow: true}
	for c, cell := range row.Cells {
		b.decorate(lead...)
		lead = f.rest
		name := ""
		if c < len(names) && names[c].Len() > 0 {
			name = tidy(p.doc.Text.String()[names[c].Start:min(names[c].End, names[c].Start+4*f.width)], f.width/3) + ": "
		}
		used := ansi.StringWidth(name)
		if name != "" {
			b.decorate(decoration(name, used, style))
		}
		off := cell.Start
		for once := true; once || off < cell.End; once = false {
			if off > cell.Start {
				b.decorate(f.rest...)
				b.pad(recordIndent)
				used = recordIndent
			}
			w.end, w.width = cell.End, f.width-used
			end, next := w.line(off)
			b.write(off, end, w)
			b.close(off, true)
			off = next
		}
	}
}

// names sets the cells of a head as they come, parted by dots.
func (b *builder) names(row articles.Row, lead []run, f frame) {
	const dot, dotWidth = " · ", 3
	b.decorate(lead...)
	col := 0
	w := wrap{text: b.page.doc.Text.String(), tab: proseTab, reflow: true}
	for _, cell := range row.Cells {
		if cell.Len() == 0 {
			continue
		}
		width := b.page.cells(cell, f.width+1)
		switch {
		case col == 0:
		case col+dotWidth+width <= f.width:
			b.decorate(decoration(dot, dotWidth, b.page.ornament()))
			col += dotWidth
		default:
			b.close(cell.Start, true)
			b.decorate(f.rest...)
			col = 0
		}
		for i, ln := range b.page.wrapCell(cell, f.width) {
			if i > 0 {
				b.close(ln.Start, true)
				b.decorate(f.rest...)
			}
			b.write(ln.Start, ln.End, w)
		}
		col += width
	}
	b.close(rowStart(row), true)
}
