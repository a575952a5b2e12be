package walk

import (
	"strconv"
	"strings"

	"gloss/articles"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// maxColumns is how many cells of a row are kept apart.
	maxColumns = 64
	// maxCell is how many bytes of text a cell of a table of data holds. A
	// table with more in a cell only serves the layout of the page.
	maxCell = 1 << 10
)

// table reads a table: as one where it holds data, else as the blocks in its
// cells.
func (w *walker) table(n *html.Node) {
	w.endBlock()
	rows, captions := gather(n)
	for _, caption := range captions {
		w.node(caption)
	}
	if !isData(n, rows) {
		w.layout(rows)
		return
	}
	var block articles.Block
	for i, row := range rows {
		if w.out.Pending() > MaxBlock {
			w.endTable(&block, true)
		}
		if len(block.Rows) > 0 {
			w.out.Write("\n") // a line break even where the first row is empty
		}
		block.Rows = append(block.Rows, w.row(row, i == 0))
	}
	w.endTable(&block, false)
}

// endTable ends the part of a table that is written.
func (w *walker) endTable(block *articles.Block, more bool) {
	w.closeFormats()
	w.space, w.breaks = noSpace, 0
	end := w.place.Block(articles.Table)
	if w.out.Pending() == 0 {
		end.Kind, block.Rows = articles.Paragraph, nil // nothing in any cell
	}
	end.Rows, block.Rows = block.Rows, nil
	if w.out.End(end, false) {
		w.place = w.place.Next(more || w.tight)
	}
}

// row writes the cells of a row, tabs between them.
func (w *walker) row(n *html.Node, first bool) articles.Row {
	row := articles.Row{Header: tree.Is(n.Parent, atom.Thead)}
	heads := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !tree.Is(c, atom.Td, atom.Th) {
			continue
		}
		if tree.Is(c, atom.Th) {
			heads++
		}
		span := 1
		if v, err := strconv.Atoi(strings.TrimSpace(tree.Attr(c, "colspan"))); err == nil {
			span = v
		}
		w.cell(c, &row)
		for range min(span, maxColumns-len(row.Cells)+1) - 1 {
			w.cell(nil, &row)
		}
	}
	if len(row.Cells) == 0 {
		w.cell(nil, &row)
	}
	row.Header = row.Header || first && heads > 0 && heads == len(row.Cells)
	return row
}

// cell writes a cell, an empty one for nil. The cells beyond the last column
// are written into it.
func (w *walker) cell(n *html.Node, row *articles.Row) {
	last := len(row.Cells) == maxColumns
	switch {
	case last:
		w.leaveSpace()
	case len(row.Cells) > 0:
		w.out.Write("\t")
	}
	start := w.out.Pending()
	if last {
		start = row.Cells[maxColumns-1].Start
	}
	if n != nil {
		if !last {
			w.space = noSpace
		}
		w.inLine++
		w.start = w.out.Pending()
		w.node(n)
		w.inLine--
		w.closeFormats()
		w.start = 0
	}
	w.space, w.breaks = noSpace, 0
	w.out.Flatten(start)
	span := articles.Span{Start: start, End: w.out.Pending()}
	if last {
		row.Cells[maxColumns-1] = span
		return
	}
	row.Cells = append(row.Cells, span)
	row.Align = append(row.Align, alignment(n))
}

// layout reads the cells of a table as the blocks of a page.
func (w *walker) layout(rows []*html.Node) {
	for _, row := range rows {
		for c := row.FirstChild; c != nil; c = c.NextSibling {
			if tree.Is(c, atom.Td, atom.Th) {
				if !tree.IsHidden(c) && (w.opts.Skip == nil || !w.opts.Skip(c)) {
					w.anchor(c)
					w.block(articles.Block{}, c)
				}
				continue
			}
			w.node(c)
		}
	}
}

// gather returns the rows of a table and its captions, without those of tables
// in it.
func gather(n *html.Node) (rows, captions []*html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case tree.Is(c, atom.Tr):
			if !tree.IsHidden(c) && (tree.Text(c, 8) != "" || tree.Find(c, atom.Img) != nil) {
				rows = append(rows, c)
			}
		case tree.Is(c, atom.Caption):
			captions = append(captions, c)
		case tree.Is(c, atom.Thead, atom.Tbody, atom.Tfoot) && !tree.IsHidden(c):
			more, _ := gather(c)
			rows = append(rows, more...)
		}
	}
	return rows, captions
}

// isData tells whether a table holds data: cells of short text in columns.
func isData(n *html.Node, rows []*html.Node) bool {
	if role := tree.Attr(n, "role"); role == "presentation" || role == "none" {
		return false
	}
	columns, heads := 0, false
	for _, row := range rows {
		cells := 0
		for c := row.FirstChild; c != nil; c = c.NextSibling {
			if !tree.Is(c, atom.Td, atom.Th) {
				continue
			}
			cells++
			heads = heads || tree.Is(c, atom.Th)
			if holdsBlocks(c) || len(tree.Text(c, maxCell)) >= maxCell-4 {
				return false
			}
		}
		columns = max(columns, cells)
	}
	return columns > 1 && (len(rows) > 1 || heads)
}

// holdsBlocks tells whether a cell holds what cannot stand on one line.
func holdsBlocks(cell *html.Node) bool {
	paragraphs := 0
	for c := range tree.All(cell) {
		switch {
		case c == cell:
		case tree.Is(c, atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre,
			atom.Figure, atom.Hr, atom.Article, atom.Section):
			return true
		case tree.Is(c, atom.P):
			if paragraphs++; paragraphs > 2 {
				return true
			}
		}
	}
	return false
}

// alignment returns how a cell says that it is set.
func alignment(n *html.Node) articles.Align {
	if n == nil {
		return articles.AlignLeft
	}
	align := strings.ToLower(strings.TrimSpace(tree.Attr(n, "align")))
	if style := strings.ToLower(tree.Attr(n, "style")); align == "" && len(style) < 1<<10 {
		style = strings.ReplaceAll(style, " ", "")
		for _, a := range [...]string{"right", "center"} {
			if strings.Contains(style, "text-align:"+a) {
				align = a
			}
		}
	}
	switch align {
	case "right":
		return articles.AlignRight
	case "center":
		return articles.AlignCenter
	}
	return articles.AlignLeft
}
