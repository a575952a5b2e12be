package page

import (
	"math/rand/v2"
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/clean"
)

// largeTexts are blocks of text that are too long to be laid out at once.
func largeTexts(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1) }
	return map[string]string{
		"word":       fill("x"),
		"prose":      fill("The envoy said that the talks would go on. "),
		"lines":      fill("one line of a letter\n"),
		"empty":      fill("\n"),
		"spaces":     fill(" "),
		"tabs":       fill("\t"),
		"ideographs": fill("日本語の文章"),
		"flags":      fill("🇸🇾🇷🇺"),
		"families":   fill("👩‍👩‍👧‍👦"),
		"accents":    "a" + fill("\u0301"),
		"joiners":    fill("\u200d"),
		"escapes":    fill("\x1b[31m"),
		"bad bytes":  fill("\xff\xe2\x82"),
		"hebrew":     fill("שלום עולם "),
	}
}

// TestLargeBlocks asks of long blocks, which are laid out in parts, that no
// byte is lost between the parts, that places are found both ways, and that
// looking at the middle lays out the middle alone.
func TestLargeBlocks(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, text := range largeTexts(60_000) {
		for _, block := range []articles.Block{{}, {Reflow: true}, {Kind: articles.Code, Lang: clean.Line("go")}} {
			block.Span = articles.Span{End: len(text)}
			doc := &articles.Document{Text: clean.Of(text), Blocks: []articles.Block{block}}
			p := New(doc, 80, testTheme(t))

			pos := p.PosOf(len(text) / 2)
			p.Paint(pos, 40, nil)
			if n := p.cache.order.Len(); n > 4 {
				t.Errorf("%s, %v: %d parts are laid out to show the middle", name, block.Kind, n)
			}
			checkLines(t, p, nil)

			end := 0
			lines := everyLine(p)
			for _, pos := range lines {
				span := p.LineSpan(pos)
				if span.Start < end || !swallowed(text[end:span.Start]) {
					t.Fatalf("%s, %v: %v shows %v after %d", name, block.Kind, pos, span, end)
				}
				end = span.End
			}
			if !swallowed(text[end:]) {
				t.Fatalf("%s, %v: the text ends at %d, and is shown up to %d", name, block.Kind, len(text), end)
			}
			if got := p.Lines(p.Top(), p.Bottom(), len(lines)); got != len(lines)-1 {
				t.Fatalf("%s, %v: %d lines below the top, want %d", name, block.Kind, got, len(lines)-1)
			}
			for range 50 {
				off := random.IntN(len(text))
				pos, col := p.CellOf(off)
				if pos != p.PosOf(off) {
					t.Fatalf("%s, %v: CellOf and PosOf differ at %d", name, block.Kind, off)
				}
				span := p.LineSpan(pos)
				back, ok := p.OffsetAt(pos, col)
				switch {
				case off < span.Start && !swallowed(text[off:span.Start]):
					t.Fatalf("%s, %v: %d is said to be shown by %v", name, block.Kind, off, span)
				case ok && off < span.Start && back != span.Start:
					t.Fatalf("%s, %v: %d is before %v, and shown as %d", name, block.Kind, off, span, back)
				case ok && off >= span.Start && back > off:
					t.Fatalf("%s, %v: %d is shown at %v, %d, and there is %d", name, block.Kind, off, pos, col, back)
				}
			}
		}
	}
}

// TestLargeTable asks that a long table is laid out by the rows that are seen.
func TestLargeTable(t *testing.T) {
	w := &writer{}
	rows := [][]string{{"Town", "Share"}}
	for range 5000 {
		rows = append(rows, []string{"Northquay and what lies behind it", "50"})
	}
	w.table(rows)
	doc := w.document()
	p := New(doc, 60, testTheme(t))
	middle := doc.Blocks[0].Rows[2500].Cells[0]
	pos, col := p.CellOf(middle.Start)
	if got := p.Plain(pos, 1)[0]; !strings.HasPrefix(got[col:], "Northquay") {
		t.Errorf("got %q", got)
	}
	if n := p.cache.order.Len(); n != 1 {
		t.Errorf("%d parts are laid out for one row", n)
	}
	if n := len(everyLine(p)); n != 5002 {
		t.Errorf("%d lines, want a line a row and the rule", n)
	}
	if p.cache.size > cacheSize {
		t.Errorf("the cache holds %d bytes", p.cache.size)
	}
}

// TestCacheIsBounded asks that reading on forgets what was read.
func TestCacheIsBounded(t *testing.T) {
	text := largeTexts(6_000_000)["prose"]
	doc := &articles.Document{Text: clean.Of(text), Blocks: []articles.Block{{Span: articles.Span{End: len(text)}}}}
	p := New(doc, 20, testTheme(t))
	total := 0
	for pos, ok := p.Top(), true; ok; pos, ok = p.below(pos) {
		total += p.part(pos).size()
		if p.cache.size > cacheSize {
			t.Fatalf("the cache holds %d bytes", p.cache.size)
		}
	}
	if total < 2*cacheSize || len(p.cache.parts) != p.cache.order.Len() {
		t.Errorf("%d bytes were laid out, %d parts are held and %d in order", total, len(p.cache.parts), p.cache.order.Len())
	}
}

// TestCacheKeepsWhatIsUsed asks that the parts asked for last are held.
func TestCacheKeepsWhatIsUsed(t *testing.T) {
	var c cache
	laid := map[int]int{}
	get := func(k int) {
		c.get(partKey{part: k}, func() *part {
			laid[k]++
			return &part{runs: make([]run, cacheSize/56/3)}
		})
	}
	for k := range 10 {
		get(0)
		get(k)
	}
	if laid[0] != 1 || laid[5] != 1 {
		t.Errorf("parts were laid out so often: %v", laid)
	}
	get(1)
	if laid[1] != 2 {
		t.Error("a part that was not asked for was held")
	}
}
