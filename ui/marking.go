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
	if err := a.unkept(); err != nil {
		a.fail(err) // and what is selected stays so
		return nil
	}
	var n keep.Note
	if ok {
		n = a.noteOnSpan(s)
		a.endSelecting()
	} else {
		n = a.noteOnStatement(i)
	}
	n.Kind, a.lastKind = k, k
	return a.putNote(n)
}

// highlightBy highlights with the kind that a key of keymap.Kinds stands for.
func (a *app) highlightBy(k string) tea.Cmd {
	if i := int(k[0] - '1'); i >= 0 && i < len(keep.Kinds()) {
		return a.highlightAs(keep.Kinds()[i])
	}
	return nil
}
