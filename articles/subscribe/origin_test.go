package subscribe

import (
	"testing"

	"gloss/articles/clean"
	"gloss/articles/fetch"
	"gloss/articles/keep"
)

func TestWithScheme(t *testing.T) {
	for typed, want := range map[string]string{
		"gazette.example.com/feed": "https://gazette.example.com/feed",
		"8.8.8.8":                  "https://8.8.8.8",
		"http://gazette.example":   "http://gazette.example",
		"localhost:8080/feed":      "http://localhost:8080/feed",
		"127.0.0.1:8080":           "http://127.0.0.1:8080",
		"[::1]:80/feed":            "http://[::1]:80/feed",
		"192.168.1.9/feed":         "http://192.168.1.9/feed",
		"NAS.lan/feed":             "http://NAS.lan/feed",
		"a b":                      "https://a b",
	} {
		if got := withScheme(typed); got != want {
			t.Errorf("%s: %s, not %s", typed, got, want)
		}
	}
}

func TestOrigin(t *testing.T) {
	feeds := []keep.Feed{
		{ID: 1, URL: "http://127.0.0.1:8765/rss.xml", Typed: true},
		{ID: 2, URL: "http://127.0.0.1:8765/atom.xml"},
		{ID: 3, URL: "https://gazette.example.com/rss.xml", Typed: true},
		{ID: 4, URL: "http://nas.lan/rss.xml", Typed: true},
		{ID: 5, URL: "http://[::1]/rss.xml", Typed: true},
		{ID: 6, URL: "http://192.168.1.9/rss.xml", Typed: true},
		{ID: 7, URL: "http://8.8.8.8/rss.xml", Typed: true},
	}
	for _, test := range []struct {
		feed    keep.FeedID
		address string
		typed   bool
	}{
		{1, "http://127.0.0.1:8765/ferry.html", true},
		{1, "http://127.0.0.1/ferry.html", false},          // another port
		{1, "http://127.0.0.1:8765@evil.example/x", false}, // another host
		{1, "http://localhost:8765/ferry.html", false},     // may be another one
		{1, "http://192.168.1.1/ferry.html", false},        //
		{1, "https://gazette.example.com/x", false},        //
		{2, "http://127.0.0.1:8765/ferry.html", false},     // a page named the feed
		{3, "https://gazette.example.com/ferry", false},    // its name may come to lead here
		{3, "http://127.0.0.1:8765/ferry.html", false},     // a public feed leads here
		{4, "http://nas.lan/ferry", true},                  //
		{5, "http://[::1]/ferry", true},                    //
		{6, "http://192.168.1.9/ferry", true},              //
		{6, "http://192.168.1.10/ferry", false},            //
		{7, "http://8.8.8.8/ferry", false},                 //
		{0, "http://127.0.0.1:8765/ferry.html", false},     // of no feed
		{9, "http://127.0.0.1:8765/ferry.html", false},     // of one that is gone
		{1, "", false}, //
		{1, "http://127.0.0.1:8765%zz/ferry.html", false}, // no address
	} {
		got := Origin(feeds, keep.Article{Feed: test.feed, URL: clean.Line(test.address)})
		if (got == fetch.Typed) != test.typed {
			t.Errorf("feed %d, %q: typed is %v", test.feed, test.address, got == fetch.Typed)
		}
	}
}
