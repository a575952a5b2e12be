package ui

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/keymap"
)

// Feeds ask the feeds that are subscribed to for what is new, and keep it. Each
// method may take long, and ends when its context does.
type Feeds interface {
	// Refresh asks all feeds, and reports after each how many of how many are
	// done and how many articles they added. The failure of one is kept with it
	// and is no error.
	Refresh(ctx context.Context, report func(done, of, added int)) error
	// Subscribe subscribes to the feed at an address as it was typed, or to the
	// first one that the page there names. Others are those that it names
	// besides, of which the URL and the title are known.
	Subscribe(ctx context.Context, address string) (f keep.Feed, others []keep.Feed, err error)
	// Whole fetches the whole texts of articles of which only what a feed says is
	// here, and reports after each how many of how many are done.
	Whole(ctx context.Context, ids []keep.ArticleID, report func(done, of int)) error
}

// errNoFeeds says that the program was started without any way to feeds.
var errNoFeeds = errors.New("feeds cannot be asked here")

// refreshFeeds asks all feeds for what is new.
func (a *app) refreshFeeds() tea.Cmd {
	if a.feeds == nil {
		a.fail(errNoFeeds)
		return nil
	}
	all := a.feeds
	return a.work("asking the feeds …", func(ctx context.Context, say func(string)) (func(*app) tea.Cmd, error) {
		fresh, asked := 0, 0
		err := all.Refresh(ctx, func(done, of, added int) {
			fresh, asked = added, of
			say(fmt.Sprintf("%d of %d feeds, %s", done, of, count(added, "new article")))
		})
		return func(a *app) tea.Cmd {
			if err == nil && asked == 0 {
				a.say("there are no feeds; " + a.keys.Subscribe.Help().Key + " subscribes to one")
			} else if err == nil {
				a.say(count(fresh, "new article"))
			}
			return a.shelfChanged()
		}, err
	})
}

// askSubscribe asks for the address of a feed and subscribes to it.
func (a *app) askSubscribe() tea.Cmd {
	if a.feeds == nil {
		a.fail(errNoFeeds)
		return nil
	}
	return a.ask(purpose{
		sign: "subscribe to: ", hint: "the address of a feed or of its site",
		accept: func(a *app, typed string) tea.Cmd { return a.subscribe(strings.TrimSpace(typed)) },
	})
}

func (a *app) subscribe(address string) tea.Cmd {
	if address == "" {
		return nil
	}
	all := a.feeds
	return a.work("looking for a feed at "+address+" …", func(ctx context.Context, _ func(string)) (func(*app) tea.Cmd, error) {
		f, others, err := all.Subscribe(ctx, address)
		return func(a *app) tea.Cmd {
			if err == nil {
				a.say("subscribed to “" + f.Title.String() + "”")
				a.offerFeeds(others)
			}
			return a.shelfChanged()
		}, err
	})
}

// offerFeeds offers what a page names besides the feed that was subscribed to,
// where nothing else is asked meanwhile.
func (a *app) offerFeeds(others []keep.Feed) {
	if _, onShelf := a.overlay.(*shelfList); !onShelf || a.prompt.active || len(others) == 0 {
		return
	}
	options := make([]option, 0, len(others)+1)
	for i, f := range others {
		key, address := "", f.URL
		if i < 9 {
			key = strconv.Itoa(i + 1)
		}
		words := f.Title.String()
		if words == "" {
			words = address
		}
		o := choice(key, words, func(a *app) tea.Cmd { return a.subscribe(address) })
		o.More = clean.Line(address)
		options = append(options, o)
	}
	options = append(options, choice("n", "none of them", func(*app) tea.Cmd { return nil }))
	a.offer("The page names other feeds. Subscribe to one more?", options)
}

// whole fetches the whole texts of the articles that are marked, or else of all
// in the list that are unread.
func (l *shelfList) whole(a *app) tea.Cmd {
	if a.feeds == nil {
		a.fail(errNoFeeds)
		return nil
	}
	ids := l.pane.Summaries()
	if len(ids) == 0 {
		a.say("the whole texts of these are here already")
		return nil
	}
	all := a.feeds
	return a.work("fetching "+count(len(ids), "whole text")+" …", func(ctx context.Context, say func(string)) (func(*app) tea.Cmd, error) {
		err := all.Whole(ctx, ids, func(done, of int) { say(fmt.Sprintf("%d of %s", done, count(of, "whole text"))) })
		return func(a *app) tea.Cmd {
			if err == nil {
				a.say("the whole texts that could be had are here")
			}
			return a.shelfChanged()
		}, err
	})
}

