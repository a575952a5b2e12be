package fetch

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"gloss/articles/cache"
)

const (
	tag      = `W/"v1 \"x"`
	modified = "Mon, 02 Mar 2026 10:00:00 GMT"
)

// A site answers as its test says, and remembers the last request.
type site struct {
	*httptest.Server
	answer http.HandlerFunc
	last   http.Header
	asked  int
}

func newSite(t *testing.T, answer http.HandlerFunc) *site {
	t.Helper()
	s := &site{answer: answer}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.last, s.asked = r.Header, s.asked+1
		s.answer(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// article answers with a page that has a tag and a date, or with 304.
func article(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("ETag", tag)
	w.Header().Set("Last-Modified", modified)
	w.Header().Set("Content-Type", "text/html; charset=ISO-8859-1")
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	fmt.Fprint(w, "<p>The ferry runs again.")
}

func fetchTyped(t *testing.T, c *Client, address string) *Page {
	t.Helper()
	page, err := c.Get(t.Context(), Request{URL: address, Origin: Typed})
	if err != nil {
		t.Fatal(err)
	}
	if page.Unkept != nil {
		t.Errorf("the page was not kept: %v", page.Unkept)
	}
	return page
}

func TestConditionalRequest(t *testing.T) {
	s := newSite(t, article)
	c := New(Options{Proxy: noProxy, Cache: cache.New(t.TempDir(), 0)})
	first := fetchTyped(t, c, s.URL)
	if first.FromCache || first.Status != 200 || s.last.Get("If-None-Match") != "" || s.last.Get("If-Modified-Since") != "" {
		t.Errorf("the first page is %+v after a request with %v", first, s.last)
	}
	second := fetchTyped(t, c, s.URL+"/#part")
	if got := s.last.Get("If-None-Match"); got != tag {
		t.Errorf("If-None-Match is %q, want %q", got, tag)
	}
	if got := s.last.Get("If-Modified-Since"); got != modified {
		t.Errorf("If-Modified-Since is %q, want %q", got, modified)
	}
	if !second.FromCache || second.Status != 304 || second.Stale != nil || second.FetchedAt.Before(first.FetchedAt) {
		t.Errorf("the second page is %+v", second)
	}
	if second.Body != first.Body || second.URL != first.URL || second.ContentType != "text/html" || second.Charset != "iso-8859-1" {
		t.Errorf("the second page is %+v, the first %+v", second, first)
	}
	if third := fetchTyped(t, c, s.URL); third.Status != 304 { // 304 has not cost the cache its tag
		t.Errorf("the third page is %+v", third)
	}
	s.answer = func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "Changed.") }
	if changed := fetchTyped(t, c, s.URL); changed.FromCache || changed.Body != "Changed." {
		t.Errorf("the changed page is %+v", changed)
	}
	fetchTyped(t, c, s.URL)
	if s.last.Get("If-None-Match") != "" {
		t.Error("the tag of a page that is gone was sent")
	}
}

// TestConditionAfterRedirect makes sure that a tag goes only to the address
// that gave it.
func TestConditionAfterRedirect(t *testing.T) {
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/short" {
			if r.Header.Get("If-None-Match") != "" {
				t.Error("the redirect was given the tag of another page")
			}
			http.Redirect(w, r, "/article", http.StatusFound)
			return
		}
		article(w, r)
	})
	c := New(Options{Proxy: noProxy, Cache: cache.New(t.TempDir(), 0)})
	fetchTyped(t, c, s.URL+"/short")
	page := fetchTyped(t, c, s.URL+"/short")
	if !page.FromCache || page.URL != s.URL+"/article" || len(page.Redirects) != 1 {
		t.Errorf("the page is %+v", page)
	}
	s.Close()
	page = fetchTyped(t, c, s.URL+"/short")
	if page.Stale == nil || page.URL != s.URL+"/article" {
		t.Errorf("the page without a network is %+v", page)
	}
}

// TestUnchangedThoughNotAsked has a server that says 304 to a request without
// conditions, while the cache has a page that it could stand for.
func TestUnchangedThoughNotAsked(t *testing.T) {
	s := newSite(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "No tag.") })
	c := New(Options{Proxy: noProxy, Cache: cache.New(t.TempDir(), 0)})
	fetchTyped(t, c, s.URL)
	s.answer = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }
	_, err := c.Get(t.Context(), Request{URL: s.URL, Origin: Typed})
	checkFailure(t, err, Unexpected, "brings no page (status 304)")
}

