package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"gloss/ui/gate"
)

// A listing writes a list: as a table on a terminal, else as JSON, an object a
// line.
type listing struct {
	out     *bufio.Writer
	table   bool
	columns int // of the terminal; 0 for any width
	rows    [][]string
}

// newListing returns a listing on standard output. With asJSON it is JSON on a
// terminal too.
func newListing(std streams, asJSON bool) *listing {
	l := &listing{out: bufio.NewWriter(gate.NewPlain(std.out))}
	if l.table = !asJSON && term.IsTerminal(std.out.Fd()); l.table {
		l.columns = terminalWidth(std.out)
	}
	return l
}

// terminalWidth returns the columns of a terminal, 0 where that is not known.
func terminalWidth(f *os.File) int {
	width, _, err := term.GetSize(f.Fd())
	if err != nil {
		return 0
	}
	return width
}

// add adds an entry: what it is as JSON, and its cells in the table.
func (l *listing) add(object any, cells ...string) error {
	if l.table {
		l.rows = append(l.rows, cells)
		return nil
	}
	e := json.NewEncoder(l.out)
	e.SetEscapeHTML(false)
	if err := e.Encode(object); err != nil {
		return fmt.Errorf("write the list: %w", err)
	}
	return nil
}

// writeList writes things as a list: each as JSON, or as cells in a table. none is
// the line for a table of nothing.
func writeList[T any](std streams, asJSON bool, things []T, none string, entry func(T) (object any, cells []string)) error {
	l := newListing(std, asJSON)
	for _, thing := range things {
		object, cells := entry(thing)
		if err := l.add(object, cells...); err != nil {
			return err
		}
	}
	return l.close(none)
}

// close writes what is left, and in a table of nothing the line that says so.
func (l *listing) close(none string) error {
	if l.table && len(l.rows) == 0 {
		l.out.WriteString(none + "\n")
	}
	for _, line := range align(l.rows, l.columns) {
		l.out.WriteString(line + "\n")
	}
	if err := l.out.Flush(); err != nil {
		return fmt.Errorf("write the list: %w", err)
	}
	return nil
}

// widestCell is how many columns a cell that is not the last takes at most.
const widestCell = 28

// align returns rows as lines with their cells in columns, no line wider than
// so many columns, of which 0 stands for any number.
func align(rows [][]string, columns int) []string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], min(ansi.StringWidth(cell), widestCell))
		}
	}
	lines := make([]string, len(rows))
	for n, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			if i == len(row)-1 {
				b.WriteString(cell)
				break
			}
			cell = ansi.Truncate(cell, widths[i], "…")
			b.WriteString(cell + strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
		}
		line := strings.TrimRight(b.String(), " ")
		if columns > 0 {
			line = ansi.Truncate(line, columns, "…")
		}
		lines[n] = line
	}
	return lines
}

// day returns a date as a table shows it, "" of none.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format(time.DateOnly)
}

// stamp returns a time as JSON has it, "" of none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
