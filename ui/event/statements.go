package event

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"gloss/articles/keep"
)

const (
	// run is how many words make a run.
	run = 3
	// leastRuns is the fewest runs that two statements must share, unless all their
	// words are the same.
	leastRuns = 3
	// leastShare is the least share of its runs that the shorter one must have in
	// common with the longer.
	leastShare = 0.6
	// leastWords is the fewest words of statements that are the same.
	leastWords = 2
	// crowd is how many statements of one article are looked at for a run that
	// they have; there may be more in an article made to take long.
	crowd = 20
)

// A candidate is two statements that are the same or nearly so.
type candidate struct {
	at [2]int
	overlap
}

// pairs returns the statements of both articles, paired where they are the
// same, which all are the candidates for. It sorts these. Each statement goes with the one that it shares most with.
func pairs(sides [2]keep.Findings, all []candidate) []Pair {
	var out []Pair
	var paired [2]map[int]bool
	paired[Left], paired[Right] = map[int]bool{}, map[int]bool{}
	slices.SortFunc(all, func(a, b candidate) int {
		if a.exact != b.exact {
			return map[bool]int{true: -1, false: 1}[a.exact]
		}
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.at[Left], b.at[Left]), cmp.Compare(a.at[Right], b.at[Right]))
	})
	take := func(both bool) {
		for _, c := range all {
			l, r := paired[Left][c.at[Left]], paired[Right][c.at[Right]]
			if l && r || both && (l || r) {
				continue
			}
			paired[Left][c.at[Left]], paired[Right][c.at[Right]] = true, true
			out = append(out, Pair{c.at, c.exact})
		}
	}
	take(true)  // each once, the nearest first
	take(false) // then those whose like is taken
	slices.SortFunc(out, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.At[Left], b.At[Left]), cmp.Compare(a.At[Right], b.At[Right]))
	})
	for i := range sides[Left].Statements {
		if !paired[Left][i] {
			out = append(out, Pair{At: [2]int{i, -1}})
		}
	}
	for i := range sides[Right].Statements {
		if !paired[Right][i] {
			out = append(out, Pair{At: [2]int{-1, i}})
		}
	}
	return out
}

// candidates returns the statements that are the same or nearly so and may be
// by one speaker. Only those that share a run, or all their words, are
// compared. The error is that of ctx.
func candidates(ctx context.Context, sides [2]keep.Findings, g *groups) ([]candidate, error) {
	var right []wording
	index := map[string][]int{} // statements of the right one by their runs
	for i, s := range sides[Right].Statements {
		w := wordingOf(s.Text.String())
		right = append(right, w)
		for _, k := range w.lookups() {
			if len(index[k]) < crowd {
				index[k] = append(index[k], i)
			}
		}
	}
	var out []candidate
	for l, s := range sides[Left].Statements {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w := wordingOf(s.Text.String())
		shared := map[int]int{}
		for _, k := range w.lookups() {
			for _, r := range index[k] {
				shared[r]++
			}
		}
		for r, n := range shared {
			other := sides[Right].Statements[r]
			if n < min(leastRuns, max(len(w.runs), 1)) || denies(s) != denies(other) || !g.mayBeOne(s.Speaker, other.Speaker) {
				continue
			}
			if o, ok := compare(w, right[r]); ok {
				out = append(out, candidate{[2]int{l, r}, o})
			}
		}
	}
	return out, nil
}

// lookups returns what a statement is found by: its runs, or where it has none
// all its words.
func (w wording) lookups() []string {
	if len(w.runs) == 0 {
		return []string{strings.Join(w.words, " ")}
	}
	return slices.Collect(maps.Keys(w.runs))
}

// denies reports whether the words of a statement are what its speaker does not
// say or wish.
func denies(s keep.Statement) bool {
	return s.Act == "deny" || s.Act == "refuse" || strings.HasPrefix(s.Act, "not ")
}

// mayBeOne reports whether a speaker of the left article may be one of the right
// one: they are one, or one has only a part of the other's name, as a surname,
// or one of them is no entity but a description or nothing.
func (g *groups) mayBeOne(left, right keep.Ref) bool {
	return left.Type == "" || right.Type == "" || g.group(Left, left) == g.group(Right, right) || left.MayBe(right)
}