// memory is a cache of one entry, which may be one that no server gave.
type memory struct {
	entry  *cache.Entry
	stored int
	err    error
}

func (m *memory) Load(address string) (cache.Entry, error) {
	if m.entry == nil {
		return cache.Entry{}, cache.ErrNotFound
	}
	e := *m.entry
	e.Address = address
	return e, nil
}

func (m *memory) Store(e cache.Entry) error {
	m.stored++
	if m.err == nil {
		m.entry = &e
	}
	return m.err
}

// TestHostileCache has an entry that somebody tampered with.
func TestHostileCache(t *testing.T) {
	s := newSite(t, article)
	for _, test := range []struct {
		tag, modified         string
		wantTag, wantModified string
	}{
		{"a\r\nX-Evil: 1", modified, "", modified},
		{"a\x1b[2J", "x\r\nX-Evil: 1", "", ""},
		{"é\u202e", "Mon, 02 Mar 2026 10:00:00 GMT\r\n", "", ""},
		{strings.Repeat("x", 257), strings.Repeat("x", 1000), "", ""},
		{"without-quotes", "Monday, 02-Mar-26 10:00:00 GMT", "without-quotes", modified},
	} {
		final := s.URL + "/"
		m := &memory{entry: &cache.Entry{Final: final, ETag: test.tag, LastModified: test.modified, Body: "old"}}
		if _, err := New(Options{Proxy: noProxy, Cache: m}).Get(t.Context(), Request{URL: final, Origin: Typed}); err != nil {
			t.Errorf("%q: %v", test.tag, err)
		}
		if got := s.last.Get("If-None-Match"); got != test.wantTag {
			t.Errorf("If-None-Match is %q, want %q", got, test.wantTag)
		}
		if got := s.last.Get("If-Modified-Since"); got != test.wantModified {
			t.Errorf("If-Modified-Since is %q, want %q", got, test.wantModified)
		}
		if s.last.Get("X-Evil") != "" {
			t.Error("a header was smuggled in")
		}
	}
	// Its other parts are checked too.
	m := &memory{entry: &cache.Entry{Final: "file:///\x1b[2J", ContentType: "text/\x1b[2J", Charset: "\x1b[2J", Body: "old"}}
	page, err := New(Options{Proxy: noProxy, Cache: m}).Get(t.Context(), Request{URL: "http://" + closedPort(t), Origin: Typed})
	if err != nil || page.Body != "old" || strings.Contains(page.URL+page.ContentType+page.Charset, "\x1b") || page.URL == "" {
		t.Errorf("Get gave %+v, %v", page, err)
	}
}

// TestTagsFromServers looks at which tags and dates are kept.
func TestTagsFromServers(t *testing.T) {
	for _, test := range []struct{ header, tag, modified string }{
		{"ETag: \"a\u009b\u202e\"\r\nLast-Modified: yesterday", "", ""},
		{"ETag: \"" + strings.Repeat("x", 10_000) + "\"", "", ""},
		{"ETag:   \"a\"  \r\nLast-Modified: Monday, 02-Mar-26 10:00:00 GMT", `"a"`, modified},
	} {
		s := serve(t, func(w *wire) { w.say("HTTP/1.1 200 OK\r\n" + test.header + "\r\nContent-Length: 5\r\n\r\nhello") })
		m := &memory{}
		if _, err := New(Options{Proxy: noProxy, Cache: m}).Get(t.Context(), Request{URL: s.url, Origin: Typed}); err != nil {
			t.Fatal(err)
		}
		if m.entry.ETag != test.tag || m.entry.LastModified != test.modified {
			t.Errorf("%.60q: kept %q and %q, want %q and %q", test.header, m.entry.ETag, m.entry.LastModified, test.tag, test.modified)
		}
	}
}

