package plain

import (
	"fmt"
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/articletest"
	"gloss/articles/clean"

	"pgregory.net/rapid"
)

const wrappedPara = `The talks in Moscow went on for the whole of the day and well into
the evening, and when they ended neither of the two ministers would
say more than that there was nothing yet to be said about them.`

// show writes blocks down in short: H a heading, P a paragraph, R one that is
// to be joined, each with '+' where it is tight.
func show(text string, blocks []articles.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		kind := "P"
		switch {
		case block.Kind == articles.Heading:
			kind = "H"
		case block.Reflow:
			kind = "R"
		}
		if block.Tight {
			kind += "+"
		}
		s := text[block.Span.Start:block.Span.End]
		if len(s) > 24 {
			s = s[:12] + "~" + s[len(s)-9:]
		}
		fmt.Fprintf(&b, "%s %q\n", kind, s)
	}
	return b.String()
}

func TestBlocks(t *testing.T) {
	long := strings.Repeat("A sentence of news that fills the line. ", 5)
	for _, test := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"blank", " \n\t\n\n", ""},
		{"one line", "Only this.", `P "Only this."`},
		{"a paragraph a line", "Talks end in Moscow\n" + long + "\n" + long + "\nShort one.\n",
			"H \"Talks end in Moscow\"\nP \"A sentence o~the line.\"\nP \"A sentence o~the line.\"\nP \"Short one.\""},
		{"empty lines between", "Talks end in Moscow\n\n" + long + "\n\n" + long,
			"H \"Talks end in Moscow\"\nP \"A sentence o~the line.\"\nP \"A sentence o~the line.\""},
		{"no title with a full stop", "Talks end.\n\n" + long, "P \"Talks end.\"\nP \"A sentence o~the line.\""},
		{"no title without prose", "Milk\n\nEggs\n\nBread", "P \"Milk\"\nP \"Eggs\"\nP \"Bread\""},
		{"wrapped", wrappedPara + "\n\n" + wrappedPara + "\n", "R \"The talks in~out them.\"\nR \"The talks in~out them.\""},
		{"wrapped with a title", "Talks in Moscow\n\n" + wrappedPara, "H \"Talks in Moscow\"\nR \"The talks in~out them.\""},
		{"wrapped, CRLF", strings.ReplaceAll(wrappedPara, "\n", " \n"), "R \"The talks in~out them.\""},
		{"wrapped, two lines at the end", wrappedPara + "\n\nHe would not be drawn on what had been agreed with the other\nside.",
			"R \"The talks in~out them.\"\nR \"He would not~her\\nside.\""},
		{"wrapped, indented paragraphs", strings.ReplaceAll(wrappedPara, "The talks", "   The talks") + "\n   " + wrappedPara,
			"R \"The talks in~out them.\"\nR+ \"The talks in~out them.\""},
		{"list", "To do\n\n- milk\n- eggs\n- bread", "P \"To do\"\nP \"- milk\"\nP+ \"- eggs\"\nP+ \"- bread\""},
		{"verse", "The wind was cold\nthe road was long\nand we went home\nwithout a song", "P \"The wind was cold\"\nP+ \"the road was long\"\nP+ \"and we went home\"\nP+ \"without a song\""},
		{"table", "Name      Seats    Share\nLabour      202       30\nGreens       12        2", "P \"Name      Se~        2\""},
		{"indented", long + "\n\n    first\n      second\n    third", "P \"A sentence o~the line.\"\nP \"    first\\n  ~    third\""},
		{"quoted mail", "> one\n> two", `P "> one\n> two"`},
	} {
		blocks := Blocks(test.in, -1)
		if got := strings.TrimSpace(show(test.in, blocks)); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

func TestLongLineIsParted(t *testing.T) {
	for name, text := range map[string]string{
		"words":   strings.Repeat("word ", 20000),
		"letters": strings.Repeat("é", 50000),
		"marks":   strings.Repeat("e\u0301", 30000),
		"lines":   strings.Repeat(strings.Repeat("x", 70)+"\n", 2000),
		"table":   strings.Repeat("a     b\n", 10000),
	} {
		blocks := Blocks(text, -1)
		if len(blocks) < 4 {
			t.Errorf("%s: %d blocks", name, len(blocks))
		}
		size := 0
		for _, b := range blocks {
			if b.Span.Len() > MaxBlock {
				t.Errorf("%s: block of %d bytes", name, b.Span.Len())
			}
			if name == "marks" && !strings.HasPrefix(text[b.Span.Start:], "e") {
				t.Errorf("marks: parted before a mark")
			}
			size += b.Span.Len()
		}
		if want := len(strings.Join(strings.Fields(text), "")); size < want {
			t.Errorf("%s: blocks hold %d bytes of %d", name, size, want)
		}
		check(t, text, blocks)
	}
}

type testingT interface {
	Helper()
	Fatalf(format string, args ...any)
}

func check(t testingT, text string, blocks []articles.Block) {
	t.Helper()
	if err := articletest.Check(&articles.Document{Text: clean.Of(text), Blocks: blocks}); err != nil {
		t.Fatalf("%v", err)
	}
}

// checkHeads compares the blocks of heads with those of the whole.
func checkHeads(t testingT, text string, limit int) {
	t.Helper()
	whole := Blocks(text, -1)
	check(t, text, whole)
	end := min(len(text), limit+Lookahead)
	for end < len(text) && text[end]&0xC0 == 0x80 {
		end++
	}
	head := Blocks(text[:end], limit)
	for i, b := range whole {
		if b.Span.Start >= limit && end < len(text) {
			whole = whole[:i]
			break
		}
	}
	if end == len(text) {
		head = Blocks(text, -1)
	}
	if got, want := fmt.Sprint(head), fmt.Sprint(whole); got != want {
		t.Fatalf("limit %d: head %.300s\nwhole %.300s", limit, got, want)
	}
}

func TestHeads(t *testing.T) {
	line := rapid.OneOf(
		rapid.SampledFrom([]string{"", "", "Title", "By Jane Roe", wrappedPara, "  " + wrappedPara, "- item", "a     b     c",
			strings.Repeat("Long line of prose. ", 30), strings.Repeat("x", 5000), strings.Repeat(" ", 3000), "> quoted"}),
		rapid.Custom(func(t *rapid.T) string {
			return strings.Repeat(rapid.SampledFrom([]string{"word ", "é", "\u00a0", " ", "wörd\n", "short line here\n"}).Draw(t, "unit"),
				rapid.IntRange(1, 4000).Draw(t, "times"))
		}),
	)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(line, 1, 12).Draw(t, "lines"), "\n")
		checkHeads(t, text, rapid.IntRange(0, 100000).Draw(t, "limit"))
	})
}

func FuzzBlocks(f *testing.F) {
	f.Add("Title\n\n"+wrappedPara, 10)
	f.Add("- a\n- b\n\n   c\n\u00a0\n", 3)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		text = clean.Of(text).String()
		if limit < 0 {
			limit = 0
		}
		checkHeads(t, text, limit%(len(text)+1))
		// The same far from the ends, with other text in between.
		long := strings.Repeat(text+"\n", 1+(80<<10)/(len(text)+1))
		checkHeads(t, long, limit%(20<<10))
	})
}

func BenchmarkBlocks(b *testing.B) {
	text := strings.Repeat(strings.Repeat("A sentence of news that fills the line. ", 8)+"\n\n", 1<<20/330)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Blocks(text, -1)
	}
}

func ExampleBlocks() {
	text := "Talks end in Moscow\n\nThe talks in Moscow ended late on Tuesday.\nThey will go on in New York, it was said.\n"
	for _, b := range Blocks(text, -1) {
		fmt.Println(b.Level, text[b.Span.Start:b.Span.End])
	}
	// Output:
	// 1 Talks end in Moscow
	// 0 The talks in Moscow ended late on Tuesday.
	// 0 They will go on in New York, it was said.
}
