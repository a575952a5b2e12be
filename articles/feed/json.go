package feed

import (
	"encoding/json"
	"errors"
	"net/url"
	"regexp"
	"slices"

	"github.com/mmcdole/gofeed"
	jsonfeed "github.com/mmcdole/gofeed/json"
)

// version matches the address that a JSON Feed gives as its version.
var version = regexp.MustCompile(`^https?:(\\?/){2}(www\.)?jsonfeed\.org\\?/version\\?/`)

// isJSONFeed tells whether text is the beginning of a JSON Feed.
func isJSONFeed(text string) bool {
	s := mend(text, Limits{Items: 1, Depth: DefaultLimits().Depth})
	return version.MatchString(s.version)
}

// digestJSON reads JSON Feed. Where the text is no JSON at some place, it is
// read up to the last item before it.
func digestJSON(text string, base *url.URL, limits Limits) (digest, error) {
	m := mend(text, limits)
	if !version.MatchString(m.version) {
		return digest{}, ErrNoFeed
	}
	parser := gofeed.NewParser()
	parser.KeepOriginalFeed = true
	parsed, err := parser.ParseString(m.text)
	var at *json.SyntaxError
	if errors.As(err, &at) {
		m.broken = true
		if n, found := slices.BinarySearch(m.ends, int(at.Offset)); n > 0 || found {
			m.text = m.text[:m.ends[max(n-1, 0)]] + "]}"
			parsed, err = parser.ParseString(m.text)
		}
	}
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
