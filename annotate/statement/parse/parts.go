package parse

import (
	"context"

	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/tagger"
)

// A Candidate is a statement that may be one: a cue with what the second
// tagger gives it, in tokens.
type Candidate struct {
	Cue
	Source  [][2]int
	Content [][2]int
	View    feature.View
	// SourceProb and ContentProb are the mean probabilities of the tokens of
	// the parts; Weakest is the least one of the content.
	SourceProb, ContentProb, Weakest float32
	Confidence                       float64
}

// A Second tags the parts of given cues. It must not be used from two
// goroutines at once.
type Second struct {
	m       *tagger.Model
	s       *feature.Sheet
	g       *Guess
	sums    *sums
	known   []bool
	own     []tagger.Sum // of each token, for every cue
	nodes   []tagger.Row
	masks   []tagger.Mask
	lattice tagger.Lattice
	buf     []uint64 // of pairs
	ownBuf  []uint64
}

// NewSecond returns the second tagger of a document.
func NewSecond(m *tagger.Model, s *feature.Sheet, g *Guess) *Second {
	n := len(s.Doc.Tokens)
	return &Second{m: m, s: s, g: g, sums: newSums(m, s), known: make([]bool, n), own: make([]tagger.Sum, n)}
}

// Masks of the tokens around a cue, of its first token and of the others.
var (
	aroundCue = tagger.Allow(tagger.Outside, tagger.Begin(tagger.Source), tagger.Inside(tagger.Source), tagger.Begin(tagger.Content), tagger.Inside(tagger.Content))
	firstCue  = tagger.Allow(tagger.Begin(tagger.Cue))
	restCue   = tagger.Allow(tagger.Inside(tagger.Cue))
)

// MaskOf returns the labels that token i may have beside the cue [first, end).
func MaskOf(i, first, end int) tagger.Mask {
	switch {
	case i == first:
		return firstCue
	case i > first && i < end:
		return restCue
	}
	return aroundCue
}

// EachPair calls f for every token of the window [first, end) but those of the
// cue, with the features that it has towards the cue. The slice is only valid
// in the call.
func EachPair(s *feature.Sheet, g *Guess, v *feature.View, first, end int, buf []uint64, f func(i int, features []uint64)) []uint64 {
	w := feature.NewWalk(false)
	for i := v.First - 1; i >= first; i-- {
		buf = s.AppendPair(buf[:0], g.Hints, i, v, &w)
		f(i, buf)
		w.Step(s, g.Hints, i)
	}
	w = feature.NewWalk(true)
	for i := v.End; i < end; i++ {
		buf = s.AppendPair(buf[:0], g.Hints, i, v, &w)
		f(i, buf)
		w.Step(s, g.Hints, i)
	}
	return buf
}

// Parts returns the statement of cue c, which stands in stretch k.
func (x *Second) Parts(c Cue, k int) Candidate {
	first, end := x.g.Window(x.s, k, c.First)
	end = max(end, c.End)
	out := Candidate{Cue: c, View: x.s.View(c.First, c.End)}
	x.nodes, x.masks = x.nodes[:0], x.masks[:0]
	for i := first; i < end; i++ {
		x.nodes = append(x.nodes, tagger.Row{})
		x.masks = append(x.masks, MaskOf(i, c.First, c.End))
	}
	x.buf = EachPair(x.s, x.g, &out.View, first, end, x.buf, func(i int, features []uint64) {
		sum := *x.ownOf(i)
		for _, f := range features {
			x.m.Add(f, &sum)
		}
		x.nodes[i-first] = sum.Row()
	})
	x.lattice.Marginals(x.nodes, x.masks, func(i int) *tagger.Edges { return x.m.Edges(x.s.Kind(first + i)) })
	path := x.lattice.Path(x.nodes)
	var n [4]float32
	var sum [4]float32
	out.Weakest = 1
	for i := 0; i < len(path); i++ {
		p := path[i].Part()
		if p != tagger.Source && p != tagger.Content {
			continue
		}
		to := i
		for to < len(path) && path[to].Part() == p && (to == i || !path[to].Begins()) {
			prob := x.nodes[to].Part(p)
			sum[p] += prob
			n[p]++
			if p == tagger.Content {
				out.Weakest = min(out.Weakest, prob)
			}
			to++
		}
		span := [2]int{first + i, first + to}
		if p == tagger.Source {
			out.Source = append(out.Source, span)
		} else {
			out.Content = append(out.Content, span)
		}
		i = to - 1
	}
	if n[tagger.Source] > 0 {
		out.SourceProb = sum[tagger.Source] / n[tagger.Source]
	}
	if n[tagger.Content] > 0 {
		out.ContentProb = sum[tagger.Content] / n[tagger.Content]
	}
	return out
}

// ownOf returns the weights that token i has for every cue.
func (x *Second) ownOf(i int) *tagger.Sum {
	sum := &x.own[i]
	if !x.known[i] {
		x.known[i] = true
		n := len(x.s.Doc.Tokens)
		x.sums.around(i, 0, n, sum)
		x.ownBuf = x.s.AppendSecond(x.ownBuf[:0], x.g.Hints, i, 0, n)
		for _, f := range x.ownBuf {
			x.m.Add(f, sum)
		}
	}
	return sum
}

// Candidates returns a statement for each cue that has content. It fails only
// when ctx is done.
func (x *Second) Candidates(ctx context.Context) ([]Candidate, error) {
	var out []Candidate
	k := 0
	for n, c := range x.g.Cues {
		if n%64 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		for c.First >= x.g.Stretches[k][1] {
			k++
		}
		if cand := x.Parts(c, k); len(cand.Content) > 0 {
			out = append(out, cand)
		}
	}
	return out, nil
}

// AppendOwn appends the features that the second tagger has for token i
// whatever the cue is.
func AppendOwn(dst []uint64, s *feature.Sheet, g *Guess, i int) []uint64 {
	n := len(s.Doc.Tokens)
	for off := -feature.Reach; off <= feature.Reach; off++ {
		if j := i + off; j >= 0 && j < n {
			dst = s.AppendForm(dst, s.Form(j), off)
		} else {
			dst = feature.AppendEdge(dst, off)
		}
	}
	return s.AppendSecond(dst, g.Hints, i, 0, n)
}
