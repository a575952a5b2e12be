package subscribe

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/fetch"
	"gloss/articles/keep"
)

const kindRSS = "application/rss+xml"

func TestManyFeeds(t *testing.T) {
	const hosts, each, items = 10, 20, 3
	var servers []*host
	var feeds []keep.Feed
	for range hosts {
		pages := make(map[string]http.HandlerFunc)
		for i := range each {
			answer := says(kindRSS, rss(fmt.Sprintf("Gazette %d", i), items))
			pages[fmt.Sprintf("/%d", i)] = func(w http.ResponseWriter, r *http.Request) {
				time.Sleep(2 * time.Millisecond) // so that others come meanwhile
				answer(w, r)
			}
		}
		servers = append(servers, serve(t, pages))
	}
	for i := range hosts * each {
		feeds = append(feeds, keep.Feed{ID: keep.FeedID(i + 1), URL: fmt.Sprintf("%s/%d", servers[i/each].URL, i%each)})
	}
	s := newShelf()
	last := Progress{}
	r := Refresher{Client: client(t), Store: s, Report: func(p Progress) {
		if p.Done != last.Done+1 || p.Of != hosts*each || p.Err != nil {
			t.Errorf("progress %+v after %+v", p, last)
		}
		last = p
	}}
	sum, err := r.Refresh(t.Context(), feeds)
	if err != nil || sum != (Summary{Done: hosts * each, New: hosts * each * items}) {
		t.Errorf("%+v, %v", sum, err)
	}
	if last.Done != sum.Done || last.New != sum.New {
		t.Errorf("the last progress is %+v", last)
	}
	for i, h := range servers {
		if h.top > defaultPerHost {
			t.Errorf("host %d was asked for %d feeds at once", i, h.top)
		}
		for path, n := range h.asked {
			if n != 1 {
				t.Errorf("%s of host %d was asked for %d times", path, i, n)
			}
		}
	}
}

// Each failing feed is told of, and takes nothing from the others.
func TestFeedsThatFail(t *testing.T) {
	release := make(chan struct{})
	h := serve(t, map[string]http.HandlerFunc{
		"/good":   says(kindRSS, rss("Good", 2)),
		"/broken": says(kindRSS, "<html><p>Not here.</p></html>"),
		"/half":   says(kindRSS, strings.TrimSuffix(rss("Half", 2), "</channel></rss>")+"<item><title>Lo"),
		"/500":    func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) },
		"/moved": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/good", http.StatusMovedPermanently)
		},
		"/slow": func(http.ResponseWriter, *http.Request) { <-release },
	})
	defer close(release)
	var feeds []keep.Feed
	paths := []string{"/slow", "/500", "/broken", "/half", "/missing", "/moved", "/good"}
	for i, path := range paths {
		feeds = append(feeds, keep.Feed{ID: keep.FeedID(i), URL: h.URL + path, Title: clean.Line("before")})
	}
	s := newShelf()
	sum, err := Refresher{Client: client(t), Store: s, Patience: 300 * time.Millisecond}.Refresh(t.Context(), feeds)
	if err != nil || sum.Done != len(paths) || sum.Failed != 4 {
		t.Errorf("%+v, %v", sum, err)
	}
	for i, want := range []struct {
		failure, title string
		items          int
	}{
		{"timed out", "before", 0}, {"500", "before", 0}, {"is no feed", "before", 0}, {"", "Half", 2}, {"not found", "before", 0}, {"", "Good", 2}, {"", "Good", 2},
	} {
		got := s.feeds[keep.FeedID(i)]
		if !strings.Contains(got.Failure.String(), want.failure) || (want.failure == "") != got.Failure.IsEmpty() || got.Title.String() != want.title ||
			len(s.items[keep.FeedID(i)]) < want.items || (want.items == 0) != (len(s.items[keep.FeedID(i)]) == 0) {
			t.Errorf("%s: failure %q, title %q, %d items; want %+v", paths[i], got.Failure, got.Title, len(s.items[keep.FeedID(i)]), want)
		}
	}
}

// What has not changed is not read again, unless the last time failed.
func TestUnchangedFeeds(t *testing.T) {
	h := serve(t, map[string]http.HandlerFunc{"/feed": tagged(kindRSS, rss("Good", 2))})
	s := newShelf()
	r := Refresher{Client: client(t), Store: s}
	f := keep.Feed{ID: 1, URL: h.URL + "/feed"}
	for i, want := range []Summary{{Done: 1, New: 2}, {Done: 1, Unchanged: 1}, {Done: 1, New: 2}} {
		if i == 2 { // as if the program had been ended before the items were kept
			f.Failure = clean.Line("disk full")
			s.items = make(map[keep.FeedID]map[string]keep.Item)
		}
		sum, err := r.Refresh(t.Context(), []keep.Feed{f})
		if err != nil || sum != want {
			t.Errorf("round %d: %+v, %v, want %+v", i, sum, err, want)
		}
		f.Checked = s.feeds[1].Checked
	}
	// From the cache, where the server is gone.
	h.Close()
	sum, err := r.Refresh(t.Context(), []keep.Feed{f})
	if err != nil || sum.Failed != 1 || s.feeds[1].Failure.IsEmpty() {
		t.Errorf("without the server: %+v, %v, failure %q", sum, err, s.feeds[1].Failure)
	}
}