func TestNotKept(t *testing.T) {
	for _, test := range []struct {
		name string
		kept int
		with http.HandlerFunc
	}{
		{"no-store", 0, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Cache-Control", "private, No-Store")
			fmt.Fprint(w, "x")
		}},
		{"no-store in a second line", 0, func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Cache-Control"] = []string{"private", "max-age=0,no-store"}
			fmt.Fprint(w, "x")
		}},
		{"empty", 0, func(http.ResponseWriter, *http.Request) {}},
		{"not found", 0, http.NotFound},
		{"picture", 0, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			fmt.Fprint(w, "x")
		}},
		{"other rules", 1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Cache-Control", "private, no-cache, must-revalidate, max-age=0")
			fmt.Fprint(w, "x")
		}},
	} {
		s := newSite(t, test.with)
		m := &memory{}
		_, _ = New(Options{Proxy: noProxy, Cache: m}).Get(t.Context(), Request{URL: s.URL, Origin: Typed})
		if m.stored != test.kept {
			t.Errorf("%s: stored %d times, want %d", test.name, m.stored, test.kept)
		}
	}
}

func TestCacheThatCannotBeWritten(t *testing.T) {
	s := newSite(t, article)
	full := errors.New("the disk is full")
	page, err := New(Options{Proxy: noProxy, Cache: &memory{err: full}}).Get(t.Context(), Request{URL: s.URL, Origin: Typed})
	if err != nil || page.Body == "" || !errors.Is(page.Unkept, full) {
		t.Errorf("Get gave %+v, %v", page, err)
	}
}

// TestOldCopy has the cache's page and servers that do not give it any more.
func TestOldCopy(t *testing.T) {
	then := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	entry := cache.Entry{ContentType: "text/plain", Fetched: then, Body: "The ferry runs again."}
	status := func(code int) func(w *wire) {
		return func(w *wire) { w.say(fmt.Sprintf("HTTP/1.1 %d x\r\nContent-Length: 0\r\n\r\n", code)) }
	}
	noNames := resolver(t, func(string, int) []string { return nil })
	for _, test := range []struct {
		name   string
		url    string // of the server where empty
		handle func(w *wire)
		kind   Kind
		old    bool // the copy is given, with the kind as its reason
	}{
		{name: "no such host", url: "http://gone.example/", kind: NoHost, old: true},
		{name: "refused", url: "http://" + closedPort(t) + "/", kind: Refused, old: true},
		{name: "timed out", handle: func(w *wire) { w.hang() }, kind: Timeout, old: true},
		{name: "broken off", handle: func(w *wire) { w.say("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx") }, kind: Broken, old: true},
		{name: "404", handle: status(404), kind: Missing, old: true},
		{name: "410", handle: status(410), kind: Missing, old: true},
		{name: "403", handle: status(403), kind: Denied, old: true},
		{name: "429", handle: status(429), kind: Busy, old: true},
		{name: "503", handle: status(503), kind: Trouble, old: true},
		{name: "redirect to a private address", handle: func(w *wire) { w.say(found("http://localhost/")) }, kind: Private},
		{name: "redirect to a file", handle: func(w *wire) { w.say(found("file:///")) }, kind: Redirect},
		{name: "picture", handle: func(w *wire) { w.say("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") }, kind: NotText},
		{name: "too large", handle: func(w *wire) { w.say("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx") }, kind: TooLarge},
		{name: "teapot", handle: status(418), kind: Unexpected},
	} {
		t.Run(test.name, func(t *testing.T) {
			address := test.url
			if address == "" {
				address = serve(t, test.handle).url
			}
			limits := small()
			if test.kind == Timeout {
				limits.Header = soon
			}
			c := New(Options{Limits: limits, Proxy: noProxy, Resolver: noNames, Cache: &memory{entry: &entry}})
			page, err := c.Get(t.Context(), Request{URL: address, Origin: Typed})
			if !test.old {
				checkFailure(t, err, test.kind, "")
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			checkFailure(t, page.Stale, test.kind, "http://")
			if page.Body != entry.Body || !page.FromCache || !page.FetchedAt.Equal(then) || page.URL != address || page.Status != 0 {
				t.Errorf("the page is %+v", page)
			}
			without := New(Options{Limits: limits, Proxy: noProxy, Resolver: noNames})
			_, err = without.Get(t.Context(), Request{URL: address, Origin: Typed})
			checkFailure(t, err, test.kind, "http://")
		})
	}
}
