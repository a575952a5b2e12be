// Package coalition finds groups whose members a text names ("The pact
// comprises A, B and C"), and those whose members are known: the organisations
// of a table with the years of their memberships.
package coalition

import (
	"context"
	"slices"
	"strconv"
	"sync"
	"time"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A Finder finds coalitions. It is safe for concurrent use.
type Finder struct {
	gaz   *gazetteer.Gazetteer
	once  sync.Once
	known map[string][]membership
}

// NewFinder returns a finder, which reads its table at the first text.
func NewFinder(g *gazetteer.Gazetteer) *Finder { return &Finder{gaz: g} }

// Coalitions returns the coalitions of d: the stated ones in the order of the
// text, and those of the table that the text names, with their members at the
// date (today if it is zero). The entities are those of d. It fails only when
// ctx is done.
func (f *Finder) Coalitions(ctx context.Context, d *text.Document, entities []annotate.Entity, date time.Time) ([]annotate.Coalition, error) {
	f.once.Do(func() { f.known = memberships() })
	p := &pass{d: d, gaz: f.gaz, entities: entities, byEntity: map[string]int{}}
	p.place()
	for i, s := range d.Sentences {
		if i%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		p.sentence(i, s)
	}
	slices.SortStableFunc(p.found, func(a, b annotate.Coalition) int { return a.Span.Start - b.Span.Start })
	p.table(f.known, date)
	for i := range p.found {
		p.found[i].ID = "c" + strconv.Itoa(i+1)
	}
	return p.found, nil
}

// A pass is the work on one document.
type pass struct {
	d        *text.Document
	gaz      *gazetteer.Gazetteer
	entities []annotate.Entity
	mentions []placed
	at       []int32 // the mention that covers a token, or -1
	found    []annotate.Coalition
	byEntity map[string]int // stated coalitions by the entity's ID
}

// A placed mention is a name with its tokens and its entity's index.
type placed struct{ first, end, entity int }

func (p *pass) place() {
	p.at = make([]int32, len(p.d.Tokens))
	for i := range p.at {
		p.at[i] = -1
	}
	for e := range p.entities {
		for _, m := range p.entities[e].Mentions {
			if m.Kind != annotate.Name {
				continue
			}
			x := placed{first: p.d.At(m.Span.Start), entity: e}
			for x.end = x.first; x.end < len(p.d.Tokens) && int(p.d.Tokens[x.end].Start) < m.Span.End; x.end++ {
				p.at[x.end] = int32(len(p.mentions))
			}
			p.mentions = append(p.mentions, x)
		}
	}
}

// A group is what a text says has members: a name, or words such as "the
// coalition".
type group struct {
	first, end int
	entity     int // index, or -1
}

// state adds members to the group's coalition.
func (p *pass) state(g group, items []item, exhaustive bool, evidence annotate.Span) {
	c := annotate.Coalition{Span: p.d.Span(g.first, g.end), Basis: annotate.Stated, Evidence: evidence}
	c.Name = c.Span.Of(p.d.Text)
	key := "\t" + strconv.Itoa(g.first)
	if g.entity >= 0 {
		c.Name, c.Entity = p.entities[g.entity].Name, p.entities[g.entity].ID
		key = c.Entity
	}
	at, ok := p.byEntity[key]
	if !ok {
		at = len(p.found)
		p.found = append(p.found, c)
		p.byEntity[key] = at
	}
	to := &p.found[at]
	to.Exhaustive = to.Exhaustive || exhaustive
	for _, it := range items {
		m := p.mentions[it.mention]
		e := &p.entities[m.entity]
		if e.ID == c.Entity || slices.ContainsFunc(to.Members, func(x annotate.Member) bool { return x.Entity == e.ID }) {
			continue
		}
		to.Members = append(to.Members, annotate.Member{Name: e.Name, Span: p.d.Span(m.first, m.end), Entity: e.ID})
	}
	if len(to.Members) == 0 {
		p.found = p.found[:at]
		delete(p.byEntity, key)
	}
}

// table adds the coalitions that are known of the organisations in the text.
func (p *pass) table(known map[string][]membership, date time.Time) {
	ids := make(map[string]int, len(p.entities)) // entities by ID of the gazetteer
	var groups []string
	for e := range p.entities {
		switch p.entities[e].Type {
		case annotate.GPE, annotate.Org:
		default:
			continue
		}
		id := p.gazetteerID(e)
		if _, ok := ids[id]; ok || id == "" {
			continue
		}
		ids[id] = e
		if known[id] != nil {
			groups = append(groups, id)
		}
	}
	for _, g := range groups {
		e := &p.entities[ids[g]]
		c := annotate.Coalition{Name: e.Name, Entity: e.ID, Basis: annotate.Known, Exhaustive: true}
		for _, id := range asOf(known[g], date) {
			m := annotate.Member{Name: p.gaz.Label(id)}
			if x, ok := ids[id]; ok {
				m.Entity = p.entities[x].ID
			}
			c.Members = append(c.Members, m)
		}
		if len(c.Members) > 0 {
			p.found = append(p.found, c)
		}
	}
}

// gazetteerID returns the gazetteer's ID of an entity, by one of its first
// names; empty if it has none.
func (p *pass) gazetteerID(e int) string {
	for i, m := range p.entities[e].Mentions {
		if i == 8 {
			break
		}
		if m.Kind != annotate.Name {
			continue
		}
		first := p.d.At(m.Span.Start)
		end := first + 1
		for end < len(p.d.Tokens) && int(p.d.Tokens[end].Start) < m.Span.End {
			end++
		}
		w := p.gaz.Word(p.d.Lower(first))
		if x, n := p.gaz.Match(p.d, first, end, int(w.Longest)); n > 0 && n == end-first {
			return x.ID
		}
	}
	return ""
}
