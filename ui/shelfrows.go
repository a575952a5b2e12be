package ui

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/shelf"
)

const (
	// firstRows is how many articles of the shelf are read for the first screen;
	// the rest come behind.
	firstRows = 200
	// shelfPatience is how long the first screen waits for them.
	shelfPatience = 15 * time.Millisecond
)

// shelfMsg brings rows of a list.
type shelfMsg struct {
	of       *shelfList
	gen      int
	rows     shelf.Rows
	order    keep.Order
	complete bool
	around   *surroundings // with the last rows
	err      error
}

// surroundings are what a list shows besides its rows.
type surroundings struct {
	feeds  []keep.Feed
	counts map[shelf.Tab]int
	notice string
}

// load returns the command that brings the rows of the open tab: where there
// are none yet the first ones first.
func (l *shelfList) load(a *app) tea.Cmd {
	l.gen++
	l.loading = true
	if l.pane.Loaded() || l.pane.Tab() == shelf.Feeds {
		return l.ask(a, 0)
	}
	return l.ask(a, firstRows)
}

// start is load for the first screen, which has the rows if they come soon.
func (l *shelfList) start(a *app) tea.Cmd {
	load, come := l.load(a), make(chan tea.Msg, 1)
	go func() { come <- load() }()
	select {
	case m := <-come:
		if m, ok := m.(result); ok {
			return m.arrive(a)
		}
		return nil
	case <-time.After(shelfPatience):
		return func() tea.Msg { return <-come }
	}
}

// ask returns the command that brings so many rows, or all for 0, with what
// else the list shows.
func (l *shelfList) ask(a *app, limit int) tea.Cmd {
	sel, gen := l.of, l.gen
	tab := l.pane.Tab()
	sel.Removed, sel.Limit = tab == shelf.Removed, limit
	return onShelf(a, func(ctx context.Context, lib *library.Library) (shelfMsg, error) {
		m := shelfMsg{order: sel.Order}
		if tab != shelf.Feeds {
			found, err := lib.Articles(ctx, sel)
			if err != nil {
				return m, err
			}
			m.rows = shelf.Prepare(found)
			m.complete = limit == 0 || len(found) < limit
		}
		if limit != 0 {
			return m, nil
		}
		var err error
		m.around, err = lookRound(ctx, lib, sel)
		return m, err
	}, func(m shelfMsg, err error) tea.Msg {
		m.of, m.gen, m.err = l, gen, err
		return m
	})
}

func lookRound(ctx context.Context, lib *library.Library, sel keep.Selection) (*surroundings, error) {
	feeds, err := lib.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	s := &surroundings{feeds, map[shelf.Tab]int{shelf.Feeds: len(feeds)}, lib.Notice().String()}
	sel.Limit = 0
	for _, t := range []shelf.Tab{shelf.All, shelf.Unread, shelf.Removed} {
		sel.Unread, sel.Removed = t == shelf.Unread, t == shelf.Removed
		if s.counts[t], err = lib.Count(ctx, sel); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// arrive shows the rows, and asks for those behind them.
func (m shelfMsg) arrive(a *app) tea.Cmd {
	l := m.of
	if m.gen != l.gen {
		return nil
	}
	l.loading = m.err == nil && m.around == nil
	if m.err != nil {
		l.pane.Fail(clean.Line(m.err.Error()))
		a.fail(m.err)
		return nil
	}
	l.setNow(time.Now())
	if l.pane.Tab() != shelf.Feeds {
		l.pane.SetRows(m.rows, m.order, m.complete)
		if l.wants != 0 && l.pane.Select(l.wants) || m.complete {
			l.wants = 0
		}
	}
	if m.around == nil {
		return l.ask(a, 0)
	}
	l.feeds.SetFeeds(m.around.feeds)
	for t, n := range m.around.counts {
		l.pane.SetCount(t, n)
	}
	if m.around.notice != "" && !a.noticed {
		a.noticed = true
		a.say(m.around.notice)
	}
	return nil
}

// comeBack shows what has become of the article that was read, in the place
// where it stood.
func (l *shelfList) comeBack(a *app) tea.Cmd {
	id, seen := l.reads, l.seen
	if id == 0 {
		return nil
	}
	return onShelf(a, func(ctx context.Context, lib *library.Library) (keep.Article, error) {
		return lib.Article(ctx, id)
	}, func(row keep.Article, err error) tea.Msg { return rowMsg{l, seen, row, err} })
}

// rowMsg brings an article as it is now.
type rowMsg struct {
	of   *shelfList
	seen int // rows that were shown when it was asked for
	row  keep.Article
	err  error
}

// arrive shows it, unless it may be older than what is shown by now. That it
// cannot be had was said where it was opened.
func (m rowMsg) arrive(a *app) tea.Cmd {
	switch {
	case m.err != nil:
	case m.seen != m.of.seen:
		return m.of.comeBack(a)
	default:
		m.of.pane.Replace(m.row)
	}
	return nil
}

// shelves returns all lists of the shelf that are open, also those that
// something lies over.
func (a *app) shelves() []*shelfList {
	var all []*shelfList
	for _, r := range append([]*reading{a.reading}, a.beneath...) {
		for o := r.overlay; o != nil; {
			if l, ok := o.(*shelfList); ok {
				all = append(all, l)
			}
			s, ok := o.(stacked)
			if !ok {
				break
			}
			o = s.below()
		}
	}
	return all
}

// shelfChanged returns the command that brings the rows of all lists of the
// shelf that are open anew.
func (a *app) shelfChanged() tea.Cmd {
	var cmds []tea.Cmd
	for _, l := range a.shelves() {
		cmds = append(cmds, l.load(a))
	}
	return tea.Batch(cmds...)
}

// rowChanged shows an article as it is now in all lists of the shelf that are
// open. Those from which it was opened ask again when the reader comes back, but
// that may be before it is kept.
func (a *app) rowChanged(row keep.Article) tea.Cmd {
	var cmds []tea.Cmd
	for _, l := range a.shelves() {
		l.seen++
		if !l.pane.Replace(row) || l.loading {
			cmds = append(cmds, l.load(a))
		}
	}
	return tea.Batch(cmds...)
}
