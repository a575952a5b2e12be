package parse

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/tagger"
)

// A Parser holds the models of all steps.
type Parser struct {
	First  *tagger.Model
	Second *tagger.Model
	Judge  Judge
	// Least is the confidence under which a statement is none.
	Least float64

	scratch sync.Pool // of *scratch
}

// A scratch is what one document leaves for the next.
type scratch struct{ first, second *sums }

// Statements returns the statements of the document of s in the order of their
// cues: all that may be, with how sure each is. Choose chooses among them. It
// fails only when ctx is done. It takes linear time.
func (p *Parser) Statements(ctx context.Context, s *feature.Sheet) ([]Candidate, error) {
	old, _ := p.scratch.Get().(*scratch)
	if old == nil {
		old = &scratch{newSums(p.First), newSums(p.Second)}
	}
	defer p.scratch.Put(old)
	g, err := newTagger(old.first, s).guess(ctx)
	if err != nil {
		return nil, err
	}
	all, err := newSecond(old.second, s, g).Candidates(ctx)
	if err != nil {
		return nil, err
	}
	var buf []uint64
	for i, r := range Rivals(all) {
		buf = AppendFeatures(buf[:0], s, g, &all[i], r)
		all[i].Confidence = p.Judge.Judge(buf)
	}
	return all, nil
}

// Choose returns the candidates of at least the given confidence that do not
// overlap a better one, in order.
func Choose(all []Candidate, least float64) []Candidate {
	order := make([]int, 0, len(all))
	last := 0
	for i := range all {
		if all[i].Confidence >= least {
			order = append(order, i)
			for _, c := range all[i].Content {
				last = max(last, c[1])
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[b].Confidence, all[a].Confidence) })
	taken := make([]bool, last)
	var kept []int
	for _, i := range order {
		n, free := 0, 0
		for _, c := range all[i].Content {
			for k := c[0]; k < c[1]; k++ {
				n++
				if !taken[k] {
					free++
				}
			}
		}
		if free*10 < n*7 {
			continue
		}
		kept = append(kept, i)
		for _, c := range all[i].Content {
			for k := c[0]; k < c[1]; k++ {
				taken[k] = true
			}
		}
	}
	slices.Sort(kept)
	out := make([]Candidate, len(kept))
	for n, i := range kept {
		out[n] = all[i]
	}
	return out
}
