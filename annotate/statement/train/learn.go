package train

import (
	"math"
	"math/rand/v2"

	"gloss/annotate/statement/tagger"
)

// Learning are the settings of a learner of a tagger.
type Learning struct {
	Epochs int
	Rate   float64 // size of the first steps
	Drop   float64 // share of the features that are left out at random
	Seed   uint64
}

// A sequence is a stretch of tokens that a tagger sees at once.
type sequence struct {
	rows  []int32 // features of all tokens, one after the other
	ends  []int32 // where in rows each token's end
	kinds []int32 // of the steps to each token
	gold  []tagger.Label
	masks []tagger.Mask // nil: all labels are allowed
}

// A learner holds the weights of a conditional random field and the sums of
// the squares of their gradients.
type learner struct {
	weights, squares []tagger.Row
	edges, edgeSums  []tagger.Edges
	factors          []tagger.Edges
	rate             float32
	keep             []int32
	ends             []int32
	nodes            []tagger.Row
	lattice          tagger.Lattice
}

func newLearner(rows int, rate float64) *learner {
	l := &learner{
		weights: make([]tagger.Row, rows), squares: make([]tagger.Row, rows),
		edges: make([]tagger.Edges, tagger.Kinds), edgeSums: make([]tagger.Edges, tagger.Kinds),
		factors: make([]tagger.Edges, tagger.Kinds), rate: float32(rate),
	}
	for k := range l.factors {
		for next := range tagger.Label(tagger.N) {
			for prev := range tagger.Label(tagger.N) {
				if next.Follows(prev) {
					l.factors[k][next][prev] = 1
				}
			}
		}
	}
	return l
}

// learn runs the epochs over the sequences.
func (l *learner) learn(seqs []sequence, how Learning) {
	rng := rand.New(rand.NewPCG(how.Seed, 11))
	drop := uint64(how.Drop * (1 << 16))
	for range how.Epochs {
		for _, i := range rng.Perm(len(seqs)) {
			l.see(&seqs[i], drop, rng)
		}
	}
	scale := float32(1 - how.Drop)
	for i := range l.weights {
		for t := range l.weights[i] {
			l.weights[i][t] *= scale
		}
	}
}

// certain is the error of a label under which nothing is learned from it.
const certain = 0.003

// see takes one step by the gradient of one sequence.
func (l *learner) see(s *sequence, drop uint64, rng *rand.Rand) {
	l.keep, l.ends, l.nodes = l.keep[:0], l.ends[:0], l.nodes[:0]
	at := int32(0)
	for _, end := range s.ends {
		var node tagger.Row
		bits, left := uint64(0), 0
		for _, r := range s.rows[at:end] {
			if left == 0 {
				bits, left = rng.Uint64(), 4
			}
			dropped := bits&0xffff < drop
			bits >>= 16
			left--
			if dropped {
				continue
			}
			l.keep = append(l.keep, r)
			w := &l.weights[r]
			for t := range node {
				node[t] += w[t]
			}
		}
		at = end
		l.ends = append(l.ends, int32(len(l.keep)))
		l.nodes = append(l.nodes, node)
	}
	l.lattice.Marginals(l.nodes, s.masks, func(i int) *tagger.Edges { return &l.factors[s.kinds[i]] })
	at = 0
	var pair tagger.Edges
	for i, end := range l.ends {
		g, worst := l.nodes[i], float32(0)
		for t := range g {
			g[t] = -g[t]
		}
		g[s.gold[i]]++
		for _, x := range g {
			worst = max(worst, x, -x)
		}
		if worst > certain {
			for _, r := range l.keep[at:end] {
				w, q := &l.weights[r], &l.squares[r]
				for t, x := range g {
					if x > 1e-4 || x < -1e-4 {
						q[t] += x * x
						w[t] += l.rate * x / sqrt(q[t]+0.1)
					}
				}
			}
		}
		at = end
		if i == 0 || worst <= certain && l.nodes[i-1][s.gold[i-1]] > 1-certain {
			continue
		}
		k := s.kinds[i]
		l.lattice.Pair(i, &l.factors[k], &pair)
		pair[s.gold[i]][s.gold[i-1]]--
		for next := range tagger.Label(tagger.N) {
			for prev := range tagger.Label(tagger.N) {
				x := -pair[next][prev]
				if !next.Follows(prev) || x < 1e-4 && x > -1e-4 {
					continue
				}
				q, w := &l.edgeSums[k][next][prev], &l.edges[k][next][prev]
				*q += x * x
				*w += l.rate * x / sqrt(*q+0.1)
				l.factors[k][next][prev] = float32(math.Exp(float64(*w)))
			}
		}
	}
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// addTo adds the weights, times share, to w.
func (l *learner) addTo(w *tagger.Weights, keys []uint64, share float32) {
	for r, key := range keys {
		row := w.Features[key]
		if row == nil {
			row = new(tagger.Row)
			w.Features[key] = row
		}
		for t, x := range l.weights[r] {
			row[t] += share * x
		}
	}
	for k := range l.edges {
		for next := range l.edges[k] {
			for prev, x := range l.edges[k][next] {
				w.Edges[k][next][prev] += share * x
			}
		}
	}
}
