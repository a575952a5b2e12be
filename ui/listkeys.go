package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"gloss/ui/keymap"
)

// A movable is a list with a selection that moves.
type movable interface {
	Move(n int)
	MovePage(n int)
	ToEnd(last bool)
}

// stepped moves the selection of a list where a key asks for that, and reports
// whether it does.
func (a *app) stepped(k string, l movable) bool {
	keys := &a.keys
	switch {
	case keymap.Matches(k, keys.Down):
		l.Move(1)
	case keymap.Matches(k, keys.Up):
		l.Move(-1)
	case keymap.Matches(k, keys.PageDown), keymap.Matches(k, keys.HalfDown):
		l.MovePage(1)
	case keymap.Matches(k, keys.PageUp), keymap.Matches(k, keys.HalfUp):
		l.MovePage(-1)
	case keymap.Matches(k, keys.Top):
		l.ToEnd(false)
	case keymap.Matches(k, keys.Bottom):
		l.ToEnd(true)
	default:
		return false
	}
	return true
}

// overlayKey handles the keys that mean the same in every list.
func (a *app) overlayKey(k string) tea.Cmd {
	keys := &a.keys
	switch {
	case keymap.Matches(k, keys.Help):
		return a.showHelp()
	case keymap.Matches(k, keys.Theme):
		a.nextTheme()
	case keymap.Matches(k, keys.Mouse):
		return a.toggleMouse()
	case keymap.Matches(k, keys.Suspend):
		return tea.Suspend
	}
	return nil
}
