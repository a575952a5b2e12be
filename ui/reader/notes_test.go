package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/compose"
	"gloss/articles/keep"
	"gloss/ui/theme"
)

// noted returns a pane of n paragraphs of one line each without colours.
func noted(t testing.TB, n int) *Pane {
	t.Helper()
	th, err := theme.New("dark", true, termenv.Ascii)
	if err != nil {
		t.Fatal(err)
	}
	th.NoAttrs = true
	var b compose.Builder
	for i := range n {
		b.Write(fmt.Sprintf("Line %03d of the harbour report.", i))
		b.End(articles.Block{}, false)
	}
	p := New(b.Document(), th)
	p.SetSize(60, 10, 3)
	return p
}

// words returns the span of the n-th occurrence of words, from 0.
func words(p *Pane, s string, n int) articles.Span {
	text, off := p.Doc().Text.String(), 0
	for ; n > 0; n-- {
		off += strings.Index(text[off:], s) + len(s)
	}
	off += strings.Index(text[off:], s)
	return articles.Span{Start: off, End: off + len(s)}
}

// The tree finds what looking at each note finds, in the same order.
func TestNotesTouching(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		notes := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Note {
			start := rapid.IntRange(0, 60).Draw(t, "start")
			return Note{ID: rapid.StringMatching("[a-z]{6}").Draw(t, "id"), Span: articles.Span{Start: start, End: start + rapid.IntRange(0, 30).Draw(t, "len")}}
		}), 0, 40).Draw(t, "notes")
		x := newNoteIndex(notes)
		start := rapid.IntRange(0, 90).Draw(t, "from")
		end := start + rapid.IntRange(0, 40).Draw(t, "to")
		var got, want []int
		x.touching(start, end, func(i int) { got = append(got, i) })
		for i, n := range x.notes {
			if n.Span.Start < end && start < n.Span.End {
				want = append(want, i)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("from %d to %d: %v, want %v in %+v", start, end, got, want, x.notes)
		}
	})
}

func TestNoteSigns(t *testing.T) {
	p := noted(t, 6)
	p.SetNotes([]Note{
		{ID: "a", Span: words(p, "Line", 0), Kind: keep.Claim},
		{ID: "b", Span: words(p, "Line", 1), Kind: keep.Doubt, Words: true},
		{ID: "c", Span: articles.Span{Start: words(p, "Line", 2).Start, End: words(p, "report", 3).End}, Kind: keep.Important, Words: true},
		{ID: "d", Span: words(p, "harbour", 3), Kind: keep.FollowUp},
		{ID: "e", Span: articles.Span{}, Kind: keep.Quotable},
	})
	for i, want := range []string{"?  ", "~ ✎", "! ✎", "→  ", "   ", "   "} {
		if got := p.signs(words(p, fmt.Sprintf("Line %03d of the harbour report.", i), 0)); got != want {
			t.Errorf("line %d has the signs %q, want %q", i, got, want)
		}
	}
	p.SetMark('m') // a letter and a note have room beside each other
	if got := ansi.Strip(p.signs(words(p, "Line 000", 0))); got != "m ?" {
		t.Errorf("the gutter with a letter and a note is %q", got)
	}
	p.SetSize(60, 10, 1)
	if got := p.signs(words(p, "Line 000", 0)); got != "?" {
		t.Errorf("a gutter of one column is %q", got)
	}
}

func TestJumpNote(t *testing.T) {
	p := noted(t, 100)
	var notes []Note
	for _, n := range []int{50, 3, 99} {
		notes = append(notes, Note{ID: fmt.Sprint(n), Span: words(p, "harbour", n)})
	}
	notes = append(notes, Note{ID: "3b", Span: words(p, "harbour report", 3)}) // begins where another does
	p.SetNotes(notes)
	for _, step := range []struct {
		back bool
		want string
	}{{false, "3b"}, {false, "3"}, {false, "50"}, {false, "99"}, {true, "50"}, {true, "3"}, {true, "3b"}} {
		if !p.JumpNote(step.back) || p.Note() != step.want {
			t.Fatalf("at %q, want %q", p.Note(), step.want)
		}
	}
	if p.JumpNote(true) {
		t.Error("there is a note before the first")
	}
	p.SetNotes(notes[1:3])
	if p.Note() != "" {
		t.Errorf("the current note %q is one that is gone", p.Note())
	}
	if !p.GoNote("99") || p.GoNote("50") {
		t.Error("a note that is there is not found, or one that is not is")
	}
	p.SetNotes(notes)
	if p.Note() != "99" {
		t.Errorf("the current note is %q after others were added", p.Note())
	}
	p.Forget()
	if p.Note() != "" {
		t.Error("a note is current after the jump is forgotten")
	}
}

func TestNotesAt(t *testing.T) {
	p := noted(t, 3)
	p.SetNotes([]Note{{ID: "long", Span: words(p, "Line 000 of the harbour", 0)}, {ID: "short", Span: words(p, "harbour", 0)}})
	if got := p.NotesAt(words(p, "harbour", 0).Start); !slices.Equal(got, []string{"short", "long"}) {
		t.Errorf("at the harbour are %q", got)
	}
	if got := p.NotesAt(words(p, "report", 0).Start); got != nil {
		t.Errorf("at the report are %q", got)
	}
}

// Only the notes in sight are painted, and where colours are few nothing shines
// through what is selected.
func TestNotesPainted(t *testing.T) {
	p := noted(t, 2000)
	var notes []Note
	for i := range 2000 {
		notes = append(notes, Note{ID: fmt.Sprint(i), Span: words(p, fmt.Sprintf("Line %03d", i), 0), Kind: keep.Claim})
	}
	p.SetNotes(notes)
	start, end := p.Visible()
	if got := len(p.Marks(start, end)); got == 0 || got > 10 {
		t.Fatalf("%d marks in 10 rows", got)
	}
	sel := articles.Span{Start: 2, End: 6}
	p.SetSelection(sel)
	for _, m := range p.Marks(start, end) {
		if m.Layer != layerSelection && m.Span.Start < sel.End && sel.Start < m.Span.End {
			t.Errorf("%+v lies under the selection", m)
		}
	}
}

func BenchmarkViewOfTenThousandNotes(b *testing.B) {
	p := noted(b, 2000)
	var notes []Note
	for i := range 10_000 {
		at := i * 6 % (p.Doc().Text.Len() - 40)
		notes = append(notes, Note{ID: fmt.Sprint(i), Span: articles.Span{Start: at, End: at + 1 + i%40}, Kind: keep.Kinds()[i%5]})
	}
	notes = append(notes, Note{ID: "all", Span: articles.Span{Start: 0, End: p.Doc().Text.Len()}})
	p.SetNotes(notes)
	p.Scroll(900)
	for b.Loop() {
		p.View()
	}
}

func BenchmarkSetTenThousandNotes(b *testing.B) {
	p := noted(b, 2000)
	var notes []Note
	for i := range 10_000 {
		notes = append(notes, Note{ID: fmt.Sprint(i), Span: articles.Span{Start: 6 * i, End: 6*i + 20}})
	}
	for b.Loop() {
		p.SetNotes(notes)
	}
}
