package page

import (
	"slices"
	"sort"
	"strings"

	"gloss/articles"
)

const (
	maxColumns  = 24  // more are set as records
	minColumn   = 8   // cells; a table with narrower columns is set as records
	sampledRows = 256 // the widths of columns are made for these
	columnGap   = " │ "
	gapWidth    = 3
)

// table sets some rows of a table: as columns where they fit, or else each row
// as a record of its own.
func (b *builder) table(block *articles.Block, k int, f frame) {
	p := b.page
	b.part.table = true
	first := k * tableRows
	rows := block.Rows[first:min(first+tableRows, len(block.Rows))]
	base := p.base(block)
	head := p.styles[base]
	head.Bold = true
	span := rowsSpan(block, rows)
	bodyLook, headLook := p.lookOf(block, span, base), p.lookOf(block, span, p.intern(head))
	widths := p.columns(block, f.width)
	lead := f.first
	if k > 0 {
		lead = f.rest
	}
	for i, row := range rows {
		b.look = bodyLook
		if row.Header {
			b.look = headLook
		}
		if len(row.Cells) > len(widths) {
			b.record(block, row, first+i, lead, f)
		} else {
			b.row(row, widths, lead, f)
			if last := first+i+1 == len(block.Rows); row.Header && !last && !rows[min(i+1, len(rows)-1)].Header {
				b.ruleBelow(block.Span.Start, widths, f)
			}
		}
		lead = f.rest
	}
	if len(rows) == 0 {
		b.decorate(lead...)
		b.close(block.Span.Start, true)
	}
}

// row sets a row as columns of the given widths.
func (b *builder) row(row articles.Row, widths []int, lead []run, f frame) {
	cells := make([][]articles.Span, len(row.Cells))
	height := 1
	for c, cell := range row.Cells {
		cells[c] = b.page.wrapCell(cell, widths[c])
		height = max(height, len(cells[c]))
	}
	w := wrap{text: b.page.doc.Text.String(), tab: proseTab, reflow: true}
	for i := range height {
		b.decorate(lead...)
		for c, width := range widths {
			if c > 0 {
				b.decorate(decoration(columnGap, gapWidth, b.page.ornament()))
			}
			if c >= len(cells) || i >= len(cells[c]) {
				if c < len(widths)-1 {
					b.pad(width)
				}
				continue
			}
			used := b.page.cells(cells[c][i], width)
			left := 0
			switch alignment(row, c) {
			case articles.AlignRight:
				left = width - used
			case articles.AlignCenter:
				left = (width - used) / 2
			}
			b.pad(left)
			b.write(cells[c][i].Start, cells[c][i].End, w)
			if c < len(widths)-1 {
				b.pad(width - used - left)
			}
		}
		b.close(rowStart(row), true)
		lead = f.rest
	}
}

// ruleBelow sets the rule between the head of a table and its body.
func (b *builder) ruleBelow(off int, widths []int, f frame) {
	b.decorate(f.rest...)
	var s strings.Builder
	total := 0
	for c, width := range widths {
		if c > 0 {
			s.WriteString("─┼─")
			total += gapWidth
		}
		s.WriteString(strings.Repeat("─", width))
		total += width
	}
	b.decorate(decoration(s.String(), total, b.page.ornament()))
	b.close(off, false)
}

// columns returns the widths of a table's columns in cells, within a width,
// and nothing where they would be too narrow or too many. A column gets what
// it asks for as long as others do not have to be narrower than it for that.
func (p *Page) columns(block *articles.Block, width int) []int {
	n := 0
	sample := block.Rows[:min(len(block.Rows), sampledRows)]
	for _, row := range sample {
		n = max(n, len(row.Cells))
	}
	room := width - gapWidth*(n-1)
	if n == 0 || n > maxColumns || room < n {
		return nil
	}
	widths := make([]int, n)
	for _, row := range sample {
		for c, cell := range row.Cells {
			widths[c] = max(widths[c], 1, p.cells(cell, room))
		}
	}
	order := make([]int, n) // from the narrowest
	for c := range order {
		order[c] = c
	}
	slices.SortStableFunc(order, func(a, b int) int { return widths[a] - widths[b] })
	for i, c := range order {
		fair := room / (n - i)
		if widths[c] > fair {
			if fair < minColumn {
				return nil
			}
			widths[c] = fair
		}
		room -= widths[c]
	}
	return widths
}

// cells returns the width in cells of a span of text set in one line, or most
// where it is wider.
func (p *Page) cells(span articles.Span, most int) int {
	w := wrap{text: p.doc.Text.String(), tab: proseTab, reflow: true}
	col := 0
	for off := span.Start; off < span.End && col < most; {
		n, cells, _ := w.measure(off, span.End, col)
		off, col = off+n, col+cells
	}
	return min(col, most)
}

// wrapCell breaks the text of a cell into lines.
func (p *Page) wrapCell(cell articles.Span, width int) []articles.Span {
	w := wrap{text: p.doc.Text.String(), end: cell.End, width: width, tab: proseTab, reflow: true}
	var lines []articles.Span
	for off := cell.Start; off < cell.End; {
		end, next := w.line(off)
		lines = append(lines, articles.Span{Start: off, End: end})
		off = next
	}
	return lines
}

// alignment returns how a cell of a row is set.
func alignment(row articles.Row, c int) articles.Align {
	if c < len(row.Align) {
		return row.Align[c]
	}
	return articles.AlignLeft
}

// rowStart returns where a row begins.
func rowStart(row articles.Row) int {
	if len(row.Cells) == 0 {
		return 0
	}
	return row.Cells[0].Start
}

// rowsSpan returns the span from the first cell of some rows to the last.
func rowsSpan(block *articles.Block, rows []articles.Row) articles.Span {
	span := articles.Span{Start: block.Span.End, End: block.Span.Start}
	for _, row := range rows {
		if n := len(row.Cells); n > 0 {
			span = articles.Span{Start: min(span.Start, row.Cells[0].Start), End: max(span.End, row.Cells[n-1].End)}
		}
	}
	if span.Len() < 0 {
		return block.Span
	}
	return span
}

// rowAt returns the index of the first row that ends after off, or of the last
// one. A row without cells ends where the one above it does.
func rowAt(rows []articles.Row, off int) int {
	i := sort.Search(len(rows), func(i int) bool {
		for i > 0 && len(rows[i].Cells) == 0 {
			i--
		}
		cells := rows[i].Cells
		return len(cells) > 0 && cells[len(cells)-1].End > off
	})
	return max(0, min(i, len(rows)-1))
}
