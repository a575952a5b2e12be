package shelf

import (
	"slices"

	"gloss/articles/keep"
)

// A Tab is a part of the shelf.
type Tab uint8

// The tabs. What is in Feeds is no article, and what is in Removed is not on
// the shelf any more: the caller brings both.
const (
	All Tab = iota
	Unread
	Begun
	Feeds
	Removed
	tabs
)

// String returns the name of the tab.
func (t Tab) String() string {
	return [...]string{"All", "Unread", "Begun", "Feeds", "Removed"}[min(t, tabs-1)]
}

// has reports whether an article of those that the pane has is in the tab.
func (t Tab) has(a keep.Article) bool {
	switch t {
	case Unread:
		return a.Unread()
	case Begun:
		return begun(a)
	}
	return true
}

func begun(a keep.Article) bool { return !a.Read && a.Progress > 0 }

// OrderName says in which order articles stand.
func OrderName(o keep.Order) string {
	return [...]string{"by activity", "the latest added", "the latest published", "by title", "by site", "by progress"}[min(o, keep.Orders-1)]
}

// Tab returns the tab that is open.
func (p *Pane) Tab() Tab { return p.tab }

// Hide leaves a tab out, which must not be open.
func (p *Pane) Hide(t Tab) {
	if t < tabs && t != p.tab {
		p.hidden[t] = true
	}
}

// Turn opens the tab that is n further on, round at the ends.
func (p *Pane) Turn(n int) {
	shown := p.shown()
	at := slices.Index(shown, p.tab) + n%len(shown)
	p.Open(shown[(at+len(shown))%len(shown)])
}

// shown returns the tabs that are not left out.
func (p *Pane) shown() []Tab {
	var out []Tab
	for t := range tabs {
		if !p.hidden[t] {
			out = append(out, t)
		}
	}
	return out
}

// Open opens a tab. Of Feeds and Removed, and of the others after those, it
// shows nothing until the caller brings rows.
func (p *Pane) Open(t Tab) {
	if t >= tabs || t == p.tab || p.hidden[t] {
		return
	}
	if apart(t) || apart(p.tab) {
		p.rows, p.complete = Rows{}, false
	}
	clear(p.marked)
	p.tab = t
	p.sift(false)
}

// apart reports whether a tab has rows of its own.
func apart(t Tab) bool { return t == Feeds || t == Removed }

// SetCount tells how many there are in a tab of which the pane does not have
// the rows, -1 where that is not known. Of the others it counts them itself.
func (p *Pane) SetCount(t Tab, n int) {
	if t < tabs && (apart(t) || apart(p.tab)) {
		p.counts[t] = n
	}
}

// count counts what is in the tabs.
func (p *Pane) count() {
	p.counts[All], p.counts[Unread], p.counts[Begun] = p.rows.Len(), 0, 0
	for _, a := range p.rows.articles {
		if a.Unread() {
			p.counts[Unread]++
		}
		if begun(a) {
			p.counts[Begun]++
		}
	}
}
