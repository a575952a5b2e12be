package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/ui/theme"
)

// TestShownIsText holds a page to its first promise: every character of the
// text is shown once and in order, where CellOf says, and OffsetAt finds it.
func TestShownIsText(t *testing.T) {
	th := testTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		doc := drawDocument(t, nil)
		p := New(doc, drawWidth(t), th)
		shown := map[int]int{}
		last := Pos{Block: -1}
		lastOff := -1
		for _, pos := range everyLine(p) {
			cells, err := decode(p.Paint(pos, 1, nil)[0])
			if err != nil {
				t.Fatalf("%v: %v", pos, err)
			}
			if pos.Block != last.Block {
				lastOff = -1
			}
			last = pos
			prev := -1
			for col, c := range cells {
				off, ok := p.OffsetAt(pos, col)
				if !ok || off == prev {
					continue
				}
				prev = off
				if col < p.margin() || col >= p.width-p.margin() {
					t.Fatalf("%v: %q stands in the margin, in column %d", pos, c.char, col)
				}
				if doc.Blocks[pos.Block].Kind != articles.Table && off <= lastOff {
					t.Fatalf("%v, column %d: offset %d after %d", pos, col, off, lastOff)
				}
				lastOff = off
				shown[off]++
				// An accent after a tab stands over the last of its spaces.
				if want := character(doc.Text.String(), off); c.char != want && !(want == " " && strings.HasPrefix(c.char, " ")) {
					t.Fatalf("%v, column %d shows %q, and the text at %d is %q", pos, col, c.char, off, want)
				}
				if at, atCol := p.CellOf(off); at != pos || atCol != col {
					t.Fatalf("offset %d is shown at %v, %d, and CellOf says %v, %d", off, pos, col, at, atCol)
				}
				if at := p.PosOf(off); at != pos {
					t.Fatalf("offset %d is shown at %v, and PosOf says %v", off, pos, at)
				}
			}
		}
		for _, b := range doc.Blocks {
			for g := graphemes.FromString(b.Span.Of(doc.Text)); g.Next(); {
				off := b.Span.Start + g.Start()
				blank := strings.Trim(g.Value(), " \t\n") == ""
				want := 1
				if ansi.StringWidth(g.Value()) == 0 {
					want = 0
				}
				if n := shown[off]; n != want && !(blank && n <= 1) {
					t.Fatalf("%q at %d is shown %d times", g.Value(), off, n)
				}
			}
		}
	})
}

// character returns the character at an offset as it is to be shown.
func character(text string, off int) string {
	g := graphemes.FromString(text[off:])
	g.Next()
	if v := g.Value(); v != "\n" && v != "\t" {
		return v
	}
	return " "
}

// TestLineSpans asks that the lines of a block show all of it but for spaces
// and line ends between them.
func TestLineSpans(t *testing.T) {
	th := testTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		doc := drawDocument(t, nil)
		p := New(doc, drawWidth(t), th)
		ends := map[int]int{}
		for i, b := range doc.Blocks {
			ends[i] = b.Span.Start
		}
		for _, pos := range everyLine(p) {
			if doc.Blocks[pos.Block].Kind == articles.Table {
				continue
			}
			span := p.LineSpan(pos)
			if span.Len() == 0 {
				continue
			}
			if span.Start < ends[pos.Block] {
				t.Fatalf("%v shows %v, after %d", pos, span, ends[pos.Block])
			}
			if gap := doc.Text.String()[ends[pos.Block]:span.Start]; !swallowed(gap) {
				t.Fatalf("%q is not shown", gap)
			}
			ends[pos.Block] = span.End
		}
		for i, b := range doc.Blocks {
			if rest := doc.Text.String()[ends[i]:b.Span.End]; b.Kind != articles.Table && !swallowed(rest) {
				t.Fatalf("%q is not shown", rest)
			}
		}
	})
}

func swallowed(s string) bool { return strings.Trim(s, " \t\n") == "" }

// TestPaintIsSafe asks of any text, clean or not, that its lines fit and hold
// nothing but text and our SGR sequences, and that Plain is the same text.
func TestPaintIsSafe(t *testing.T) {
	th := testTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		doc := drawDocument(t, hostile)
		p := New(doc, drawWidth(t), th)
		checkLines(t, p, drawMarks(t, doc))
	})
}

type fataler interface{ Fatalf(string, ...any) }

func checkLines(t fataler, p *Page, marks []Mark) {
	const most = 4000
	painted, plain := p.Paint(p.Top(), most, marks), p.Plain(p.Top(), most)
	if len(painted) != len(plain) {
		t.Fatalf("%d lines are painted, %d are plain", len(painted), len(plain))
	}
	for i, s := range painted {
		if _, err := decode(s); err != nil {
			t.Fatalf("line %d: %v", i, err)
		}
		if w := ansi.StringWidth(s); w > p.Width() {
			t.Fatalf("line %d is %d cells wide, more than %d: %q", i, w, p.Width(), s)
		}
		if got := strings.TrimRight(ansi.Strip(s), " "); got != plain[i] {
			t.Fatalf("line %d is painted as %q, and plain %q", i, got, plain[i])
		}
	}
}