// shelfChanged returns the command that brings the rows of all lists of the
// shelf that are open anew, also of those that something lies over.
func (a *app) shelfChanged() tea.Cmd {
	var cmds []tea.Cmd
	for _, r := range append([]*reading{a.reading}, a.beneath...) {
		for o := r.overlay; o != nil; {
			if l, ok := o.(*shelfList); ok {
				cmds = append(cmds, l.load(a))
			}
			s, ok := o.(stacked)
			if !ok {
				break
			}
			o = s.below()
		}
	}
	return tea.Batch(cmds...)
}

// feedKey handles the keys that are about feeds.
func (l *shelfList) feedKey(a *app, k string) tea.Cmd {
	keys := &a.keys
	switch {
	case keymap.Matches(k, keys.Down):
		l.feeds.Move(1)
	case keymap.Matches(k, keys.Up):
		l.feeds.Move(-1)
	case keymap.Matches(k, keys.PageDown), keymap.Matches(k, keys.HalfDown):
		l.feeds.MovePage(1)
	case keymap.Matches(k, keys.PageUp), keymap.Matches(k, keys.HalfUp):
		l.feeds.MovePage(-1)
	case keymap.Matches(k, keys.Top):
		l.feeds.ToEnd(false)
	case keymap.Matches(k, keys.Bottom):
		l.feeds.ToEnd(true)
	case keymap.Matches(k, keys.Search):
		return a.openPrompt(l.feeds)
	case keymap.Matches(k, keys.Choose):
		return l.openFeed(a)
	case keymap.Matches(k, keys.Remove):
		return l.unsubscribe(a)
	case keymap.Matches(k, keys.Tags):
		return l.askFolder(a)
	case keymap.Matches(k, keys.Copy):
		if f, ok := l.feeds.Selected(); ok {
			a.say("copied: " + f.URL)
			return a.copy(f.URL)
		}
	}
	return nil
}

// openFeed lists the articles that the selected feed brought, over this list.
func (l *shelfList) openFeed(a *app) tea.Cmd {
	f, ok := l.feeds.Selected()
	if !ok {
		return nil
	}
	of := newShelfList(a, f.Title, keep.Selection{Feed: f.ID, Order: keep.ByPublished})
	of.under = l
	a.overlay = of
	a.arrange()
	if !f.Failure.IsEmpty() {
		a.say("the last time: " + f.Failure.String())
	}
	return of.load(a)
}

// feedsMsg tells whether a feed was changed.
type feedsMsg struct {
	of   *shelfList
	did  string
	undo string // what can be undone; "" for nothing
	back func(context.Context, *library.Library) error
	err  error
}

// changeFeed returns the command that changes a feed; back takes that back.
func (l *shelfList) changeFeed(a *app, did, undo string, do, back func(context.Context, *library.Library) error) tea.Cmd {
	return onShelf(a, func(ctx context.Context, lib *library.Library) (struct{}, error) {
		return struct{}{}, do(ctx, lib)
	}, func(_ struct{}, err error) tea.Msg { return feedsMsg{l, did, undo, back, err} })
}

// arrive shows the feeds as they are now.
func (m feedsMsg) arrive(a *app) tea.Cmd {
	if m.err != nil {
		a.fail(m.err)
		return nil
	}
	a.say(m.did)
	if m.back != nil {
		a.say(m.did + "; " + a.keys.Undo.Help().Key + " undoes")
		a.canUndo(m.undo, func(a *app) tea.Cmd { return m.of.changeFeed(a, "undone: "+m.undo, "", m.back, nil) })
	}
	return m.of.load(a)
}

// unsubscribe ends the subscription to the selected feed.
func (l *shelfList) unsubscribe(a *app) tea.Cmd {
	f, ok := l.feeds.Selected()
	if !ok {
		return nil
	}
	title := "“" + f.Title.String() + "”"
	return l.changeFeed(a, "no longer subscribed to "+title, "the end of the subscription to "+title,
		func(ctx context.Context, lib *library.Library) error { return lib.Unsubscribe(ctx, f.ID) },
		func(ctx context.Context, lib *library.Library) error {
			_, err := lib.Subscribe(ctx, f)
			return err
		})
}

// askFolder asks for the folder of the selected feed.
func (l *shelfList) askFolder(a *app) tea.Cmd {
	f, ok := l.feeds.Selected()
	if !ok {
		return nil
	}
	return a.ask(purpose{
		sign: "folder: ", hint: "none", value: f.Folder.String(),
		accept: func(a *app, typed string) tea.Cmd {
			folder, before := clean.Line(typed), f.Folder
			if folder == before {
				return nil
			}
			return l.changeFeed(a, "moved “"+f.Title.String()+"”", "the folder of “"+f.Title.String()+"”",
				func(ctx context.Context, lib *library.Library) error { return lib.SetFolder(ctx, f.ID, folder) },
				func(ctx context.Context, lib *library.Library) error { return lib.SetFolder(ctx, f.ID, before) })
		},
	})
}

// count writes how many of something there are.
func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
