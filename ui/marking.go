package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/keep"
)

// highlight marks what is selected with the kind used last or, where nothing is,
// the statement that was jumped to. Without either it begins to select.
func (a *app) highlight() tea.Cmd { return a.highlightAs(a.kindNow()) }

// kindNow returns the kind of highlight that was used last.
func (a *app) kindNow() keep.Kind {
	if a.lastKind == "" {
		return keep.Kinds()[0]
	}
	return a.lastKind
}

// highlightAs does so with a kind, which is the one used last from then on.
func (a *app) highlightAs(k keep.Kind) tea.Cmd {
	s, ok := a.selection()
	i := a.article.Statement()
	if !ok && i < 0 {
		a.beginSelecting()
		return nil
	}
	if a.unkept() != nil {
		return a.tellUnkept("not marked", func(a *app) tea.Cmd { return a.highlightAs(k) }) // and what is selected stays so
	}
	var n keep.Note
	if ok {
		n = a.noteOnSpan(s)
		a.endSelecting()
	} else {
		n = a.noteOnStatement(i)
	}
	n.Kind, a.lastKind = k, k
	if old, ok := a.twin(n); ok && old.Kind == k {
		a.say("marked already: 1 to 5 give selected words another kind, " + a.keys.Act.Help().Key + " changes a note")
		return nil
	} else if ok {
		return a.recolour(old, k)
	}
	return a.putNote(n)
}

// twin returns the note that is kept on just what a new one is on.
func (a *app) twin(n keep.Note) (keep.Note, bool) {
	for _, p := range a.notes {
		on, at := p.Target, n.Target.At
		if p.rank() == 1 && p.Span.Start == at.Start && p.Span.End == at.End && on.On == n.Target.On && on.Entity == n.Target.Entity {
			return p.Note, true
		}
	}
	return keep.Note{}, false
}

// highlightBy highlights with the kind that a key of keymap.Kinds stands for.
func (a *app) highlightBy(k string) tea.Cmd {
	if i := int(k[0] - '1'); i >= 0 && i < len(keep.Kinds()) {
		return a.highlightAs(keep.Kinds()[i])
	}
	return nil
}
