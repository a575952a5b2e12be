package statement

import (
	"slices"
	"sort"
	"strconv"

	"gloss/annotate"
	"gloss/annotate/quote"
	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/parse"
	"gloss/annotate/text"
)

// A writer turns what was found in a document into statements of the API.
type writer struct {
	finder   *quote.Finder
	s        *feature.Sheet
	d        *text.Document
	rules    []annotate.Quote
	mentions *quote.Mentions
	taken    []bool // tokens that are in content
}

func newWriter(f *quote.Finder, s *feature.Sheet, entities []annotate.Entity, rules []annotate.Quote) *writer {
	return &writer{finder: f, s: s, d: s.Doc, rules: rules, mentions: quote.NewMentions(s.Doc, entities), taken: make([]bool, len(s.Doc.Tokens))}
}

// quotes returns the statements by the start of their content: the candidates of
// at least the given confidence, and the quotations that none of them holds.
func (w *writer) quotes(all []parse.Candidate, least float64) []annotate.Quote {
	found := parse.Choose(all, least)
	out := make([]annotate.Quote, 0, len(found))
	for i, q := range w.rules {
		if q.Rule == quote.Byline || q.Rule == quote.BlockQuotation {
			out = append(out, q)
			w.take(w.s.Rules[i].Content)
		}
	}
	kept := found[:0]
	for _, c := range found {
		if len(out) == 0 || w.free(c.Content) {
			kept = append(kept, c)
		}
	}
	for i := range kept {
		w.take(kept[i].Content)
	}
	for i := range kept {
		out = append(out, w.learned(&kept[i]))
		w.take(kept[i].Content)
	}
	for i, q := range w.rules {
		if q.Kind != annotate.Direct || !w.free(w.s.Rules[i].Content) {
			continue
		}
		if c := w.unsure(all, w.s.Rules[i].Content); c != nil && q.Cue.Empty() {
			q = w.learned(c)
			w.take(c.Content)
		} else {
			w.take(w.s.Rules[i].Content)
		}
		out = append(out, q)
	}
	quoted := map[int]annotate.Speaker{} // by the sentence of the cue
	for _, q := range out {
		if q.Kind != annotate.Indirect && !q.Cue.Empty() {
			quoted[w.d.SentenceOf(w.d.At(q.Cue.Start))] = q.Speaker
		}
	}
	for i := range w.d.Quotations {
		if q, ok := w.alone(all, quoted, i); ok {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b annotate.Quote) int { return a.Content[0].Start - b.Content[0].Start })
	for i := range out {
		out[i].ID = "q" + strconv.Itoa(i+1)
	}
	return out
}

// unlikely is the least confidence of a candidate for a quotation that nothing
// better holds: it is a statement, the doubt is by whom.
const unlikely = 0.08

// fewest is how many words a quotation has that is a statement by itself.
const fewest = 5

// alone returns quotation i as a statement if nothing has any of it and it opens
// a sentence. Its speaker is the one of the surest candidate, else the one who is
// quoted in the sentence before.
func (w *writer) alone(all []parse.Candidate, quoted map[int]annotate.Speaker, i int) (annotate.Quote, bool) {
	x := w.d.Quotations[i]
	content := [][2]int{{x.First, x.End}}
	if !w.d.Tokens[x.First].Is(text.First) || x.Unclosed || !w.free(content) || w.words(x) < fewest {
		return annotate.Quote{}, false
	}
	q := annotate.Quote{Kind: annotate.Direct, Act: annotate.Say, Confidence: 0.5, Rule: "quotation", Content: []annotate.Span{w.d.Span(x.First, x.End)}}
	if c := w.unsure(all, content); c != nil {
		q, content = w.learned(c), c.Content
	} else if k := w.d.SentenceOf(x.First); k > 0 && w.d.Sentences[k-1].Block == x.Block {
		if who, ok := quoted[k-1]; ok {
			q.Speaker, q.Rule, q.Confidence = who, "continuation", 0.6
		}
	}
	w.take(content)
	return q, true
}

// words counts the words of a quotation, up to the fewest.
func (w *writer) words(x text.Quotation) int {
	n := 0
	for i := x.First; i < x.End && n < fewest; i++ {
		if k := w.d.Tokens[i].Kind; k == text.Word || k == text.Number {
			n++
		}
	}
	return n
}

// unsure returns the surest candidate with much the same content, or nil.
func (w *writer) unsure(all []parse.Candidate, content [][2]int) *parse.Candidate {
	from, to := content[0][0], content[len(content)-1][1]
	n := sort.Search(len(all), func(k int) bool { return all[k].First >= from-beside })
	var best *parse.Candidate
	for ; n < len(all) && all[n].First < to+beside; n++ {
		c := &all[n]
		if c.Confidence < unlikely || best != nil && best.Confidence >= c.Confidence || !w.free(c.Content) {
			continue
		}
		if same := parse.Overlap(c.Content, content); 2*same > parse.Size(c.Content) && 2*same > parse.Size(content) {
			best = c
		}
	}
	return best
}

// beside is how many tokens from a quotation its cue may stand.
const beside = 30

// learned returns the statement of a candidate.
func (w *writer) learned(c *parse.Candidate) annotate.Quote {
	q := annotate.Quote{Cue: w.d.Span(c.First, c.End), Confidence: c.Confidence, Rule: w.rule(c), Act: w.act(c), Kind: w.kind(c.Content)}
	c.Content = slices.Concat(c.Content, w.later(c))
	for _, x := range c.Content {
		q.Content = append(q.Content, w.d.Span(x[0], x[1]))
	}
	if len(c.Source) > 0 {
		x := c.Source[0]
		q.Speaker = annotate.Speaker{Span: w.d.Span(x[0], x[1]), Entity: w.mentions.Speaker(x[0], x[1])}
	}
	return q
}

// later returns the quotations that the rules add to a candidate from later
// paragraphs, where one without a closing mark goes on in the next.
func (w *writer) later(c *parse.Candidate) [][2]int {
	if c.View.Rule < 0 {
		return nil
	}
	last := c.Content[len(c.Content)-1][1]
	if !w.s.GoesOn(last - 1) {
		return nil
	}
	var out [][2]int
	for _, x := range w.s.Rules[c.View.Rule].Content {
		if x[0] >= last && w.free([][2]int{x}) {
			out = append(out, x)
		}
	}
	return out
}

// learnedRule is the rule of statements that the rules have not found.
const learnedRule = "learned"

// rule returns the name of the rule that has found a candidate too, with the
// same cue and content that overlaps.
func (w *writer) rule(c *parse.Candidate) string {
	if v := c.View.Rule; v >= 0 {
		p := &w.s.Rules[v]
		for _, x := range p.Content {
			for _, y := range c.Content {
				if x[0] < y[1] && y[0] < x[1] {
					return p.Rule
				}
			}
		}
	}
	return learnedRule
}

// take marks content as that of a statement.
func (w *writer) take(content [][2]int) {
	for _, c := range content {
		for k := c[0]; k < c[1]; k++ {
			w.taken[k] = true
		}
	}
}

// free reports whether no statement has taken any of the content.
func (w *writer) free(content [][2]int) bool {
	for _, c := range content {
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
	words := make([]string, 0, 8)
	for i := c.First; i < c.End; i++ {
		words = append(words, w.d.Lower(i))
	}
	infinitive := w.d.Lower(c.Content[0][0]) == "to" || w.d.Lower(c.End-1) == "to"
	return w.finder.Act(words, infinitive)
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
