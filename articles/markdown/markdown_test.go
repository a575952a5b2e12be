package markdown

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/articletest"

	"pgregory.net/rapid"
)

// parseWhole is the slow twin of Parse: the source as one chunk.
func parseWhole(source string) *articles.Document {
	r := newReader(references{})
	r.read(chunk{text: source})
	return r.out.Document()
}

// lineGen makes lines that open, continue and close all kinds of blocks.
func lineGen() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{
		"", "", "", "text", "more *text* here", "# Heading", "Setext", "---", "===", "***",
		"- item", "  - nested", "    - deeper", "  continued", "    four", "   three", "1. one", "2. two", "10. ten",
		"- ", "-", "+ other", "> quote", "> - item in quote", ">", "> > twice", "lazy",
		"```", "```go", "   ```", "  ```", "````", "~~~", "- ```", "> ```", "    ```",
		"<div>", "</div>", "<!-- open", "close -->", "<script>", "</script>", "<pre>", "</pre>", "<?php", "?>",
		"  <!-- in", "- <pre>", "|a|b|", "|--|--|", "|1|2|", "\tTab", "-\ttab item", "`code", "span`", "**bold", "end**",
		"trailing  ", "back\\", "[text](http://example.org)", "&amp; &#27;", "1986\\. A great year", "* * *", "_ _ _",
	})
}

func sourceGen() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(lineGen(), 0, 40).Draw(t, "lines"), "\n")
	})
}

// TestSafeCuts parts sources wherever the scanner says that it is safe, and
// compares the blocks with those of the whole.
func TestSafeCuts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := sourceGen().Draw(t, "source")
		want := parseWhole(source)
		r := newReader(references{})
		var s scanner
		start, off := 0, 0
		for line := range strings.Lines(source) {
			if s.next(line) == safe && off > start {
				r.read(chunk{text: source[start:off]})
				start = off
			}
			off += len(line)
		}
		r.read(chunk{text: source[start:]})
		if got := r.out.Document(); !reflect.DeepEqual(got, want) {
			t.Fatalf("source %q\n got %+v\nwant %+v", source, got, want)
		}
	})
}

// TestParseInChunks compares sources that the chunker parts with their twin.
func TestParseInChunks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Each part ends with what closes all that is open, so that there is a
		// place to cut.
		const closing = "\n\n</script></pre>-->?>\n\n```\n~~~\n````\n\ntext\n\n# Next\n\n"
		var b strings.Builder
		for range 3 {
			b.WriteString(sourceGen().Draw(t, "source") + closing)
		}
		source := b.String()
		want := parseWhole(source)
		r := newReader(references{})
		for c := (chunker{source: source, target: len(closing)}); c.off < len(source); {
			r.read(c.next())
		}
		if got := r.out.Document(); !reflect.DeepEqual(got, want) {
			t.Fatalf("source %q\n got %+v\nwant %+v", source, got, want)
		}
	})
}

func checkHead(t interface{ Fatalf(string, ...any) }, source string, limit int) {
	whole := Parse(source, -1)
	if err := articletest.Check(whole); err != nil {
		t.Fatalf("%v", err)
	}
	if err := articletest.CheckHead(Parse(source, limit), whole); err != nil {
		t.Fatalf("head of %d bytes: %v", limit, err)
	}
}

func TestHead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		times := rapid.IntRange(1, 200).Draw(t, "times")
		source := strings.Repeat(sourceGen().Draw(t, "source")+"\n", times) + "\n[text]: /late\n"
		checkHead(t, source, rapid.IntRange(0, len(source)).Draw(t, "limit"))
	})
}

func TestDefinitionsReachBack(t *testing.T) {
	for _, definition := range []string{"[late]: /url", "> [late]: /url", "- [late]:\n  /url", "[other]: /x\n[late]: /url\n[late]: /second",
		"- a\n\n  [late]: /url", "  [LATE]: </url> 'title'"} {
		source := "[late] first\n\n" + strings.Repeat("Some prose that fills a line or so.\n\n", 2000) + definition + "\n"
		doc := Parse(source, 100)
		if !doc.Partial || len(doc.Inlines) != 1 || doc.Inlines[0].Target.String() != "/url" {
			t.Errorf("%q: partial %v, inlines %v", definition, doc.Partial, doc.Inlines)
		}
	}
	for _, none := range []string{"```\n[late]: /url\n```", "prose\n[late]: /url", "    [late]: /url", "<!--\n[late]: /url\n-->"} {
		if doc := Parse("[late] first\n\n"+none+"\n", -1); len(doc.Inlines) > 0 {
			t.Errorf("%q: inlines %v", none, doc.Inlines)
		}
	}
}

