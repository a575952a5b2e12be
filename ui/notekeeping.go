package ui

import (
	"cmp"
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/anchor"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/margin"
	"gloss/ui/reader"
)

// placed is a note with where its words are in the text that is open.
type placed struct {
	keep.Note
	anchor.Match
}

// noteKeptMsg tells whether a change of a note was kept.
type noteKeptMsg struct {
	note   keep.Note  // as it is now
	before *keep.Note // as it was; nil for a new one
	did    string     // what was done, as "saved"
	match  anchor.Match
	undone bool // the change took another one back
	err    error
}

// noteWatcher is an overlay that is told of changes of notes.
type noteWatcher interface {
	noteChanged(a *app, n keep.Note) tea.Cmd
}

// placeNotes finds notes in a text, and puts them in its order, the orphans
// last. Notes on the article as a whole stand first.
func placeNotes(text *anchor.Text, notes []keep.Note) []placed {
	out := make([]placed, len(notes))
	for i, n := range notes {
		out[i] = placeNote(text, n)
	}
	slices.SortStableFunc(out, func(x, y placed) int {
		return cmp.Or(
			cmp.Compare(x.rank(), y.rank()),
			cmp.Compare(x.Span.Start, y.Span.Start),
			x.Created.Compare(y.Created))
	})
	return out
}

func placeNote(text *anchor.Text, n keep.Note) placed {
	if n.Target.At.IsZero() {
		return placed{Note: n}
	}
	return placed{n, text.Find(n.Target.At)}
}

// whole reports whether the note is on the article and not on words of it.
func (p placed) whole() bool { return p.Target.At.IsZero() }

// orphan reports whether the words of the note are not in the text.
func (p placed) orphan() bool { return !p.whole() && p.State == anchor.Orphan }

func (p placed) rank() int {
	switch {
	case p.whole():
		return 0
	case p.orphan():
		return 2
	}
	return 1
}

// showNotes shows the notes of the reading in its text and margin.
func (r *reading) showNotes() {
	var marks []reader.Note
	for _, p := range r.notes {
		if p.rank() == 1 {
			marks = append(marks, reader.Note{
				ID: p.ID, Span: p.Span, Kind: p.Kind, Words: !p.Body.IsEmpty(), Moved: p.State == anchor.Moved,
			})
		}
	}
	r.article.SetNotes(marks)
	inMargin := make([]margin.Note, len(r.notes))
	for i, p := range r.notes {
		inMargin[i] = margin.Note{Note: p.Note, Moved: p.rank() == 1 && p.State == anchor.Moved, Lost: p.orphan()}
	}
	r.margin.SetNotes(inMargin)
}

// keptNote returns a note of the article that is open.
func (a *app) keptNote(id string) (keep.Note, bool) {
	i := slices.IndexFunc(a.notes, func(p placed) bool { return p.ID == id })
	if i < 0 {
		return keep.Note{}, false
	}
	return a.notes[i].Note, true
}

// putNote returns the command that keeps a note, new or changed. "Saved" is
// said once it is.
func (a *app) putNote(n keep.Note) tea.Cmd { return a.keepNote(n, false) }

func (a *app) keepNote(n keep.Note, undone bool) tea.Cmd {
	text := a.textOf(n.Article)
	return onShelf(a, func(ctx context.Context, l *library.Library) (noteKeptMsg, error) {
		m := noteKeptMsg{note: n, did: "saved", undone: undone}
		if undone {
			m.did = "the note is as it was before"
		}
		if n.ID != "" {
			if before, err := l.Note(ctx, n.ID); err == nil {
				m.before = &before
			}
		}
		var err error
		if m.note, err = l.PutNote(ctx, n); err != nil {
			return noteKeptMsg{note: n, before: m.before}, err
		}
		m.match = placeNote(text(), m.note).Match
		return m, nil
	}, func(m noteKeptMsg, err error) tea.Msg {
		m.err = err
		return m
	})
}

