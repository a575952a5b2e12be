// Package shelf is the pane that lists the articles that are kept: a row or
// two for each, with what is known of it without its text.
//
// It is a value with methods that knows nothing of keys and messages. An
// article is known by its ID, so that the selection stays with it when the rows
// change. Only what is in sight is laid out, so that a shelf of ten thousand
// articles costs no more than one of ten.
package shelf

import (
	"strings"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// A Pane lists articles. It is used from one goroutine.
type Pane struct {
	theme         theme.Theme
	now           time.Time
	title         clean.Text // of what is listed
	hint          clean.Text // what to do where nothing is
	width, height int        // cells

	rows     Rows
	complete bool       // there are no more rows to come
	failure  clean.Text // why there are none; empty where they were brought
	widths   widths     // what the columns need
	sort     keep.Order
	tab      Tab
	counts   [tabs]int // of articles or feeds; -1 where it is not known
	hidden   [tabs]bool

	filter string
	words  []word
	order  []int // the rows that are in the tab and pass the filter
	cursor list.Cursor
	chosen keep.ArticleID // the selected one
	marked map[keep.ArticleID]bool
}

// New returns a pane without rows, whose title says what it lists. Its size is 0
// until SetSize. Hint tells the reader what to do where there is nothing.
func New(th theme.Theme, title, hint clean.Text) *Pane {
	p := &Pane{theme: th, title: title, hint: hint, marked: map[keep.ArticleID]bool{}}
	p.counts[Feeds], p.counts[Removed] = -1, -1
	return p
}

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// SetNow tells the time, so that recent dates are shown as how long ago they
// are, in the zone of now. Without it all dates are shown as they are.
func (p *Pane) SetNow(now time.Time) { p.now = now }

// SetRows sets the articles, which the pane takes over; they stand in the
// order given. Where they are not complete, more are on their way.
func (p *Pane) SetRows(rows Rows, order keep.Order, complete bool) {
	p.rows, p.sort, p.complete, p.failure = rows, order, complete, clean.Text{}
	p.widths = widthsOf(rows.articles)
	if p.tab == Removed {
		p.counts[Removed] = rows.Len()
	} else {
		p.count()
	}
	p.sift(false)
	for id := range p.marked {
		if p.row(id) < 0 && complete {
			delete(p.marked, id)
		}
	}
}

// Fail says in a line why there are no rows.
func (p *Pane) Fail(why clean.Text) {
	p.SetRows(Rows{}, p.sort, true)
	p.failure = why
}

// Loaded reports whether the pane has rows, or knows that there are none.
func (p *Pane) Loaded() bool { return p.complete || p.rows.Len() > 0 }

// Order returns the order that the rows are in.
func (p *Pane) Order() keep.Order { return p.sort }

// Len returns how many articles are in the tab and pass the filter.
func (p *Pane) Len() int { return len(p.order) }

// Selected returns the selected article, and whether there is one.
func (p *Pane) Selected() (keep.Article, bool) {
	if p.Len() == 0 {
		return keep.Article{}, false
	}
	return p.rows.articles[p.order[p.cursor.At]], true
}

// Chosen returns what is to be acted on: the articles that are marked, in their
// order, or the selected one where none is.
func (p *Pane) Chosen() []keep.Article {
	var out []keep.Article
	for _, i := range p.order {
		if a := p.rows.articles[i]; p.marked[a.ID] {
			out = append(out, a)
		}
	}
	if a, ok := p.Selected(); ok && out == nil {
		out = append(out, a)
	}
	return out
}

// Toggle marks the selected article, or takes its mark away, and goes to the
// next one.
func (p *Pane) Toggle() {
	a, ok := p.Selected()
	switch {
	case !ok:
		return
	case p.marked[a.ID]:
		delete(p.marked, a.ID)
	default:
		p.marked[a.ID] = true
	}
	p.Move(1)
}

// Unmark takes all marks away. It reports whether there were any.
func (p *Pane) Unmark() bool {
	n := len(p.marked)
	clear(p.marked)
	return n > 0
}

// Summaries returns the articles of which only what a feed says is here: of
// those that are marked, or else of the unread ones in the list.
func (p *Pane) Summaries() []keep.ArticleID {
	var out []keep.ArticleID
	for _, i := range p.order {
		a := p.rows.articles[i]
		if wanted := p.marked[a.ID] || len(p.marked) == 0 && !a.Read; wanted && !a.Full {
			out = append(out, a.ID)
		}
	}
	return out
}

// Replace shows an article as it is now, in the place where it stands, and
// reports whether there is one. It stays in the tab until rows are set anew.
func (p *Pane) Replace(a keep.Article) bool {
	i := p.row(a.ID)
	if i < 0 {
		return false
	}
	p.rows.articles[i], p.rows.keys[i] = a, keyOf(a)
	p.widths = p.widths.and(widthsOf([]keep.Article{a}))
	if p.tab != Removed {
		p.count()
	}
	return true
}

// Drop takes articles out of the list.
func (p *Pane) Drop(ids ...keep.ArticleID) {
	gone := map[keep.ArticleID]bool{}
	for _, id := range ids {
		gone[id] = true
		delete(p.marked, id)
	}
	left := Rows{}
	for i, a := range p.rows.articles {
		if !gone[a.ID] {
			left.articles, left.keys = append(left.articles, a), append(left.keys, p.rows.keys[i])
		}
	}
	p.SetRows(left, p.sort, p.complete)
}

// row returns the place of an article among the rows, -1 for none.
func (p *Pane) row(id keep.ArticleID) int {
	for i, a := range p.rows.articles {
		if a.ID == id {
			return i
		}
	}
	return -1
}

// Select selects an article, if it is in the list, and reports whether it is.
func (p *Pane) Select(id keep.ArticleID) bool {
	for at, i := range p.order {
		if p.rows.articles[i].ID == id {
			p.cursor.At, p.chosen = at, id
			return true
		}
	}
	return false
}

// Move moves the selection by n articles, as far as there are any.
func (p *Pane) Move(n int) {
	p.cursor.Move(n, p.Len())
	p.hold()
}

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) { p.Move(n * p.layout().perPage) }

// ToEnd moves the selection to the last article, or the first.
func (p *Pane) ToEnd(last bool) {
	p.cursor.ToEnd(last, p.Len())
	p.hold()
}

// hold keeps which article is selected.
func (p *Pane) hold() {
	if a, ok := p.Selected(); ok {
		p.chosen = a.ID
	}
}

// SetFilter keeps only the articles that have each word of the text, letter by
// letter in order but not necessarily side by side, in their title, site,
// byline or one of their tags, without regard to case and accents. A word with a
// # before it must be in a tag. The best
// come first, and the first is selected. Without a filter the selection stays
// with its article.
func (p *Pane) SetFilter(text string) {
	narrower := p.filter != "" && strings.HasPrefix(text, p.filter)
	p.filter, p.words = text, words(text)
	p.sift(narrower)
	if len(p.words) > 0 {
		p.ToEnd(false)
	}
}

// Filter returns the filter.
func (p *Pane) Filter() string { return p.filter }

// sift finds the rows that are in the tab and pass the filter. Narrower says
// that only those that did so far can.
func (p *Pane) sift(narrower bool) {
	among := p.order
	if !narrower {
		among = make([]int, 0, p.rows.Len())
		for i, a := range p.rows.articles {
			if p.tab.has(a) {
				among = append(among, i)
			}
		}
	}
	if len(p.words) > 0 {
		among = p.rows.match(among, p.words)
	}
	p.order = among
	if !p.Select(p.chosen) {
		p.Move(0) // what stands in its place now
	}
}
