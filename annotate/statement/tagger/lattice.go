package tagger

import "math"

// A Lattice sums over all labellings of a sequence. It keeps its memory from
// one sequence to the next, and must not be used from two goroutines at once.
type Lattice struct {
	forward, backward []Row
	factor            []Row
	best              []Row
	from              [][N]Label
	path              []Label
}

// A Mask has a bit for each label that a token may have. 0 allows all.
type Mask uint8

// Allow returns the mask of the given labels.
func Allow(labels ...Label) Mask {
	var m Mask
	for _, l := range labels {
		m |= 1 << l
	}
	return m
}

// Marginals overwrites the scores of each token with the probabilities of its
// labels. edges(i) are the factors of the step from token i-1 to token i; a
// nil masks allows all labels everywhere.
func (l *Lattice) Marginals(nodes []Row, masks []Mask, edges func(i int) *Edges) {
	n := len(nodes)
	if n == 0 {
		return
	}
	if cap(l.forward) < n {
		l.forward, l.backward, l.factor = make([]Row, 2*n), make([]Row, 2*n), make([]Row, 2*n)
	}
	l.forward, l.backward, l.factor = l.forward[:n], l.backward[:n], l.factor[:n]
	for i := range nodes {
		mask := Mask(0)
		if masks != nil {
			mask = masks[i]
		}
		factors(&l.factor[i], &nodes[i], mask)
	}
	for t := range N {
		l.forward[0][t] = 0
		if Label(t).Follows(Outside) {
			l.forward[0][t] = l.factor[0][t]
		}
	}
	scale(&l.forward[0])
	for i := 1; i < n; i++ {
		e, prev, f := edges(i), &l.forward[i-1], &l.factor[i]
		cur := &l.forward[i]
		for t := range N {
			cur[t] = 0
			if f[t] == 0 {
				continue
			}
			row := &e[t]
			cur[t] = f[t] * (prev[0]*row[0] + prev[1]*row[1] + prev[2]*row[2] + prev[3]*row[3] + prev[4]*row[4] + prev[5]*row[5] + prev[6]*row[6])
		}
		scale(cur)
	}
	for t := range N {
		l.backward[n-1][t] = 1
	}
	for i := n - 1; i > 0; i-- {
		e, f, next := edges(i), &l.factor[i], &l.backward[i]
		cur := &l.backward[i-1]
		*cur = Row{}
		for t := range N {
			x := f[t] * next[t]
			if x == 0 {
				continue
			}
			row := &e[t]
			for p := range N {
				cur[p] += x * row[p]
			}
		}
		scale(cur)
	}
	for i := range nodes {
		for t := range N {
			nodes[i][t] = l.forward[i][t] * l.backward[i][t]
		}
		scale(&nodes[i])
	}
}

// Pair returns the probabilities of the steps to token i, by next and previous
// label, after Marginals with the same edges.
func (l *Lattice) Pair(i int, e *Edges, out *Edges) {
	prev, f, next := &l.forward[i-1], &l.factor[i], &l.backward[i]
	sum := float32(0)
	for t := range N {
		x := f[t] * next[t]
		for p := range N {
			out[t][p] = prev[p] * e[t][p] * x
			sum += out[t][p]
		}
	}
	if sum > 0 {
		for t := range N {
			for p := range N {
				out[t][p] /= sum
			}
		}
	}
}

// factors turns scores into factors, of which the largest is 1.
func factors(out, scores *Row, mask Mask) {
	top := float32(math.Inf(-1))
	for t, s := range scores {
		if (mask == 0 || mask&(1<<t) != 0) && s > top {
			top = s
		}
	}
	for t, s := range scores {
		out[t] = 0
		if mask == 0 || mask&(1<<t) != 0 {
			if s == top {
				out[t] = 1
			} else if s > top-25 {
				out[t] = exp(s - top)
			}
		}
	}
}

// scale makes the numbers of a row sum to 1. Where they are all 0, as when
// every path has vanished, they become equal.
func scale(r *Row) {
	sum := r[0] + r[1] + r[2] + r[3] + r[4] + r[5] + r[6]
	if !(sum > 1e-30) {
		for t := range r {
			r[t] = 1.0 / N
		}
		return
	}
	f := 1 / sum
	for t := range r {
		r[t] *= f
	}
}

// exp is the exponential function for numbers from -25 to 0, good to six
// digits.
func exp(x float32) float32 {
	const log2e = 1.4426950408889634
	y := x * log2e
	k := int32(y - 0.5)
	f := y - float32(k) // -0.5 to 0.5
	p := 1 + f*(0.69314718+f*(0.24022651+f*(0.05550411+f*(0.00961813+f*0.00133336))))
	return math.Float32frombits(uint32(127+k)<<23) * p
}

// Path returns the valid labels whose probabilities have the largest sum: the
// labelling with the fewest expected errors. The result is valid until the
// next call.
func (l *Lattice) Path(marginals []Row) []Label {
	n := len(marginals)
	if n == 0 {
		return nil
	}
	if cap(l.best) < n {
		l.best, l.from, l.path = make([]Row, 2*n), make([][N]Label, 2*n), make([]Label, 2*n)
	}
	l.best, l.from, l.path = l.best[:n], l.from[:n], l.path[:n]
	for t := range Label(N) {
		l.best[0][t] = -1e9
		if t.Follows(Outside) {
			l.best[0][t] = marginals[0][t]
		}
	}
	for i := 1; i < n; i++ {
		prev := &l.best[i-1]
		top := Outside
		for t := range Label(N) {
			if prev[t] > prev[top] {
				top = t
			}
		}
		for t := range Label(N) {
			from := top
			if !t.Follows(Outside) {
				from = t
				if prev[t-1] > prev[t] {
					from = t - 1
				}
			}
			l.best[i][t], l.from[i][t] = prev[from]+marginals[i][t], from
		}
	}
	top := Outside
	for t := range Label(N) {
		if l.best[n-1][t] > l.best[n-1][top] {
			top = t
		}
	}
	for i := n - 1; i >= 0; i-- {
		l.path[i] = top
		top = l.from[i][top]
	}
	return l.path
}
