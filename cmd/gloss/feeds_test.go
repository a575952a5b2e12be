package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// newsServer serves a page that names a feed, the feed, and its stories.
func newsServer(t *testing.T) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, `<link rel=alternate type="application/rss+xml" href="/feed"><p>The Gazette.`)
		case "/feed":
			_, _ = io.WriteString(w, `<rss version="2.0"><channel><title>The Gazette</title><link>http://`+r.Host+`/</link><item><title>Harvest is in</title>
<link>http://`+r.Host+`/harvest</link><description>The barns would not hold it.</description></item></channel></rss>`)
		case "/harvest":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, "<title>Harvest</title><p>The harvest is in.")
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server
}

func TestFeeds(t *testing.T) {
	server := newsServer(t)
	d := newDesk(t, map[string]string{
		"list.opml": `<opml version="1.0"><body><outline text="News"><outline text="Far" xmlUrl="https://far.invalid/feed"/></outline><outline xmlUrl="exec:rm"/></body></opml>`,
		"no.opml":   "nothing",
	})
	if got := d.ok("feeds", "add", "--folder", "News", server.URL); !strings.Contains(got, "The Gazette: 1 new") {
		t.Errorf("added: %q", got)
	}
	feeds := d.objects("feeds")
	if len(feeds) != 1 || feeds[0]["url"] != server.URL+"/feed" || feeds[0]["folder"] != "News" || fmt.Sprint(feeds[0]["unread"]) != "1" {
		t.Fatalf("feeds: %v", feeds)
	}
	if got := d.objects("library", "--unread"); len(got) != 1 || got[0]["title"] != "Harvest is in" || got[0]["full"] != false {
		t.Errorf("on the shelf: %v", got)
	}
	d.fails(1, "only its summary is here", "library", "show", server.URL+"/harvest")
	if got := d.ok("feeds", "refresh"); !strings.Contains(got, "1 feed, 0 new articles") {
		t.Errorf("refreshed: %q", got)
	}
	// What the reader gives is known as the item that it is.
	d.ok("library", "add", server.URL+"/harvest#top")
	if got := d.objects("library"); len(got) != 1 || got[0]["full"] != true {
		t.Errorf("with its text: %v", got)
	}
	if got := d.ok("library", "show", server.URL+"/harvest"); !strings.Contains(got, "The harvest is in.") {
		t.Errorf("shown: %q", got)
	}

	got := d.run("", "feeds", "import", "list.opml")
	if got.code != 0 || !strings.Contains(got.out, "1 new") || !strings.Contains(got.err, "1 left out") {
		t.Errorf("imported: %+v", got)
	}
	d.fails(1, "not in OPML", "feeds", "import", "no.opml")
	d.fails(1, "far.invalid", "feeds", "refresh")
	failing := d.objects("feeds")
	if got := column(failing, "failure"); !strings.Contains(got, "no such host") {
		t.Errorf("failures: %q", got)
	}
	exported := d.ok("feeds", "export")
	if !strings.Contains(exported, `<outline text="News">`) || strings.Count(exported, "xmlUrl") != 2 {
		t.Errorf("exported: %s", exported)
	}
	d.ok("feeds", "remove", "https://far.invalid/feed", fmt.Sprint(feeds[0]["id"]))
	if got := d.objects("feeds"); len(got) != 0 {
		t.Errorf("left: %v", got)
	}
	if got := d.objects("library"); len(got) != 1 {
		t.Errorf("the articles of a feed that is gone: %v", got)
	}
	d.fails(1, "no such feed", "feeds", "remove", "1")
	server.Close()
	d.fails(1, "refused the connection", "feeds", "add", server.URL)
}

// A feed on this machine that the reader gave may lead to articles of its own
// server; one that leads to those of another one may not.
func TestArticlesOfThisMachine(t *testing.T) {
	server := newsServer(t)
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprintf(w, `<rss version="2.0"><channel><title>Odd</title><item><title>Elsewhere</title><link>%s/elsewhere</link></item></channel></rss>`, server.URL)
	}))
	t.Cleanup(other.Close)
	d := newDesk(t, nil)
	d.ok("feeds", "add", server.URL)
	if got := d.ok("feeds", "refresh", "--full"); !strings.Contains(got, "1 text, 0 failed") {
		t.Errorf("refreshed: %q", got)
	}
	if got := d.ok("library", "show", server.URL+"/harvest"); !strings.Contains(got, "The harvest is in.") {
		t.Errorf("shown: %q", got)
	}
	d.ok("feeds", "add", other.URL)
	d.fails(1, "private", "feeds", "refresh", "--full")
	d.fails(1, "only its summary is here", "library", "show", server.URL+"/elsewhere")
}
