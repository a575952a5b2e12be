package engine

import (
	"slices"
	"strconv"

	"gloss/annotate"
)

// leastRoster is the fewest members that make a list of them, not a remark that
// names one or two.
const leastRoster = 3

// withoutRosters leaves out the statements that are nothing but the list of a
// coalition's members: "The Group comprises A, B and C" is stated by nobody in
// the text but its writer. The statements are numbered anew.
func withoutRosters(quotes []annotate.Quote, coalitions []annotate.Coalition) []annotate.Quote {
	kept := quotes
	for _, c := range coalitions {
		if list := roster(c); !list.Empty() {
			kept = slices.DeleteFunc(kept, func(q annotate.Quote) bool {
				return q.Kind == annotate.Indirect && len(q.Content) == 1 && alike(q.Content[0], list)
			})
		}
	}
	if len(kept) < len(quotes) {
		for i := range kept {
			kept[i].ID = "q" + strconv.Itoa(i+1)
		}
	}
	return kept
}

// roster returns the span from the first to the last member of a coalition that
// the text states, empty if they are few.
func roster(c annotate.Coalition) annotate.Span {
	var list annotate.Span
	n := 0
	for _, m := range c.Members {
		if m.Span.Empty() {
			continue
		}
		if n == 0 {
			list = m.Span
		}
		list.Start, list.End = min(list.Start, m.Span.Start), max(list.End, m.Span.End)
		n++
	}
	if c.Basis != annotate.Stated || n < leastRoster {
		return annotate.Span{}
	}
	return list
}

// alike reports whether the spans share nine tenths of the bytes that either
// has.
func alike(a, b annotate.Span) bool {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	all := max(a.End, b.End) - min(a.Start, b.Start)
	return shared*10 >= all*9
}
