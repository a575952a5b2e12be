package compose

import (
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
)

// Outward returns the inline spans of a document that has no address of its
// own, as a book or a message: links to places in it lead nowhere, and are only
// text. Its pictures lose such addresses. The spans are changed in place.
func Outward(spans []articles.Inline) []articles.Inline {
	out := spans[:0]
	for _, span := range spans {
		if !isWhole(span.Target.String()) {
			if span.Kind == articles.Link {
				continue
			}
			span.Target = clean.Text{}
		}
		out = append(out, span)
	}
	return out
}

// isWhole tells whether a target names its scheme.
func isWhole(target string) bool {
	scheme, _, ok := strings.Cut(target, ":")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto"))
}
