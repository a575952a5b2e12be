package ui

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// fakeFeeds is a way to feeds that adds an item each time.
type fakeFeeds struct {
	lib    *library.Library
	asked  int
	failed int // how many feeds or texts are reported as failed
	whole  []keep.ArticleID
	others []keep.Feed // what the next page names besides
	err    error
}

func (f *fakeFeeds) Refresh(ctx context.Context, report func(Round)) error {
	feeds, err := f.lib.Feeds(ctx)
	if err != nil {
		return err
	}
	for i, feed := range feeds {
		f.asked++
		key := fmt.Sprintf("%s/new/%d", feed.URL, f.asked)
		if _, err := f.lib.AddItems(ctx, feed.ID, []keep.Item{{Key: key, Title: clean.Line(fmt.Sprintf("Fresh number %d", f.asked))}}); err != nil {
			return err
		}
		report(Round{Done: i + 1, Of: len(feeds), New: i + 1, Failed: f.failed})
	}
	return f.err
}

func (f *fakeFeeds) Subscribe(ctx context.Context, address string) (keep.Feed, []keep.Feed, error) {
	if f.err != nil {
		return keep.Feed{}, nil, f.err
	}
	kept, err := f.lib.Subscribe(ctx, keep.Feed{URL: "https://" + address, Title: clean.Line(address)})
	others := f.others
	f.others = nil
	return kept, others, err
}

func (f *fakeFeeds) Whole(_ context.Context, ids []keep.ArticleID, report func(Round)) error {
	f.whole = ids
	r := Round{Done: len(ids), Of: len(ids), New: len(ids) - f.failed, Failed: f.failed}
	if f.failed > 0 {
		r.Failure = errors.New("the server is away")
	}
	report(r)
	return f.err
}

func (f *fakeFeeds) Article(row keep.Article) Opener {
	return func(context.Context, func(Progress)) (Opened, error) {
		return Opened{}, fmt.Errorf("%s is not to be had", row.URL)
	}
}

func TestFeedsAreListedAndAsked(t *testing.T) {
	lib := stocked(t)
	feeds := &fakeFeeds{lib: lib}
	d := driveShelf(t, lib, feeds)
	d.press("R")
	d.barSays("1 new article")
	d.sees("Fresh number 1")
	d.press("l", "l", "l")
	d.sees("Orchard Notes")
	d.seesNot("Ferry returns")
	d.press("enter")
	d.sees("Plums are ripe")
	d.sees("Fresh number 1")
	d.seesNot("Ferry returns")
	d.press("w")
	if len(feeds.whole) != 2 {
		t.Errorf("the whole texts of %v were asked for", feeds.whole)
	}
	d.barSays("2 whole texts, to be read offline too")
	feeds.failed = 1
	d.press("w")
	d.barSays("1 whole text; 1 could not be had: the server is away")
	feeds.failed = 2
	d.press("w")
	d.barSays("none of 2 texts could be had: the server is away")
	feeds.failed = 0
	d.press("q")
	d.sees("orchard.example")
	d.press("#")
	for _, r := range "Country" {
		d.press(string(r))
	}
	d.press("enter")
	d.sees("Country")
	d.barSays("moved “Orchard Notes”; U undoes")
	d.press("U")
	d.seesNot(" Country")
	d.press("+")
	for _, r := range "quay.example/feed" {
		d.press(string(r))
	}
	d.press("enter")
	d.barSays("subscribed to “quay.example/feed”")
	d.sees("quay.example/feed")
	d.press("g", "i")
	d.sees(" 0/2")
	d.barSays("2 articles of “Orchard Notes” marked as read")
	d.press("U")
	d.sees(" 2/2")
	d.press("x")
	d.barSays("no longer subscribed to")
	d.sees("Feeds 1")
	d.press("U")
	d.sees("Feeds 2")
	d.sees(" 2/2") // its articles are its own again
	feeds.failed = 1
	d.press("R")
	d.barSays("2 new articles; 1 of 2 feeds could not be had: see Feeds")
	feeds.err = errors.New("no network")
	d.press("R")
	d.barSays("no network")
}

// What feeds had brought when the reader gave up is on the shelf.
func TestRefreshingIsGivenUp(t *testing.T) {
	lib := stocked(t)
	d := driveShelf(t, lib, &fakeFeeds{lib: lib})
	_ = d.a.refreshFeeds() // goes on and on
	feeds, err := lib.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.AddItems(t.Context(), feeds[0].ID, []keep.Item{{Key: "gulls", Title: clean.Line("Gulls are back")}}); err != nil {
		t.Fatal(err)
	}
	d.press("R")
	d.barSays("still at it")
	d.press("esc")
	d.barSays("given up")
	d.sees("Gulls are back")
	d.press("R")
	d.barSays("1 new article")
}

// A page that names several feeds offers the others, and what comes while an
// article is read is there once that is left.
func TestOtherFeedsAreOffered(t *testing.T) {
	lib := stocked(t)
	feeds := &fakeFeeds{lib: lib, others: []keep.Feed{{URL: "https://quay.example/sport", Title: clean.Line("Quay sport")}, {URL: "https://quay.example/all"}}}
	d := driveShelf(t, lib, feeds)
	d.press("+")
	for _, r := range "quay.example" {
		d.press(string(r))
	}
	d.press("enter")
	d.sees("The page names other feeds.")
	d.sees("Quay sport")
	d.press("2")
	d.barSays("subscribed to “https://quay.example/all”")
	d.sees("Quay sport") // is still on offer
	d.press("n")
	d.sees("Feeds 3")

	d.press("j", "enter")
	d.seesNot("Shelf")
	d.run(d.a.refreshFeeds())
	d.barSays("new article")
	d.press("q")
	d.sees("Fresh number 3")
}
