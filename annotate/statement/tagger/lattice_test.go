package tagger

import (
	"math"
	"math/rand/v2"
	"testing"
)

// each calls f with every valid labelling of n tokens.
func each(n int, f func(path []Label)) {
	path := make([]Label, n)
	var fill func(i int)
	fill = func(i int) {
		if i == n {
			f(path)
			return
		}
		prev := Outside
		if i > 0 {
			prev = path[i-1]
		}
		for l := range Label(N) {
			if l.Follows(prev) {
				path[i] = l
				fill(i + 1)
			}
		}
	}
	fill(0)
}

func random(rng *rand.Rand, n int) ([]Row, []Mask, []Edges) {
	nodes, masks, edges := make([]Row, n), make([]Mask, n), make([]Edges, n)
	for i := range nodes {
		for t := range Label(N) {
			nodes[i][t] = float32(rng.NormFloat64() * 2)
			for p := range Label(N) {
				if t.Follows(p) {
					edges[i][t][p] = float32(math.Exp(rng.NormFloat64()))
				}
			}
		}
		if rng.IntN(2) == 0 {
			masks[i] = Allow(Outside, Begin(Source), Inside(Source))
		}
	}
	return nodes, masks, edges
}

// The probabilities are those of a sum over all labellings, one by one.
func TestMarginalsAreSumsOverAllPaths(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var l Lattice
	for range 30 {
		n := 1 + rng.IntN(4)
		nodes, masks, edges := random(rng, n)
		want := make([][N]float64, n)
		pair := make([][N][N]float64, n)
		total := 0.0
		each(n, func(path []Label) {
			p := 1.0
			for i, s := range path {
				if masks[i] != 0 && masks[i]&(1<<s) == 0 {
					return
				}
				p *= math.Exp(float64(nodes[i][s]))
				if i > 0 {
					p *= float64(edges[i][s][path[i-1]])
				}
			}
			total += p
			for i, s := range path {
				want[i][s] += p
				if i > 0 {
					pair[i][s][path[i-1]] += p
				}
			}
		})
		l.Marginals(nodes, masks, func(i int) *Edges { return &edges[i] })
		for i := range nodes {
			for s := range N {
				if got, want := float64(nodes[i][s]), want[i][s]/total; math.Abs(got-want) > 1e-4 {
					t.Fatalf("label %d of token %d has %v, want %v", s, i, got, want)
				}
			}
			if i == 0 {
				continue
			}
			var got Edges
			l.Pair(i, &edges[i], &got)
			for s := range N {
				for p := range N {
					if want := pair[i][s][p] / total; math.Abs(float64(got[s][p])-want) > 1e-4 {
						t.Fatalf("step %d to %d at token %d has %v, want %v", p, s, i, got[s][p], want)
					}
				}
			}
		}
	}
}

func TestPathIsTheBestOfAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var l Lattice
	for range 50 {
		n := 1 + rng.IntN(4)
		nodes, _, _ := random(rng, n)
		best := float32(math.Inf(-1))
		sum := func(path []Label) (s float32) {
			for i, t := range path {
				s += nodes[i][t]
			}
			return s
		}
		each(n, func(path []Label) { best = max(best, sum(path)) })
		path := l.Path(nodes)
		prev := Outside
		for i, s := range path {
			if !s.Follows(prev) {
				t.Fatalf("token %d: %d follows %d", i, s, prev)
			}
			prev = s
		}
		if got := sum(path); math.Abs(float64(got-best)) > 1e-4 {
			t.Fatalf("path of %v, the best is %v", got, best)
		}
	}
}

func TestExp(t *testing.T) {
	for x := float32(-25); x <= 0; x += 0.01 {
		if got, want := float64(exp(x)), math.Exp(float64(x)); math.Abs(got/want-1) > 1e-4 {
			t.Fatalf("exp(%v) is %v, want %v", x, got, want)
		}
	}
}

func TestLabels(t *testing.T) {
	for p := Source; p <= Content; p++ {
		if !Begin(p).Begins() || Inside(p).Begins() || Begin(p).Part() != p || Inside(p).Part() != p {
			t.Errorf("labels %d and %d of part %d", Begin(p), Inside(p), p)
		}
	}
	pairs := 0
	for a := range Label(N) {
		for b := range Label(N) {
			if a.Follows(b) {
				pairs++
			}
		}
	}
	if pairs != steps {
		t.Errorf("%d steps, want %d", steps, pairs)
	}
}
