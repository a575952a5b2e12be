package library_test

import (
	"database/sql"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

func TestKeep(t *testing.T) {
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	l, err := library.Open(t.Context(), t.TempDir(), library.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	e := story("", "The ferry left at noon.")
	e.Doc.Meta.URL = clean.Of("https://gazette.example/ferry#top")
	e.Doc.Meta.Title = clean.Of("Ferry")
	a := kept(t, l, e)
	if a.Key != "https://gazette.example/ferry" || a.Site != clean.Of("gazette.example") || a.Words != 5 || !a.Full ||
		!a.Unread() || a.Version != anchor.Hash("The ferry left at noon.") || a.Summary != clean.Of("The ferry left at noon.") || !a.Added.Equal(now) {
		t.Errorf("kept as %+v", a)
	}
	// The same again, opened, with less known of it: one article.
	e = story(a.Key, "The ferry left at one.")
	e.Doc.Meta.Title = clean.Text{}
	e.Opened = true
	b := kept(t, l, e)
	if b.ID != a.ID || b.Unread() || b.Version == a.Version || b.URL != a.URL {
		t.Errorf("then %+v", b)
	}
	if _, err := l.Text(t.Context(), a.ID, a.Version); !errors.Is(err, library.ErrNotFound) {
		t.Errorf("a version that no note is in is still there: %v", err)
	}
	if _, err := l.PutNote(t.Context(), noteOn(b, "")); err != nil {
		t.Fatal(err)
	}
	kept(t, l, story(a.Key, "The ferry left at two."))
	if text, err := l.Text(t.Context(), a.ID, b.Version); err != nil || text != e.Doc.Text {
		t.Errorf("the version that a note is in: %v, %v", text, err)
	}
	doc, err := l.Document(t.Context(), a.ID)
	if err != nil || doc.Text.String() != "The ferry left at two." {
		t.Errorf("%v, %v", doc, err)
	}
	if _, err := l.Keep(t.Context(), library.Entry{Doc: &articles.Document{Partial: true}}); err == nil {
		t.Error("a part was kept")
	}
	if _, err := l.Document(t.Context(), 99); !errors.Is(err, library.ErrNotFound) {
		t.Error(err)
	}
}

// What a page says of its site holds; where it says nothing, what was known
// before, of its feed; and its host before nothing.
func TestSite(t *testing.T) {
	l := open(t, t.TempDir())
	for _, step := range []struct{ says, want string }{{"", "wire.example"}, {"Harbour Wire", "Harbour Wire"}, {"", "Harbour Wire"}, {"The Wire", "The Wire"}} {
		e := story("", "The ferry left at noon.")
		e.Doc.Meta.URL, e.Doc.Meta.Source = clean.Of("https://wire.example/ferry"), clean.Of(step.says)
		if a := kept(t, l, e); a.Site.String() != step.want {
			t.Errorf("a page that says %q is of %q, want %q", step.says, a.Site, step.want)
		}
	}
}

func TestArticleChanges(t *testing.T) {
	l := open(t, t.TempDir())
	a := kept(t, l, story("ferry", "The ferry left at noon."))
	tags := []clean.Text{clean.Of("sea"), clean.Of("air")}
	if err := l.SetTags(t.Context(), a.ID, tags); err != nil {
		t.Fatal(err)
	}
	place := keep.Place{Off: 4, At: anchor.Selector{Exact: "ferry", Start: 4, End: 9}, Progress: 0.5}
	if err := l.SetPlace(t.Context(), a.ID, place); err != nil {
		t.Fatal(err)
	}
	if got, err := l.Place(t.Context(), a.ID); err != nil || got != place {
		t.Errorf("%+v, %v", got, err)
	}
	if err := l.SetPlace(t.Context(), a.ID, keep.Place{Progress: math.NaN()}); err != nil {
		t.Error(err)
	}
	if err := l.SetPlace(t.Context(), a.ID, keep.Place{Progress: 7}); err != nil {
		t.Error(err)
	}
	got, err := l.Article(t.Context(), a.ID)
	if err != nil || !got.Read || got.Progress != 1 || !reflect.DeepEqual(got.Tags, tags) {
		t.Errorf("%+v, %v", got, err)
	}
	count := func(s keep.Selection) int {
		n, err := l.Count(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		all, err := l.Articles(t.Context(), s)
		if err != nil || len(all) != n {
			t.Errorf("%+v: %d counted, %d listed, %v", s, n, len(all), err)
		}
		return n
	}
	if count(keep.Selection{Tag: clean.Of("air")}) != 1 || count(keep.Selection{Tag: clean.Of("ai")}) != 0 || count(keep.Selection{Unread: true}) != 0 {
		t.Error("selected by tag, or unread")
	}
	if err := l.Remove(t.Context(), a.ID, 99); !errors.Is(err, library.ErrNotFound) {
		t.Error(err)
	}
	if count(keep.Selection{}) != 1 {
		t.Error("a removal that failed took an article off the shelf")
	}
	if err := l.Remove(t.Context(), a.ID); err != nil {
		t.Fatal(err)
	}
	if count(keep.Selection{}) != 0 || count(keep.Selection{Removed: true}) != 1 {
		t.Error("not removed")
	}
	if err := l.Restore(t.Context(), a.ID); err != nil || count(keep.Selection{IDs: []keep.ArticleID{a.ID}}) != 1 {
		t.Error("not restored", err)
	}
	for _, err := range []error{
		l.SetRead(t.Context(), true, 99), l.SetRead(t.Context(), false, 99), l.SetReading(t.Context(), keep.Article{ID: 99}), l.SetTags(t.Context(), 99, nil), l.SetPlace(t.Context(), 99, place), l.Restore(t.Context(), 99),
	} {
		if !errors.Is(err, library.ErrNotFound) {
			t.Error(err)
		}
	}
}

// The orders of the shelf are what they are said to be, and are read from an
// index, so that a long shelf is listed as fast as a short one.
func TestOrders(t *testing.T) {
	now := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	folder := t.TempDir()
	l, err := library.Open(t.Context(), folder, library.Options{Now: func() time.Time { now = now.Add(time.Second); return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for i, a := range []struct {
		title, site string
		day         int // of its date; 0 for none
		opened      bool
		progress    float64
	}{{"b", "y", 3, true, 0.2}, {"A", "x", 1, false, 0}, {"c", "X", 2, false, 0.7}, {"d", "z", 0, false, 1}} {
		e := story(a.title, fmt.Sprint("The ferry left, ", i))
		e.Doc.Meta.Title, e.Doc.Meta.Source, e.Opened = clean.Of(a.title), clean.Of(a.site), a.opened
		if a.day > 0 {
			e.Doc.Meta.Date = time.Date(2026, 4, a.day, 0, 0, 0, 0, time.UTC)
		}
		k := kept(t, l, e)
		if err := l.SetPlace(t.Context(), k.ID, keep.Place{Progress: a.progress}); err != nil {
			t.Fatal(err)
		}
	}
	if e := story("b", "The ferry left, 0"); true {
		e.Opened, e.Doc.Meta.Title = true, clean.Of("b")
		kept(t, l, e)
	}
	db, err := sql.Open("sqlite", filepath.Join(folder, "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for order, want := range map[keep.Order]string{
		keep.ByActivity: "bdcA", keep.ByAdded: "dcAb", keep.ByPublished: "dbcA", keep.ByTitle: "Abcd", keep.BySite: "cAbd", keep.ByProgress: "cb",
	} {
		all, err := l.Articles(t.Context(), keep.Selection{Order: order, Limit: len(want)})
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, a := range all {
			got.WriteString(a.Title.String())
		}
		if got.String() != want {
			t.Errorf("order %d: got %s, want %s", order, got.String(), want)
		}
		query, args := library.SelectArticles(keep.Selection{Order: order, Limit: 5})
		rows, err := db.Query("EXPLAIN QUERY PLAN "+query, args...)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var a, b, c int
			var step string
			if err := rows.Scan(&a, &b, &c, &step); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(step, "TEMP B-TREE") {
				t.Errorf("order %d is sorted: %s", order, step)
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
