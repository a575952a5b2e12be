// Package feeds is the pane that lists the feeds that are subscribed to: by
// folder, with how many of their articles are unread, when each was asked last
// and what went wrong then.
//
// It is a value with methods that knows nothing of keys and messages. A feed is
// known by its ID, so that the selection stays with it when the feeds change.
package feeds

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// A Pane lists feeds. It is used from one goroutine.
type Pane struct {
	theme         theme.Theme
	now           time.Time
	hint          clean.Text
	width, height int // cells

	feeds  []keep.Feed // by folder and title
	filter string
	order  []int // the feeds that pass the filter
	rows   []row // what is listed: a row for a folder, and one for each feed
	sel    int   // the selected feed, as a place in order
	first  int   // the first of rows in sight
}

// A row is a row of the list.
type row struct {
	at     int  // the feed that it is of or that it stands over, as a place in order
	folder bool // it names a folder
}

// New returns a pane without feeds. Its size is 0 until SetSize. Hint tells the
// reader what to do where there are none.
func New(th theme.Theme, hint clean.Text) *Pane { return &Pane{theme: th, hint: hint} }

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// SetNow tells the time, so that it is shown how long ago a feed was asked.
func (p *Pane) SetNow(now time.Time) { p.now = now }

// SetFeeds sets the feeds. Those in no folder come first.
func (p *Pane) SetFeeds(feeds []keep.Feed) {
	f, _ := p.Selected()
	p.feeds = slices.Clone(feeds)
	slices.SortStableFunc(p.feeds, func(x, y keep.Feed) int {
		return cmp.Or(
			cmp.Compare(list.Fold(x.Folder.String()), list.Fold(y.Folder.String())),
			cmp.Compare(x.Folder.String(), y.Folder.String()),
			cmp.Compare(list.Fold(x.Title.String()), list.Fold(y.Title.String())),
			cmp.Compare(x.ID, y.ID))
	})
	p.sift()
	p.Select(f.ID)
}

// SetFilter keeps only the feeds that have the text in their title, folder or
// address, without regard to case.
func (p *Pane) SetFilter(text string) {
	f, _ := p.Selected()
	p.filter = text
	p.sift()
	p.Select(f.ID)
}

// Filter returns the filter.
func (p *Pane) Filter() string { return p.filter }

// sift makes the rows of the feeds that pass the filter.
func (p *Pane) sift() {
	p.order, p.rows = nil, nil
	want := list.Fold(strings.TrimSpace(p.filter))
	for i, f := range p.feeds {
		if !strings.Contains(list.Fold(f.Title.String()+"\n"+f.Folder.String()+"\n"+f.URL), want) {
			continue
		}
		if n := len(p.order); !f.Folder.IsEmpty() && (n == 0 || p.feeds[p.order[n-1]].Folder != f.Folder) {
			p.rows = append(p.rows, row{n, true})
		}
		p.rows = append(p.rows, row{at: len(p.order)})
		p.order = append(p.order, i)
	}
	p.Move(0)
}

// Len returns how many feeds pass the filter.
func (p *Pane) Len() int { return len(p.order) }

// Place returns the place of the selected feed, from 0.
func (p *Pane) Place() int { return p.sel }

// Selected returns the selected feed, and whether there is one.
func (p *Pane) Selected() (keep.Feed, bool) {
	if p.Len() == 0 {
		return keep.Feed{}, false
	}
	return p.feeds[p.order[p.sel]], true
}

// Select selects a feed, if it is in the list.
func (p *Pane) Select(id keep.FeedID) {
	for at, i := range p.order {
		if p.feeds[i].ID == id {
			p.sel = at
			return
		}
	}
}

// Go selects the feed at a place in the list.
func (p *Pane) Go(place int) { p.Move(place - p.sel) }

// Move moves the selection by n feeds, as far as there are any.
func (p *Pane) Move(n int) { p.sel = max(0, min(p.sel+n, p.Len()-1)) }

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) { p.Move(n * max(p.height-1, 1)) }

// ToEnd moves the selection to the last feed, or the first.
func (p *Pane) ToEnd(last bool) {
	p.sel = 0
	if last {
		p.Move(p.Len())
	}
}

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	p.scroll()
	rows := make([]string, 0, p.height)
	for at := p.first; at < len(p.rows) && len(rows) < p.height; at++ {
		f := p.feeds[p.order[p.rows[at].at]]
		if p.rows[at].folder {
			rows = append(rows, p.line(p.theme.Row, list.Text(p.theme.Title, " "+f.Folder.String())))
		} else {
			rows = append(rows, p.feed(f, p.rows[at].at == p.sel))
		}
	}
	if p.Len() == 0 {
		why := []string{"nothing here has “" + clean.Line(p.filter).String() + "” in it"}
		if p.filter == "" {
			why = append([]string{""}, strings.Split(p.hint.String(), "\n")...)
		}
		for _, line := range why {
			if len(rows) < p.height {
				rows = append(rows, p.line(p.theme.Row, list.Text(p.theme.Muted, "  "+line)))
			}
		}
	}
	for len(rows) < p.height {
		rows = append(rows, p.line(p.theme.Row))
	}
	return rows
}

// scroll brings the selected feed in sight, with the row of its folder where
// that stands over it.
func (p *Pane) scroll() {
	last := max(slices.Index(p.rows, row{at: p.sel}), 0)
	first := last
	if first > 0 && p.rows[first-1].folder && p.height > 1 {
		first--
	}
	p.first = max(min(p.first, first, len(p.rows)-p.height), last-p.height+1, 0)
}

// At returns the place of the feed that View shows at a row of the pane, -1
// where there is none.
func (p *Pane) At(line int) int {
	p.scroll()
	if at := p.first + line; line >= 0 && line < p.height && at < len(p.rows) && !p.rows[at].folder {
		return p.rows[at].at
	}
	return -1
}

func (p *Pane) line(base theme.Style, left ...list.Segment) string {
	return list.Row(p.theme, p.width, base, left, nil)
}
