package metadata

import (
	"regexp"
	"strings"
	"sync"
	"time"

	"gloss/articles/credits"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dates returns what the page gives as the date of publication, the surest
// first.
func (p *page) dates() []string {
	all := []string{
		p.data.published,
		p.get("article:published_time", "og:article:published_time", "og:published_time", "datepublished",
			"article:published", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
			"citation_online_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date",
			"dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "ptime",
			"published-date", "published_at", "datecreated", "article.published", "date", "shareaholic:article_published_time",
			"cxenseparse:recs:publishtime", "rnews:datepublished", "vr:published_time", "created"),
	}
	for name, values := range p.metas {
		if strings.Contains(name, "first-published") || strings.Contains(name, "first_published") {
			all = append(all, values[0])
		}
	}
	return append(all, p.times()...)
}

// times returns the dates of <time> elements: those that say that they are of
// the publication first, then the others outside lists and asides.
func (p *page) times() []string {
	const most = 20
	var sure, other []string
	for n := range tree.All(p.root) {
		if len(sure)+len(other) == most {
			break
		}
		if n.Type != html.ElementNode || n.DataAtom != atom.Time && tree.Attr(n, "itemprop") != "datePublished" {
			continue
		}
		value := first(tree.Attr(n, "datetime"), tree.Attr(n, "content"), tree.Text(n, maxDate))
		words := strings.ToLower(tree.Attr(n, "itemprop") + " " + tree.Attr(n, "class"))
		switch {
		case strings.Contains(words, "publi") || tree.Has(n, "pubdate"):
			sure = append(sure, value)
		case !within(n, atom.Aside, atom.Nav, atom.Footer, atom.Li):
			other = append(other, value)
		}
	}
	return append(sure, other...)
}

// within tells whether an element is in one of the others.
func within(n *html.Node, names ...atom.Atom) bool {
	for at := n.Parent; at != nil; at = at.Parent {
		if tree.Is(at, names...) {
			return true
		}
	}
	return false
}

// maxDate is the most bytes of a text that is a date.
const maxDate = 80

// parse reads a date that stands alone. Years of another age are mistakes.
func parse(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if t, ok := credits.ParseDate(s); ok {
		return t, plausible(t)
	}
	// Some write "2018-03-22T00:15:00.000+0000" or put a name behind the zone.
	const day = len("2006-01-02")
	if len(s) > day && (s[day] == 'T' || s[day] == ' ') {
		t, ok := credits.ParseDate(s[:day])
		return t, ok && plausible(t)
	}
	return dateIn(s)
}

func plausible(t time.Time) bool { return t.Year() >= 1600 && t.Year() < 2200 }

// written are the forms of dates that are looked for inside a short text.
var written = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b` +
		`|\b\d{1,2}\.\d{1,2}\.\d{4}\b` +
		`|\b\d{4}/\d{2}/\d{2}\b` +
		`|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ` + month + `\.?,? \d{4}\b` +
		`|\b` + month + `\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b` +
		`|\d{4}年\d{1,2}月\d{1,2}日`)
})

const month = `(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`

// kanji makes a date of China or Japan one of ISO 8601.
var kanji = strings.NewReplacer("年", "-", "月", "-", "日", "")

// dateIn returns the first date in a short text.
func dateIn(s string) (time.Time, bool) {
	found := written().FindString(s)
	if found == "" {
		return time.Time{}, false
	}
	if strings.Contains(found, "年") {
		t, err := time.Parse("2006-1-2", kanji.Replace(found))
		return t, err == nil && plausible(t)
	}
	t, ok := credits.ParseDate(found)
	return t, ok && plausible(t)
}
