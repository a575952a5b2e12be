package walk

import (
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/compose"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
)

// read returns the document of a page.
func read(source string) *articles.Document {
	var out compose.Builder
	Append(&out, compose.Place{}, tree.Parse(source, tree.Options{}).Root, Options{})
	return out.Document()
}

func TestRowsOfTables(t *testing.T) {
	doc := read(`<table><thead><tr><th>A<th align=right>B</thead><tr><th>c<td style="Text-Align: center">d</table>`)
	if len(doc.Blocks) != 1 || len(doc.Blocks[0].Rows) != 2 {
		t.Fatalf("blocks are %v", doc.Blocks)
	}
	head, row := doc.Blocks[0].Rows[0], doc.Blocks[0].Rows[1]
	if !head.Header || row.Header {
		t.Errorf("headers are %v, %v", head.Header, row.Header)
	}
	if head.Align[0] != articles.AlignLeft || head.Align[1] != articles.AlignRight || row.Align[1] != articles.AlignCenter {
		t.Errorf("alignments are %v, %v", head.Align, row.Align)
	}
}

func TestLongBlocksAreParted(t *testing.T) {
	words := strings.Repeat("some words ", 10_000)
	for _, test := range []struct{ name, source string }{
		{"paragraph", "<p>" + words},
		{"without spaces", "<p>" + strings.Repeat("word", 30_000)},
		{"code", "<pre>" + strings.ReplaceAll(words, "words ", "words\n")},
		{"code on one line", "<pre>" + words},
		{"table", "<table>" + strings.Repeat("<tr><td>one<td>two", 20_000)},
	} {
		doc := read(test.source)
		if len(doc.Blocks) < 2 {
			t.Errorf("%s: %d block", test.name, len(doc.Blocks))
		}
		for i, b := range doc.Blocks {
			if b.Span.Len() > 4*len(words) || test.name != "without spaces" && b.Span.Len() > 2*MaxBlock {
				t.Errorf("%s: block %d has %d bytes", test.name, i, b.Span.Len())
			}
			if b.Tight != (i > 0) {
				t.Errorf("%s: block %d: tight is %v", test.name, i, b.Tight)
			}
		}
	}
}

func TestAnchors(t *testing.T) {
	var out compose.Builder
	_, anchors := Append(&out, compose.Place{}, tree.Parse(
		`<p id=a>One<p>Two <a name=b></a>more<h2 id=c>Three</h2><div id=a>x</div><i id=end></i>`, tree.Options{}).Root, Options{})
	for id, want := range map[string]int{"a": 0, "b": 1, "c": 2, "end": 4} {
		if got, ok := anchors[id]; !ok || got != want {
			t.Errorf("anchor %s is %d, %v; want %d", id, got, ok, want)
		}
	}
	if out.Blocks() != 4 {
		t.Errorf("%d blocks", out.Blocks())
	}
}

func TestSkip(t *testing.T) {
	var out compose.Builder
	page := tree.Parse(`<p>One<p class=x>Two<ul><li class=x>three<li>four</ul><table><tr><td class=x>five<td><p>six<p>7<p>8</table>`, tree.Options{})
	Append(&out, compose.Place{}, page.Root, Options{Skip: func(n *html.Node) bool { return tree.Attr(n, "class") == "x" }})
	if got, want := out.Document().Text.String(), "One\n\nfour\n\nsix\n\n7\n\n8"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
