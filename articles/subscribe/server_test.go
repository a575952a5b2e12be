package subscribe

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"gloss/articles/cache"
	"gloss/articles/clean"
	"gloss/articles/fetch"
	"gloss/articles/keep"
)

// A host is a server of feeds and pages. It counts what is asked at once.
type host struct {
	*httptest.Server
	mu       sync.Mutex
	now, top int // requests at once
	asked    map[string]int
}

// serve starts a server. Its answers come from pages; a path that is not there
// is not found.
func serve(t testing.TB, pages map[string]http.HandlerFunc) *host {
	t.Helper()
	h := &host{asked: make(map[string]int)}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		h.now++
		h.top = max(h.top, h.now)
		h.asked[r.URL.Path]++
		h.mu.Unlock()
		defer func() {
			h.mu.Lock()
			h.now--
			h.mu.Unlock()
		}()
		if page, ok := pages[r.URL.Path]; ok {
			page(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(h.Close)
	return h
}

func (h *host) count(path string) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.asked[path]
}

// says answers with a text.
func says(kind, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		_, _ = io.WriteString(w, strings.ReplaceAll(text, "HOST", "http://"+r.Host))
	}
}

// tagged answers with a text that has an ETag, and 304 where it is known.
func tagged(kind, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"one"`)
		if r.Header.Get("If-None-Match") == `"one"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		says(kind, text)(w, r)
	}
}

// rss returns a feed of so many items.
func rss(title string, items int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<rss version="2.0"><channel><title>%s</title><link>HOST/</link>`, title)
	for i := range items {
		fmt.Fprintf(&b, `<item><title>Harvest %d</title><link>HOST/story/%d#top</link><description>The barns.</description></item>`, i, i)
	}
	b.WriteString(`</channel></rss>`)
	return b.String()
}

// client returns a client that may go to this machine, with a cache of its own.
func client(t testing.TB) *fetch.Client {
	return fetch.New(fetch.Options{
		Cache:  cache.New(t.TempDir(), 0),
		Proxy:  func(*http.Request) (*url.URL, error) { return nil, nil },
		Public: func(netip.AddrPort) bool { return true },
	})
}

// A shelf is a Store in memory.
type shelf struct {
	mu    sync.Mutex
	items map[keep.FeedID]map[string]keep.Item
	feeds map[keep.FeedID]keep.Feed
	full  bool // nothing can be added
}

func newShelf() *shelf {
	return &shelf{items: make(map[keep.FeedID]map[string]keep.Item), feeds: make(map[keep.FeedID]keep.Feed)}
}

var errFull = errors.New("disk full")

func (s *shelf) AddItems(_ context.Context, id keep.FeedID, items []keep.Item) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.full {
		return 0, errFull
	}
	if s.items[id] == nil {
		s.items[id] = make(map[string]keep.Item)
	}
	before := len(s.items[id])
	for _, it := range items {
		s.items[id][it.Key] = it
	}
	return len(s.items[id]) - before, nil
}

func (s *shelf) Checked(_ context.Context, id keep.FeedID, title, site clean.Text, failure string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.feeds[id]
	f.ID, f.Title, f.Site, f.Failure, f.Checked = id, title, site, clean.Line(failure), time.Unix(1e9, 0)
	s.feeds[id] = f
	return nil
}
