package page

import (
	"slices"

	"gloss/articles"
	"gloss/ui/theme"
)

// A Mark is a style over a span of the text. Marks may overlap and nest: a
// higher Layer is laid over a lower one, and of two on the same layer the
// later in the slice is laid over the earlier. A character is marked where any
// byte of it is.
type Mark struct {
	Span  articles.Span
	Style theme.Style
	Layer int
}

// over returns the marks over a span, in the order in which they are laid on.
func over(marks []Mark, span articles.Span) []Mark {
	var found []Mark
	for i := range marks {
		if m := &marks[i]; m.Span.Start < span.End && m.Span.End > span.Start && m.Span.Start < m.Span.End {
			found = append(found, *m)
		}
	}
	slices.SortStableFunc(found, func(a, b Mark) int { return a.Layer - b.Layer })
	return found
}
