package metadata

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// byline returns who wrote the article.
func (p *page) byline(title string) string {
	own := func(s string) bool {
		key := plainly(title)
		return s != "" && (len(key) < 12 || !strings.Contains(plainly(s), key))
	}
	if s := join(p.data.authors); own(s) {
		return s
	}
	for _, name := range [...]string{"author", "citation_author", "parsely-author", "sailthru.author", "byl", "article:author",
		"dc.creator", "dcterms.creator", "dc.contributor", "creator", "og:author", "article:author_name", "rbauthors",
		"cxenseparse:author", "authors"} {
		if s := join(p.metas[name]); own(s) {
			return s
		}
	}
	if s := p.marked(); own(s) {
		return s
	}
	for _, s := range p.visible(title) {
		if name := nameIn(s); name != "" {
			return name
		}
	}
	return ""
}

// marked returns the names in elements that are marked as the author's.
func (p *page) marked() string {
	var sure, other []string
	for n := range tree.All(p.root) {
		if n.Type != html.ElementNode || n.DataAtom == atom.Meta || n.DataAtom == atom.Link {
			continue
		}
		rel, prop := tree.Attr(n, "rel"), tree.Attr(n, "itemprop")
		if strings.Contains(" "+rel+" ", " author ") || strings.Contains(" "+prop+" ", " author ") {
			if within(n, atom.Aside, atom.Footer, atom.Nav) {
				continue
			}
			if name := author(tree.Text(n, maxName)); name != "" && !slices.Contains(sure, name) {
				sure = append(sure, name)
			}
			continue
		}
		if len(other) == 0 && isByline(tree.Attr(n, "class")+" "+tree.Attr(n, "id")) && !within(n, atom.Aside, atom.Footer, atom.Nav, atom.Li) {
			if name := author(tree.Text(n, maxName)); name != "" {
				other = append(other, name)
			}
		}
	}
	const most = 6
	if len(sure) > 0 && len(sure) <= most {
		return join(sure)
	}
	return join(other)
}

// isByline tells whether classes or an id name a byline.
func isByline(names string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(names), func(r rune) bool { return r == ' ' || r == '_' || r == '-' }) {
		switch word {
		case "byline", "bylines", "author", "authors", "signature", "dateline", "writer", "credit-line":
			return true
		}
	}
	return false
}

const maxName = 120

// leading are the words before a name.
var leading = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*(?:(?:written|posted|reported|words|text|story|interview|report|article|review|photographs?)\s*(?:by\b|:)|by\b:?|author:|von\b|par\b|por\b|di\b|от\b|автор:?|بقلم:?|文[・:：]|作者[:：])\s*`)
})

// trailing is what follows a name on its line: a date, a time, a handle, a
// label.
var trailing = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\s*(?:[|•·@\n–—]|[\s,]\d|\s[-/]\s|(?i:\bpublished\b|\bupdated\b|\bposted\b|\bfollow\b|\bemail\b)).*$`)
})

// author returns the names in a text that is marked as a byline, "" where it
// has none: an address, a sentence, a number.
func author(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") {
		return ""
	}
	s = leading().ReplaceAllString(s, "")
	s = trailing().ReplaceAllString(s, "")
	s = strings.Trim(s, " ,;:.-|")
	if s == "" || len(s) >= maxName || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	switch strings.ToLower(s) {
	case "admin", "administrator", "webmaster", "unknown", "author", "by", "staff", "editor", "null", "undefined":
		return ""
	}
	// "Jane Roe, Industry correspondent"
	if name, rest, ok := strings.Cut(s, ", "); ok && isName(name) && !isName(rest) && !strings.Contains(rest, " and ") {
		return name
	}
	return s
}

// join writes names one after the other: "A, B and C".
func join(all []string) string {
	const most = 8
	var names []string
	for _, s := range all {
		name := author(s)
		known := slices.ContainsFunc(names, func(other string) bool {
			return strings.Contains(name, other) || strings.Contains(other, name)
		})
		if name != "" && !known {
			names = append(names, name)
		}
	}
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return names[0]
	case n > most:
		return strings.Join(names[:most], ", ") + " and others"
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

// apart is what stands between a name and a date.
var apart = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\s*[|•·–—]\s*|\s+[-/]\s+`)
})

// nameIn returns the name in a short text near the title: behind "by", or what
// is left of it beside a date.
func nameIn(s string) string {
	if leading().MatchString(s) {
		if name := author(s); isName(name) || strings.Contains(name, " and ") || strings.Contains(name, " & ") {
			return name
		}
		return ""
	}
	if !written().MatchString(s) {
		return ""
	}
	for _, part := range apart().Split(s, -1) {
		if !written().MatchString(part) && isName(leading().ReplaceAllString(part, "")) {
			return author(part)
		}
	}
	return ""
}

// isName tells whether a text can be a person's name: two to five words with
// capitals, or particles.
func isName(s string) bool {
	const fewest, most = 2, 5
	words := strings.Fields(s)
	if len(words) < fewest || len(words) > most || strings.ContainsAny(s, "0123456789:!?@/") {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r), unicode.IsLetter(r) && !unicode.IsLower(r):
		case len(w) <= 4 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz-'’") == "":
		default:
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return !unicode.IsLower(r)
}

// maxSeen is how many nodes from the start of a page are looked at for its
// title and what stands below.
const maxSeen = 1 << 15

// visible returns the short texts that are seen right behind the title, each
// of one block or line.
func (p *page) visible(title string) []string {
	const most, longest = 14, 200
	if p.top != nil {
		return p.top
	}
	key := plainly(title)
	found := false
	p.top = []string{}
	var lineText strings.Builder
	end := func() {
		s := strings.Join(strings.Fields(lineText.String()), " ")
		lineText.Reset()
		if s == "" {
			return
		}
		if key != "" && plainly(s) == key {
			found = true
			p.top = p.top[:0]
			return
		}
		if found && len(p.top) < most && len(s) <= longest {
			p.top = append(p.top, s)
		}
	}
	var block *html.Node
	seen := 0
	for n := range tree.Shown(p.root) {
		if seen++; seen > maxSeen || found && len(p.top) >= most {
			break
		}
		switch {
		case n.Type == html.TextNode:
			if at := blockOf(n); at != block {
				end()
				block = at
			}
			if lineText.Len() < 4*longest {
				lineText.WriteString(n.Data[:min(len(n.Data), 4*longest)])
			}
		case tree.Is(n, atom.Br):
			end()
		}
	}
	end()
	return p.top
}

// blockOf returns the block that a text stands in.
func blockOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && !tree.IsBlock(n); n = n.Parent {
	}
	return n
}
