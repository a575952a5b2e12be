// Package feed reads web feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 (RFC
// 4287) and JSON Feed 1.0 and 1.1.
//
//	f, err := feed.Read(data, feed.Options{URL: "https://gazette.example/feed"})
//	doc := f.Article(0)
//
// Feeds on the web are often broken. Markup is first rewritten as sound XML of
// a small vocabulary (see rewriter), and JSON is made sound too, so that
// neither a stray character nor a break in the middle loses a feed. Nothing is
// fetched, and no entity that a document type declares is expanded.
package feed

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"gloss/articles/clean"
)

// ErrNoFeed says that a text is none of the formats.
var ErrNoFeed = errors.New("is no feed")

// Options tell what is known of a feed beside its text. The zero value is
// nothing, with the limits of DefaultLimits.
type Options struct {
	URL         string // where it was read; relative links are resolved against it
	ContentType string // as the server gave it; only its charset is looked at
	Limits      Limits
}

// Limits bound what is taken of a feed. What is beyond is left out, and a
// notice says so. A limit of 0 is that of DefaultLimits. There is none of
// depth: the readers do not follow how what they do not read is nested.
type Limits struct {
	Bytes   int // of the whole feed
	Items   int
	Content int // bytes of one item's text
}

// DefaultLimits are 32 MiB, 10,000 items and 4 MiB an item.
func DefaultLimits() Limits {
	return Limits{Bytes: 32 << 20, Items: 10_000, Content: 4 << 20}
}

// or returns the limits, with those that are 0 taken from other.
func (l Limits) or(other Limits) Limits {
	for _, pair := range [...][2]*int{
		{&l.Bytes, &other.Bytes}, {&l.Items, &other.Items}, {&l.Content, &other.Content},
	} {
		if *pair[0] <= 0 {
			*pair[0] = *pair[1]
		}
	}
	return l
}

// A Feed is a feed as it is listed. It is not changed once it is made.
type Feed struct {
	Title       clean.Text // one line of at most MaxTitle code points
	Link        clean.Text // of the site, http or https; empty if there is none
	Description clean.Text // one line of at most MaxSummary code points
	Lang        clean.Text // BCP 47, as the feed states it
	Items       []Item     // in the order of the feed
	// Notices say, a line each, what was left out or could only be guessed.
	Notices []clean.Text
}

// An Item is an article of a feed, or what the feed tells of it. Feed.Article
// makes a document of it.
type Item struct {
	ID      clean.Text // as the feed gives it, or the link; items may share one
	Title   clean.Text // one line of at most MaxTitle code points
	Link    clean.Text // absolute, http or https; empty if there is none
	Byline  clean.Text // the authors' names, parted by commas
	Date    time.Time  // of publication, else of the last change; may be zero
	Summary clean.Text // one line of at most MaxSummary code points
	// Full says that the item most likely carries the whole article. Where it
	// does not, the page at Link has more.
	Full bool

	titled bool     // Title is from the feed, not made of the first words
	body   value    // what Article shows
	base   *url.URL // what links in it are relative to; nil if unknown
	cut    bool     // the body was longer than the limit
}

// The longest texts of a feed's list, in code points.
const (
	MaxTitle   = 1000
	MaxSummary = 300
)

// Read reads a feed from its bytes. It returns ErrNoFeed, wrapped, where data
// is none; a feed that breaks off is read as far as it goes.
func Read(data string, o Options) (*Feed, error) {
	limits := o.Limits.or(DefaultLimits())
	var notices []string
	broken := false
	if len(data) > limits.Bytes {
		data, broken = data[:limits.Bytes], true
		notices = append(notices, fmt.Sprintf("only the first %s of the feed were read", size(limits.Bytes)))
	}
	text := decode(data, o.ContentType)
	base := parseBase(o.URL, nil)
	var (
		d   digest
		err error
	)
	if strings.HasPrefix(text, "{") {
		d, err = digestJSON(text, base, limits)
	} else {
		d, err = digestMarkup(text, base, limits)
	}
	if err != nil {
		return nil, fmt.Errorf("read feed: %w", err)
	}
	if d.broken && !broken {
		notices = append(notices, "the feed breaks off in the middle; what stands before is shown")
	}
	if d.left > 0 {
		notices = append(notices, fmt.Sprintf("%d more %s left out", d.left, were(d.left)))
	}
	f := d.feed(limits)
	for _, n := range notices {
		f.Notices = append(f.Notices, clean.Line(n))
	}
	return f, nil
}

// A digest is what a format's reader makes of a feed: gofeed's form of it, and
// what that form does not tell.
type digest struct {
	parsed *gofeed.Feed
	facts  []facts // of the items
	about  facts   // of the feed itself
	left   int     // items beyond the limit
	broken bool    // it ends in the middle
}

// facts are what gofeed's form does not tell of an item or a feed.
type facts struct {
	base                    *url.URL
	title, summary, content kind
	cut                     bool // a text was longer than the limit
}

func were(n int) string {
	if n == 1 {
		return "item was"
	}
	return "items were"
}

// size returns a number of bytes for readers.
func size(n int) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// parseBase returns an address that others can be relative to, itself resolved
// against outer; outer where it is none.
func parseBase(address string, outer *url.URL) *url.URL {
	address = strings.TrimSpace(address)
	if address == "" || len(address) > maxAddress {
		return outer
	}
	u, err := url.Parse(address)
	if err != nil {
		return outer
	}
	if outer != nil {
		u = outer.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return outer
	}
	return u
}
