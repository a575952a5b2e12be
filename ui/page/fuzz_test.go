package page

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles"
)

// FuzzPaint sets any bytes as each kind of block: nothing may fail, no line be
// too wide, and no escape be there but ours.
func FuzzPaint(f *testing.F) {
	for _, s := range append(append([]string{}, words...), hostile...) {
		f.Add(s+" "+s, uint8(40), uint8(0), true)
	}
	for kind := range articles.Rule + 1 {
		f.Add("package a\n\n\tvar b\t= \"c\"\t日本\n", uint8(20), uint8(kind), false)
	}
	th := testTheme(f)
	f.Fuzz(func(t *testing.T, text string, width, kind uint8, reflow bool) {
		block := articles.Block{
			Kind: articles.BlockKind(kind % uint8(articles.Rule+1)), Span: articles.Span{End: len(text)}, Lang: "go", Reflow: reflow,
			Path: []articles.Container{{Kind: articles.Item, Marker: text[:min(len(text), 12)], First: true}, {First: true}},
		}
		if block.Kind == articles.Table {
			half := len(text) / 2
			cells := []articles.Span{{End: half}, {Start: half, End: len(text)}}
			block.Rows = []articles.Row{{Cells: cells[:1], Header: true}, {Cells: cells[1:]}}
		}
		doc := &articles.Document{Text: text, Blocks: []articles.Block{block}}
		p := New(doc, int(width), th)
		marks := []Mark{{Span: articles.Span{Start: len(text) / 3, End: len(text) / 2}, Style: th.Mark(0)}}
		checkLines(t, p, marks)
		for _, pos := range everyLine(p) {
			for _, col := range []int{0, int(width) / 2, int(width)} {
				if off, ok := p.OffsetAt(pos, col); off < 0 || off > len(text) || ok && off == len(text) {
					t.Fatalf("%v, column %d: offset %d of %d", pos, col, off, len(text))
				}
			}
		}
	})
}

// FuzzCluster holds the widths of characters to those of the line that they
// are in, as Bubble Tea counts it.
func FuzzCluster(f *testing.F) {
	for _, s := range words {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !printable(text) {
			return
		}
		sum := 0
		for rest := text; rest != ""; {
			n, width, safe := cluster(rest)
			if n <= 0 || width < 0 || !safe {
				t.Fatalf("%q: %d bytes, %d cells, safe %v", rest, n, width, safe)
			}
			sum += width
			rest = rest[n:]
		}
		if want := ansi.StringWidth(text); sum != want {
			t.Fatalf("%q is %d cells wide, and its characters %d", text, want, sum)
		}
	})
}
