package mainpart

import (
	"strings"
	"unicode"

	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isAside tells by an element's name, role, classes and id that it is not of
// the article: navigation, sharing, advertising, what else there is to read.
func isAside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Menu, atom.Dialog, atom.Button:
		return true
	case atom.Body, atom.Html, atom.Main, atom.Article:
		return false
	case atom.Aside:
		return true
	case atom.Footer:
		return !inside(n, atom.Blockquote)
	}
	switch strings.ToLower(tree.Attr(n, "role")) {
	case "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "alert", "menu",
		"menubar", "toolbar", "tablist":
		return true
	}
	for _, key := range [...]string{"class", "id", "data-component", "data-testid"} {
		if names := tree.Attr(n, key); names != "" && namesAside(names) {
			return true
		}
	}
	return strings.HasPrefix(n.Data, "amp-") && n.Data != "amp-img"
}

// inside tells whether an element is in another of a name.
func inside(n *html.Node, name atom.Atom) bool {
	for at := n.Parent; at != nil; at = at.Parent {
		if at.DataAtom == name {
			return true
		}
	}
	return false
}

// namesAside tells whether classes or an id name something that is not of the
// article.
func namesAside(names string) bool {
	const most = 1 << 10
	names = names[:min(len(names), most)]
	for _, name := range strings.Fields(names) {
		ws := words(name)
		if len(ws) > longName {
			continue // made of a heading, or by a program
		}
		for i, w := range ws {
			if asideWords[w] {
				return true
			}
			if i > 0 && asideWords[ws[i-1]+" "+w] {
				return true
			}
		}
		if len(ws) == 1 && asideAlone[ws[0]] {
			return true
		}
	}
	return false
}

// longName is how many words a class or id may have that says what an element
// is for.
const longName = 5

// words parts a class as programmers write them, "relatedLinks" or
// "related-links", into words in lower case.
func words(name string) []string {
	var all []string
	start := 0
	runes := []rune(name)
	cut := func(end int) {
		if end > start {
			all = append(all, strings.ToLower(string(runes[start:end])))
		}
		start = end
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			start = i + 1
		case unicode.IsUpper(r) && i > start && unicode.IsLower(runes[i-1]):
			cut(i)
		}
	}
	cut(len(runes))
	return all
}

// asideWords are words, and pairs of them, that a class or id has only where
// the element is not of the article.
var asideWords = set(
	// sharing and following
	"share", "sharing", "sharebar", "sharedaddy", "shares", "social", "socials", "sns", "addthis", "addtoany", "follow us",
	"ufi", "toolbox", "toolbar", "article tools", "story tools", "print mail",
	// other articles
	"related", "relatedposts", "relatedlinks", "recirc", "recirculation", "recommended", "recommendation",
	"recommendations", "outbrain", "taboola", "zergnet", "most read", "most popular", "mostread", "trending", "more stories",
	"read more", "readmore", "read also", "read next", "up next", "you may", "more from", "teaser", "teasers", "latest news",
	"links block", "topic list", "post preview", "archive list", "seealso", "interlinking",
	// newsletters and offers
	"newsletter signup", "newsletter form", "newsletter subscribe", "newsletter box", "newsletterbox", "signup", "sign up",
	"subscription widget", "subscribe", "barrier", "promo", "promotion", "promos", "cta", "regwall",
	// advertising and consent
	"ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "adunit", "adsbygoogle", "sponsor", "sponsored", "dfp",
	"mpu", "leaderboard", "cookie", "cookies", "consent", "gdpr", "onetrust", "inread", "embed placeholder", "video placeholder",
	// what readers write, and the form for it
	"comments", "commentlist", "comment list", "comment form", "respond", "disqus", "comments section", "comment count",
	// ways through the site
	"breadcrumb", "breadcrumbs", "crumbs", "pagination", "pager", "pagesection", "menu", "navbar", "navbox", "nav", "navigation",
	"sidebar", "masthead", "skip", "catlinks", "editsection", "printfooter", "toc", "jump", "sitenav", "tags", "taglist", "tag list",
	"topics", "cat links", "tags links", "story tags", "widget area", "site footer", "site header", "moderatorbar",
	// those who wrote it
	"author bio", "author box", "authorbox", "about author", "contributor bio", "contributor", "user info", "poster", "keyinfo",
	"post footer", "byline", "bylines", "audio player", "reading time", "screen reader", "visually hidden", "metrics",
	"sr only", "visuallyhidden", "offscreen", "speechify",
)

// asideAlone are words that say so only where they stand alone.
var asideAlone = set("newsletter", "footer", "header", "top", "bottom", "comment", "widget", "tools", "tag", "print", "back",
	"rail", "right", "left", "bar", "foot", "haut", "bas", "side", "search", "login", "info", "copyright", "meta", "nomobile")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// isAboutArticle tells whether classes or an id name what stands in the head of
// an article beside its title: who wrote it and when.
func isAboutArticle(n *html.Node) bool {
	for _, key := range [...]string{"class", "id", "itemprop", "rel", "data-component"} {
		for _, w := range words(tree.Attr(n, key)) {
			switch w {
			case "byline", "author", "authors", "date", "dateline", "timestamp", "time", "meta", "metadata", "published", "updated",
				"credit", "kicker", "rubric", "context", "category", "section", "count", "comments", "bio", "keyinfo", "info":
				return true
			}
		}
	}
	return tree.Is(n, atom.Time, atom.Address)
}

// isStandfirst tells whether classes or an id name the sentences that stand
// between an article's title and its text.
func isStandfirst(n *html.Node) bool {
	for _, key := range [...]string{"class", "id", "itemprop", "data-testid"} {
		for _, w := range words(tree.Attr(n, key)) {
			switch w {
			case "standfirst", "dek", "deck", "subtitle", "subheadline", "subhead", "subheading", "lede", "lead", "intro", "strapline",
				"excerpt", "abstract", "description", "summary", "teasertext", "chapo", "sommario", "entradilla", "ingress",
				"vorspann", "blurb", "tagline", "preamble", "alternativeheadline":
				return true
			}
		}
	}
	return false
}
