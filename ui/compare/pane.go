// Package compare is the pane that shows two articles on one event side by
// side: whom each quotes, the statements and names that both have, and those
// that only one has.
//
// It is a value with methods that knows nothing of keys and messages. Where
// there is room the articles have a column each, else one stands under the
// other. Only what is in sight is laid out.
package compare

import (
	"fmt"
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/event"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// A Tab is one of the lists.
type Tab uint8

// The tabs.
const (
	Quoted Tab = iota
	Statements
	Names
	tabs
)

// wide is the least columns at which the articles stand side by side.
const wide = 100

// A Pane shows a comparison. It is used from one goroutine.
type Pane struct {
	c             event.Comparison
	theme         theme.Theme
	width, height int // cells

	tab    Tab
	side   event.Side // which of the two is selected in a line that has both
	filter string
	items  []item
	sizes  [3]int // of what passes the filter: in both, only left, only right
	cursor list.Cursor
}

// New returns a pane that shows a comparison. Its size is 0 until SetSize.
func New(c event.Comparison, th theme.Theme) *Pane {
	p := &Pane{c: c, theme: th}
	p.relist()
	return p
}

// SetSize sets the columns and rows of the pane. What is selected stays so.
func (p *Pane) SetSize(width, height int) {
	before := p.beside()
	p.width, p.height = max(width, 0), max(height, 0)
	if p.beside() != before {
		p.relist()
	}
}

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// beside reports whether the articles stand side by side.
func (p *Pane) beside() bool { return p.width >= wide }

// Turn shows the tab that is n further, round the ends.
func (p *Pane) Turn(n int) {
	p.tab = Tab((int(p.tab) + n%int(tabs) + int(tabs)) % int(tabs))
	p.items = nil
	p.relist()
}

// Tab returns the tab that is shown.
func (p *Pane) Tab() Tab { return p.tab }

// Cross selects what the other article has of the line.
func (p *Pane) Cross() { p.side = p.here().Other() }

// SetFilter keeps only the lines that have the text in the names, the words or
// their speakers, without regard to case. The selected one stays so, if it is
// among them.
func (p *Pane) SetFilter(text string) {
	p.filter = text
	p.relist()
}

// Filter returns the filter.
func (p *Pane) Filter() string { return p.filter }

// Len returns how many lines the list has.
func (p *Pane) Len() int { return len(p.items) }

// Move moves the selection by n lines, as far as there are any.
func (p *Pane) Move(n int) { p.cursor.Move(n, len(p.items)) }

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) {
	for range max(n, -n) {
		p.cursor.MovePage(n < 0, p.room(), p.tall())
	}
}

// ToEnd moves the selection to the last line, or the first.
func (p *Pane) ToEnd(last bool) { p.cursor.ToEnd(last, len(p.items)) }

// Index returns the place of the selected line, -1 where there is none.
func (p *Pane) Index() int {
	if len(p.items) == 0 {
		return -1
	}
	return p.cursor.At
}

// Select selects the line at a place of the list.
func (p *Pane) Select(place int) { p.Move(place - p.cursor.At) }

// here returns the article whose part of the selected line is selected: the one
// that was chosen, or the other where only that has a part.
func (p *Pane) here() event.Side {
	if p.cursor.At < len(p.items) && p.items[p.cursor.At].at[p.side] < 0 {
		return p.side.Other()
	}
	return p.side
}

// Selected returns the article and the place in its text that is selected. It
// reports whether anything is.
func (p *Pane) Selected() (keep.Article, articles.Span, bool) {
	if len(p.items) == 0 {
		return keep.Article{}, articles.Span{}, false
	}
	s := p.here()
	i := p.items[p.cursor.At].at[s]
	a := p.c.Sources[s].Article
	if p.tab == Statements {
		return a, p.statement(i, s).Span, true
	}
	return a, p.name(i).First[s], true
}

// Words returns what is selected to be copied: a statement with its speaker and
// source, or a name.
func (p *Pane) Words() string {
	if len(p.items) == 0 {
		return ""
	}
	s := p.here()
	i := p.items[p.cursor.At].at[s]
	if p.tab != Statements {
		return clean.Line(p.name(i).Ref[s].Name).String()
	}
	said, a := p.statement(i, s), p.c.Sources[s].Article
	speaker := clean.Line(said.Speaker.Name).String()
	if speaker == "" {
		speaker = "not said who"
	}
	return fmt.Sprintf("%s: “%s” (%s)", speaker, line(said.Text), strings.TrimSuffix(line(a.Title)+", "+line(a.Site), ", "))
}

// line returns text on one line.
func line(t clean.Text) string { return clean.Line(t.String()).String() }

// Whose returns whose the selected statement is, or whom the selected line
// names, and whether that is anybody the articles name.
func (p *Pane) Whose() (keep.Ref, bool) {
	if len(p.items) == 0 {
		return keep.Ref{}, false
	}
	s := p.here()
	i := p.items[p.cursor.At].at[s]
	if p.tab == Statements {
		r := p.statement(i, s).Speaker
		return r, r.Type != ""
	}
	r := p.name(i).Ref[s]
	return r, r.Type != ""
}
