package markdown

import (
	"strconv"
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/compose"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// walker turns the syntax tree of one chunk into blocks.
type walker struct {
	source []byte
	out    *compose.Builder
}

// children reads the blocks in n. It reports whether there were any.
func (w *walker) children(n ast.Node, p compose.Place) bool {
	any := false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if w.block(c, p) {
			p = p.Next(false)
			any = true
		}
	}
	return any
}

// block reads one node, and reports whether it gave any block.
func (w *walker) block(n ast.Node, p compose.Place) bool {
	block := p.Block(articles.Paragraph)
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		w.inlines(n)
		return w.out.End(block, false)
	case *ast.Heading:
		w.inlines(n)
		w.out.Flatten(0)
		block.Kind, block.Level = articles.Heading, n.Level
		return w.out.End(block, false)
	case *ast.FencedCodeBlock:
		block.Lang = clean.Line(string(n.Language(w.source)))
		return w.code(n, block)
	case *ast.CodeBlock:
		return w.code(n, block)
	case *ast.ThematicBreak:
		block.Kind = articles.Rule
		return w.out.End(block, true)
	case *ast.HTMLBlock:
		return w.html(n, p)
	case *ast.Blockquote:
		return w.children(n, p.Within(articles.Quotation, ""))
	case *ast.List:
		return w.list(n, p)
	case *east.Table:
		return w.table(n, block)
	}
	return false
}

func (w *walker) list(n *ast.List, p compose.Place) bool {
	number := n.Start
	any := false
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "•"
		if n.IsOrdered() {
			marker = strconv.Itoa(number) + string(n.Marker)
			number++
		}
		if box, ok := taskBox(item); ok {
			marker = box
		}
		w.item(item, p.Within(articles.Item, marker), n.IsTight)
		p = p.Next(n.IsTight)
		any = true
	}
	return any
}

// item reads an item's blocks. An item without any is an empty paragraph, that
// carries the marker.
func (w *walker) item(item ast.Node, p compose.Place, tight bool) {
	any := false
	for c := item.FirstChild(); c != nil; c = c.NextSibling() {
		if w.block(c, p) {
			p = p.Next(tight)
			any = true
		}
	}
	if !any {
		w.out.End(p.Block(articles.Paragraph), true)
	}
}

// taskBox returns the box of an item that is a task.
func taskBox(item ast.Node) (string, bool) {
	first := item.FirstChild()
	if first == nil {
		return "", false
	}
	box, ok := first.FirstChild().(*east.TaskCheckBox)
	if !ok {
		return "", false
	}
	if box.IsChecked {
		return "[x]", true
	}
	return "[ ]", true
}

// code reads verbatim lines.
func (w *walker) code(n ast.Node, block articles.Block) bool {
	block.Kind = articles.Code
	lines := n.Lines()
	var b strings.Builder
	for i := range lines.Len() {
		line := lines.At(i)
		b.Write(line.Value(w.source))
	}
	w.out.Write(strings.TrimRight(b.String(), "\n"))
	return w.out.End(block, false)
}

// table reads a table: a line of text for each row, tabs between the cells.
func (w *walker) table(n *east.Table, block articles.Block) bool {
	block.Kind = articles.Table
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		if r != n.FirstChild() {
			w.out.BreakLine()
		}
		_, header := r.(*east.TableHeader)
		row := articles.Row{Header: header}
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			if c != r.FirstChild() {
				w.out.Write("\t")
			}
			start := w.out.Pending()
			w.inlines(c)
			w.out.Flatten(start)
			row.Cells = append(row.Cells, articles.Span{Start: start, End: w.out.Pending()})
			if i := len(row.Align); i < len(n.Alignments) {
				row.Align = append(row.Align, alignment(n.Alignments[i]))
			}
		}
		block.Rows = append(block.Rows, row)
	}
	return w.out.End(block, false)
}

func alignment(a east.Alignment) articles.Align {
	switch a {
	case east.AlignCenter:
		return articles.AlignCenter
	case east.AlignRight:
		return articles.AlignRight
	}
	return articles.AlignLeft
}
