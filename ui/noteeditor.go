package ui

import (
	"errors"
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/editor"
	"gloss/ui/keymap"
	"gloss/ui/reader"
	"gloss/ui/theme"
)

// A noteEditor is a note that is being written, at the foot of the screen.
type noteEditor struct {
	under   overlay // what it was opened over; nil for the article
	keys    keymap.Map
	pane    *editor.Pane
	draft   string       // its key
	place   reader.Place // where the reader was
	saving  bool
	ticking bool // a draft will be put on the disk
	warned  bool // that the draft would be lost
}

// noteSavedMsg tells what became of a note that was to be saved: what the
// command that saved it said of it.
type noteSavedMsg struct {
	in   *noteEditor
	note tea.Msg
}

// editNote opens the editor on a note, new or kept, with what had been written
// in it before.
func (a *app) editNote(n keep.Note) tea.Cmd {
	e := &noteEditor{
		under: a.overlay, keys: a.keys, draft: draftKey(n), place: a.article.Place(),
		pane: editor.New(n, a.subject(n), a.look, a.theme),
	}
	a.overlay = e
	a.arrange()
	if n.Target.On != keep.OnArticle && e.under == nil {
		if s, ok := a.noteSpan(n); ok {
			a.article.Reveal(s.end)
			a.article.Reveal(s.start)
		}
	}
	drafts := a.drafts
	return func() tea.Msg {
		d, ok := drafts.Get(e.draft)
		return draftMsg{e, d, ok}
	}
}

func (e *noteEditor) setSize(width, height int) { e.pane.SetSize(width, height) }
func (e *noteEditor) setTheme(th theme.Theme)   { e.pane.SetTheme(th) }
func (e *noteEditor) view() []string            { return e.pane.View() }
func (e *noteEditor) below() overlay            { return e.under }

func (e *noteEditor) heading() (left, right string) {
	if e.saving {
		return "saving …", ""
	}
	name := func(b key.Binding) string { return b.Help().Key }
	k := &e.keys
	return fmt.Sprintf("%s saves · %s leaves · %s tags · %s kind · %s in your editor", name(k.SaveNote), name(k.LeaveNote), name(k.NoteFields), name(k.NoteKind), name(k.Outside)), ""
}

// rows returns what a note is well written in.
func (e *noteEditor) rows(height int) int {
	if e.under != nil {
		return 0
	}
	return min(max(height*2/5, 11), 16)
}

// key handles what is no key that was typed: the wheel.
func (e *noteEditor) key(_ *app, k string) (tea.Cmd, bool) {
	switch k {
	case "down":
		_ = e.pane.Type(tea.KeyMsg{Type: tea.KeyDown})
	case "up":
		_ = e.pane.Type(tea.KeyMsg{Type: tea.KeyUp})
	}
	return nil, false
}

func (e *noteEditor) typed(a *app, m tea.KeyMsg) (tea.Cmd, bool) {
	k, keys := m.String(), &a.keys
	switch {
	case keymap.Matches(k, a.keys.Interrupt) && !m.Paste:
		return e.interrupt(a), false
	case e.saving:
		return nil, false
	case m.Paste:
		return e.write(a, m), false
	case keymap.Matches(k, keys.SaveNote):
		return e.save(a), false
	case keymap.Matches(k, keys.Outside):
		return tea.Batch(e.putDraft(a), a.writeOutside(e)), false
	case keymap.Matches(k, keys.LeaveNote):
		return e.leave(a), true
	case keymap.Matches(k, keys.NoteFields):
		e.pane.Turn()
		return nil, false
	case keymap.Matches(k, keys.NoteKind):
		e.pane.NextKind()
	case keymap.Matches(k, keys.NoteKinds):
		e.pane.SetKind(keep.Kinds()[slices.Index(keys.NoteKinds.Keys(), k)])
	case keymap.Matches(k, a.keys.Suspend):
		return tea.Suspend, false
	default:
		return e.write(a, m), false
	}
	return e.tick(a), false
}

// interrupt quits at once, but for putting the draft on the disk. Where drafts
// do not last it has to be asked for twice.
func (e *noteEditor) interrupt(a *app) tea.Cmd {
	if e.pane.Changed() && !a.drafts.Lasts() && !e.warned {
		e.warned = true
		a.say("not saved: ctrl+s saves it, " + a.keys.Interrupt.Help().Key + " again quits without it")
		return nil
	}
	a.giveUp()
	put, end := e.putDraft(a), a.end()
	return func() tea.Msg {
		put()
		return end()
	}
}

// write takes a key into the note.
func (e *noteEditor) write(a *app, m tea.KeyMsg) tea.Cmd {
	if err := e.pane.Type(m); err != nil {
		a.fail(fmt.Errorf("left out: %w", err))
		return nil
	}
	return e.tick(a)
}

// onInWords says on one line what a note is on.
func onInWords(s editor.Subject) string {
	on := s.What.String()
	if !s.Words.IsEmpty() {
		on += ", “" + short(clean.Line(s.Words.String()).String(), 60) + "”"
	}
	return on
}

// leave keeps what was not saved as a draft.
func (e *noteEditor) leave(a *app) tea.Cmd {
	if e.pane.Changed() {
		a.say("not saved: it is kept as a draft, which comes back when you open the note again")
	}
	e.back(a)
	return e.putDraft(a)
}

// back returns to where the reader was before the note was opened.
func (e *noteEditor) back(a *app) {
	if e.under == nil {
		a.overlay = nil
		a.arrange()
		a.article.Return(e.place)
	}
}

// errEmpty says that there is nothing to save.
var errEmpty = errors.New("not saved: nothing is written yet; esc leaves")

// save returns the command that saves the note. The editor stays until the note
// is known to be saved.
func (e *noteEditor) save(a *app) tea.Cmd {
	n := e.pane.Note()
	if n.Body.IsEmpty() && n.Kind == "" {
		a.fail(errEmpty)
		return nil
	}
	put := a.putNote(n)
	if put == nil {
		return nil
	}
	e.saving = true
	return func() tea.Msg { return noteSavedMsg{e, put()} }
}

// arrive closes the editor of a note that is saved. Where it failed, all that
// was written stays.
func (m noteSavedMsg) arrive(a *app) tea.Cmd {
	e := m.in
	e.saving = false
	_, cmd := a.Update(m.note)
	if err := noteError(m.note); err != nil {
		a.fail(fmt.Errorf("not saved: %w", err))
		return tea.Batch(cmd, e.putDraft(a))
	}
	if a.overlay == e {
		said, failed := a.note, a.failed
		e.back(a)
		a.closeOverlay()
		a.note, a.failed = said, failed
	}
	if l, ok := e.under.(returner); ok {
		cmd = tea.Batch(cmd, l.comeBack(a))
	}
	drafts, key := a.drafts, e.draft
	return tea.Batch(cmd, func() tea.Msg { return draftPutMsg{drafts.Drop(key)} })
}
