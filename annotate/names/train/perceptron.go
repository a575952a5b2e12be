package train

import (
	"math/rand/v2"

	"gloss/annotate/names/model"
	"gloss/annotate/names/tag"
)

// Learning are the settings of the learner.
type Learning struct {
	Epochs int
	Margin int32   // by which the right path must win
	Drop   float64 // share of the features of a token that are left out at random
	Seed   uint64
}

// A learner holds integer weights and, for their average over time, how much
// each has changed when.
type learner struct {
	weights   []int32 // by row and tag
	late      []int64 // changes times the time of each
	edges     []tag.Edges
	lateEdges [][tag.N][tag.N]int64
	now       int64
	keep      []int32 // rows of the sequence at hand that are not dropped
	ends      []int32
	nodes     []tag.Scores
	lattice   tag.Lattice
	sum       []tag.Edges
}

func newLearner(rows, kinds int) *learner {
	return &learner{
		weights:   make([]int32, rows*tag.N),
		late:      make([]int64, rows*tag.N),
		edges:     make([]tag.Edges, kinds+1),
		lateEdges: make([][tag.N][tag.N]int64, kinds+1),
	}
}

// learn runs the epochs over the sequences.
func (l *learner) learn(seqs []sequence, how Learning, report func(epoch, wrong int)) {
	rng := rand.New(rand.NewPCG(how.Seed, 7))
	drop := uint64(how.Drop * (1 << 16))
	for epoch := range how.Epochs {
		wrong := 0
		for _, i := range rng.Perm(len(seqs)) {
			if l.see(&seqs[i], how.Margin, drop, rng) {
				wrong++
			}
			l.now++
		}
		report(epoch, wrong)
	}
}

// see corrects the weights if the best path of the sequence, with the margin
// added to all wrong tags, is not the right one.
func (l *learner) see(s *sequence, margin int32, drop uint64, rng *rand.Rand) bool {
	l.keep, l.ends, l.nodes, l.sum = l.keep[:0], l.ends[:0], l.nodes[:0], l.sum[:0]
	at := int32(0)
	for i, end := range s.ends {
		var node tag.Scores
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
			w := (*[tag.N]int32)(l.weights[int(r)*tag.N:])
			for t := range node {
				node[t] += w[t]
			}
		}
		at = end
		l.ends = append(l.ends, int32(len(l.keep)))
		for t := range node {
			if tag.Tag(t) != s.gold[i] {
				node[t] += margin
			}
		}
		l.nodes = append(l.nodes, node)
		l.sum = append(l.sum, l.edges[0])
		if k := s.kinds[i]; k > 0 {
			e := &l.sum[i]
			for next := range e {
				for prev := range e[next] {
					e[next][prev] += l.edges[k][next][prev]
				}
			}
		}
	}
	best := l.lattice.Best(l.nodes, func(i int) *tag.Edges { return &l.sum[i] })
	wrong := false
	at = 0
	for i, end := range l.ends {
		right, guess := s.gold[i], best[i]
		if right != guess {
			wrong = true
			for _, r := range l.keep[at:end] {
				l.change(int(r)*tag.N+int(right), 1)
				l.change(int(r)*tag.N+int(guess), -1)
			}
		}
		at = end
		if i > 0 && (right != guess || s.gold[i-1] != best[i-1]) {
			l.step(s.kinds[i], right, s.gold[i-1], 1)
			l.step(s.kinds[i], guess, best[i-1], -1)
		}
	}
	return wrong
}

func (l *learner) change(i int, by int32) {
	l.weights[i] += by
	l.late[i] += int64(by) * l.now
}

func (l *learner) step(kind int32, next, prev tag.Tag, by int32) {
	l.edges[0][next][prev] += by
	l.lateEdges[0][next][prev] += int64(by) * l.now
	if kind > 0 {
		l.edges[kind][next][prev] += by
		l.lateEdges[kind][next][prev] += int64(by) * l.now
	}
}

// addTo adds the averages of the weights over time to w.
func (l *learner) addTo(w *model.Weights, keys, kinds []uint64) {
	mean := func(weight int32, late int64) float32 {
		return float32(float64(weight) - float64(late)/float64(max(l.now, 1)))
	}
	for r, key := range keys {
		var row *[tag.N]float32
		for t := range tag.N {
			x := mean(l.weights[r*tag.N+t], l.late[r*tag.N+t])
			if x == 0 {
				continue
			}
			if row == nil {
				if row = w.Features[key]; row == nil {
					row = new([tag.N]float32)
					w.Features[key] = row
				}
			}
			row[t] += x
		}
	}
	for k := range l.edges {
		into := &w.Edges
		if k > 0 {
			if into = w.Kinds[kinds[k-1]]; into == nil {
				into = new([tag.N][tag.N]float32)
				w.Kinds[kinds[k-1]] = into
			}
		}
		for next := range tag.N {
			for prev := range tag.N {
				into[next][prev] += mean(l.edges[k][next][prev], l.lateEdges[k][next][prev])
			}
		}
	}
}
