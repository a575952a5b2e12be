package language

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"gloss/annotate"
)

func TestTableFits(t *testing.T) {
	c := compile()
	if c.tags[english] != English || len(c.tags) > len(hits{}) || len(c.words) > maxWords {
		t.Errorf("the table begins with %s and has %d languages and %d words", c.tags[english], len(c.tags), len(c.words))
	}
	seen := map[string]bool{}
	for _, tag := range c.tags {
		if seen[tag] {
			t.Errorf("%s is there twice", tag)
		}
		seen[tag] = true
	}
	for w := range c.words {
		if len(w) > longestWord || strings.ToLower(w) != w {
			t.Errorf("%q is too long or not in small letters", w)
		}
	}
}

func TestScriptsAreInOrder(t *testing.T) {
	for i, s := range scripts {
		if s.lo > s.hi || i > 0 && s.lo <= scripts[i-1].hi || s.tag == "" || s.name == "" {
			t.Errorf("script %d is %+v", i, s)
		}
		if scriptOf(s.lo) != i || scriptOf(s.hi) != i || i == 0 && scriptOf(s.lo-1) >= 0 {
			t.Errorf("%s is not found at its ends", s.tag)
		}
	}
}

// A sample is in order, on code points, of the size asked for and of prose.
func TestSample(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.StringN(1, 40, -1).Draw(t, "text"), rapid.IntRange(1, 20).Draw(t, "times"))
		in := annotate.Input{Text: text}
		prose := 0
		for off := 0; off < len(text); {
			end := min(len(text), off+rapid.IntRange(1, 50).Draw(t, "block"))
			for end < len(text) && !utf8.RuneStart(text[end]) {
				end++
			}
			b := annotate.Block{Span: annotate.Span{Start: off, End: end}}
			if rapid.IntRange(0, 3).Draw(t, "kind") == 0 {
				b.Kind = annotate.Verbatim
			} else {
				prose += end - off
			}
			in.Blocks = append(in.Blocks, b)
			off = end
		}
		pieces, size := rapid.IntRange(1, 9).Draw(t, "pieces"), rapid.IntRange(4, 60).Draw(t, "size")
		last, total := 0, 0
		for _, s := range sample(in, pieces, size) {
			if s.Start < last || s.End > len(text) || !utf8.ValidString(s.Of(text)) {
				t.Fatalf("%v after %d of %d bytes", s, last, len(text))
			}
			for _, b := range in.Blocks {
				if b.Kind == annotate.Verbatim && b.Span.Overlaps(s) && !s.Empty() {
					t.Fatalf("%v is of the verbatim %v", s, b.Span)
				}
			}
			last = s.End
			total += s.End - s.Start
		}
		// The start of each piece may move back to a code point.
		if want := min(prose, pieces*size); total > want+3*pieces*len(in.Blocks) || prose <= pieces*size && total != prose {
			t.Fatalf("%d bytes of %d, want %d", total, prose, want)
		}
	})
}