// removeNote returns the command that takes a note away.
func (a *app) removeNote(n keep.Note) tea.Cmd { return a.changeNote(n, true, false) }

// changeNote returns the command that takes a note away or brings it back.
func (a *app) changeNote(n keep.Note, remove, undone bool) tea.Cmd {
	text, id := a.textOf(n.Article), n.ID
	return onShelf(a, func(ctx context.Context, l *library.Library) (noteKeptMsg, error) {
		m := noteKeptMsg{did: "the note is back", undone: undone}
		change := l.RestoreNote
		if remove {
			change, m.did = l.RemoveNote, "removed"
		}
		before, err := l.Note(ctx, id)
		if err != nil {
			return m, err
		}
		m.before = &before
		if err := change(ctx, id); err != nil {
			return m, err
		}
		if m.note, err = l.Note(ctx, id); err != nil {
			return m, err
		}
		m.match = placeNote(text(), m.note).Match
		return m, nil
	}, func(m noteKeptMsg, err error) tea.Msg {
		m.err = err
		return m
	})
}

// textOf returns what prepares the text of an article to find notes in: that
// of the reading where it is open, else none.
func (a *app) textOf(id keep.ArticleID) func() *anchor.Text {
	text := ""
	if r := a.readingOf(id); r != nil {
		text = r.article.Doc().Text.String()
	}
	return func() *anchor.Text { return anchor.Prepare(text) }
}

// readingOf returns the reading of an article of the shelf, nil where it is not
// open.
func (a *app) readingOf(id keep.ArticleID) *reading {
	for _, r := range append([]*reading{a.reading}, a.beneath...) {
		if id != 0 && r.kept.ID == id {
			return r
		}
	}
	return nil
}

// noteError returns why a change of a note failed.
func noteError(m tea.Msg) error {
	if m, ok := m.(noteKeptMsg); ok {
		return m.err
	}
	return nil
}

// arrive shows a note as it is kept now.
func (m noteKeptMsg) arrive(a *app) tea.Cmd {
	if m.err != nil {
		a.fail(m.err)
		return nil
	}
	for _, r := range append([]*reading{a.reading}, a.beneath...) {
		r.noteChanged(m.note, m.match)
	}
	a.say(m.did)
	if placed := m.before == nil || m.before.Target != m.note.Target; placed && a.kept.ID == m.note.Article && !a.focusMargin {
		a.margin.ShowNote(m.note.ID) // it is to be seen beside its words
	}
	if !m.undone {
		note, before := m.note, m.before
		a.canUndo("the note", func(a *app) tea.Cmd {
			switch {
			case before == nil:
				return a.changeNote(note, true, true)
			case !note.Removed.IsZero():
				return a.changeNote(note, false, true)
			}
			return a.keepNote(*before, true)
		})
		if !m.note.Removed.IsZero() {
			a.say(m.did + "; " + a.keys.Undo.Help().Key + " brings it back")
		}
	}
	if w, ok := a.overlay.(noteWatcher); ok {
		return w.noteChanged(a, m.note)
	}
	return nil
}

// noteChanged puts a note in its place in the reading, if it is on its article.
func (r *reading) noteChanged(n keep.Note, at anchor.Match) {
	if r.kept.ID != n.Article || n.Article == 0 {
		return
	}
	if i := slices.IndexFunc(r.notes, func(p placed) bool { return p.ID == n.ID }); i >= 0 {
		r.notes = slices.Delete(slices.Clone(r.notes), i, i+1)
	}
	if n.Removed.IsZero() {
		p := placed{n, at}
		i, _ := slices.BinarySearchFunc(r.notes, p, func(x, y placed) int {
			return cmp.Or(cmp.Compare(x.rank(), y.rank()), cmp.Compare(x.Span.Start, y.Span.Start), x.Created.Compare(y.Created))
		})
		r.notes = slices.Insert(slices.Clone(r.notes), i, p)
	}
	r.showNotes()
}
