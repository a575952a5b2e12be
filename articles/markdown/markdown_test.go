package markdown

import (
	"reflect"
	"strings"
	"testing"

	"gloss/articles"

	"pgregory.net/rapid"
)

// parseWhole is the slow twin of Parse: the source as one chunk.
func parseWhole(source string) *articles.Document {
	r := newReader(references{})
	r.read(chunk{text: source})
	return r.document()
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
		if got := r.document(); !reflect.DeepEqual(got, want) {
			t.Fatalf("source %q\n got %+v\nwant %+v", source, got, want)
		}
	})
}
