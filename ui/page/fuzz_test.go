package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/markdown"
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
	f.Fuzz(func(t *testing.T, source string, width, kind uint8, reflow bool) {
		text := clean.Of(source).String()
		block := articles.Block{
			Kind: articles.BlockKind(kind % uint8(articles.Rule+1)), Span: articles.Span{End: len(text)}, Lang: clean.Line("go"), Reflow: reflow,
			Path: []articles.Container{{Kind: articles.Item, Marker: clean.Line(text[:min(len(text), 12)]), First: true}, {First: true}},
		}
		if block.Kind == articles.Table {
			half := len(text) / 2
			cells := []articles.Span{{End: half}, {Start: half, End: len(text)}}
			block.Rows = []articles.Row{{Cells: cells[:1], Header: true}, {Cells: cells[1:]}}
		}
		doc := &articles.Document{Text: clean.Of(text), Blocks: []articles.Block{block}}
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

// FuzzMarkdown sets any Markdown, as its reader understands it.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# A title\n\nSome *prose* with [a link](https://example.org) and `code`.\n",
		"- one\n  - two\n    > three\n    > - four\n\n10. ten\n",
		"| a | b |\n|---|--:|\n| c | d e f g h i j k |\n",
		"```go\nfunc f() {\n\treturn\n}\n```\n\n---\n\n    indented\n",
		strings.Repeat("> ", 100) + "deep",
		strings.Repeat("- ", 50) + "deep",
		"&#27;[31m \x1b]0;title\a <b>tag</b> ![image](x.png)\n",
		"a\\\nb  \nc\n",
	} {
		f.Add(s, uint8(20))
		f.Add(s, uint8(72))
	}
	th := testTheme(f)
	f.Fuzz(func(t *testing.T, source string, width uint8) {
		p := New(markdown.Parse(source, -1), int(width), th)
		checkLines(t, p, nil)
		end := p.Move(p.Top(), 1000)
		if n := p.Lines(p.Top(), end, 2000); p.Move(end, -n) != p.Top() {
			t.Fatalf("%d lines up from %v is %v", n, end, p.Move(end, -n))
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
