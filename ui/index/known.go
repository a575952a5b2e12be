package index

import "gloss/annotate"

// MemberSpans returns where the article names the members of the coalition:
// the places in the list that states it and every other mention of them,
// sorted by start, each once.
func (x *Index) MemberSpans(c annotate.Coalition) []annotate.Span {
	wanted := map[int]bool{}
	var out []annotate.Span
	for _, m := range c.Members {
		if i, ok := x.byID[m.Entity]; ok && m.Entity != "" {
			wanted[i] = true
		} else if !m.Span.Empty() {
			out = append(out, m.Span)
		}
	}
	at := 0
	merged := make([]annotate.Span, 0, len(out))
	for _, m := range x.mentions {
		if !wanted[int(m.entity)] {
			continue
		}
		m := x.of(m)
		if m.Kind != annotate.Name {
			continue
		}
		for at < len(out) && out[at].Start < m.Span.Start {
			merged = append(merged, out[at])
			at++
		}
		merged = append(merged, m.Span)
	}
	return append(merged, out[at:]...)
}

// Density counts the mentions of an entity in n equal parts of a text of size
// bytes.
func Density(e annotate.Entity, size, n int) []int {
	counts := make([]int, n)
	if size <= 0 || n == 0 {
		return counts
	}
	for _, m := range e.Mentions {
		counts[min(m.Span.Start*n/size, n-1)]++
	}
	return counts
}
