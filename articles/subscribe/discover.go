package subscribe

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"gloss/articles/charset"
	"gloss/articles/clean"
	"gloss/articles/feed"
	"gloss/articles/fetch"
	"gloss/articles/keep"
	"gloss/articles/link"
)

// A Client fetches pages. *fetch.Client is one.
type Client interface {
	Get(context.Context, fetch.Request) (*fetch.Page, error)
}

// ErrNoFeed says that an address is neither of a feed nor of a page that names
// one.
var ErrNoFeed = errors.New("neither a feed nor a page that names one")

const (
	headBytes = 1 << 20 // of a page, which are looked at for feeds
	maxNamed  = 20      // feeds that a page names
	maxTried  = 3       // of these, which are asked
)

// A Found is a feed that was found at an address.
type Found struct {
	Feed   keep.Feed // URL, Title, Site and Typed are set
	Items  []keep.Item
	Others []Named // other feeds that the page names
}

// A Named is a feed that a page names.
type Named struct {
	URL   string
	Title clean.Text // as the page has it; may be empty
}

// Discover finds the feed at an address that the reader typed, with or without
// its scheme: the address of a feed, or of a page that names one in a <link>.
// The first feed that can be read is taken; other addresses are not guessed. The
// errors are those of the client, ErrNoFeed, and what is wrong with the feed.
func Discover(ctx context.Context, c Client, address string) (Found, error) {
	address = withScheme(address)
	typed, err := fetch.Normal(address)
	if err != nil {
		return Found{}, err
	}
	page, err := fresh(ctx, c, fetch.Request{URL: typed, Origin: fetch.Typed})
	if err != nil {
		return Found{}, err
	}
	if feed.Is(head(page.Body)) {
		return found(keep.Feed{URL: typed, Typed: true}, page)
	}
	named := links(page.Body, page.URL)
	if len(named) == 0 {
		return Found{}, fmt.Errorf("%s is %w", link.Host(typed), ErrNoFeed)
	}
	var failure error
	for i, n := range named[:min(maxTried, len(named))] {
		origin := fetch.Linked
		if sameHost(n.URL, typed) {
			origin = fetch.Typed
		}
		page, err := fresh(ctx, c, fetch.Request{URL: n.URL, Origin: origin})
		if err == nil {
			var f Found
			if f, err = found(keep.Feed{URL: n.URL, Typed: origin == fetch.Typed}, page); err == nil {
				f.Others = slices.Delete(named, i, i+1)
				return f, nil
			}
		}
		if failure == nil {
			failure = err
		}
		if ctx.Err() != nil {
			break
		}
	}
	return Found{}, fmt.Errorf("the feed that %s names: %w", link.Host(typed), failure)
}

// withScheme returns an address as a reader means it who leaves out the scheme:
// https, but http on this machine and in the network at home, where there are no
// certificates.
func withScheme(address string) string {
	if strings.Contains(address, "://") {
		return address
	}
	if u, err := url.Parse("http://" + address); err == nil && !fetch.PublicHost(strings.ToLower(u.Hostname())) {
		return "http://" + address
	}
	return "https://" + address
}

// fresh gets a page, and no old copy of it: what is subscribed to must be there.
func fresh(ctx context.Context, c Client, r fetch.Request) (*fetch.Page, error) {
	page, err := c.Get(ctx, r)
	if err == nil && page.Stale != nil {
		return nil, page.Stale
	}
	return page, err
}

// head is what a feed is recognised by.
func head(body string) string { return body[:min(len(body), 4<<10)] }

// found reads a feed that was fetched.
func found(f keep.Feed, page *fetch.Page) (Found, error) {
	read, err := readFeed(page)
	if err != nil {
		return Found{}, err
	}
	f.Title, f.Site = read.Title, read.Link
	if f.Title.IsEmpty() {
		f.Title = link.Host(f.URL)
	}
	return Found{Feed: f, Items: itemsOf(read, f.URL)}, nil
}

// sameHost tells whether two addresses are of one host and port.
func sameHost(a, b string) bool {
	ua, err := url.Parse(a)
	if err != nil {
		return false
	}
	ub, err := url.Parse(b)
	return err == nil && ua.Host == ub.Host && ua.Host != ""
}

// feedTypes are the media types of feeds.
var feedTypes = []string{"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}

// links returns the feeds that a page names, with their addresses in normal
// form: the <link> elements with the relation alternate (or feed) and the media
// type of a feed, as the HTML standard has it. Feeds of comments come last.
func links(page, address string) []Named {
	enc, mark := charset.Detect(page)
	text := charset.Decode(enc, page[mark:min(len(page), headBytes)])
	base, err := url.Parse(address)
	if err != nil {
		return nil
	}
	var named []Named
	z := html.NewTokenizer(strings.NewReader(text))
	for based := false; ; {
		switch z.Next() {
		case html.ErrorToken:
			slices.SortStableFunc(named, func(a, b Named) int { return comments(a) - comments(b) })
			return named
		case html.StartTagToken, html.SelfClosingTagToken:
			switch t := z.Token(); t.Data {
			case "base":
				if u, err := base.Parse(attr(t, "href")); err == nil && !based && attr(t, "href") != "" {
					base, based = u, true
				}
			case "link":
				n := Named{URL: feedAddress(t, base), Title: clean.Line(clip(attr(t, "title")))}
				if n.URL != "" && len(named) < maxNamed && !slices.ContainsFunc(named, func(other Named) bool { return other.URL == n.URL }) {
					named = append(named, n)
				}
			}
		}
	}
}

// feedAddress returns the address in a <link> to a feed, "" of another one.
func feedAddress(t html.Token, base *url.URL) string {
	relations := strings.Fields(strings.ToLower(attr(t, "rel")))
	media, _, _ := strings.Cut(strings.ToLower(attr(t, "type")), ";")
	isFeed := slices.Contains(feedTypes, strings.TrimSpace(media))
	if !slices.Contains(relations, "feed") && !(slices.Contains(relations, "alternate") && isFeed) {
		return ""
	}
	address, err := fetch.Normal(link.Target(attr(t, "href"), base).String())
	if err != nil {
		return ""
	}
	return address
}

// comments is 1 of a feed that has the comments on articles, as its name says,
// else 0.
func comments(n Named) int {
	if strings.Contains(strings.ToLower(n.Title.String()+" "+n.URL), "comment") {
		return 1
	}
	return 0
}

func attr(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// clip returns the beginning of a title.
func clip(s string) string { return s[:min(len(s), 1000)] }
