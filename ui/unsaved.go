package ui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/keep"
	"gloss/ui/draft"
)

// unsavedMsg brings the drafts of notes on the article of a reading that an
// earlier run of the program has left.
type unsavedMsg struct {
	of     *reading
	drafts []draft.Draft
}

// findUnsaved returns the command that looks for drafts of notes on the article.
func (a *app) findUnsaved() tea.Cmd {
	of, id, drafts := a.reading, a.kept.ID, a.drafts
	if id == 0 || !drafts.Lasts() {
		return nil
	}
	return func() tea.Msg {
		m := unsavedMsg{of: of}
		for _, d := range drafts.All() {
			if d.Article != id {
				continue
			}
			key := draftKey(draftNote(d))
			if _, ok := drafts.Held(key); !ok {
				drafts.Hold(key, d)
			}
			m.drafts = append(m.drafts, d)
		}
		return m
	}
}

// arrive offers the first one at once. All of them are offered by act, too.
func (m unsavedMsg) arrive(a *app) tea.Cmd {
	if m.of == a.reading && a.overlay == nil && len(m.drafts) > 0 {
		a.offerUnsaved(m.drafts)
	}
	return nil
}

// offerUnsaved says what was not saved, and opens the first of it with y.
func (a *app) offerUnsaved(ds []draft.Draft) {
	line := "a note is not saved"
	if len(ds) > 1 {
		line = fmt.Sprintf("%d notes are not saved", len(ds))
	}
	if ds[0].Article == 0 { // the draft of another version of the program
		a.say(line + ": on " + ds[0].On)
		return
	}
	a.say(line + "; y opens the one on " + ds[0].On)
	a.asked = func(a *app) tea.Cmd { return a.editNote(a.draftedNote(ds[0])) }
}

// draftNote returns the note that a draft was written for, as far as the draft
// knows it.
func draftNote(d draft.Draft) keep.Note {
	return keep.Note{ID: d.Note, Article: d.Article, Kind: d.Kind, Target: d.Target}
}

// draftedNote returns the note that a draft was written for, as it is kept where
// it is.
func (a *app) draftedNote(d draft.Draft) keep.Note {
	if n, ok := a.keptNote(d.Note); ok {
		return n
	}
	return draftNote(d)
}

// actsOnUnsaved returns the notes on the article that were written on and not
// saved.
func (a *app) actsOnUnsaved() []option {
	var out []option
	for _, d := range a.drafts.HeldOn(a.kept.ID) {
		if out == nil {
			out = append(out, under("not saved yet: enter goes on with it"))
		}
		o := choice("", "the note on "+d.On, func(a *app) tea.Cmd { return a.editNote(a.draftedNote(d)) })
		o.Sign, o.Style = "✎", a.theme.Muted
		out = append(out, o)
	}
	return out
}
