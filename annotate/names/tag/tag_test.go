package tag_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"gloss/annotate/names/tag"
)

func Example() {
	tags := make([]tag.Tag, 4)
	tag.Set(tags, tag.Name{First: 1, End: 3, Class: tag.Org})
	fmt.Println(tags[1] == tag.Begin(tag.Org), tags[2] == tag.Last(tag.Org))
	fmt.Println(tag.Names(tags))
	// Output:
	// true true
	// [{1 3 1}]
}

func TestFollows(t *testing.T) {
	for _, c := range []struct {
		prev, next tag.Tag
		want       bool
	}{
		{tag.Outside, tag.Outside, true},
		{tag.Outside, tag.Begin(tag.Org), true},
		{tag.Outside, tag.Unit(tag.Misc), true},
		{tag.Outside, tag.Inside(tag.Org), false},
		{tag.Outside, tag.Last(tag.Org), false},
		{tag.Begin(tag.Org), tag.Inside(tag.Org), true},
		{tag.Begin(tag.Org), tag.Last(tag.Org), true},
		{tag.Begin(tag.Org), tag.Last(tag.Person), false},
		{tag.Begin(tag.Org), tag.Outside, false},
		{tag.Inside(tag.Misc), tag.Last(tag.Misc), true},
		{tag.Last(tag.Misc), tag.Begin(tag.Misc), true},
		{tag.Last(tag.Misc), tag.Last(tag.Misc), false},
		{tag.Unit(tag.Person), tag.Unit(tag.Place), true},
	} {
		if got := c.next.Follows(c.prev); got != c.want {
			t.Errorf("%d after %d: %v, want %v", c.next, c.prev, got, c.want)
		}
	}
}

// random returns the scores of a short sequence.
func random(rng *rand.Rand, n int) ([]tag.Scores, []tag.Edges) {
	nodes, edges := make([]tag.Scores, n), make([]tag.Edges, n)
	for i := range n {
		for t := range tag.N {
			nodes[i][t] = rng.Int32N(200) - 100
			for p := range tag.N {
				edges[i][t][p] = rng.Int32N(100) - 50
			}
		}
	}
	return nodes, edges
}

// eachPath calls f with every valid sequence of tags and its score.
func eachPath(nodes []tag.Scores, edges []tag.Edges, f func(path []tag.Tag, score int32)) {
	path := make([]tag.Tag, len(nodes))
	var walk func(i int, score int32)
	walk = func(i int, score int32) {
		if i == len(nodes) {
			if tag.Outside.Follows(path[i-1]) {
				f(path, score)
			}
			return
		}
		for t := range tag.Tag(tag.N) {
			s := score + nodes[i][t]
			if i == 0 {
				if !t.Follows(tag.Outside) {
					continue
				}
			} else {
				if !t.Follows(path[i-1]) {
					continue
				}
				s += edges[i][t][path[i-1]]
			}
			path[i] = t
			walk(i+1, s)
		}
	}
	walk(0, 0)
}

func TestBestAndMarginsAgreeWithAllPaths(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var l tag.Lattice
	for range 60 {
		nodes, edges := random(rng, 1+rng.IntN(4))
		at := func(i int) *tag.Edges { return &edges[i] }
		got := slices.Clone(l.Best(nodes, at))
		margins := l.Margins(nodes, at, nil)
		best, most := []tag.Tag(nil), int32(-1<<30)
		eachPath(nodes, edges, func(p []tag.Tag, s int32) {
			if s > most {
				best, most = slices.Clone(p), s
			}
		})
		others := make([]int32, len(nodes))
		for i := range others {
			others[i] = -1 << 30
		}
		gotScore := int32(-1 << 30)
		eachPath(nodes, edges, func(p []tag.Tag, s int32) {
			if slices.Equal(p, got) {
				gotScore = s
			}
			for i := range p {
				if p[i] != got[i] {
					others[i] = max(others[i], s)
				}
			}
		})
		if gotScore != most {
			t.Fatalf("path %v of score %d, best is %v of %d", got, gotScore, best, most)
		}
		for i, m := range margins {
			if m != most-others[i] {
				t.Fatalf("margin of token %d is %d, want %d", i, m, most-others[i])
			}
		}
	}
}

func TestBestOfNothing(t *testing.T) {
	var l tag.Lattice
	if got := l.Best(nil, nil); len(got) != 0 {
		t.Errorf("tags %v", got)
	}
}

func BenchmarkBest(b *testing.B) {
	nodes, edges := random(rand.New(rand.NewPCG(1, 1)), 30)
	var l tag.Lattice
	for b.Loop() {
		l.Best(nodes, func(i int) *tag.Edges { return &edges[i] })
	}
}
