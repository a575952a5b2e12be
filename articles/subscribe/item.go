package subscribe

import (
	"gloss/articles/clean"
	"gloss/articles/feed"
	"gloss/articles/fetch"
	"gloss/articles/keep"
)

// maxItems is how many items of a feed are taken at a time, the first ones.
const maxItems = 1000

// readFeed reads a feed that was fetched.
func readFeed(page *fetch.Page) (*feed.Feed, error) {
	kind := page.ContentType
	if kind != "" && page.Charset != "" {
		kind += "; charset=" + page.Charset
	}
	return feed.Read(page.Body, feed.Options{URL: page.URL, ContentType: kind, Limits: feed.Limits{Items: maxItems}})
}

// itemsOf returns the items of a feed as the shelf takes them. Their keys are
// their links in normal form, which has no fragment; of items without a link
// the address of the feed, "#" and what the feed knows them by. Of several with
// one key the first is taken.
func itemsOf(f *feed.Feed, address string) []keep.Item {
	known := make(map[string]bool, len(f.Items))
	items := make([]keep.Item, 0, len(f.Items))
	for _, it := range f.Items {
		key := ItemKey(it, address)
		if known[key] {
			continue
		}
		known[key] = true
		items = append(items, keep.Item{
			Key: key, URL: it.Link, Title: it.Title, Byline: it.Byline, Summary: it.Summary, Published: it.Date,
		})
	}
	return items
}

// ItemKey returns what the shelf knows an item by, of the feed at an address: its
// link in normal form or, where it has none, the address of the feed and its own
// identifier.
func ItemKey(it feed.Item, address string) string {
	if link, err := fetch.Normal(it.Link.String()); err == nil {
		return link
	}
	name := it.ID
	if name.IsEmpty() {
		name = clean.Line(it.Title.String() + " " + it.Date.UTC().Format("2006-01-02T15:04:05Z"))
	}
	return address + "#" + name.String()
}
