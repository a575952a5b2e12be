package feed

import (
	"strings"

	"golang.org/x/net/html"
)

// Is tells whether a text is a feed, from its first kilobytes as they are
// stored: markup whose root is that of a feed in a namespace of feeds, or a
// JSON object whose version is that of JSON Feed. Other XML, such as XHTML,
// SVG or OPML, is none, nor is other JSON.
func Is(head string) bool {
	text := decode(head, "")
	if strings.HasPrefix(text, "{") {
		return isJSONFeed(text)
	}
	if !strings.HasPrefix(text, "<") {
		return false
	}
	// The head may end inside the root's tag.
	for _, end := range []string{"", ">", `">`, `'>`} {
		if root, ok := rootOf(text + end); ok {
			return isRoot(root)
		}
	}
	return false
}

// rootOf returns the first tag of a text. It reports false where there is none
// that is whole, or where something else comes first.
func rootOf(text string) (root *tag, ok bool) {
	s := newScanner(text)
	for prolog := true; ; {
		switch s.next(); s.kind {
		case html.ErrorToken:
			return nil, false
		case html.DoctypeToken:
			prolog = false // a document type's own declarations follow it
		case html.TextToken:
			if prolog && strings.TrimSpace(s.raw) != "" {
				return &tag{}, true
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			return s.tag, true
		}
	}
}

// isRoot tells whether a tag is that of a feed.
func isRoot(t *tag) bool {
	s := newSpaces()
	s.declare(t)
	switch space := s.of(t); t.local {
	case "rss":
		return t.prefix == ""
	case "feed":
		return space == spaceAtom || space == spaceAtom03
	case "rdf":
		for _, a := range t.attrs {
			switch strings.TrimSpace(a.value) {
			case spaceRSS10, spaceRSS09, spaceRSS090:
				return true
			}
		}
	}
	return false
}
