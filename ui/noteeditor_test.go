package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/draft"
)

// ctrl presses a control key by its letter.
func (d *driver) ctrl(letter byte) {
	d.t.Helper()
	d.send(tea.KeyMsg{Type: tea.KeyType(letter - 'a' + 1)})
}

// openNote opens the editor on a statement of Ada's.
func openNote(t *testing.T, width, height int) *driver {
	t.Helper()
	d := drive(t, paragraphs(30), width, height, adaAndBobEngine()...)
	d.library()
	d.press("s", "s", "s", "a")
	return d
}

func TestNoteIsWrittenUnderItsPassage(t *testing.T) {
	d := openNote(t, 80, 24)
	before := d.a.overlay.(*noteEditor).place
	d.sees("Note on what Ada said")
	d.sees("Paragraph 002")
	d.barSays("ctrl+s saves")
	d.press("W", "ho? [sic] m", "'q", "/")
	d.press("tab", "x, y", "tab")
	d.sees("Who? [sic] m'q/")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{'3'}, Alt: true})
	n := d.a.overlay.(*noteEditor).pane.Note()
	if n.Kind != keep.Doubt || len(n.Tags) != 2 || n.Target.Entity.Name != "Ada" {
		t.Errorf("written is %+v", n)
	}
	d.ctrl('s')
	if d.a.overlay != nil {
		t.Fatal("the editor is still open")
	}
	d.seesNot("Note on what Ada said")
	if got := d.a.article.Place(); got != before {
		t.Errorf("the reader is at %v, was at %v", got, before)
	}
	if len(d.a.notes) != 1 || d.a.notes[0].Body.String() != "Who? [sic] m'q/" {
		t.Errorf("saved: %+v", d.a.notes)
	}
	d.press("a") // the same note
	d.sees("Who? [sic] m'q/")
}

// A note is on what is selected, else on the statement, the name, the article.
func TestWhatANoteIsOn(t *testing.T) {
	for _, c := range []struct {
		keys []string
		sees string
		on   keep.TargetKind
	}{
		{nil, "Note on the article as a whole", keep.OnArticle},
		{[]string{"]e"}, "Note on Ada, a person", keep.OnEntity},
		{[]string{"tab", "j"}, "Note on Bob, an organisation", keep.OnEntity},
		{[]string{"s"}, "Note on what Ada said", keep.OnStatement},
		{[]string{"s", "v"}, "Note on a passage", keep.OnSpan},
	} {
		d := drive(t, paragraphs(30), 80, 24, adaAndBobEngine()...)
		d.library()
		d.press(append(c.keys, "a")...)
		d.sees(c.sees)
		e, ok := d.a.overlay.(*noteEditor)
		if !ok {
			t.Fatalf("%v: no editor", c.keys)
		}
		n := e.pane.Note()
		if at := n.Target.At; n.Target.On != c.on || c.on != keep.OnArticle && d.a.article.Doc().Text.String()[at.Start:at.End] != at.Exact {
			t.Errorf("%v: the note is on %+v", c.keys, n.Target)
		}
		if _, ok := d.a.selection(); ok {
			t.Errorf("%v: the words are still selected", c.keys)
		}
	}
}

func TestFailedSaveKeepsTheEditorOpen(t *testing.T) {
	d := openNote(t, 80, 24)
	d.press("Who says so?")
	works := d.a.library
	d.a.library = func(context.Context) (*library.Library, error) { return nil, errors.New("disk full") }
	d.ctrl('s')
	d.barSays("not saved: disk full")
	d.sees("Who says so?")
	d.a.library = works
	d.press(" Nobody.")
	d.sees("Who says so? Nobody.")
	d.ctrl('s')
	if d.a.overlay != nil {
		t.Error("the second try did not close it")
	}
}

