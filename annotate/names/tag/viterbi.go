package tag

import "math"

// Scores are the scores of all tags at one token.
type Scores [N]int32

// Edges are the scores of all steps from one tag to the next: Edges[next][prev].
type Edges [N][N]int32

// never is less than any score of a path.
const never = math.MinInt32 / 4

// A Lattice finds the best paths through the tags of sequences. It keeps its
// memory from one sequence to the next, and must not be used from two
// goroutines at once.
type Lattice struct {
	forward []Scores
	from    [][N]Tag
	path    []Tag
}

// ending and starting are the tags that close and open names, or neither.
var ending, starting = func() (e, s [1 + 2*Classes]Tag) {
	n, m := 0, 0
	for t := range Tag(N) {
		if t.closes() {
			e[n] = t
			n++
		}
		if t.opens() {
			s[m] = t
			m++
		}
	}
	return e, s
}()

// Best returns the valid sequence of tags with the highest sum of scores:
// nodes[i] for the tag of token i, and edges(i) for the step from token i-1 to
// it, where a name cannot go on over either end. edges is not called for token
// 0. The result is valid until the next call.
func (l *Lattice) Best(nodes []Scores, edges func(i int) *Edges) []Tag {
	n := len(nodes)
	if n == 0 {
		return nil
	}
	if cap(l.forward) < n {
		l.forward, l.from, l.path = make([]Scores, 2*n), make([][N]Tag, 2*n), make([]Tag, 2*n)
	}
	l.forward, l.from, l.path = l.forward[:n], l.from[:n], l.path[:n]
	for t := range Tag(N) {
		l.forward[0][t] = never
		if t.opens() {
			l.forward[0][t] = nodes[0][t]
		}
	}
	for i := 1; i < n; i++ {
		l.step(i, &nodes[i], edges(i))
	}
	best := Outside
	for _, t := range ending {
		if l.forward[n-1][t] > l.forward[n-1][best] {
			best = t
		}
	}
	for i := n - 1; i >= 0; i-- {
		l.path[i] = best
		best = l.from[i][best]
	}
	return l.path
}

// step fills the scores of token i from those of the token before.
func (l *Lattice) step(i int, node *Scores, edges *Edges) {
	prev, cur, from := &l.forward[i-1], &l.forward[i], &l.from[i]
	for _, t := range starting {
		e := &edges[t]
		best, most := ending[0], int32(math.MinInt32)
		for _, p := range ending {
			if s := prev[p] + e[p]; s > most {
				best, most = p, s
			}
		}
		cur[t], from[t] = max(most+node[t], never), best
	}
	for c := range Class(Classes) {
		b, in := Begin(c), Inside(c)
		for _, t := range [2]Tag{in, Last(c)} {
			best, most := b, prev[b]+edges[t][b]
			if s := prev[in] + edges[t][in]; s > most {
				best, most = in, s
			}
			cur[t], from[t] = max(most+node[t], never), best
		}
	}
}

// Margins returns for each token by how much the best path beats the best one
// that gives the token another tag. It is to be called after Best with the
// same nodes and edges.
func (l *Lattice) Margins(nodes []Scores, edges func(i int) *Edges, margins []int32) []int32 {
	n := len(nodes)
	margins = append(margins[:0], make([]int32, n)...)
	var after, before Scores // best score from here on, without the node itself
	for t := range Tag(N) {
		after[t] = never
		if t.closes() {
			after[t] = 0
		}
	}
	for i := n - 1; i >= 0; i-- {
		own := l.path[i]
		best, other := int32(never), int32(never)
		for t := range Tag(N) {
			s := max(l.forward[i][t]+after[t], never)
			if t == own {
				best = s
			} else {
				other = max(other, s)
			}
		}
		margins[i] = best - other
		if i == 0 {
			break
		}
		for p := range Tag(N) {
			before[p] = never
		}
		e := edges(i)
		for _, t := range starting {
			s := after[t] + nodes[i][t]
			for _, p := range ending {
				before[p] = max(before[p], s+e[t][p])
			}
		}
		for c := range Class(Classes) {
			for _, t := range [2]Tag{Inside(c), Last(c)} {
				s := after[t] + nodes[i][t]
				for _, p := range [2]Tag{Begin(c), Inside(c)} {
					before[p] = max(before[p], s+e[t][p])
				}
			}
		}
		after = before
	}
	return margins
}
