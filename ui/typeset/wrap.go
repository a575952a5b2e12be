// Package typeset sets short texts and figures in a number of cells.
package typeset

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// OneLine returns the text with every run of white space as one space. What is
// beyond most bytes is left out, so that a statement of a megabyte costs no
// more than a short one.
func OneLine(text string, most int) string {
	cut := false
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
		cut = true
	}
	text = strings.Join(strings.Fields(text), " ")
	if cut {
		text += " …"
	}
	return text
}

// Wrap breaks text into at most n lines of a width in columns; the last ends
// in "…" if something is left out.
func Wrap(text string, width, n int) []string {
	width = max(width, 4)
	text = OneLine(text, width*(n+1)*4)
	lines := strings.Split(ansi.Wrap(text, width, ""), "\n")
	if len(lines) > n {
		lines = lines[:n]
		lines[n-1] = ansi.Truncate(lines[n-1]+" …", width, "…")
	}
	return lines
}
