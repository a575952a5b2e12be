package ui

import (
	"context"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/keymap"
)

// feedKey handles the keys that are about feeds.
func (l *shelfList) feedKey(a *app, k string) tea.Cmd {
	keys := &a.keys
	switch {
	case a.stepped(k, l.feeds):
	case keymap.Matches(k, keys.Search):
		return a.openPrompt(l.feeds)
	case keymap.Matches(k, keys.Read):
		return l.openFeed(a)
	case keymap.Matches(k, keys.Remove):
		return l.unsubscribe(a)
	case keymap.Matches(k, keys.ReadUnread):
		return l.readFeed(a)
	case keymap.Matches(k, keys.Browser):
		f, ok := l.feeds.Selected()
		switch {
		case !ok:
		case f.Site.IsEmpty():
			a.say("this feed names no site")
		default:
			return a.browse(f.Site.String())
		}
	case keymap.Matches(k, keys.Tags):
		return l.askFolder(a)
	case keymap.Matches(k, keys.Copy):
		if f, ok := l.feeds.Selected(); ok {
			a.say("copied: " + f.URL)
			return a.copy(f.URL)
		}
	default:
		return a.overlayKey(k)
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
	var brought []keep.Article
	return l.changeFeed(a, "no longer subscribed to "+title+", its articles stay", "the end of the subscription to "+title,
		func(ctx context.Context, lib *library.Library) (err error) {
			if brought, err = lib.Articles(ctx, keep.Selection{Feed: f.ID}); err != nil {
				return err
			}
			return lib.Unsubscribe(ctx, f.ID)
		},
		func(ctx context.Context, lib *library.Library) error {
			again, err := lib.Subscribe(ctx, f)
			if err != nil {
				return err
			}
			return lib.Adopt(ctx, again.ID, idsOf(brought)...)
		})
}

// readFeed marks all that the selected feed brought as read.
func (l *shelfList) readFeed(a *app) tea.Cmd {
	f, ok := l.feeds.Selected()
	switch {
	case !ok:
		return nil
	case f.Unread == 0:
		a.say("nothing of “" + f.Title.String() + "” is unread")
		return nil
	}
	what := count(f.Unread, "article") + " of “" + f.Title.String() + "”"
	var before []keep.Article
	return l.changeFeed(a, what+" marked as read", "the marking of "+what+" as read",
		func(ctx context.Context, lib *library.Library) (err error) {
			if before, err = lib.Articles(ctx, keep.Selection{Feed: f.ID, Unread: true}); err != nil {
				return err
			}
			return lib.SetRead(ctx, true, idsOf(before)...)
		},
		func(ctx context.Context, lib *library.Library) error { return lib.SetReading(ctx, before...) })
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
