// Package webpage reads web pages: a page that was saved or fetched becomes
// the article in it, with its title, byline and date, and without the
// navigation, advertisements and forms round it.
//
//	doc, err := webpage.Read(data, webpage.Options{URL: "https://example.org/news/talks"})
//
// Fragment reads HTML that is an article already, as chapters of books, items
// of feeds and mails are.
package webpage

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
	"sync"

	"gloss/articles"
	"gloss/articles/compose"
	"gloss/articles/webpage/mainpart"
	"gloss/articles/webpage/metadata"
	"gloss/articles/webpage/tree"
	"gloss/articles/webpage/walk"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ErrNoText says that a page shows no text of its own, as one does that a
// program in it has to fill.
var ErrNoText = errors.New("has no text to read")

// Options say what is known of a page beside its bytes.
type Options struct {
	// URL is the address that the page came from, "" where it has none.
	// Relative links are resolved against it.
	URL string
	// ContentType is the value of the HTTP header, or "".
	ContentType string
	Limits      Limits
}

// maxReadable is how many nodes a page may have whose article is looked for
// closely. Pages of news have some thousands.
const maxReadable = 60_000

// Read reads a page as it was stored or sent. Its title is the first block, a
// heading of level 1; headings in the article are below it. The error is
// ErrNoText, or nil.
func Read(data string, opts Options) (*articles.Document, error) {
	data, cut := opts.Limits.cut(data)
	source := decode(data, opts.ContentType)
	page := tree.Parse(source, tree.Options{MaxNodes: opts.Limits.Nodes, XML: isXML(source, opts.ContentType)})
	address := pageAddress(opts.URL)
	base := base(page.Root, address)
	meta := metadata.Of(page.Root, address)
	part := mainpart.Find(page.Root, mainpart.Options{
		Title:  meta.Title.String(),
		Byline: meta.Byline.String(),
		Simple: page.Plain || page.Nodes > maxReadable,
	})

	var b compose.Builder
	place := compose.Place{}
	b.Write(meta.Title.String())
	if b.End(articles.Block{Kind: articles.Heading, Level: 1}, false) {
		place = place.Next(false)
	}
	titled := b.Blocks()
	walk.Append(&b, place, part.Root, walk.Options{Base: base, Lower: lower(part), Skip: part.Skip})
	if b.Blocks() == titled {
		// Nothing is left of a page that is all one list or table: show it.
		walk.Append(&b, place, page.Root, walk.Options{Base: base, Lower: 1})
	}
	if b.Blocks() == 0 {
		return nil, ErrNoText
	}
	notices(&b, page, cut)
	doc := b.Document()
	doc.Meta = meta
	return doc, nil
}

// lower returns how many levels the headings of the article are lowered, so
// that none is as high as its title.
func lower(part mainpart.Part) int {
	var high func(*html.Node) bool
	high = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && !part.Skip(c) && !tree.IsHidden(c) && (c.DataAtom == atom.H1 || high(c)) {
				return true
			}
		}
		return false
	}
	if high(part.Root) {
		return 1
	}
	return 0
}

// xmlStart finds a page that says that it is XML.
var xmlStart = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*<\?xml\s`)
})

func isXML(source, contentType string) bool {
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(contentType)), "application/xhtml+xml") ||
		xmlStart().MatchString(source[:min(len(source), xmlHead)])
}

// pageAddress parses the address of a page, nil where it is not one of the web.
func pageAddress(s string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}