func TestLongCodeGoesOn(t *testing.T) {
	source := "```go\n" + strings.Repeat("x := *p // [a](b)\n", 8000) + "```\n\nafter *it*\n"
	doc := Parse(source, -1)
	last := doc.Blocks[len(doc.Blocks)-1]
	if last.Kind != articles.Paragraph || len(doc.Inlines) != 1 {
		t.Errorf("last block %+v, %d inlines", last, len(doc.Inlines))
	}
	for i, b := range doc.Blocks[:len(doc.Blocks)-1] {
		if b.Kind != articles.Code || b.Lang.String() != "go" || b.Tight != (i > 0) {
			t.Fatalf("block %d: %+v", i, b)
		}
	}
}

// pathological are inputs of which some parsers take a time that grows with
// the square of their length, or worse.
var pathological = map[string]func(n int) string{
	"quotations":      func(n int) string { return strings.Repeat("> ", n/2) + "x" },
	"items":           func(n int) string { return strings.Repeat("- ", n/2) + "x" },
	"numbers":         func(n int) string { return strings.Repeat("1. ", n/3) + "x" },
	"quoted items":    func(n int) string { return strings.Repeat("> - ", n/4) + "x" },
	"brackets":        func(n int) string { return strings.Repeat("[", n) },
	"open links":      func(n int) string { return strings.Repeat("[a](", n/4) },
	"nested links":    func(n int) string { return strings.Repeat("[a](b", n/5) + strings.Repeat(")", n/5) },
	"emphasis":        func(n int) string { return strings.Repeat("*a_b", n/4) },
	"emphasis, lines": func(n int) string { return strings.Repeat("*a_b\n", n/5) },
	"code spans":      func(n int) string { return strings.Repeat("`a``b", n/5) },
	"instructions":    func(n int) string { return "a " + strings.Repeat("<?", n/2) },
	"attributes":      func(n int) string { return strings.Repeat("<a b=\"", n/6) },
	"comments":        func(n int) string { return strings.Repeat("<!-- -->\n", n/9) },
	"columns": func(n int) string {
		return strings.Repeat("|a", n/8) + "|\n" + strings.Repeat("|-", n/8) + "|\n" + strings.Repeat("|\n", n/4)
	},
	"rows": func(n int) string {
		return strings.Repeat("|a", 60) + "|\n" + strings.Repeat("|-", 60) + "|\n" + strings.Repeat("|\n", n/2)
	},
	"half definition": func(n int) string { return strings.Repeat("[a]: x \"\n", n/9) },
	"one word":        func(n int) string { return strings.Repeat("x", n) },
	"combining marks": func(n int) string { return "a" + strings.Repeat("\u0301", n/2) },
	"addresses":       func(n int) string { return strings.Repeat("http://a.b/( ", n/13) },
	"lazy lines":      func(n int) string { return strings.Repeat(">", 60) + "a\n" + strings.Repeat("a\n", n/2) },
}

// TestPathological parses what would hang without limits: the test ends.
func TestPathological(t *testing.T) {
	for name, source := range pathological {
		if err := articletest.Check(Parse(source(60<<10), -1)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkPathological(b *testing.B) {
	for name, source := range pathological {
		for _, n := range []int{64 << 10, 128 << 10, 256 << 10} {
			s := source(n)
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(name, " ", "_"), n>>10), func(b *testing.B) {
				for b.Loop() {
					Parse(s, -1)
				}
			})
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, e := range examples {
		f.Add(e.source, 3)
	}
	f.Fuzz(func(t *testing.T, source string, limit int) {
		if limit < 0 {
			limit = 0
		}
		checkHead(t, source, limit%(len(source)+1))
		// Long enough for more than one chunk.
		long := strings.Repeat(source+"\n", 1+(40<<10)/(len(source)+1))
		checkHead(t, long, limit%(20<<10))
	})
}
