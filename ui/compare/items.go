package compare

import (
	"strings"

	"gloss/articles/keep"
	"gloss/ui/event"
	"gloss/ui/list"
)

// A group is a part of a list.
type group uint8

const (
	both group = iota
	only       // in one of the articles, side by side
	left       // only in that one
	right
)

// An item is a line of a list: what is at a place of the comparison's list for
// each article, -1 for nothing.
type item struct {
	at    [2]int
	group group
	begin bool // it is the first one of its group
}

// relist makes the list anew.
func (p *Pane) relist() {
	last, had := item{}, p.cursor.At < len(p.items)
	side := p.here()
	if had {
		last = p.items[p.cursor.At]
	}
	var groups [3][]int
	want := list.Fold(strings.TrimSpace(p.filter))
	for i := range p.len() {
		if want != "" && !strings.Contains(list.Fold(p.key(i)), want) {
			continue
		}
		at := 0
		switch l, r := p.has(i, event.Left), p.has(i, event.Right); {
		case l && r:
		case l:
			at = 1
		default:
			at = 2
		}
		groups[at] = append(groups[at], i)
	}
	p.items, p.cursor = nil, list.Cursor{}
	add := func(g group, n int, at func(i int) [2]int) {
		for i := range n {
			p.items = append(p.items, item{at(i), g, i == 0})
		}
	}
	get := func(list []int, i int) int {
		if i < len(list) {
			return list[i]
		}
		return -1
	}
	p.sizes = [3]int{len(groups[0]), len(groups[1]), len(groups[2])}
	add(both, p.sizes[0], func(i int) [2]int { return [2]int{groups[0][i], groups[0][i]} })
	if p.beside() {
		add(only, max(p.sizes[1], p.sizes[2]), func(i int) [2]int { return [2]int{get(groups[1], i), get(groups[2], i)} })
	} else {
		add(left, p.sizes[1], func(i int) [2]int { return [2]int{groups[1][i], -1} })
		add(right, p.sizes[2], func(i int) [2]int { return [2]int{-1, groups[2][i]} })
	}
	if !had {
		return
	}
	for i, it := range p.items {
		if it.at[side] == last.at[side] && last.at[side] >= 0 {
			p.cursor.At, p.side = i, side
			return
		}
	}
}

// len returns how much there is in the tab.
func (p *Pane) len() int {
	switch p.tab {
	case Quoted:
		return len(p.c.Quoted)
	case Names:
		return len(p.c.Names)
	}
	return len(p.c.Statements)
}

// has reports whether an article has what is at a place of the tab.
func (p *Pane) has(i int, s event.Side) bool {
	switch p.tab {
	case Quoted:
		return p.c.Quoted[i].On(s)
	case Names:
		return p.c.Names[i].On(s)
	}
	return p.c.Statements[i].On(s)
}

// name returns the name at a place of the tab.
func (p *Pane) name(i int) event.Name {
	if p.tab == Quoted {
		return p.c.Quoted[i]
	}
	return p.c.Names[i]
}

// statement returns what an article has of the statement at a place.
func (p *Pane) statement(i int, s event.Side) keep.Statement {
	return p.c.Sources[s].Findings.Statements[p.c.Statements[i].At[s]]
}

// key returns what is filtered at a place of the tab.
func (p *Pane) key(i int) string {
	var parts []string
	for _, s := range []event.Side{event.Left, event.Right} {
		switch {
		case !p.has(i, s):
		case p.tab == Statements:
			said := p.statement(i, s)
			parts = append(parts, said.Speaker.Name, said.Text.String())
		default:
			parts = append(parts, p.name(i).Ref[s].Name)
		}
	}
	return strings.Join(parts, "\n")
}
