// Package panetest is for the tests of panes: it gives them a theme without
// escape sequences, shows their rows as text, compares them with files, and
// moves about in them.
package panetest

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"gloss/ui/theme"
)

// Theme returns a theme with neither colours nor attributes.
func Theme(t testing.TB) theme.Theme {
	t.Helper()
	th, err := theme.New("dark", true, termenv.Ascii)
	if err != nil {
		t.Fatal(err)
	}
	th.NoAttrs = true
	return th
}

// Shown returns the rows of a pane as lines, without what is blank at their
// ends.
func Shown(rows []string) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.TrimRight(ansi.Strip(r), " ") + "\n")
	}
	return b.String()
}
