// Package metadata finds what a web page says of the article in it: title,
// byline, date, site, language and address. It goes by what the page says to
// machines (JSON-LD, Open Graph, <meta>) and by what its readers see, and
// takes of the title what both agree on.
package metadata

import (
	"net/url"
	"strings"
	"time"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/link"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxField is the most bytes of a field.
const maxField = 500

// Of returns what the page says of its article. The base is the page's own
// address, or nil; relative addresses are resolved against it.
func Of(root *html.Node, base *url.URL) articles.Meta {
	p := survey(root)
	p.readLinkedData()
	title, site := p.title()
	byline := p.byline(title)
	date := p.date(title)
	return articles.Meta{
		Title:  line(title),
		Byline: line(byline),
		Source: line(site),
		URL:    p.address(base),
		Lang:   line(p.lang()),
		Date:   date,
	}
}

// line returns a field clean, on one line and bounded.
func line(s string) clean.Text {
	if len(s) > maxField {
		s = s[:maxField]
		if cut := strings.LastIndexByte(s, ' '); cut > 0 {
			s = s[:cut]
		}
		s = strings.ToValidUTF8(s, "")
	}
	return clean.Line(s)
}

// page is what one look at a page has gathered.
type page struct {
	root     *html.Node
	titleTag string
	metas    map[string][]string // by the name, property or itemprop, in lower case
	headings []heading
	scripts  []string // JSON-LD
	language string
	links    map[string]string // canonical

	data linkedData
	top  []string // short texts that are seen near the title
}

// heading is a heading that is seen.
type heading struct {
	level int
	text  string
}

const (
	maxMetas    = 400
	maxHeadings = 200
)

// survey gathers what tells of the article.
func survey(root *html.Node) *page {
	p := &page{root: root, metas: map[string][]string{}, links: map[string]string{}}
	metas := 0
	for n := range tree.All(root) {
		if n.Type != html.ElementNode || n.Namespace != "" {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			p.language = first(tree.Attr(n, "lang"), attrNS(n, "xml:lang"), attrNS(n, "lang"))
		case atom.Title:
			if p.titleTag == "" {
				p.titleTag = tree.Text(n, maxField)
			}
		case atom.Meta:
			if metas++; metas <= maxMetas {
				p.meta(n)
			}
		case atom.Link:
			if strings.EqualFold(tree.Attr(n, "rel"), "canonical") && p.links["canonical"] == "" {
				p.links["canonical"] = tree.Attr(n, "href")
			}
		case atom.Script:
			if strings.HasPrefix(strings.ToLower(strings.TrimSpace(tree.Attr(n, "type"))), "application/ld+json") && n.FirstChild != nil {
				p.scripts = append(p.scripts, n.FirstChild.Data)
			}
		case atom.H1, atom.H2, atom.H3:
			if len(p.headings) < maxHeadings && !tree.IsHidden(n) {
				if text := tree.Text(n, maxField); text != "" {
					p.headings = append(p.headings, heading{int(n.Data[1] - '0'), text})
				}
			}
		}
	}
	return p
}

// meta notes a <meta>, of each name a few.
func (p *page) meta(n *html.Node) {
	const few = 16
	content := strings.TrimSpace(tree.Attr(n, "content"))
	if content == "" {
		return
	}
	if len(content) > maxField {
		content = strings.ToValidUTF8(content[:maxField], "")
	}
	for _, key := range [...]string{"property", "name", "itemprop", "http-equiv"} {
		name := strings.ToLower(strings.TrimSpace(tree.Attr(n, key)))
		if name != "" && len(p.metas[name]) < few {
			p.metas[name] = append(p.metas[name], content)
		}
	}
}

// get returns the first value of the first of the names that has one.
func (p *page) get(names ...string) string {
	for _, name := range names {
		if v := p.metas[name]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

func (p *page) lang() string {
	lang := first(p.language, p.get("content-language", "og:locale", "language"), p.data.language)
	lang = strings.ReplaceAll(lang, "_", "-")
	for _, r := range lang {
		if r != '-' && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z') {
			return ""
		}
	}
	const most = 35 // of a language tag, RFC 5646 section 4.4.1
	if len(lang) > most {
		return ""
	}
	return lang
}

// address returns the article's own address: the canonical one, where that is
// on the host that the page came from.
func (p *page) address(base *url.URL) clean.Text {
	for _, said := range [...]string{p.links["canonical"], p.get("og:url")} {
		target := link.Target(said, base).String()
		u, err := url.Parse(target)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			continue
		}
		if base == nil || base.Host == "" || strings.EqualFold(bare(u.Host), bare(base.Host)) {
			return clean.Line(target)
		}
	}
	if base == nil {
		return clean.Text{}
	}
	return link.Target(base.String(), nil)
}

// bare returns a host without "www.", "m." and "amp.".
func bare(host string) string {
	for _, prefix := range [...]string{"www.", "m.", "amp.", "mobile."} {
		host = strings.TrimPrefix(strings.ToLower(host), prefix)
	}
	return host
}

// attrNS returns an attribute that the parser may have given a namespace.
func attrNS(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key || a.Namespace+":"+a.Key == key {
			return a.Val
		}
	}
	return ""
}

func first(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// date returns when the article was published.
func (p *page) date(title string) time.Time {
	for _, s := range p.dates() {
		if t, ok := parse(s); ok {
			return t
		}
	}
	for _, s := range p.visible(title) {
		if t, ok := dateIn(s); ok {
			return t
		}
	}
	return time.Time{}
}
