package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// Feeds ask the feeds that are subscribed to for what is new, and keep it. Each
// method that takes a context may take long, and ends when the context does.
type Feeds interface {
	// Refresh asks all feeds, and reports after each how far it has come. The
	// failure of one is kept with it and is no error.
	Refresh(ctx context.Context, report func(Round)) error
	// Subscribe subscribes to the feed at an address as it was typed, or to the
	// first one that the page there names. Others are those that it names
	// besides, of which the URL and the title are known.
	Subscribe(ctx context.Context, address string) (f keep.Feed, others []keep.Feed, err error)
	// Whole fetches the whole texts of articles of which only what a feed says is
	// here, and reports after each how far it has come. That one cannot be had is
	// no error.
	Whole(ctx context.Context, ids []keep.ArticleID, report func(Round)) error
	// Article returns what opens an article of the shelf at its address.
	Article(row keep.Article) Opener
}

// A Round tells how far it has come to ask feeds, or to fetch texts.
type Round struct {
	Done, Of int   // feeds, or texts
	New      int   // articles that are new, or whose texts are here now
	Failed   int   // feeds or texts that could not be had
	Failure  error // of the last one that is done; nil for none
}

// errNoFeeds says that the program was started without any way to feeds.
var errNoFeeds = errors.New("feeds cannot be asked here")

// fetched says what came of fetching texts, with why the last one that failed
// did.
func (r Round) fetched(why error) string {
	switch {
	case r.Of == 0:
		return "these have no addresses to fetch them from"
	case r.Failed == 0:
		return count(r.New, "whole text") + ", to be read offline too"
	case r.New == 0 && r.Of == 1:
		return "not to be had: " + why.Error()
	case r.New == 0:
		return fmt.Sprintf("none of %d texts could be had: %v", r.Of, why)
	}
	return fmt.Sprintf("%s; %d could not be had: %v", count(r.New, "whole text"), r.Failed, why)
}

// refreshFeeds asks all feeds for what is new.
func (a *app) refreshFeeds() tea.Cmd {
	if a.feeds == nil {
		a.fail(errNoFeeds)
		return nil
	}
	all := a.feeds
	return a.work("asking the feeds …", func(ctx context.Context, say func(string)) (func(*app) tea.Cmd, error) {
		var last Round
		err := all.Refresh(ctx, func(r Round) {
			last = r
			say(fmt.Sprintf("%d of %s, %s", r.Done, count(r.Of, "feed"), count(r.New, "new article")))
		})
		return func(a *app) tea.Cmd {
			switch {
			case err != nil:
			case last.Of == 0:
				a.say("there are no feeds; " + a.keys.Subscribe.Help().Key + " subscribes to one")
			case last.Failed > 0:
				a.say(fmt.Sprintf("%s; %d of %s could not be had: see Feeds", count(last.New, "new article"), last.Failed, count(last.Of, "feed")))
			default:
				a.say(count(last.New, "new article"))
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
		accept: func(a *app, typed string) tea.Cmd { return a.subscribe(strings.TrimSpace(typed), nil) },
	})
}

// subscribe subscribes to the feed at an address. Left are those that were
// offered besides, and are offered again.
func (a *app) subscribe(address string, left []keep.Feed) tea.Cmd {
	if address == "" {
		return nil
	}
	all := a.feeds
	return a.work("looking for a feed at "+address+" …", func(ctx context.Context, _ func(string)) (func(*app) tea.Cmd, error) {
		f, others, err := all.Subscribe(ctx, address)
		return func(a *app) tea.Cmd {
			if err == nil {
				a.say("subscribed to “" + f.Title.String() + "”")
				a.offerFeeds(append(others, left...))
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
		left := slices.Delete(slices.Clone(others), i, i+1)
		if i < 9 {
			key = strconv.Itoa(i + 1)
		}
		words := f.Title.String()
		if words == "" {
			words = address
		}
		o := choice(key, words, func(a *app) tea.Cmd { return a.subscribe(address, left) })
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
		var last Round
		var why error
		err := all.Whole(ctx, ids, func(r Round) {
			if last = r; r.Failure != nil {
				why = r.Failure
			}
			say(fmt.Sprintf("%d of %s", r.Done, count(r.Of, "whole text")))
		})
		return func(a *app) tea.Cmd {
			if err == nil {
				a.say(last.fetched(why))
			}
			return a.shelfChanged()
		}, err
	})
}
