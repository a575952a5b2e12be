package feed

import (
	"net/url"
	"regexp"
	"sync"

	"github.com/mmcdole/gofeed"
	jsonfeed "github.com/mmcdole/gofeed/json"
)

// version matches the address that a JSON Feed gives as its version.
var version = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^https?:(\\?/){2}(www\.)?jsonfeed\.org\\?/version\\?/`)
})

// isJSONFeed tells whether text is the beginning of a JSON Feed.
func isJSONFeed(text string) bool {
	return version().MatchString(mend(text, Limits{}).version)
}

// digestJSON reads JSON Feed.
func digestJSON(text string, base *url.URL, limits Limits) (digest, error) {
	m := mend(text, limits)
	if !version().MatchString(m.version) {
		return digest{}, ErrNoFeed
	}
	parser := gofeed.NewParser()
	parser.KeepOriginalFeed = true
	parsed, err := parser.ParseString(string(m.out))
	if err != nil {
		return digest{}, err
	}
	d := digest{parsed: parsed, left: m.left, broken: m.broken, about: facts{base: base, title: plain, summary: plain}}
	original, ok := parsed.OriginalFeed().(*jsonfeed.Feed)
	for i := range parsed.Items {
		form := facts{base: base, title: plain, summary: plain, content: plain}
		if ok && i < len(original.Items) && original.Items[i].ContentHTML != "" {
			form.content = rich
		}
		d.facts = append(d.facts, form)
	}
	return d, nil
}
