package dossier

import (
	"fmt"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// A View says which statements are shown.
type View uint8

// The views.
const (
	All   View = iota
	Said       // by the entity
	About      // by others, naming it
	views
)

// An item is a line of the list: an article, or one of its statements.
type item struct {
	article   int // in Dossier.all
	statement int // in its Said or About; -1 for the article itself
	about     bool
}

// A Pane shows a dossier. It is used from one goroutine.
type Pane struct {
	d             *Dossier
	theme         theme.Theme
	width, height int // cells

	view   View
	order  Order
	filter string
	items  []item
	counts [views]int // of statements that pass the filter, both of All
	papers int        // articles that pass
	cursor list.Cursor
	last   item // what was selected when the list was last made anew
}

// New returns a pane that shows all of d, the newest article selected. Its size
// is 0 until SetSize.
func New(d *Dossier, th theme.Theme) *Pane {
	p := &Pane{d: d, theme: th}
	if len(d.all) > 0 {
		p.last = item{d.orders[p.order][0], -1, false}
	}
	p.relist()
	return p
}

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// Turn shows the view that is n further, round the ends.
func (p *Pane) Turn(n int) {
	p.view = View((int(p.view) + n%int(views) + int(views)) % int(views))
	p.relist()
}

// Shown returns which statements are shown.
func (p *Pane) Shown() View { return p.view }

// Reorder shows the articles in the next order.
func (p *Pane) Reorder() {
	p.order = (p.order + 1) % orders
	p.relist()
}

// Order returns the order of the articles.
func (p *Pane) Order() Order { return p.order }

// SetFilter keeps only what has all words of the text in the statement, its
// speaker, or the title or outlet of its article; "site:gazette" asks for the
// outlet alone, "act:want" for an act. What was selected last stays so, if it is
// among them.
func (p *Pane) SetFilter(text string) {
	p.filter = text
	p.relist()
}

// Filter returns the filter.
func (p *Pane) Filter() string { return p.filter }

// relist makes the list anew and keeps what is selected, or else the article
// that it is of.
func (p *Pane) relist() {
	if p.cursor.At < len(p.items) {
		p.last = p.items[p.cursor.At]
	}
	p.items, p.counts = p.d.items(p.view, p.order, p.filter)
	p.cursor, p.papers = list.Cursor{}, 0
	for i, it := range p.items {
		if it.statement < 0 {
			p.papers++
		}
		if it == p.last || it.statement < 0 && it.article == p.last.article {
			p.cursor.At = i
		}
	}
}

// Len returns how many lines the list has: articles and statements.
func (p *Pane) Len() int { return len(p.items) }

// Move moves the selection by n lines, as far as there are any.
func (p *Pane) Move(n int) { p.cursor.Move(n, len(p.items)) }

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) {
	for range max(n, -n) {
		p.cursor.MovePage(n < 0, p.room(), p.tall())
	}
}

// MoveArticle moves the selection to the next article, or back to the line of
// this one and then to the one before it.
func (p *Pane) MoveArticle(back bool) {
	step := 1
	if back {
		step = -1
	}
	for i := p.cursor.At + step; i >= 0 && i < len(p.items); i += step {
		if p.items[i].statement < 0 {
			p.cursor.At = i
			return
		}
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

// Selected returns the selected article and the place in its text: the
// statement, or where it first mentions the entity. It reports whether anything
// is selected.
func (p *Pane) Selected() (keep.Article, articles.Span, bool) {
	if len(p.items) == 0 {
		return keep.Article{}, articles.Span{}, false
	}
	it := p.items[p.cursor.At]
	a := p.d.all[it.article]
	if s, ok := p.statement(it); ok {
		return a.Article, s.Span, true
	}
	return a.Article, a.Entity.First, true
}

// statement returns the statement of a line, and whether it is one.
func (p *Pane) statement(it item) (keep.Statement, bool) {
	a := p.d.all[it.article]
	switch {
	case it.statement < 0:
		return keep.Statement{}, false
	case it.about:
		return a.About[it.statement], true
	}
	return a.Said[it.statement], true
}

// Words returns the selected line to be copied: a statement with its speaker
// and source, or a title.
func (p *Pane) Words() string {
	if len(p.items) == 0 {
		return ""
	}
	it := p.items[p.cursor.At]
	a := p.d.all[it.article].Article
	source := line(a.Title)
	if site := p.d.outlets[it.article]; site != "" {
		source += ", " + site
	}
	if t := date(a); !t.IsZero() {
		source += ", " + t.Format("2 January 2006")
	}
	s, ok := p.statement(it)
	if !ok {
		return source
	}
	speaker := clean.Line(s.Speaker.Name).String()
	if speaker == "" {
		speaker = "not said who"
	}
	return fmt.Sprintf("%s: “%s” (%s)", speaker, line(s.Text), source)
}

// line returns text on one line.
func line(t clean.Text) string { return clean.Line(t.String()).String() }

// Speaker returns whose the selected statement is, and whether one is selected
// that is somebody's.
func (p *Pane) Speaker() (keep.Ref, bool) {
	if len(p.items) == 0 {
		return keep.Ref{}, false
	}
	s, ok := p.statement(p.items[p.cursor.At])
	return s.Speaker, ok && s.Speaker.Type != ""
}
