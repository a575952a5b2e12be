// Package choices is a small pane that asks for one of several things: a title,
// and under it a row for each choice, with the key that takes it where it has
// one.
//
// It is a value with methods that knows nothing of keys and messages. Only
// what is in sight is laid out.
package choices

import (
	"strings"

	"gloss/articles/clean"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// A Choice is a row of the pane.
type Choice struct {
	// Key takes the choice at once, as Bubble Tea names it; "" for none.
	Key   string
	Sign  string // one cell before the words, or none
	Style theme.Style
	Words clean.Text
	More  clean.Text // what stands muted at the right
	// Heading says that the row only names what stands under it, and cannot be
	// taken.
	Heading bool
}

// A Pane asks for one of its choices. It is used from one goroutine.
type Pane struct {
	title         clean.Text
	choices       []Choice
	theme         theme.Theme
	width, height int // cells

	filter string
	order  []int // the choices that are listed
	cursor list.Cursor
}

// New returns a pane with the first choice selected. Its size is 0 until
// SetSize.
func New(title clean.Text, choices []Choice, th theme.Theme) *Pane {
	p := &Pane{title: title, choices: choices, theme: th}
	p.SetFilter("")
	return p
}

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// Rows returns how many rows the pane takes to show all that it has.
func (p *Pane) Rows() int { return 1 + len(p.choices) }

// Selected returns the selected choice, -1 where none is listed.
func (p *Pane) Selected() int {
	if len(p.order) == 0 || p.choices[p.order[p.cursor.At]].Heading {
		return -1
	}
	return p.order[p.cursor.At]
}

// Keyed returns the choice that a key takes, -1 for none.
func (p *Pane) Keyed(key string) int {
	for i, c := range p.choices {
		if c.Key == key && key != "" {
			return i
		}
	}
	return -1
}

// Move moves the selection by n choices, as far as there are any.
func (p *Pane) Move(n int) {
	p.cursor.Move(n, len(p.order))
	step := 1
	if n < 0 {
		step = -1
	}
	p.skip(step)
}

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) { p.Move(n * max(p.height-1, 1)) }

// ToEnd moves the selection to the last choice, or the first.
func (p *Pane) ToEnd(last bool) {
	p.cursor.ToEnd(last, len(p.order))
	p.skip(1)
}

// skip goes on from a heading to the next choice in a direction, or else back
// to the last one before it.
func (p *Pane) skip(step int) {
	for _, s := range []int{step, -step} {
		for at := p.cursor.At; at >= 0 && at < len(p.order); at += s {
			if !p.choices[p.order[at]].Heading {
				p.cursor.At = at
				return
			}
		}
	}
}

// SetFilter lists only the choices that have the text in their words, without
// regard to case. Headings are listed without a filter alone.
func (p *Pane) SetFilter(text string) {
	p.filter = text
	p.order = p.order[:0]
	want := list.Fold(strings.TrimSpace(text))
	for i, c := range p.choices {
		if want == "" || !c.Heading && strings.Contains(list.Fold(c.Words.String()), want) {
			p.order = append(p.order, i)
		}
	}
	p.cursor = list.Cursor{}
	p.skip(1)
}

// Filter returns the filter.
func (p *Pane) Filter() string { return p.filter }
