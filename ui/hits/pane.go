// Package hits is the pane that lists what a search in all that is kept gave:
// each article once, with the places in it that were found beneath.
//
// It is a value with methods that knows nothing of keys and messages. Only what
// is in sight is laid out.
package hits

import (
	"slices"
	"time"

	"gloss/articles"
	"gloss/articles/keep"
	"gloss/ui/theme"
)

// A Pane lists hits. It is used from one goroutine.
type Pane struct {
	theme         theme.Theme
	now           time.Time
	width, height int // cells

	query   string
	state   State
	failure string
	hits    []keep.Hit
	rows    []row // what is listed: a row for an article, and one for each hit
	held    int   // how many articles the hits are in
	sel     int   // the selected hit
	first   int   // the first of rows in sight
}

// A State tells how far a search has come.
type State uint8

// The states of a search.
const (
	Idle      State = iota // nothing was asked
	Searching              // more hits may come
	Done                   // these are all
	Cut                    // there are more, which were not asked for
)

// A row is a row of the list.
type row struct {
	hit  int  // that it is of, or that it stands over
	head bool // it names the article
	// alone says that it names the article and is the hit: the words are in the
	// title and nowhere else.
	alone bool
	// marks are what was found in the title, of such a row.
	marks []articles.Span
}

// New returns a pane without hits. Its size is 0 until SetSize.
func New(th theme.Theme) *Pane { return &Pane{theme: th} }

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// SetNow tells the time, so that recent dates are shown as how long ago they
// are. Without it all dates are shown as they are.
func (p *Pane) SetNow(now time.Time) { p.now = now }

// SetHits shows what a query has given so far, best first. The hits of an
// article stand together where its first one does. Hits of the same query keep
// the selection, those of another one begin at the first.
func (p *Pane) SetHits(query string, hits []keep.Hit, state State) {
	if query != p.query {
		p.sel, p.first = 0, 0
	}
	p.query, p.state, p.failure = query, state, ""
	p.hits, p.rows, p.held = together(hits)
	p.sel = max(0, min(p.sel, len(p.hits)-1))
}

// SetQuery shows what is being looked for, over the hits of the query before
// it.
func (p *Pane) SetQuery(query string) {
	p.query, p.state, p.failure = query, Searching, ""
	p.sel, p.first = 0, 0
}

// Fail says in a line why the search gave nothing.
func (p *Pane) Fail(why string) {
	p.state, p.failure = Done, why
	p.hits, p.rows, p.held, p.sel = nil, nil, 0, 0
}

// Query returns the query.
func (p *Pane) Query() string { return p.query }

// together puts the hits of an article together and returns the rows for them,
// and how many articles they are in.
func together(hits []keep.Hit) ([]keep.Hit, []row, int) {
	var order []keep.ArticleID
	of := map[keep.ArticleID][]keep.Hit{}
	for _, h := range hits {
		id := h.Article.ID
		if of[id] == nil {
			order = append(order, id)
		}
		of[id] = append(of[id], h)
	}
	sorted := make([]keep.Hit, 0, len(hits))
	rows := make([]row, 0, len(hits)+len(order))
	for _, id := range order {
		hits := of[id]
		name, named := row{hit: len(sorted), head: true}, false
		for _, h := range hits {
			if inTitle(h) && h.Snippet == h.Article.Title {
				name.marks, named = h.Marks, true
			}
		}
		if len(hits) == 1 && named {
			name.head, name.alone = false, true
			rows, sorted = append(rows, name), append(sorted, hits[0])
			continue
		}
		rows = append(rows, name)
		if other := slices.DeleteFunc(slices.Clone(hits), inTitle); len(other) > 0 {
			hits = other // the row of the article shows the title
		}
		for _, h := range hits {
			rows = append(rows, row{hit: len(sorted)})
			sorted = append(sorted, h)
		}
	}
	return sorted, rows, len(order)
}

func inTitle(h keep.Hit) bool { return h.Where == keep.InTitle }

// Len returns how many hits there are.
func (p *Pane) Len() int { return len(p.hits) }

// Articles returns how many articles they are in.
func (p *Pane) Articles() int { return p.held }

// Selected returns the selected hit, and whether there is one.
func (p *Pane) Selected() (keep.Hit, bool) {
	if len(p.hits) == 0 {
		return keep.Hit{}, false
	}
	return p.hits[p.sel], true
}

// Place returns the place of the selected hit, from 0.
func (p *Pane) Place() int { return p.sel }

// Select selects the hit at a place.
func (p *Pane) Select(place int) {
	if place >= 0 && place < len(p.hits) {
		p.sel = place
	}
}

// Move moves the selection by n hits, as far as there are any.
func (p *Pane) Move(n int) { p.sel = max(0, min(p.sel+n, len(p.hits)-1)) }

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) {
	room := p.room()
	if room == 0 || len(p.rows) == 0 {
		return
	}
	to := max(0, min(p.rowOf(p.sel)+n*room, len(p.rows)-1))
	if hit := p.rows[to].hit; hit != p.sel {
		p.sel = hit
	} else {
		p.Move(n) // the page has no room for more than the row of an article
	}
}

// ToEnd moves the selection to the last hit, or the first.
func (p *Pane) ToEnd(last bool) {
	p.sel = 0
	if last {
		p.sel = max(len(p.hits)-1, 0)
	}
}
