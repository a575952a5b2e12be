package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
	"gloss/ui/choices"
	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// An option is a choice of a menu with what it does. Where that opens another
// menu or the editor, the menu gives way to it.
type option struct {
	choices.Choice
	do func(*app) tea.Cmd
}

// A menu asks at the foot of the screen for one of several things.
type menu struct {
	under   overlay // what it was opened over; nil for the article
	title   clean.Text
	options []option
	pane    *choices.Pane
}

// offer opens a menu.
func (a *app) offer(title string, options []option) {
	m := &menu{under: a.overlay, title: clean.Line(title), options: options}
	if before, ok := a.overlay.(*menu); ok { // a menu that leads to another is done
		m.under = before.under
	}
	list := make([]choices.Choice, len(options))
	for i, o := range options {
		list[i] = o.Choice
	}
	m.pane = choices.New(m.title, list, a.theme)
	a.overlay = m
	a.arrange()
}

// under returns an option that only names those under it.
func under(words string) option {
	return option{Choice: choices.Choice{Words: clean.Line(words), Heading: true}}
}

// choice returns an option.
func choice(key, words string, do func(*app) tea.Cmd) option {
	return option{choices.Choice{Key: key, Words: clean.Line(words)}, do}
}

func (m *menu) setSize(width, height int) { m.pane.SetSize(width, height) }
func (m *menu) setTheme(th theme.Theme)   { m.pane.SetTheme(th) }
func (m *menu) view() []string            { return m.pane.View() }
func (m *menu) below() overlay            { return m.under }

func (m *menu) heading() (left, right string) {
	return "enter takes it, or its key · / filters · esc leaves", ""
}

// rows returns what the menu needs, up to half of the screen.
func (m *menu) rows(height int) int {
	if m.under != nil {
		return 0
	}
	return min(m.pane.Rows(), max(height/2, 5))
}

func (m *menu) key(a *app, k string) (tea.Cmd, bool) {
	keys := &a.keys
	switch i := m.pane.Keyed(k); {
	case i >= 0:
		return m.take(a, i)
	case keymap.Matches(k, keys.Choose):
		return m.take(a, m.pane.Selected())
	case keymap.Matches(k, keys.Escape) && m.pane.Filter() != "":
		m.pane.SetFilter("")
	case keymap.Matches(k, keys.Escape), keymap.Matches(k, keys.Quit), keymap.Matches(k, keys.Act):
		return nil, true
	case a.stepped(k, m.pane):
	case keymap.Matches(k, keys.Search):
		return a.openPrompt(m.pane), false
	default:
		return a.overlayKey(k), false
	}
	return nil, false
}

// take does what a choice does. The menu is left before, so that this may open
// something else.
func (m *menu) take(a *app, i int) (tea.Cmd, bool) {
	if i < 0 || m.options[i].do == nil {
		return nil, false
	}
	do := m.options[i].do
	a.overlay = m.under
	a.arrange()
	return do(a), false
}

func (m *menu) click(a *app, _, y int) tea.Cmd {
	i := m.pane.At(y - a.overlayRect().Y)
	if i < 0 {
		return nil
	}
	cmd, _ := m.take(a, i)
	return cmd
}
