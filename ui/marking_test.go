package ui

import (
	"context"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/keep"
	"gloss/articles/library"
)

// shelve gives the reader a shelf of its own, with the article on it.
func (d *driver) shelve() {
	d.t.Helper()
	l, err := library.Open(context.Background(), d.t.TempDir(), library.Options{})
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		if err := l.Close(); err != nil {
			d.t.Error(err)
		}
	})
	d.a.library = func(context.Context) (*library.Library, error) { return l, nil }
	d.run(d.a.keepArticle())
}

// marked fails unless the notes on the text are of these kinds, on these words.
func (d *driver) marked(want ...keep.Note) {
	d.t.Helper()
	if len(d.a.notes) != len(want) {
		d.t.Fatalf("%d notes, want %d; the bar says %q", len(d.a.notes), len(want), d.bar())
	}
	for i, w := range want {
		got := d.a.notes[i].Note
		if got.Kind != w.Kind || got.Target.On != w.Target.On || got.Target.At.Exact != w.Target.At.Exact {
			d.t.Errorf("note %d is %s on the %s %q, want %s on the %s %q", i, got.Kind, got.Target.On, got.Target.At.Exact, w.Kind, w.Target.On, w.Target.At.Exact)
		}
	}
}

func on(k keep.Kind, on keep.TargetKind, words string) keep.Note {
	n := keep.Note{Kind: k, Target: keep.Target{On: on}}
	n.Target.At.Exact = words
	return n
}

func TestHighlighting(t *testing.T) {
	d := drive(t, harbour(10), 120, 40)
	d.shelve()
	d.press("H") // nothing is selected yet
	d.selects("Ada met Bob at quay 000.")
	d.press("H")
	d.selects("")
	d.barSays("saved")
	d.press("v", "w", "w", "w", "3")
	first, bob := on(keep.Important, keep.OnSpan, "Ada met Bob at quay 000."), on(keep.Doubt, keep.OnSpan, "Bob")
	d.marked(first, bob)
	d.press("v", "j", "enter") // of the kind used last
	late := on(keep.Doubt, keep.OnSpan, "The ferry was late, and nothing else is told of them.")
	d.marked(first, bob, late)
	d.press("U")
	d.marked(first, bob)
	if got := d.screen()[d.a.frame.Text.Y]; got == "" {
		t.Errorf("the first row is %q", got)
	}
	d.press("1") // without a selection it is what it was
	d.barSays("people off")
	d.marked(first, bob)
	d.press("g", "]n", "]n")
	d.barSays("~ doubt 2/2")
}

// The note that is gone to is copied, in the text and in the margin.
func TestNoteIsCopied(t *testing.T) {
	d := drive(t, harbour(10), 120, 40, adaAndBobEngine()...)
	d.shelve()
	d.press("y")
	d.barSays("nothing to copy")
	d.press("v", "2", "g", "]n", "y")
	d.barSays("copied as Markdown: Ada met Bob at quay 000.")
	d.press("s", "y")
	d.barSays("copied: “nothing else")
	d.press("tab", "l", "y") // the notes
	d.barSays("copied as Markdown: Ada met Bob at quay 000.")
}

// What is marked once is not marked twice, but given another kind.
func TestHighlightingTheSameAgain(t *testing.T) {
	d := drive(t, harbour(10), 120, 40, adaAndBobEngine()...)
	d.shelve()
	sentence := "Ada met Bob at quay 000."
	d.press("v", "2", "v", "2")
	d.barSays("marked already")
	d.marked(on(keep.Claim, keep.OnSpan, sentence))
	d.press("v", "4")
	d.marked(on(keep.Quotable, keep.OnSpan, sentence))
	d.press("U")
	d.marked(on(keep.Claim, keep.OnSpan, sentence))
	d.press("s", "H", "s", "S", "H")
	if len(d.a.notes) != 2 {
		t.Errorf("%d notes", len(d.a.notes))
	}
}

func TestHighlightingAStatement(t *testing.T) {
	d := drive(t, harbour(10), 120, 40, adaAndBobEngine()...)
	d.shelve()
	d.press("s", "H")
	d.marked(on(keep.Important, keep.OnStatement, "nothing else is told of them"))
}

// What a note was written on is marked once it is saved, and the bar and the
// margin tell what was written.
func TestWritingOnWhatIsSelected(t *testing.T) {
	d := drive(t, harbour(10), 120, 40)
	d.shelve()
	d.press("v", "j", "a", "why?")
	d.send(tea.KeyMsg{Type: tea.KeyCtrlS})
	d.selects("")
	d.marked(on(keep.Important, keep.OnSpan, "The ferry was late, and nothing else is told of them."))
	d.press("g", "]n")
	d.barSays("! important 1/1 · why?")
	d.sees("│ why?")
	d.sees("✎")
}

// What is done before the article is on the shelf is done once it is, unless a key
// comes first.
func TestHighlightingBeforeTheArticleIsKept(t *testing.T) {
	d := drive(t, harbour(10), 120, 40)
	d.a.library = shelfIn(t, t.TempDir())
	d.press("v", "2")
	d.marked(on(keep.Claim, keep.OnSpan, "Ada met Bob at quay 000."))
	d.press("v", "j", "a")
	d.sees("Note on a passage")

	d = drive(t, harbour(10), 120, 40)
	d.a.library = shelfIn(t, t.TempDir())
	d.press("v")
	keeping := d.a.highlight()
	d.barSays("on its way to the shelf")
	d.press("w")
	d.run(keeping)
	d.marked()
}

// Where nothing can be kept, what was selected is still there.
func TestHighlightingWithoutAShelf(t *testing.T) {
	d := drive(t, harbour(10), 120, 40)
	d.press("v", "H")
	d.selects("Ada met Bob at quay 000.")
	d.barSays(errNothingKept.Error())
}
