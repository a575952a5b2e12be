package ui

import (
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// setTitle returns the command that names the terminal's window after what is
// read.
func (a *app) setTitle() tea.Cmd {
	if a.out == nil || a.untitled {
		return nil
	}
	out, title := a.out, a.windowTitle()
	return func() tea.Msg {
		_ = out.Title(title) // a window without its name is no reason to stop
		return nil
	}
}

// longestTitle is the most cells that an article's title has in the window's.
const longestTitle = 70

// windowTitle names what is read.
func (a *app) windowTitle() string {
	title := a.article.Doc().Meta.Title.String()
	if l, ok := a.overlay.(*feedList); ok {
		title = l.feed.Title.String()
	}
	if title == "" {
		return "Gloss"
	}
	return ansi.Truncate(title, longestTitle, "…") + " · Gloss"
}
