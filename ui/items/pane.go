// Package items is the pane that lists what is in a feed: a row for the feed
// itself, and for each item its title and, where there is room, who wrote it,
// when, and how it begins.
//
// It is a value with methods that knows nothing of keys and messages. An item
// is known by its place in the feed. Only what is in sight is laid out, so
// that a feed of ten thousand items costs no more than one of ten.
package items

import (
	"strings"
	"time"

	"gloss/articles/feed"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// A Pane lists the items of a feed. It is used from one goroutine.
type Pane struct {
	feed          *feed.Feed
	theme         theme.Theme
	now           time.Time
	width, height int // cells

	filter string
	keys   []string    // what the items are filtered by, once there was a filter
	order  []int       // the items that pass the filter; nil for all
	cursor list.Cursor // the selected one, as a place in order
	last   int         // the item that was selected when the filter was last set
}

// New returns a pane that lists the items of f, the first one selected. Its
// size is 0 until SetSize.
func New(f *feed.Feed, th theme.Theme) *Pane { return &Pane{feed: f, theme: th} }

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// SetNow tells the time, so that recent dates are shown as how long ago they
// are, in the zone of now. Without it all dates are shown as they are.
func (p *Pane) SetNow(now time.Time) { p.now = now }

// Len returns how many items pass the filter.
func (p *Pane) Len() int {
	if p.order == nil {
		return len(p.feed.Items)
	}
	return len(p.order)
}

// item returns the item at a place among those that pass the filter.
func (p *Pane) item(place int) int {
	if p.order == nil {
		return place
	}
	return p.order[place]
}

// Selected returns the selected item, -1 where there is none.
func (p *Pane) Selected() int {
	if p.Len() == 0 {
		return -1
	}
	return p.item(p.cursor.At)
}

// Select selects an item, if it passes the filter.
func (p *Pane) Select(item int) {
	for place := range p.Len() {
		if p.item(place) == item {
			p.cursor.At = place
			return
		}
	}
}

// Move moves the selection by n items, as far as there are any.
func (p *Pane) Move(n int) { p.cursor.Move(n, p.Len()) }

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) { p.Move(n * p.layout().perPage) }

// ToEnd moves the selection to the last item, or the first.
func (p *Pane) ToEnd(last bool) { p.cursor.ToEnd(last, p.Len()) }

// SetFilter keeps only the items that have the text in their title, byline or
// summary, without regard to case. The item that was selected last stays so,
// if it is among them.
func (p *Pane) SetFilter(text string) {
	if item := p.Selected(); item >= 0 {
		p.last = item
	}
	p.filter, p.order = text, nil
	if want := list.Fold(strings.TrimSpace(text)); want != "" {
		p.order = []int{}
		for i, key := range p.folded() {
			if strings.Contains(key, want) {
				p.order = append(p.order, i)
			}
		}
	}
	p.cursor = list.Cursor{}
	p.Select(p.last)
}

// Filter returns the filter.
func (p *Pane) Filter() string { return p.filter }

// folded returns what the items are filtered by.
func (p *Pane) folded() []string {
	if p.keys == nil {
		p.keys = make([]string, len(p.feed.Items))
		for i, it := range p.feed.Items {
			p.keys[i] = list.Fold(it.Title.String() + "\n" + it.Byline.String() + "\n" + it.Summary.String())
		}
	}
	return p.keys
}
