package ui

import (
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/keep"
	"gloss/ui/draft"
)

// draftPause is how long what is typed may be in memory alone.
const draftPause = 500 * time.Millisecond

// draftMsg brings what had been written in a note before.
type draftMsg struct {
	in *noteEditor
	draft.Draft
	found bool
}

// arrive brings it back.
func (m draftMsg) arrive(a *app) tea.Cmd {
	m.in.drafted(a, m)
	return nil
}

// draftTickMsg says that it is time to put the draft on the disk.
type draftTickMsg struct{ in *noteEditor }

// arrive puts it there.
func (m draftTickMsg) arrive(a *app) tea.Cmd { return m.in.ticked(a) }

// draftPutMsg tells whether a draft is on the disk.
type draftPutMsg struct{ err error }

// arrive says that it is not.
func (m draftPutMsg) arrive(a *app) tea.Cmd {
	if m.err != nil {
		a.fail(m.err)
	}
	return nil
}

// draftKey returns what tells the draft of a note from others: that of a new
// one goes by the words it is on, which another version of the article may have
// elsewhere.
func draftKey(n keep.Note) string {
	if n.ID != "" {
		return n.ID
	}
	t := n.Target
	return fmt.Sprintf("%d %s %q %q %q %q", n.Article, t.On, t.At.Prefix, t.At.Exact, t.At.Suffix, t.Entity.Name)
}

// tick returns the command that asks for the draft to be put on the disk after
// a pause, where something was changed and drafts are put there at all.
func (e *noteEditor) tick(a *app) tea.Cmd {
	if e.ticking || !a.drafts.Lasts() || !e.pane.Changed() {
		return nil
	}
	e.ticking = true
	return a.later(draftPause, draftTickMsg{e})
}

// ticked puts the draft on the disk, unless the editor was left.
func (e *noteEditor) ticked(a *app) tea.Cmd {
	e.ticking = false
	if a.overlay != e || e.saving {
		return nil
	}
	return e.putDraft(a)
}

// putDraft returns the command that keeps what has been written, or forgets the
// draft where that is what the note has already.
func (e *noteEditor) putDraft(a *app) tea.Cmd {
	drafts, key, d := a.drafts, e.draft, e.pane.Draft()
	d.On = onInWords(e.pane.Subject())
	n := e.pane.Note()
	d.Note, d.Article, d.Target = n.ID, n.Article, n.Target
	if !e.pane.Changed() {
		return func() tea.Msg { return draftPutMsg{drafts.Drop(key)} }
	}
	drafts.Hold(key, d)
	return func() tea.Msg { return draftPutMsg{drafts.Put(key, d)} }
}

// drafted brings back what had been written before. What was typed since the
// editor opened stays, after it.
func (e *noteEditor) drafted(a *app, m draftMsg) {
	if !m.found || a.overlay != e {
		return
	}
	d := m.Draft
	if e.pane.Changed() {
		d.Body = strings.TrimRight(d.Body, "\n") + "\n" + e.pane.Draft().Body
	}
	e.pane.SetDraft(d)
	a.say("what you had not saved is back; ctrl+s saves it")
}