func TestDraftComesBack(t *testing.T) {
	d := openNote(t, 80, 24)
	d.a.drafts = draft.NewStore(t.TempDir())
	d.press("esc")
	d.seesNot("Note on")
	open := func() { d.press("a") }
	d.press("s")
	open()
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("half a thought\x1b[2J")})
	d.press("esc")
	d.barSays("kept as a draft")
	open()
	d.sees("half a thought␛[2J")
	d.barSays("is back")
	d.ctrl('s')
	d.press("s")
	open()
	d.seesNot("half a thought")
}

// What is being written is on the disk when the program is quit.
func TestInterruptKeepsTheDraft(t *testing.T) {
	d := drive(t, paragraphs(30), 80, 24, adaAndBobEngine()...)
	drafts := t.TempDir()
	d.a.drafts = draft.NewStore(drafts)
	d.press("s")
	n := d.a.noteOnStatement(d.a.article.Statement())
	d.run(d.a.editNote(n))
	e := d.a.overlay.(*noteEditor)
	d.press("half a thought")
	cmd, _ := e.typed(d.a, tea.KeyMsg{Type: tea.KeyCtrlC})
	if cmd() == nil {
		t.Fatal("ctrl+c does not quit")
	}
	if got, ok := draft.NewStore(drafts).Get(draftKey(n)); !ok || got.Body != "half a thought" {
		t.Errorf("on the disk is %+v, %v", got, ok)
	}
}

// Whatever is written, and however the editor is left without a save, it comes
// back in another run of the program.
func TestNothingWrittenIsLost(t *testing.T) {
	doc := paragraphs(3)
	folder := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		d := drive(t, doc, rapid.IntRange(1, 100).Draw(rt, "width"), rapid.IntRange(1, 40).Draw(rt, "height"), adaAndBobEngine()...)
		drafts := filepath.Join(folder, fmt.Sprint(n))
		d.a.drafts = draft.NewStore(drafts)
		d.press("s")
		note := d.a.noteOnStatement(d.a.article.Statement())
		d.run(d.a.editNote(note))
		e := d.a.overlay.(*noteEditor)
		for range rapid.IntRange(0, 20).Draw(rt, "keys") {
			switch rapid.IntRange(0, 6).Draw(rt, "what") {
			case 0:
				d.press("tab")
			case 1:
				d.ctrl('k')
			case 2:
				d.press(rapid.SampledFrom([]string{"enter", "backspace", "up", "down"}).Draw(rt, "key"))
			case 3:
				d.ctrl('s') // there is no shelf
			default:
				words := rapid.SampledFrom([]string{"ferry ", "港口", "[", "'", "q", "\x1b[2J", "\n", "a, b"}).Draw(rt, "words")
				d.send(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(words)})
			}
		}
		changed, want := e.pane.Changed(), e.pane.Draft()
		if rapid.Bool().Draw(rt, "interrupted") {
			cmd, _ := e.typed(d.a, tea.KeyMsg{Type: tea.KeyCtrlC})
			cmd()
		} else {
			d.press("esc")
		}
		got, ok := draft.NewStore(drafts).Get(draftKey(note))
		got = draft.Draft{Body: got.Body, Tags: got.Tags, Kind: got.Kind}
		if ok != changed || changed && got != want {
			rt.Fatalf("written was %+v, %v, back comes %+v, %v", want, changed, got, ok)
		}
		if !changed {
			return
		}
		again := drive(t, doc, 80, 24, adaAndBobEngine()...)
		again.a.drafts = draft.NewStore(drafts)
		again.run(again.a.editNote(note))
		if got := again.a.overlay.(*noteEditor).pane.Draft(); got != want {
			rt.Fatalf("written was %+v, in the editor is %+v", want, got)
		}
	})
}

func TestEditorFillsASmallScreen(t *testing.T) {
	d := openNote(t, 40, 12)
	d.press("Who says so?")
	rows := d.screen()
	if len(rows) != 12 || !strings.HasPrefix(rows[0], "── Note on what Ada said") {
		t.Errorf("the screen:\n%s", strings.Join(rows, "\n"))
	}
	d.sees("Who says so?")
}
