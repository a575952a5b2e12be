package statement

import (
	"slices"
	"strconv"

	"gloss/annotate"
	"gloss/annotate/quote"
	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/parse"
	"gloss/annotate/text"
)

// A writer turns what was found in a document into statements of the API.
type writer struct {
	s        *feature.Sheet
	d        *text.Document
	rules    []annotate.Quote
	mentions *quote.Mentions
	taken    []bool // tokens that are in content
}

func newWriter(s *feature.Sheet, entities []annotate.Entity, rules []annotate.Quote) *writer {
	return &writer{s: s, d: s.Doc, rules: rules, mentions: quote.NewMentions(s.Doc, entities), taken: make([]bool, len(s.Doc.Tokens))}
}

// quotes returns the statements by the start of their content.
func (w *writer) quotes(found []parse.Candidate) []annotate.Quote {
	out := make([]annotate.Quote, 0, len(found))
	for i := range found {
		out = append(out, w.learned(&found[i]))
		for _, c := range found[i].Content {
			for k := c[0]; k < c[1]; k++ {
				w.taken[k] = true
			}
		}
	}
	for i, q := range w.rules {
		if q.Kind == annotate.Direct && w.free(i) {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b annotate.Quote) int { return a.Content[0].Start - b.Content[0].Start })
	for i := range out {
		out[i].ID = "q" + strconv.Itoa(i+1)
	}
	return out
}

// learned returns the statement of a candidate.
func (w *writer) learned(c *parse.Candidate) annotate.Quote {
	q := annotate.Quote{Cue: w.d.Span(c.First, c.End), Confidence: c.Confidence, Rule: "learned", Act: w.act(c), Kind: w.kind(c.Content)}
	for _, x := range c.Content {
		q.Content = append(q.Content, w.d.Span(x[0], x[1]))
	}
	if len(c.Source) > 0 {
		x := c.Source[0]
		q.Speaker = annotate.Speaker{Span: w.d.Span(x[0], x[1]), Entity: w.mentions.Speaker(x[0], x[1])}
	}
	return q
}

// free reports whether no other statement has the content of proposal i.
func (w *writer) free(i int) bool {
	for _, c := range w.s.Rules[i].Content {
		for k := c[0]; k < c[1]; k++ {
			if w.taken[k] {
				return false
			}
		}
	}
	return true
}

// act returns what the speaker of a candidate does.
func (w *writer) act(c *parse.Candidate) annotate.Act {
	if v := c.View.Rule; v >= 0 {
		return w.s.Rules[v].Act
	}
	return annotate.Say
}

// kind tells by the share of the content that stands in quotation marks.
func (w *writer) kind(content [][2]int) annotate.QuoteKind {
	in, all := 0, 0
	for _, c := range content {
		for i := c[0]; i < c[1]; i++ {
			if w.d.Tokens[i].Kind != text.Word {
				continue
			}
			all++
			if !w.s.Outside(i) {
				in++
			}
		}
	}
	switch {
	case in == 0:
		return annotate.Indirect
	case in*10 >= all*9:
		return annotate.Direct
	}
	return annotate.Mixed
}
