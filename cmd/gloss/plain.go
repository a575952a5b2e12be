package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles"
	"gloss/ui/gate"
	"gloss/ui/page"
	"gloss/ui/theme"
)

// printPlain prints an article as it is laid out for a width in columns, a few
// lines at a time, without any escape sequences.
func printPlain(w io.Writer, doc *articles.Document, width int) error {
	th, err := theme.New("notty", false, termenv.Ascii)
	if err != nil {
		return fmt.Errorf("set the plain text: %w", err)
	}
	const step = 256 // lines
	p := page.New(doc, width, th)
	out := bufio.NewWriterSize(gate.NewPlain(w), 1<<16)
	for at, more := p.Top(), true; more; {
		for _, line := range p.Plain(at, step) {
			if _, err := out.WriteString(line + "\n"); err != nil {
				return fmt.Errorf("print the article: %w", err)
			}
		}
		next := p.Move(at, step)
		more = p.Lines(at, next, step) == step // fewer at the end of the article
		at = next
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("print the article: %w", err)
	}
	return nil
}

// plainWidth returns the columns of plain text: those of the flag, or else of
// the shell's variable COLUMNS, or else 80.
func plainWidth(flag int, columns string) int {
	if flag > 0 {
		return flag
	}
	if n, err := strconv.Atoi(strings.TrimSpace(columns)); err == nil && n > 0 {
		return n
	}
	return 80
}
