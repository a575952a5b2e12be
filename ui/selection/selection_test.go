package selection

import (
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/clean"
)

// document returns a document of the blocks, with empty lines between them.
func document(kinds []articles.BlockKind, texts ...string) *articles.Document {
	doc := &articles.Document{Text: clean.Of(strings.Join(texts, "\n\n"))}
	off := 0
	for i, s := range texts {
		b := articles.Block{Span: articles.Span{Start: off, End: off + len(s)}}
		if i < len(kinds) {
			b.Kind = kinds[i]
		}
		doc.Blocks = append(doc.Blocks, b)
		off += len(s) + 2
	}
	return doc
}

// genDocument draws documents of odd texts.
func genDocument() *rapid.Generator[*articles.Document] {
	piece := rapid.SampledFrom([]string{
		"a", "harbour", "Ms. Lovell", " ", "  ", ". ", "? ", "! “", "”", "e\u0301", "\u0301", "👩‍👩‍👧", "🇫🇮", "港口", "がぎ", "한국", "क्षि",
		"\n", "\t", "3.14", "don't", "…", "(", ")", "\u00a0", "a\u200d", "\u0600b", "x@y.example",
	})
	return rapid.Custom(func(t *rapid.T) *articles.Document {
		n := rapid.IntRange(0, 5).Draw(t, "blocks")
		kinds, texts := make([]articles.BlockKind, n), make([]string, n)
		for i := range n {
			kinds[i] = rapid.SampledFrom([]articles.BlockKind{articles.Paragraph, articles.Heading, articles.Code, articles.Table}).Draw(t, "kind")
			texts[i] = clean.Of(strings.Join(rapid.SliceOfN(piece, 0, 20).Draw(t, "text"), "")).String()
		}
		return document(kinds, texts...)
	})
}

// edges returns the ends of all characters of a document, block by block.
func edges(doc *articles.Document) map[int]bool {
	ends := map[int]bool{}
	for _, b := range doc.Blocks {
		ends[b.Span.Start] = true
		for g := graphemes.FromString(b.Span.Of(doc.Text)); g.Next(); {
			ends[b.Span.Start+g.End()] = true
		}
	}
	return ends
}

// What is selected is text of the document, from one end of a character to
// another, however the selection has been moved; and a step forward is undone by
// one back.
func TestSelectionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := genDocument().Draw(t, "doc")
		ends := edges(doc)
		unit := func() Unit { return Unit(rapid.IntRange(0, 3).Draw(t, "unit")) }
		check := func(s Selection, after string) {
			p := s.Span()
			if p.Start < 0 || p.End > doc.Text.Len() || p.Start >= p.End {
				t.Fatalf("%+v after %s of %q", s, after, doc.Text)
			}
			for _, off := range []int{s.Anchor.Start, s.Anchor.End, s.Head.Start, s.Head.End} {
				if !ends[off] {
					t.Fatalf("%d is inside a character after %s: %+v of %q", off, after, s, doc.Text)
				}
			}
		}
		s, ok := At(doc, rapid.IntRange(0, doc.Text.Len()).Draw(t, "off"), unit())
		if !ok {
			if strings.TrimSpace(doc.Text.String()) != "" && s.Unit == Character {
				t.Fatalf("nothing to select in %q", doc.Text)
			}
			return
		}
		check(s, "the beginning")
		for range rapid.IntRange(0, 12).Draw(t, "steps") {
			back := rapid.Bool().Draw(t, "back")
			u := unit()
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0:
				s = s.Move(doc, u, back)
				check(s, "a move")
			case 1:
				s = s.Extend(doc, u, back)
				check(s, "extending")
			case 2:
				was := s.Span()
				s = s.Widen(doc)
				check(s, "widening")
				if p := s.Span(); was.Len() > 0 && (p.Start > was.Start || p.End < was.End) && strings.TrimSpace(was.Of(doc.Text)) == was.Of(doc.Text) {
					t.Fatalf("%q was widened to %q", was.Of(doc.Text), p.Of(doc.Text))
				}
			case 3:
				was := s.Span()
				s = s.Swap()
				if s.Span() != was {
					t.Fatalf("%v became %v with its ends exchanged", was, s.Span())
				}
			}
			there := s.Extend(doc, s.Unit, false)
			if there != s && there.Extend(doc, s.Unit, true) != s {
				t.Fatalf("%+v, forward %+v, back %+v of %q", s, there, there.Extend(doc, s.Unit, true), doc.Text)
			}
			if s.Anchor == s.Head {
				there = s.Move(doc, s.Unit, false)
				if there != s && there.Move(doc, s.Unit, true) != s {
					t.Fatalf("%+v, moved %+v, back %+v of %q", s, there, there.Move(doc, s.Unit, true), doc.Text)
				}
			}
		}
	})
}

// Going on from the beginning meets every word, and all that is not white space.
func TestUnitsCoverTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := genDocument().Draw(t, "doc")
		u := Unit(rapid.IntRange(0, 3).Draw(t, "unit"))
		var met strings.Builder
		end := 0
		for {
			s, ok := next(doc, u, end)
			if !ok {
				break
			}
			if s.Start < end || s.Len() <= 0 {
				t.Fatalf("%v after %d in %q", s, end, doc.Text)
			}
			met.WriteString(s.Of(doc.Text))
			end = s.End
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := bare(met.String()), bare(doc.Text.String()); got != want {
			t.Fatalf("%ss are %q of %q", u, got, want)
		}
	})
}

