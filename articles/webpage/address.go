package webpage

import (
	"net/url"
	"strings"

	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// base returns what the relative addresses of a page are resolved against: its
// <base>, as seen from its own address, which may be nil.
func base(root *html.Node, page *url.URL) *url.URL {
	n := tree.Find(root, atom.Base)
	if n == nil {
		return page
	}
	href, err := url.Parse(strings.TrimSpace(tree.Attr(n, "href")))
	if err != nil || href.String() == "" {
		return page
	}
	if page != nil {
		href = page.ResolveReference(href)
	}
	if href.Scheme != "http" && href.Scheme != "https" {
		return page
	}
	return href
}

// pageTitle returns the text of a page's <title>.
func pageTitle(root *html.Node) string {
	const most = 1 << 10
	if n := tree.Find(root, atom.Title); n != nil && n.Namespace == "" {
		return tree.Text(n, most)
	}
	return ""
}
