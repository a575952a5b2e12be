package library

import (
	"cmp"
	"slices"

	"gloss/articles"
	"gloss/articles/keep"
)

// Places returns where the words of a query stand in a text, in order and none
// in another one, so that a reader can go from one to the next. A query for
// speakers, entities and the like alone has none.
func Places(text string, q keep.Query) []articles.Span {
	all := patternOf(q.Words).in(text)
	slices.SortFunc(all, func(x, y found) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	var out []articles.Span
	for _, f := range all {
		if n := len(out); n == 0 || f.Start >= out[n-1].End {
			out = append(out, f.Span)
		}
	}
	return out
}
