package ui

import (
	"context"
	"testing"

	"gloss/articles/library"
	"gloss/ui/draft"
)

// What was being written when the program was killed is offered as soon as the
// article is open again, and in the menu for as long as it is not saved.
func TestUnsavedIsOffered(t *testing.T) {
	folder, drafts := t.TempDir(), t.TempDir()
	open := func() *driver {
		l, err := library.Open(context.Background(), folder, library.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = l.Close() })
		d := drive(t, paragraphs(30), 100, 30, adaAndBobEngine()...)
		d.a.drafts = draft.NewStore(drafts)
		d.a.library = func(context.Context) (*library.Library, error) { return l, nil }
		d.run(d.a.keepArticle())
		return d
	}
	d := open()
	d.press("v", "j", "a", "half a thought")
	d.send(draftTickMsg{d.a.overlay.(*noteEditor)})

	d = open()
	d.barSays("a note is not saved; y opens the one on a passage, “Paragraph 000")
	d.press("j") // not now
	d.press("x")
	d.sees("the note on a passage, “Paragraph 000")
	d.press("esc", "x", "enter")
	d.sees("forget what was written")
	d.press("R")
	d.barSays("forgotten: half a thought")
	d = open()
	if d.a.asked != nil {
		t.Errorf("what is forgotten is offered: %s", d.bar())
	}
	d.press("v", "j", "a", "half a thought")
	d.send(draftTickMsg{d.a.overlay.(*noteEditor)})

	d = open()
	d.press("y")
	d.sees("half a thought")
	d.ctrl('s')
	if len(d.a.notes) != 1 || d.a.notes[0].Body.String() != "half a thought" || d.a.article.Doc().Text.String()[d.a.notes[0].Span.Start:d.a.notes[0].Span.End] != d.a.notes[0].Target.At.Exact {
		t.Errorf("kept is %+v", d.a.notes)
	}

	d = open()
	if d.a.asked != nil {
		t.Errorf("what is saved is offered: %s", d.bar())
	}
}
