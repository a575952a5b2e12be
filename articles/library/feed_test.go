package library

import (
	"errors"
	"strings"
	"testing"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

func item(key, title string) keep.Item {
	return keep.Item{Key: key, URL: clean.Line(key), Title: clean.Line(title), Summary: clean.Line("of " + title), Published: begun}
}

// The newest item stands above the others, whatever the order of the feed; where
// one has no date, the first is taken for the newest.
func TestNewestItemIsFirst(t *testing.T) {
	const host = "https://orchard.example/"
	for want, days := range map[string][]int{
		"c b a": {1, 2, 3},
		"a b c": {3, 2, 1},
		"b c a": {1, 3, 2},
		"a b":   {0, 2},
		"a c b": {2, 1, 2},
	} {
		l := newShelf(t)
		f, err := l.Subscribe(ctx, keep.Feed{URL: host + "feed"})
		if err != nil {
			t.Fatal(err)
		}
		var items []keep.Item
		for i, day := range days {
			it := item(host+string(rune('a'+i)), "Plums")
			if it.Published = (time.Time{}); day > 0 {
				it.Published = begun.AddDate(0, 0, day)
			}
			items = append(items, it)
		}
		if _, err := l.AddItems(ctx, f.ID, items); err != nil {
			t.Fatal(err)
		}
		rows, err := l.Articles(ctx, keep.Selection{Order: keep.ByActivity})
		var got []string
		for _, r := range rows {
			got = append(got, strings.TrimPrefix(r.Key, host))
		}
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("days %v: %v, %v; want %s", days, got, err, want)
		}
	}
}

func TestFeeds(t *testing.T) {
	l := newShelf(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	f, err := l.Subscribe(ctx, keep.Feed{URL: "https://orchard.example/feed", Folder: clean.Line("fruit")})
	must(err)
	if f.ID == 0 || f.Title.String() != "orchard.example" || f.Folder.String() != "fruit" || f.Typed || f.Added.IsZero() || !f.Checked.IsZero() {
		t.Errorf("%+v", f)
	}
	again, err := l.Subscribe(ctx, keep.Feed{URL: f.URL, Typed: true, Title: clean.Line("X")})
	if want := f; err != nil || again.ID != want.ID || again.Title != want.Title || !again.Typed {
		t.Errorf("%v, %+v", err, again)
	}

	const one, two = "https://orchard.example/1", "https://orchard.example/2"
	add := func(want int, items ...keep.Item) {
		t.Helper()
		if n, err := l.AddItems(ctx, f.ID, items); err != nil || n != want {
			t.Errorf("%d new, %v; want %d", n, err, want)
		}
	}
	title := func(key string) string {
		t.Helper()
		a, err := l.Find(ctx, key)
		must(err)
		return a.Title.String()
	}
	add(2, item(two, "Pears"), item(one, "Plums"), keep.Item{})
	rows, err := l.Articles(ctx, keep.Selection{Feed: f.ID, Unread: true, Order: keep.ByAdded})
	if err != nil || len(rows) != 2 || rows[0].Key != two || rows[0].Full || !rows[0].Unread() || rows[0].Summary.String() != "of Pears" || !rows[0].Published.Equal(begun) {
		t.Fatalf("%v, %+v", err, rows)
	}
	hits, err := l.Search(ctx, keep.ParseQuery("pears"), 0, 0)
	if err != nil || len(hits) != 1 || hits[0].Where != keep.InTitle {
		t.Errorf("%v, %+v", err, hits)
	}

	add(0, item(two, "Pears are ripe"))
	if got := title(two); got != "Pears are ripe" {
		t.Error(got)
	}
	// A text is here: its own title stays.
	must(func() error {
		a := put(t, l, "orchard", "Plums, plums.")
		return l.write(ctx, "join", func(c *change) error {
			if err := c.exec("UPDATE article SET key = 'old' WHERE key = ?", one); err != nil {
				return err
			}
			return c.exec("UPDATE article SET key = ? WHERE id = ?", one, int64(a.ID))
		})
	}())
	add(0, item(one, "Plums again"))
	if got := title(one); got != "orchard" {
		t.Error(got)
	}
	// Taken off the shelf, it does not come back.
	must(l.Remove(ctx, rows[0].ID))
	add(0, item(two, "Pears once more"))
	if a, err := l.Article(ctx, rows[0].ID); err != nil || a.Removed.IsZero() || a.Title.String() != "Pears are ripe" {
		t.Errorf("%v, %+v", err, a)
	}

	must(l.Checked(ctx, f.ID, clean.Text{}, clean.Text{}, "no such\nhost"))
	must(l.SetFolder(ctx, f.ID, clean.Line("trees/fruit")))
	feeds, err := l.Feeds(ctx)
	if err != nil || len(feeds) != 1 || feeds[0].Failure.String() != "no such host" || feeds[0].Title != f.Title || feeds[0].Checked.IsZero() ||
		feeds[0].Folder.String() != "trees/fruit" || feeds[0].Total != 1 || feeds[0].Unread != 1 {
		t.Errorf("%v, %+v", err, feeds)
	}
	must(l.Checked(ctx, f.ID, clean.Line("Orchard news"), clean.Line("https://orchard.example/"), ""))
	must(l.SetRead(ctx, true, rows[1].ID))
	feeds, err = l.Feeds(ctx)
	if err != nil || !feeds[0].Failure.IsEmpty() || feeds[0].Title.String() != "Orchard news" || feeds[0].Unread != 0 || feeds[0].Total != 1 {
		t.Errorf("%v, %+v", err, feeds)
	}

	must(l.Unsubscribe(ctx, f.ID))
	if a, err := l.Article(ctx, rows[1].ID); err != nil || a.Feed != 0 || !a.Removed.IsZero() {
		t.Errorf("%v, %+v", err, a)
	}
	for _, err := range []error{l.Unsubscribe(ctx, f.ID), l.SetFolder(ctx, f.ID, clean.Text{}), l.Checked(ctx, f.ID, clean.Text{}, clean.Text{}, "")} {
		if !errors.Is(err, ErrNotFound) {
			t.Error(err)
		}
	}
	if _, err := l.AddItems(ctx, f.ID, nil); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	next, err := l.Subscribe(ctx, keep.Feed{URL: f.URL})
	if err != nil || next.ID == f.ID {
		t.Errorf("an ID is used again: %v, %+v", err, next)
	}
	// Its articles can be given back to it.
	must(l.Adopt(ctx, next.ID, rows[1].ID))
	if a, err := l.Article(ctx, rows[1].ID); err != nil || a.Feed != next.ID {
		t.Errorf("%v, %+v", err, a)
	}
	if err := l.Adopt(ctx, next.ID, rows[1].ID, 999); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}