// TestMove asks that Move and Lines count the same lines, down and up.
func TestMove(t *testing.T) {
	th := testTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		p := New(drawDocument(t, nil), drawWidth(t), th)
		lines := everyLine(p)
		if len(lines) == 0 {
			if p.Move(Pos{}, 3) != (Pos{}) || p.Bottom() != (Pos{}) {
				t.Fatalf("an empty page has lines")
			}
			return
		}
		i, j := rapid.IntRange(0, len(lines)-1).Draw(t, "i"), rapid.IntRange(0, len(lines)-1).Draw(t, "j")
		if got := p.Move(lines[i], j-i); got != lines[j] {
			t.Fatalf("%d lines from %v is %v, want %v", j-i, lines[i], got, lines[j])
		}
		most := rapid.IntRange(0, len(lines)).Draw(t, "max")
		if got, want := p.Lines(lines[i], lines[j], most), min(max(0, j-i), most); got != want {
			t.Fatalf("from line %d to %d at most %d: got %d, want %d", i, j, most, got, want)
		}
		if p.Bottom() != lines[len(lines)-1] || p.Move(lines[i], len(lines)) != p.Bottom() || p.Move(lines[i], -len(lines)) != p.Top() {
			t.Fatalf("the ends are not where they should be")
		}
		if !slices.IsSortedFunc(lines, Pos.Compare) {
			t.Fatalf("positions are not in order: %v", lines)
		}
		if got := len(p.Paint(lines[i], len(lines), nil)); got != len(lines)-i {
			t.Fatalf("%d lines are painted of %d", got, len(lines)-i)
		}
	})
}

// TestPositionsFromElsewhere asks that a position of another layout does no
// harm.
func TestPositionsFromElsewhere(t *testing.T) {
	th := testTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		doc := drawDocument(t, nil)
		p := New(doc, drawWidth(t), th)
		number := rapid.OneOf(rapid.IntRange(-2, 50), rapid.Int())
		pos := Pos{number.Draw(t, "block"), number.Draw(t, "part"), number.Draw(t, "line")}
		p.Paint(pos, 3, nil)
		p.Lines(pos, p.Bottom(), 10)
		off, _ := p.OffsetAt(pos, number.Draw(t, "col"))
		if off < 0 || off > doc.Text.Len() {
			t.Fatalf("offset %d of %d", off, doc.Text.Len())
		}
		p.LineSpan(pos)
		p.CellOf(number.Draw(t, "off"))
		if got := p.Move(pos, number.Draw(t, "n")%1000); got.Compare(p.Top()) < 0 || got.Compare(p.Bottom()) > 0 {
			t.Fatalf("%v is off the page", got)
		}
	})
}

// TestPaintAsSlowTwin paints byte by byte, without runs, cuts or searches, and
// asks that Paint shows the same style in each cell.
func TestPaintAsSlowTwin(t *testing.T) {
	th := testTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		doc := drawDocument(t, nil)
		p := New(doc, drawWidth(t), th)
		marks := drawMarks(t, doc)
		for _, pos := range everyLine(p) {
			block := &doc.Blocks[pos.Block]
			if block.Kind == articles.Code || block.Kind == articles.Table {
				continue // their colours are not those of inline spans
			}
			cells, err := decode(p.Paint(pos, 1, marks)[0])
			if err != nil {
				t.Fatal(err)
			}
			for col, c := range cells {
				off, ok := p.OffsetAt(pos, col)
				if !ok {
					continue
				}
				g := graphemes.FromString(doc.Text.String()[off:])
				g.Next()
				want := th.Sequence(slowStyle(p, block, marks, off, off+len(g.Value())))
				if c.style != want {
					t.Fatalf("%v, column %d, %q: painted %q, want %q", pos, col, c.char, c.style, want)
				}
			}
		}
	})
}

// slowStyle returns the style of a character: of its first byte without marks,
// and of any mark on any byte of it.
func slowStyle(p *Page, block *articles.Block, marks []Mark, off, end int) theme.Style {
	id := p.base(block)
	for _, in := range p.doc.Inlines {
		if in.Span.Start <= off && off < in.Span.End {
			id = p.inline(in.Kind, id)
		}
	}
	s := p.styles[id]
	for layer := range 4 {
		for _, m := range marks {
			touches := false
			for i := off; i < end; i++ {
				touches = touches || m.Span.Start <= i && i < m.Span.End
			}
			if touches && m.Layer == layer {
				s = m.Style.Over(s)
			}
		}
	}
	return s
}

// TestEmptyLines asks that an empty line of the text is a place like others.
func TestEmptyLines(t *testing.T) {
	p := New(oneBlock("a\n\n\nb", articles.Block{}), 40, testTheme(t))
	for off, line := range []int{0, 1, 1, 2, 3} {
		if got := p.PosOf(off); got.Line != line {
			t.Errorf("offset %d is said to be in line %d, want %d", off, got.Line, line)
		}
	}
	if got := p.LineSpan(Pos{Line: 2}); got != (articles.Span{Start: 3, End: 3}) {
		t.Errorf("the second empty line shows %v", got)
	}
}