func TestSelecting(t *testing.T) {
	doc := document([]articles.BlockKind{articles.Heading, 0, articles.Code, 0},
		"Ferry returns", "Ms. Lovell was brief. “Nobody waits,” she said. The quay is open.", "x := 1\n  y := 2", "The end.")
	start := strings.Index(doc.Text.String(), "Nobody")
	for _, c := range []struct{ keys, want string }{
		{"", "“Nobody waits,” she said."},
		{"s", "The quay is open."},
		{"S", "Ms. Lovell was brief."},
		{"SS", "Ferry returns"},
		{"SSS", "Ferry returns"},
		{"ss", "x := 1"},
		{"sss", "y := 2"},
		{"ssss", "The end."},
		{"sssss", "The end."},
		{"x", "“Nobody waits,” she said. The quay is open."},
		{"X", "Ms. Lovell was brief. “Nobody waits,” she said."},
		{"xX", "“Nobody waits,” she said."},
		{"w", "“"},
		{"ww", "Nobody"},
		{"W", "."},
		{"wwe", "Nobody waits"},
		{"wwee", "Nobody waits,"},
		{"wweE", "Nobody"},
		{"wwoE", "“Nobody"},
		{"E", "“Nobody waits,” she said"},
		{"+", "Ms. Lovell was brief. “Nobody waits,” she said. The quay is open."},
		{"ww+", "“Nobody waits,” she said."},
		{"wwx", "Nobody waits,” she said."},
		{"wwxx", "Nobody waits,” she said. The quay is open."},
		{"wwX", "“Nobody"},
		{"wwXX", "Ms. Lovell was brief. “Nobody"},
		{"wwC", "y"},
		{"wwcC", "“"},
		{"wwK", "Nobod"},
		{"wwk", "Nobody "},
		{"p", "x := 1\n  y := 2"},
		{"P", "Ferry returns"},
	} {
		s, ok := At(doc, start, Sentence)
		if !ok {
			t.Fatal("nothing there")
		}
		for _, k := range c.keys {
			switch k {
			case 's', 'S':
				s = s.Move(doc, Sentence, k == 'S')
			case 'w', 'W':
				s = s.Move(doc, Word, k == 'W')
			case 'c', 'C':
				s = s.Move(doc, Character, k == 'C')
			case 'p', 'P':
				s = s.Move(doc, Paragraph, k == 'P')
			case 'x', 'X':
				s = s.Extend(doc, Sentence, k == 'X')
			case 'e', 'E':
				s = s.Extend(doc, Word, k == 'E')
			case 'k', 'K':
				s = s.Extend(doc, Character, k == 'K')
			case 'o':
				s = s.Swap()
			case '+':
				s = s.Widen(doc)
			}
		}
		if got := s.Span().Of(doc.Text); got != c.want {
			t.Errorf("%q selects %q, want %q", c.keys, got, c.want)
		}
	}
}

func TestNothingToSelect(t *testing.T) {
	for _, doc := range []*articles.Document{{}, document(nil, "", " \n ")} {
		for u := Word; u <= Paragraph; u++ {
			if s, ok := At(doc, 0, u); ok {
				t.Errorf("a %s %+v in %q", u, s, doc.Text)
			}
		}
	}
}

func TestBetween(t *testing.T) {
	doc := document(nil, "one two three", "four five")
	for _, c := range []struct {
		from, to int
		want     string
	}{{5, 9, "two three"}, {9, 5, "two three"}, {5, 5, "two"}, {9, 17, "three\n\nfour"}} {
		s, ok := Between(doc, c.from, c.to, Word)
		if got := s.Span().Of(doc.Text); !ok || got != c.want {
			t.Errorf("from %d to %d is %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// In one block of megabytes, units are found as in a short one.
func TestLongBlock(t *testing.T) {
	line := "Nobody waits for 港口 now. "
	for _, kind := range []articles.BlockKind{articles.Paragraph, articles.Code} {
		sep := ""
		if kind == articles.Code {
			sep = "\n"
		}
		doc := document([]articles.BlockKind{kind}, strings.Repeat(line+sep, 100_000))
		each := len(line + sep)
		for _, n := range []int{0, 1, 50_000, 99_998} {
			s, ok := At(doc, n*each+3, Sentence)
			if got := s.Span(); !ok || got.Of(doc.Text) != strings.TrimSpace(line) || got.Start != n*each {
				t.Errorf("sentence %d is %v", n, got)
			}
			if to := s.Move(doc, Sentence, false); to.Span().Start != (n+1)*each || to.Move(doc, Sentence, true) != s {
				t.Errorf("after sentence %d is %v", n, to.Span())
			}
		}
	}
}

func BenchmarkExtendInTenMegabytes(b *testing.B) {
	doc := document(nil, strings.Repeat("Nobody waits for the ferry now. ", 320_000))
	s, _ := At(doc, doc.Text.Len()/2, Sentence)
	for b.Loop() {
		s.Extend(doc, Word, false)
	}
}
