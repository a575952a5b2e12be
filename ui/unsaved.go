package ui

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
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
	i := slices.IndexFunc(ds, func(d draft.Draft) bool { return d.Article != 0 })
	if i < 0 { // those of an article that was not on the shelf
		a.say(line + ": on " + ds[0].On)
		return
	}
	a.say(line + "; y opens the one on " + ds[i].On)
	a.asked = func(a *app) tea.Cmd { return a.editNote(a.draftedNote(ds[i])) }
}

// chooseUnsaved asks what is to become of a draft.
func (a *app) chooseUnsaved(d draft.Draft) tea.Cmd {
	n := a.draftedNote(d)
	forget := choice("R", "forget what was written", func(a *app) tea.Cmd {
		drafts := a.drafts
		a.say("forgotten: " + short(clean.Line(d.Body).String(), 80))
		return func() tea.Msg { return draftPutMsg{drafts.Drop(draftKey(n))} }
	})
	forget.More = clean.Line(short(clean.Line(d.Body).String(), 60))
	a.offer("Not saved: the note on "+d.On, []option{
		choice("e", "go on writing", func(a *app) tea.Cmd { return a.editNote(n) }), forget,
	})
	return nil
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
			out = append(out, under("not saved yet"))
		}
		o := choice("", "the note on "+d.On+" ▸", func(a *app) tea.Cmd { return a.chooseUnsaved(d) })
		o.Sign, o.Style = "✎", a.theme.Muted
		out = append(out, o)
	}
	return out
}
