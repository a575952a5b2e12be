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
	// ByRule is set where the parts are those that a rule proposes.
	ByRule     bool
	Confidence float64
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
	return newSecond(newSums(m), s, g)
}

func newSecond(c *sums, s *feature.Sheet, g *Guess) *Second {
	n := len(s.Doc.Tokens)
	return &Second{m: c.m, s: s, g: g, sums: c.of(s), known: make([]bool, n), own: make([]tagger.Sum, n)}
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

// Parts appends the statement of cue c, which stands in stretch k, if it has
// content; and the one that the rules propose for the cue, if it has another.
func (x *Second) Parts(dst []Candidate, c Cue, k int) []Candidate {
	first, end := x.g.Window(x.s, k, c.First)
	end = max(end, c.End)
	view := x.s.View(c.First, c.End)
	x.nodes, x.masks = x.nodes[:0], x.masks[:0]
	for i := first; i < end; i++ {
		x.nodes = append(x.nodes, tagger.Row{})
		x.masks = append(x.masks, MaskOf(i, c.First, c.End))
	}
	x.buf = EachPair(x.s, x.g, &view, first, end, x.buf, func(i int, features []uint64) {
		sum := *x.ownOf(i)
		x.m.Add(features, &sum)
		x.nodes[i-first] = sum.Row()
	})
	x.lattice.Marginals(x.nodes, x.masks, func(i int) *tagger.Edges { return x.m.Edges(x.s.Kind(first + i)) })
	path := x.lattice.Path(x.nodes)
	out := Candidate{Cue: c, View: view}
	for i := 0; i < len(path); i++ {
		p := path[i].Part()
		if p != tagger.Source && p != tagger.Content {
			continue
		}
		to := i + 1
		for to < len(path) && path[to].Part() == p && !path[to].Begins() {
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
	if out.Content = x.quoted(out.Content, c.First); len(out.Content) > 0 {
		x.weigh(&out, first)
		dst = append(dst, out)
	}
	if view.Rule >= 0 {
		p := &x.s.Rules[view.Rule]
		if same := Overlap(p.Content, out.Content); same < Size(p.Content) || same < Size(out.Content) {
			out = Candidate{Cue: c, View: view, Content: p.Content, ByRule: true}
			if p.Source[0] < p.Source[1] {
				out.Source = [][2]int{p.Source}
			}
			x.weigh(&out, first)
			dst = append(dst, out)
		}
	}
	return dst
}

// quoted returns the content without what is not quoted after a cue that a whole
// quotation stands before: “We won,” she said, but nobody cheered.
func (x *Second) quoted(content [][2]int, cue int) [][2]int {
	if len(content) < 2 || content[0][1] > cue || !x.s.Whole(content[0]) {
		return content
	}
	kept := content[:1]
	for _, c := range content[1:] {
		if c[0] < cue || !x.s.Outside(c[0]) {
			kept = append(kept, c)
		}
	}
	return kept
}

// weigh sets the probabilities of the parts of c from those of the window that
// begins at token first.
func (x *Second) weigh(c *Candidate, first int) {
	mean := func(spans [][2]int, p tagger.Part) (mean, least float32) {
		n := 0
		least = 1
		for _, s := range spans {
			for i := s[0]; i < s[1]; i++ {
				prob := float32(0)
				if k := i - first; k >= 0 && k < len(x.nodes) {
					prob = x.nodes[k].Part(p)
				}
				mean += prob
				least = min(least, prob)
				n++
			}
		}
		return mean / float32(max(n, 1)), least
	}
	c.SourceProb, _ = mean(c.Source, tagger.Source)
	c.ContentProb, c.Weakest = mean(c.Content, tagger.Content)
}

// ownOf returns the weights that token i has for every cue.
func (x *Second) ownOf(i int) *tagger.Sum {
	sum := &x.own[i]
	if !x.known[i] {
		x.known[i] = true
		n := len(x.s.Doc.Tokens)
		x.sums.around(i, 0, n, sum)
		x.ownBuf = x.s.AppendSecond(x.ownBuf[:0], x.g.Hints, i, 0, n)
		x.m.Add(x.ownBuf, sum)
	}
	return sum
}

// Candidates returns the statements that Parts gives of all cues. It fails only
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
		out = x.Parts(out, c, k)
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
