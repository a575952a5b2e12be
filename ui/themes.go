package ui

import (
	"fmt"
	"os"
	"slices"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"gloss/ui/gate"
	"gloss/ui/theme"
)

// themes is how a theme is chosen.
type themes struct {
	name       string // what was asked for: a name, "auto", or a file
	dark       bool
	profile    termenv.Profile
	background <-chan bool // the terminal's answer; nil if it is not asked
}

// make returns the theme of a name or file.
func (t themes) make(name string) (theme.Theme, error) {
	if slices.Contains(theme.Names(), name) {
		return theme.New(name, t.dark, t.profile)
	}
	sheet, err := os.ReadFile(name)
	if err != nil {
		return theme.Theme{}, fmt.Errorf("no theme or style sheet is called %q: %w", name, err)
	}
	th, err := theme.FromSheet(name, sheet, t.dark, t.profile)
	if err != nil {
		return theme.Theme{}, fmt.Errorf("read style sheet %q: %w", name, err)
	}
	return th, nil
}

// ask returns the command that asks the terminal for its background and waits
// for the answer, which may never come.
func (t themes) ask(out *gate.Gate) tea.Cmd {
	if t.background == nil || out == nil {
		return nil
	}
	return func() tea.Msg {
		if err := out.AskBackground(); err != nil {
			return nil
		}
		return backgroundMsg{<-t.background}
	}
}

// background takes the terminal's answer. Only a theme that goes by the
// terminal changes.
func (a *app) background(dark bool) {
	if a.themes.dark == dark {
		return
	}
	a.themes.dark = dark
	if a.themes.name == "auto" {
		a.setTheme("auto")
	}
}

// nextTheme goes to the next theme.
func (a *app) nextTheme() {
	names := theme.Names()
	if a.themes.profile == termenv.Ascii {
		a.say("this terminal, or NO_COLOR, leaves no colours to choose")
		return
	}
	i := slices.Index(names, a.themes.name)
	a.setTheme(names[(i+1)%len(names)])
	a.say("theme " + a.themes.name)
}

func (a *app) setTheme(name string) {
	th, err := a.themes.make(name)
	if err != nil {
		a.fail(err)
		return
	}
	a.themes.name = name
	a.theme = th
	a.dress()
}

// dress gives what is read the theme.
func (a *app) dress() {
	a.article.SetTheme(a.theme)
	a.margin.SetTheme(a.theme)
	if l, ok := a.overlay.(themed); ok {
		l.setTheme(a.theme)
	}
}
