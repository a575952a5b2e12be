package page

import (
	"fmt"
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/theme"
)

const sentence = "The envoy said on Tuesday that the talks in the old customs house would go on for as long as they have to. "

// newsDocument returns a document of about size bytes in paragraphs of a
// hundred bytes, each with an inline span.
func newsDocument(size int) *articles.Document {
	n := size / (len(sentence) + 2)
	doc := &articles.Document{Text: clean.Of(strings.Repeat(sentence+"\n\n", n))}
	for i := range n {
		start := i * (len(sentence) + 2)
		doc.Blocks = append(doc.Blocks, articles.Block{Span: articles.Span{Start: start, End: start + len(sentence)}, Reflow: true})
		doc.Inlines = append(doc.Inlines, articles.Inline{Kind: articles.Emphasis, Span: articles.Span{Start: start + 4, End: start + 9}})
	}
	return doc
}

// oneBlock returns a document of one block.
func oneBlock(text string, block articles.Block) *articles.Document {
	block.Span = articles.Span{End: len(text)}
	return &articles.Document{Text: clean.Of(text), Blocks: []articles.Block{block}}
}

// BenchmarkOpen makes a page and paints its first 40 lines, and 40 lines in
// the middle: it should cost the same at every size.
func BenchmarkOpen(b *testing.B) {
	th := testTheme(b)
	for _, size := range []int{3 << 10, 1 << 20, 10 << 20} {
		doc := newsDocument(size)
		b.Run(fmt.Sprintf("%dK", size>>10), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p := New(doc, 80, th)
				p.Paint(p.Top(), 40, nil)
				p.Paint(p.PosOf(doc.Text.Len()/2), 40, nil)
			}
		})
	}
}

// BenchmarkLayout lays out all of a document: its cost should grow with the
// size, and with nothing else.
func BenchmarkLayout(b *testing.B) {
	th := testTheme(b)
	for _, size := range []int{100 << 10, 1 << 20, 10 << 20} {
		for _, c := range []struct {
			name string
			doc  *articles.Document
		}{
			{"paragraphs", newsDocument(size)},
			{"line", oneBlock(strings.Repeat(sentence, size/len(sentence)), articles.Block{Reflow: true})},
			{"word", oneBlock(strings.Repeat("x", size), articles.Block{})},
			{"ideographs", oneBlock(strings.Repeat("日本語の文章。", size/21), articles.Block{})},
		} {
			b.Run(fmt.Sprintf("%s/%dK", c.name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					p := New(c.doc, 80, th)
					p.Move(p.Top(), size)
				}
			})
		}
	}
}

// BenchmarkMiddle shows 40 lines in the middle of one long block.
func BenchmarkMiddle(b *testing.B) {
	th := testTheme(b)
	for _, size := range []int{100 << 10, 1 << 20, 10 << 20} {
		for name, text := range map[string]string{"word": strings.Repeat("x", size), "line": strings.Repeat(sentence, size/len(sentence))} {
			doc := oneBlock(text, articles.Block{})
			b.Run(fmt.Sprintf("%s/%dK", name, size>>10), func(b *testing.B) {
				for b.Loop() {
					p := New(doc, 80, th)
					p.Paint(p.PosOf(len(text)/2), 40, nil)
				}
			})
		}
	}
}

// BenchmarkNested shows a paragraph in many quotations.
func BenchmarkNested(b *testing.B) {
	th := testTheme(b)
	for _, depth := range []int{1, 10, 100, 1000} {
		doc := oneBlock(strings.Repeat(sentence, 20), articles.Block{Reflow: true, Path: make([]articles.Container, depth)})
		b.Run(fmt.Sprint(depth), func(b *testing.B) {
			for b.Loop() {
				p := New(doc, 80, th)
				p.Paint(p.Top(), 40, nil)
			}
		})
	}
}

// BenchmarkPaint paints 40 lines that are laid out, of a document with 5,000
// marks, all of which are given.
func BenchmarkPaint(b *testing.B) {
	th := testTheme(b)
	doc := newsDocument(500 << 10)
	var marks []Mark
	for i := range 5000 {
		start := i * doc.Text.Len() / 5000
		marks = append(marks, Mark{Span: articles.Span{Start: start, End: start + 12}, Style: th.Mark(theme.Kind(i % 6)), Layer: i % 3})
	}
	p := New(doc, 80, th)
	middle := p.PosOf(doc.Text.Len() / 2)
	for _, c := range []struct {
		name  string
		marks []Mark
	}{{"none", nil}, {"5000", marks}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Paint(middle, 40, c.marks)
			}
		})
	}
}

// BenchmarkCode shows a block of code that is as long as is coloured.
func BenchmarkCode(b *testing.B) {
	th := testTheme(b)
	line := "func cost(total, share int) int { return total * share / 100 } // in full\n"
	doc := oneBlock(strings.Repeat(line, maxCode/len(line)), articles.Block{Kind: articles.Code, Lang: clean.Line("go")})
	for b.Loop() {
		p := New(doc, 80, th)
		p.Paint(p.Top(), 40, nil)
	}
}
