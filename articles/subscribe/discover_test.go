package subscribe

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"gloss/articles/clean"
	"gloss/articles/feed"
	"gloss/articles/fetch"
	"gloss/articles/keep"
)

func TestDiscover(t *testing.T) {
	const alternate = `<link rel="alternate" type="application/rss+xml" href="`
	other := serve(t, map[string]http.HandlerFunc{"/feed": says(kindRSS, rss("Elsewhere", 1))})
	h := serve(t, map[string]http.HandlerFunc{
		"/feed":     says(kindRSS, rss("Gazette", 2)),
		"/atom":     says("application/atom+xml", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:x:1</id><title>Barns</title></entry></feed>`),
		"/json":     says("application/feed+json", `{"version":"https://jsonfeed.org/version/1.1","title":"Json","items":[{"id":"1","title":"Barns"}]}`),
		"/":         says("text/html", `<html><head>`+alternate+`comments/feed" title="Comments">`+alternate+`feed"></head><body>x</body></html>`),
		"/bad":      says("text/html", alternate+`/none">`+alternate+`/feed">`),
		"/worse":    says("text/html", alternate+`/none">`),
		"/plain":    says("text/html", `<p>No feed. <link rel="stylesheet" type="text/css" href="/feed"><link rel=alternate hreflang=de href="/feed">`),
		"/away":     says("text/html", alternate+other.URL+`/feed">`),
		"/moved":    func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/feed", http.StatusFound) },
		"/comments": says(kindRSS, rss("Comments", 1)),
	})
	for _, test := range []struct {
		path, title, url string
		typed            bool
		items, others    int
		err              error
	}{
		{"/feed", "Gazette", h.URL + "/feed", true, 2, 0, nil},
		{"/atom", strings.TrimPrefix(h.URL, "http://"), h.URL + "/atom", true, 1, 0, nil},
		{"/json", "Json", h.URL + "/json", true, 1, 0, nil},
		{"/", "Gazette", h.URL + "/feed", true, 2, 1, nil},
		{"/bad", "Gazette", h.URL + "/feed", true, 2, 1, nil},
		{"/moved", "Gazette", h.URL + "/moved", true, 2, 0, nil},
		{"/away", "Elsewhere", other.URL + "/feed", false, 1, 0, nil},
		{"/worse", "", "", false, 0, 0, fetch.Missing},
		{"/plain", "", "", false, 0, 0, ErrNoFeed},
		{"/none", "", "", false, 0, 0, fetch.Missing},
	} {
		got, err := Discover(t.Context(), client(t), h.URL+test.path)
		if !errors.Is(err, test.err) {
			t.Errorf("%s: %v", test.path, err)
		}
		if got.Feed.Title.String() != test.title || got.Feed.URL != test.url || got.Feed.Typed != test.typed || len(got.Items) != test.items || len(got.Others) != test.others {
			t.Errorf("%s: %+v", test.path, got)
		}
	}
	c := client(t)
	if _, err := Discover(t.Context(), c, h.URL+"/feed"); err != nil {
		t.Error(err)
	}
	h.Close()
	if _, err := Discover(t.Context(), c, h.URL+"/feed"); !errors.Is(err, fetch.Refused) {
		t.Errorf("an old copy of a feed whose server is gone: %v", err)
	}
	if _, err := Discover(t.Context(), client(t), "file:///etc/passwd"); !errors.Is(err, fetch.Address) {
		t.Errorf("a file: %v", err)
	}
}

// A page of the public Internet cannot make a private host be asked.
func TestPagesLeadToPublicHosts(t *testing.T) {
	private := serve(t, map[string]http.HandlerFunc{"/feed": says(kindRSS, rss("Private", 1))})
	public := serve(t, map[string]http.HandlerFunc{"/": says("text/html", `<link rel=alternate type="application/rss+xml" href="`+private.URL+`/feed">`)})
	c := fetch.New(fetch.Options{}) // this machine is not public
	if _, err := Discover(t.Context(), c, public.URL); !errors.Is(err, fetch.Private) {
		t.Errorf("%v", err)
	}
	s := newShelf()
	sum, err := Refresher{Client: c, Store: s}.Refresh(t.Context(), []keep.Feed{{ID: 1, URL: private.URL + "/feed"}})
	if err != nil || sum.Failed != 1 {
		t.Errorf("a feed that nobody typed: %+v, %v", sum, err)
	}
	if private.count("/feed") != 0 {
		t.Error("the private host was asked")
	}
}

func TestLinks(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"none", `<p>x`, ""},
		{"relative to the base", `<base href="/news/"><link rel="alternate" type="application/atom+xml" href="feed">`, "https://a.example/news/feed"},
		{"cases and parameters", `<LINK REL="Alternate Home" TYPE="Application/RSS+XML; charset=utf-8" HREF="/f">`, "https://a.example/f"},
		{"several", `<link rel=alternate type=application/rss+xml href=/comments><link rel=alternate type=application/feed+json href=/j><link rel=feed href=/f><link rel=feed href=/f>`,
			"https://a.example/j https://a.example/f https://a.example/comments"},
		{"other schemes", `<link rel=feed href="javascript:x"><link rel=feed href="file:///x"><link rel=feed href=""><link rel=feed>`, ""},
		{"commented out", `<!-- <link rel=feed href=/f> -->`, ""},
		{"in a script", `<script>"<link rel=feed href=/f>"</script>`, ""},
	} {
		var got []string
		for _, n := range links(test.page, "https://a.example/x/y") {
			got = append(got, n.URL)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %q, want %q", test.name, s, test.want)
		}
	}
}

