// Package quote finds statements: what is said, thought, wanted, decided or
// shown, by whom, and the words that tell so.
//
// It goes by rules. A verb of the table of cues is a cue where a subject stands
// beside it and a quotation, a clause or an infinitive where the verb takes
// one. Only the outermost of nested statements is told, as in PolNeAR
// (Newell, Margolin and Ruths 2018).
package quote

import (
	"context"
	"slices"
	"strconv"
	"sync"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A Finder finds statements. It is safe for concurrent use.
type Finder struct {
	gaz  *gazetteer.Gazetteer
	once sync.Once
	lex  map[string]class
}

// NewFinder returns a finder, which compiles its table of cues at the first
// text.
func NewFinder(g *gazetteer.Gazetteer) *Finder { return &Finder{gaz: g} }

// Quotes returns the statements of d by the start of their first content. The
// entities are those of d; speakers are led back to them. It fails only when
// ctx is done.
func (f *Finder) Quotes(ctx context.Context, d *text.Document, entities []annotate.Entity) ([]annotate.Quote, error) {
	lex := f.lexicon()
	p := &pass{Mentions: NewMentions(d, entities), classes: make([]class, len(d.Words)), inside: make([]int32, len(d.Tokens))}
	for i, w := range d.Words {
		p.classes[i] = lex[w]
	}
	for i := range p.inside {
		p.inside[i] = -1
	}
	for q, x := range d.Quotations {
		for i := x.First; i < x.End; i++ {
			p.inside[i] = int32(q)
		}
	}
	p.used = make([]bool, len(d.Quotations))
	first := 0
	for first < len(d.Sentences) {
		end := first
		for end < len(d.Sentences) && d.Sentences[end].Block == d.Sentences[first].Block {
			end++
		}
		if err := p.block(ctx, d.Sentences[first:end]); err != nil {
			return nil, err
		}
		first = end
	}
	return p.quotes(), nil
}

// lexicon returns the table of cues, which is compiled at its first use.
func (f *Finder) lexicon() map[string]class {
	f.once.Do(func() { f.lex = lexicon() })
	return f.lex
}

// A statement is one that was found, in tokens.
type statement struct {
	content    [][2]int
	cue        [2]int
	speaker    [2]int
	act        annotate.Act
	rule       string
	confidence float64
	from       int // the statement whose speaker this one takes over, or -1
}

// A pass is the work on one document.
type pass struct {
	classes []class // by word number
	inside  []int32 // the quotation that holds a token, or -1
	used    []bool  // quotations that a statement has taken
	*Mentions
	found []statement
}

func (p *pass) class(i int) class    { return p.classes[p.d.Tokens[i].Word] }
func (p *pass) role(i int) role      { return p.classes[p.d.Tokens[i].Word].role }
func (p *pass) kind(i int) text.Kind { return p.d.Tokens[i].Kind }

// quotes turns the statements into those of the API.
func (p *pass) quotes() []annotate.Quote {
	out := make([]annotate.Quote, 0, len(p.found))
	who := make([]annotate.Speaker, len(p.found))
	for i, s := range p.found {
		if s.from >= 0 {
			who[i] = who[s.from]
		} else if s.speaker[0] < s.speaker[1] {
			who[i].Span = p.d.Span(s.speaker[0], s.speaker[1])
			who[i].Entity = p.Speaker(s.speaker[0], s.speaker[1])
		}
		if len(s.content) == 0 {
			continue
		}
		q := annotate.Quote{Act: s.act, Confidence: s.confidence, Rule: s.rule, Speaker: who[i], Kind: p.quoteKind(s)}
		if s.rule == BlockQuotation {
			q.Kind = annotate.Direct
		}
		slices.SortFunc(s.content, func(a, b [2]int) int { return a[0] - b[0] })
		for _, c := range s.content {
			q.Content = append(q.Content, p.d.Span(c[0], c[1]))
		}
		if s.cue[0] < s.cue[1] {
			q.Cue = p.d.Span(s.cue[0], s.cue[1])
		}
		out = append(out, q)
	}
	slices.SortStableFunc(out, func(a, b annotate.Quote) int { return a.Content[0].Start - b.Content[0].Start })
	for i := range out {
		out[i].ID = "q" + strconv.Itoa(i+1)
	}
	return out
}

// quoteKind tells by the share of the content that stands in quotation marks.
func (p *pass) quoteKind(s statement) annotate.QuoteKind {
	in, all := 0, 0
	for _, c := range s.content {
		for i := c[0]; i < c[1]; i++ {
			if p.kind(i) != text.Word {
				continue
			}
			all++
			if p.inside[i] >= 0 {
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
