package ui

import tea "github.com/charmbracelet/bubbletea"

// undos is how many changes can be undone.
const undos = 100

// An undo takes back one change that was made.
type undo struct {
	label string // what is taken back, as "the note"
	do    func(*app) tea.Cmd
}

// canUndo keeps how a change is taken back. It is called once the change has
// been made.
func (a *app) canUndo(label string, do func(*app) tea.Cmd) {
	a.undos = append(a.undos, undo{label, do})
	if len(a.undos) > undos {
		a.undos = a.undos[1:]
	}
}

// undoLast takes back the last change. What the reader did is said once that is
// done.
func (a *app) undoLast() tea.Cmd {
	n := len(a.undos)
	if n == 0 {
		a.say("nothing to undo")
		return nil
	}
	u := a.undos[n-1]
	a.undos = a.undos[:n-1]
	return u.do(a)
}