func TestItems(t *testing.T) {
	f, err := feed.Read(`<rss version="2.0"><channel><item><title>A</title><link>HTTPS://A.example:443/x#top</link></item>
<item><title>Again</title><link>https://a.example/x</link></item><item><title>B</title><guid isPermaLink="false">id 1</guid></item>
<item><title>C</title></item><item><title>D</title><link>javascript:x</link></item></channel></rss>`, feed.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, it := range itemsOf(f, "https://a.example/feed") {
		got = append(got, it.Title.String()+" "+it.Key)
	}
	want := []string{"A https://a.example/x", "B https://a.example/feed#id 1", "C https://a.example/feed#C 0001-01-01T00:00:00Z", "D https://a.example/feed#D 0001-01-01T00:00:00Z"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}

// Whatever a page is, the feeds that it names have addresses that can be asked.
func FuzzLinks(f *testing.F) {
	f.Add(`<base href="/news/"><link rel="alternate" type="application/atom+xml" href="feed" title="x">`)
	f.Add(`<link rel=feed href=//b.example:99999/%zz>`)
	f.Fuzz(func(t *testing.T, page string) {
		for _, n := range links(page, "https://a.example/x") {
			if again, err := fetch.Normal(n.URL); err != nil || again != n.URL {
				t.Fatalf("%q: %q, %v", n.URL, again, err)
			}
			if clean.Line(n.Title.String()) != n.Title {
				t.Fatalf("title %q", n.Title)
			}
		}
	})
}

// pages is a client of pages that are here.
type pages map[string]fetch.Page

func (p pages) Get(_ context.Context, r fetch.Request) (*fetch.Page, error) {
	page := p[r.URL]
	page.URL = r.URL
	return &page, nil
}

func ExampleDiscover() {
	client := pages{
		"https://gazette.example/":     {Body: `<link rel="alternate" type="application/rss+xml" href="/feed">`},
		"https://gazette.example/feed": {Body: `<rss version="2.0"><channel><title>The Gazette</title><item><title>The harvest is in</title></item></channel></rss>`},
	}
	found, err := Discover(context.Background(), client, "gazette.example")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Feed.Title, found.Feed.URL, len(found.Items))
	// Output: The Gazette https://gazette.example/feed 1
}
