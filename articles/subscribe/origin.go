package subscribe

import (
	"net/url"
	"slices"

	"gloss/articles/fetch"
	"gloss/articles/keep"
)

// Origin returns what the address of an article is asked with that one of the
// feeds brought. It counts as typed where the reader typed the address of that
// feed, the article is on the same host and port, and that is a place which is
// not public, as this machine: who reads the feed of a server at home wants its
// articles too. All else is linked. A name of the public Internet stays linked
// even then: what it stands for is not the reader's choice.
func Origin(feeds []keep.Feed, a keep.Article) fetch.Origin {
	i := slices.IndexFunc(feeds, func(f keep.Feed) bool { return f.ID == a.Feed && a.Feed != 0 })
	if i < 0 || !feeds[i].Typed || !sameHost(feeds[i].URL, a.URL.String()) {
		return fetch.Linked
	}
	if u, err := url.Parse(feeds[i].URL); err != nil || fetch.PublicHost(u.Hostname()) {
		return fetch.Linked
	}
	return fetch.Typed
}
