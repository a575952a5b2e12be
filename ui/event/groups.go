package event

import (
	"slices"
	"strings"

	"gloss/articles"
	"gloss/articles/keep"
)

// A node is an entity of one of the articles, or a speaker who is no entity
// but words of its text.
type node struct {
	side Side
	ref  keep.Ref
	keys []string // as keep.Entity.Keys has them
}

// groups are the entities and speakers of two articles; those that are one are
// in one group.
type groups struct {
	nodes  []node
	parent []int // a node of the same group, itself for the last
	byRef  [2]map[keep.Ref]int
}

// gather makes the groups of two articles.
func gather(sides [2]keep.Findings) *groups {
	g := &groups{byRef: [2]map[keep.Ref]int{{}, {}}}
	for side, f := range sides {
		for _, e := range f.Entities {
			g.add(Side(side), e)
		}
		for _, s := range f.Statements {
			if s.Speaker.Name != "" {
				g.add(Side(side), keep.Entity{Ref: s.Speaker})
			}
		}
	}
	g.join()
	return g
}

// add adds an entity of an article, unless one of its name and type is there.
func (g *groups) add(side Side, e keep.Entity) {
	if _, ok := g.byRef[side][e.Ref]; ok {
		return
	}
	g.byRef[side][e.Ref] = len(g.nodes)
	g.parent = append(g.parent, len(g.nodes))
	g.nodes = append(g.nodes, node{side, e.Ref, e.Keys()})
}

// join makes one group of what is one, between the articles only: what an
// article has as two stays so unless the other has both as one.
func (g *groups) join() {
	byKey := [2]map[string][]int{{}, {}}
	for i, n := range g.nodes {
		for _, k := range n.keys {
			byKey[n.side][k] = append(byKey[n.side][k], i)
		}
	}
	for i, n := range g.nodes {
		for _, j := range byKey[n.side.Other()][n.keys[0]] {
			g.parent[g.root(i)] = g.root(j)
		}
	}
	g.joinSurnames()
}

// joinSurnames joins a person of whom one article has only the surname with the
// one in the other article whose name ends with it, where neither has anybody
// else with that word in the name.
func (g *groups) joinSurnames() {
	having := [2]map[string][]int{{}, {}} // persons by each word of their names
	for i, n := range g.nodes {
		for _, w := range slices.Compact(slices.Sorted(slices.Values(n.person()))) {
			having[n.side][w] = append(having[n.side][w], i)
		}
	}
	for i, n := range g.nodes {
		name := n.person()
		if len(name) != 1 {
			continue
		}
		here, there := having[n.side][name[0]], having[n.side.Other()][name[0]]
		if len(here) != 1 || len(there) != 1 {
			continue
		}
		full := g.nodes[there[0]].person()
		if len(full) > 1 && full[len(full)-1] == name[0] {
			g.parent[g.root(i)] = g.root(there[0])
		}
	}
}

// person returns the words of the name of a person, none of what is something
// else.
func (n node) person() []string {
	class, name, _ := strings.Cut(n.keys[0], "\x00")
	if class != "person" {
		return nil
	}
	return strings.Fields(name)
}

// root returns the node that stands for the group of a node.
func (g *groups) root(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// group returns the group of a name of an article, -1 for the empty one.
func (g *groups) group(side Side, r keep.Ref) int {
	i, ok := g.byRef[side][r]
	if !ok {
		return -1
	}
	return g.root(i)
}

// A tally counts what groups have.
type tally struct {
	g     *groups
	place map[int]int // in names, by group
	names []Name
}

// count adds n to what a group has on a side, found first at a span.
func (t *tally) count(side Side, r keep.Ref, n int, at articles.Span) {
	group := t.g.group(side, r)
	if group < 0 || n == 0 {
		return
	}
	i, ok := t.place[group]
	if !ok {
		i = len(t.names)
		t.place[group] = i
		t.names = append(t.names, Name{})
	}
	name := &t.names[i]
	if !name.On(side) {
		name.Ref[side], name.First[side] = r, at
	}
	name.Count[side] += n
}

// named returns whom the articles name.
func (g *groups) named(sides [2]keep.Findings) []Name {
	t := tally{g: g, place: map[int]int{}}
	for side, f := range sides {
		for _, e := range f.Entities {
			t.count(Side(side), e.Ref, e.Mentions, e.First)
		}
	}
	return inOrder(t.names)
}

// quoted returns who makes the statements of the articles.
func (g *groups) quoted(sides [2]keep.Findings) []Name {
	t := tally{g: g, place: map[int]int{}}
	for side, f := range sides {
		for _, s := range f.Statements {
			t.count(Side(side), s.Speaker, 1, s.Span)
		}
	}
	return inOrder(t.names)
}