// A host that asks to wait, or cannot be reached, is left alone.
func TestHostsAreLeftAlone(t *testing.T) {
	busy := serve(t, map[string]http.HandlerFunc{})
	busy.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		busy.mu.Lock()
		busy.asked["any"]++
		busy.mu.Unlock()
		w.WriteHeader(http.StatusTooManyRequests)
	})
	good := serve(t, map[string]http.HandlerFunc{"/feed": says(kindRSS, rss("Good", 1))})
	feeds := []keep.Feed{{ID: 100, URL: good.URL + "/feed"}}
	for i := range 20 {
		feeds = append(feeds, keep.Feed{ID: keep.FeedID(i + 1), URL: fmt.Sprintf("%s/%d", busy.URL, i)})
	}
	s := newShelf()
	sum, err := Refresher{Client: client(t), Store: s}.Refresh(t.Context(), feeds)
	if err != nil || sum != (Summary{Done: 21, New: 1, Failed: 20}) {
		t.Errorf("%+v, %v", sum, err)
	}
	// Two were under way at once, and a client may ask a second time.
	if n := busy.count("any"); n > 2*defaultPerHost {
		t.Errorf("a host that asked to wait was asked %d times", n)
	}
	for _, f := range s.feeds {
		if f.ID != 100 && f.Failure.IsEmpty() {
			t.Errorf("nothing is said of feed %d", f.ID)
		}
	}
}

// A feed that has moved to where nobody listens says nothing of its old host.
func TestOtherHostsThatFail(t *testing.T) {
	gone := serve(t, nil)
	gone.Close()
	h := serve(t, map[string]http.HandlerFunc{
		"/moved": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, gone.URL, http.StatusFound) },
		"/feed":  says(kindRSS, rss("Good", 1)),
	})
	s := newShelf()
	feeds := []keep.Feed{{ID: 1, URL: h.URL + "/moved"}, {ID: 2, URL: h.URL + "/feed"}}
	sum, err := Refresher{Client: client(t), Store: s, PerHost: 1}.Refresh(t.Context(), feeds)
	if err != nil || sum != (Summary{Done: 2, New: 1, Failed: 1}) {
		t.Errorf("%+v, %v, %q", sum, err, s.feeds[2].Failure)
	}
}

func TestRefreshIsBrokenOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	release := make(chan struct{})
	defer close(release)
	h := serve(t, map[string]http.HandlerFunc{"/slow": func(http.ResponseWriter, *http.Request) { cancel(); <-release }})
	s := newShelf()
	sum, err := Refresher{Client: client(t), Store: s}.Refresh(ctx, []keep.Feed{{ID: 1, URL: h.URL + "/slow"}, {ID: 2, URL: h.URL + "/slow"}, {ID: 3, URL: h.URL + "/slow"}})
	if !errors.Is(err, context.Canceled) || sum.Done != 0 || len(s.feeds) != 0 {
		t.Errorf("%+v, %v, %v", sum, err, s.feeds)
	}
}

func TestStoreFails(t *testing.T) {
	h := serve(t, map[string]http.HandlerFunc{"/feed": says(kindRSS, rss("Good", 1))})
	s := newShelf()
	s.full = true
	_, err := Refresher{Client: client(t), Store: s}.Refresh(t.Context(), []keep.Feed{{ID: 1, URL: h.URL + "/feed"}})
	if !errors.Is(err, errFull) || len(s.feeds) != 0 {
		t.Errorf("%v, %v", err, s.feeds)
	}
}

func TestFill(t *testing.T) {
	h := serve(t, map[string]http.HandlerFunc{"/1": says("text/plain", "The barns."), "/2": says("text/plain", "More."), "/3": says("text/plain", "x")})
	c := client(t)
	kept := make(chan keep.ArticleID, 10)
	f := Filler{
		Open: func(ctx context.Context, a keep.Article) (*articles.Document, error) {
			page, err := c.Get(ctx, fetch.Request{URL: a.URL.String()})
			if err != nil {
				return nil, err
			}
			return &articles.Document{Text: clean.Of(page.Body)}, nil
		},
		Keep: func(_ context.Context, a keep.Article, doc *articles.Document) error {
			if doc.Text.IsEmpty() {
				t.Error("an empty text is kept")
			}
			kept <- a.ID
			return nil
		},
	}
	list := []keep.Article{
		{ID: 1, URL: clean.Line(h.URL + "/1")}, {ID: 2, URL: clean.Line(h.URL + "/2"), Full: true},
		{ID: 3, URL: clean.Line(h.URL + "/none")}, {ID: 4}, {ID: 5, URL: clean.Line(h.URL + "/3")},
	}
	sum, err := f.Fill(t.Context(), list)
	if err != nil || sum != (Summary{Done: 3, New: 2, Failed: 1}) || len(kept) != 2 {
		t.Errorf("%+v, %v, %d kept", sum, err, len(kept))
	}
	if h.count("/2") != 0 {
		t.Error("a whole article was asked for again")
	}
	f.Keep = func(context.Context, keep.Article, *articles.Document) error { return errFull }
	if _, err := f.Fill(t.Context(), list); !errors.Is(err, errFull) {
		t.Errorf("a shelf that is full: %v", err)
	}
}
