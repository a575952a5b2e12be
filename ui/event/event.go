// Package event compares what two articles have of one event: whom each quotes,
// which names only one has, and which statements both report.
//
// It is a function of what was found in them. Entities are one as
// keep.SameEntity has it, and a person of whom one article has only the surname
// is the one of that surname in the other, where each has nobody else of it.
// What Compare says about statements is told there.
package event

import (
	"cmp"
	"context"
	"slices"

	"gloss/articles"
	"gloss/articles/keep"
)

// A Side is one of the two articles.
type Side int

// The sides.
const (
	Left Side = iota
	Right
)

// Other returns the other side.
func (s Side) Other() Side { return 1 - s }

// A Source is one of the articles, with what was found in it.
type Source struct {
	Article  keep.Article
	Findings keep.Findings
}

// A Name is one whom the articles quote or name.
type Name struct {
	Ref   [2]keep.Ref      // as each article has it; zero where it has not
	Count [2]int           // statements or mentions; 0 where it has none
	First [2]articles.Span // the first of them
}

// On reports whether an article has it.
func (n Name) On(s Side) bool { return n.Count[s] > 0 }

// Both reports whether both have it.
func (n Name) Both() bool { return n.On(Left) && n.On(Right) }

// A Pair is a statement that both articles have, or one alone.
type Pair struct {
	At    [2]int // in Findings.Statements of each; -1 where it has not
	Exact bool   // the words are the same but for case and punctuation
}

// On reports whether an article has it.
func (p Pair) On(s Side) bool { return p.At[s] >= 0 }

// Both reports whether both have it.
func (p Pair) Both() bool { return p.On(Left) && p.On(Right) }

// A Comparison is what two articles have in common, and what only one has. In
// each list what both have comes first, then what only the left one has, then
// the right one.
type Comparison struct {
	Sources    [2]Source
	Quoted     []Name // who makes the statements, the most often first
	Names      []Name // whom the articles name, the most often first
	Statements []Pair // in the order of the left article, else of the right one
}

// Compare compares two articles.
//
// A statement of one is the same as one of the other if their words are the
// same or nearly so: the shorter shares most of its runs of three words with
// the longer, as a quotation that was cut does (see overlap), the negations
// and numbers in what they share are the same, and they are not said by two
// different entities; a speaker who is not named, or only described, may be
// anyone, and one who has only a surname anyone with that. A statement that has
// its like in the other article is never listed as one that only one has, even
// where the like is paired with another.
//
// So it finds quotations, also those that one article gives shorter or breaks
// differently; the same thing said in other words it does not find. What one
// says and another denies, as far as Statement.Act tells, is not the same. Of
// what one side has many times over, not all pairs are looked at.
//
// The error is that of ctx, where it ends before.
func Compare(ctx context.Context, left, right Source) (Comparison, error) {
	c := Comparison{Sources: [2]Source{left, right}}
	sides := [2]keep.Findings{left.Findings, right.Findings}
	g := gather(sides)
	c.Names, c.Quoted = g.named(sides), g.quoted(sides)
	all, err := candidates(ctx, sides, g)
	if err != nil {
		return Comparison{}, err
	}
	c.Statements = pairs(sides, all)
	return c, nil
}

// inOrder sorts names: those on both sides, then on the left, then on the right
// one, each by how often they are there.
func inOrder(all []Name) []Name {
	place := func(n Name) int {
		switch {
		case n.Both():
			return 0
		case n.On(Left):
			return 1
		}
		return 2
	}
	all = slices.DeleteFunc(all, func(n Name) bool { return !n.On(Left) && !n.On(Right) })
	slices.SortStableFunc(all, func(a, b Name) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(b.Count[Left]+b.Count[Right], a.Count[Left]+a.Count[Right]))
	})
	return all
}
