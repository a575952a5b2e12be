package feed

import (
	"net/url"

	"github.com/mmcdole/gofeed"
)

// digestMarkup reads RSS and Atom.
func digestMarkup(text string, base *url.URL, limits Limits) (digest, error) {
	w := newRewriter(text, base, limits)
	for w.root == "" && !w.ended {
		w.step()
	}
	if w.root == "" {
		return digest{}, ErrNoFeed
	}
	parser := gofeed.NewParser()
	// The scan for images parses the HTML of each item.
	parser.RSSTranslator = &gofeed.DefaultRSSTranslator{DisableContentImageScan: true}
	parsed, err := parser.Parse(w)
	if err != nil {
		return digest{}, err
	}
	return digest{parsed: parsed, facts: w.facts, about: w.about, left: w.left, broken: w.broken}, nil
}
