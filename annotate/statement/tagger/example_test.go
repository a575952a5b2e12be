package tagger_test

import (
	"fmt"

	"gloss/annotate/statement/tagger"
)

// A token that looks like a cue makes the one before it its source.
func Example() {
	var step tagger.Edges
	for next := range tagger.Label(tagger.N) {
		for prev := range tagger.Label(tagger.N) {
			if next.Follows(prev) {
				step[next][prev] = 1
			}
		}
	}
	step[tagger.Begin(tagger.Cue)][tagger.Begin(tagger.Source)] = 50
	nodes := make([]tagger.Row, 2)
	nodes[1][tagger.Begin(tagger.Cue)] = 3
	var l tagger.Lattice
	l.Marginals(nodes, nil, func(int) *tagger.Edges { return &step })
	for _, label := range l.Path(nodes) {
		fmt.Println(label == tagger.Begin(tagger.Source), label == tagger.Begin(tagger.Cue))
	}
	// Output:
	// true false
	// false true
}
