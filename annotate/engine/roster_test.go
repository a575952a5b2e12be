package engine

import (
	"testing"

	"gloss/annotate"
)

func TestWithoutRosters(t *testing.T) {
	span := func(start, end int) annotate.Span { return annotate.Span{Start: start, End: end} }
	quote := func(kind annotate.QuoteKind, content ...annotate.Span) annotate.Quote {
		return annotate.Quote{ID: "q9", Kind: kind, Content: content}
	}
	members := []annotate.Member{{Span: span(20, 26)}, {Span: span(28, 33)}, {Span: span(38, 46)}}
	stated := annotate.Coalition{Basis: annotate.Stated, Members: members}
	for _, c := range []struct {
		name      string
		quote     annotate.Quote
		coalition annotate.Coalition
		kept      bool
	}{
		{"the list itself", quote(annotate.Indirect, span(20, 46)), stated, false},
		{"the list with an article", quote(annotate.Indirect, span(18, 46)), stated, false},
		{"a sentence that holds the list", quote(annotate.Indirect, span(0, 60)), stated, true},
		{"quoted", quote(annotate.Direct, span(20, 46)), stated, true},
		{"in two pieces", quote(annotate.Indirect, span(20, 30), span(38, 46)), stated, true},
		{"known only", quote(annotate.Indirect, span(20, 46)), annotate.Coalition{Basis: annotate.Known, Members: members}, true},
		{"two members", quote(annotate.Indirect, span(20, 33)), annotate.Coalition{Basis: annotate.Stated, Members: members[:2]}, true},
	} {
		other := quote(annotate.Direct, span(70, 80))
		got := withoutRosters([]annotate.Quote{c.quote, other}, []annotate.Coalition{c.coalition})
		if kept := len(got) == 2; kept != c.kept {
			t.Errorf("%s: kept is %v", c.name, kept)
		}
		if !c.kept && (len(got) != 1 || got[0].ID != "q1" || got[0].Content[0] != span(70, 80)) {
			t.Errorf("%s: what is left is %+v", c.name, got)
		}
	}
}
