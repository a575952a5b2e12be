package metadata

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// title returns the article's title and the name of its site.
func (p *page) title() (title, site string) {
	site = siteName(first(p.get("og:site_name"), p.data.publisher, p.get("application-name", "citation_journal_title")))
	said := []string{p.data.headline, p.get("og:title"), p.get("twitter:title"), p.get("citation_title", "dc.title", "sailthru.title"), p.titleTag}
	title = p.heading(said, site)
	if title == "" {
		for _, s := range said[:4] {
			if title = withoutSite(s, site); title != "" {
				break
			}
		}
	}
	if title == "" {
		title = p.part(site)
	}
	if title == "" && len(p.headings) > 0 {
		title = p.headings[0].text
	}
	if site == "" {
		site = beside(p.titleTag, title)
	}
	return title, site
}

// siteName returns the name of a site; of an address the host.
func siteName(s string) string {
	if _, address, ok := strings.Cut(s, "://"); ok {
		host, _, _ := strings.Cut(address, "/")
		return strings.TrimPrefix(host, "www.")
	}
	return s
}

// heading returns the heading that the page is titled by: the highest and then
// the longest that one of the titles it gives to machines has in it, or whose
// words are mostly the same.
func (p *page) heading(said []string, site string) string {
	const short = 8
	best, rank := "", 0
	for _, h := range p.headings {
		key := plainly(h.text)
		if key == "" || key == plainly(site) {
			continue
		}
		for i, s := range said {
			whole := plainly(s)
			if whole == "" {
				continue
			}
			score := 0
			switch {
			case whole == key:
				score = 3000
			case utf8.RuneCountInString(key) >= short && strings.Contains(whole, key):
				score = 2000 + len(key)
			case h.level == 1 && i < 4 && alike(key, whole):
				score = 1500
			}
			if score == 0 {
				continue
			}
			if score = score*4 - h.level*400; score > rank {
				best, rank = h.text, score
			}
		}
	}
	return best
}

// alike tells whether two titles are mostly of the same words.
func alike(a, b string) bool {
	one, two := strings.Fields(a), strings.Fields(b)
	const few = 3
	if len(one) < few || len(two) < few {
		return false
	}
	in := map[string]bool{}
	for _, w := range two {
		in[w] = true
	}
	same := 0
	for _, w := range one {
		if in[w] {
			same++
		}
	}
	return 2*same > max(len(one), len(two))
}

// plainly returns the words of a text in lower case, without punctuation.
func plainly(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), " ")
}

// separator is what pages set between their title and the name of the site.
var separator = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\s*[|｜]\s*|\s+(?:[-–—·•»«:/\\~]|::|>|<)\s+`)
})

// withoutSite returns a title without the name of the site before or behind it.
func withoutSite(title, site string) string {
	title = strings.TrimSpace(title)
	name := plainly(site)
	if name == "" {
		return title
	}
	for _, cut := range separator().FindAllStringIndex(title, -1) {
		head, tail := title[:cut[0]], title[cut[1]:]
		if plainly(tail) == name && head != "" {
			return head
		}
		if plainly(head) == name && tail != "" {
			return tail
		}
	}
	return title
}

// part returns the part of the <title> that is the article's: one that stands
// on the page as a text of its own, else the longest.
func (p *page) part(site string) string {
	title := withoutSite(p.titleTag, site)
	parts := separator().Split(title, -1)
	if len(parts) < 2 {
		return title
	}
	seen := map[string]bool{}
	nodes := 0
	for n := range tree.Shown(p.root) {
		if nodes++; nodes > maxSeen {
			break
		}
		if n.Type == html.TextNode && len(n.Data) < maxField && !within(n, atom.A) {
			seen[plainly(n.Data)] = true
		}
	}
	best := ""
	for _, part := range parts {
		if seen[plainly(part)] && len(part) > len(best) {
			best = part
		}
	}
	if best != "" {
		return best
	}
	// The name of the site stands behind, and the title has several words.
	cuts := separator().FindAllStringIndex(title, -1)
	head := strings.TrimSpace(title[:cuts[len(cuts)-1][0]])
	if len(strings.Fields(head)) > 2 || utf8.RuneCountInString(head) > 20 {
		return head
	}
	return title
}

// beside returns what stands in the <title> beside the article's title: the
// name of the site.
func beside(whole, title string) string {
	if title == "" {
		return ""
	}
	at := strings.Index(strings.ToLower(whole), strings.ToLower(title))
	if at < 0 || at+len(title) > len(whole) {
		return ""
	}
	const most = 60
	behind := separator().Split(strings.TrimSpace(whole[at+len(title):]), -1)
	if name := behind[len(behind)-1]; len(behind) > 0 && name != "" && len(name) <= most {
		if marked := separator().MatchString(whole[at+len(title):] + " "); marked {
			return strings.TrimSpace(strings.TrimLeft(name, "-–—·•»:/|｜ "))
		}
	}
	before := separator().Split(whole[:at], -1)
	if name := strings.TrimSpace(before[0]); len(before) > 1 && name != "" && len(name) <= most {
		return name
	}
	return ""
}
