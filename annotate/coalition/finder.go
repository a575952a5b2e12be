// Package coalition finds groups whose members a text names ("The pact
// comprises A, B and C"; "D, a member of the pact"), and those whose members
// are known: the organisations of a table with the dates of their memberships.
package coalition

import (
	"context"
	"slices"
	"strconv"
	"time"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/organisation"
	"gloss/annotate/text"
)

// A Finder finds coalitions. It is safe for concurrent use.
type Finder struct {
	gaz   *gazetteer.Gazetteer
	known *organisation.Table
}

// NewFinder returns a finder, which reads its tables at the first text.
func NewFinder(g *gazetteer.Gazetteer) *Finder {
	return &Finder{gaz: g, known: organisation.New()}
}

// Coalitions returns the coalitions of d: the stated ones in the order of the
// text, and those of the table that the text names, with their members at the
// date (today if it is zero). The entities are those of d. It fails only when
// ctx is done, and takes linear time.
func (f *Finder) Coalitions(ctx context.Context, d *text.Document, entities []annotate.Entity, date time.Time) ([]annotate.Coalition, error) {
	if date.IsZero() {
		date = time.Now()
	}
	p := &pass{d: d, gaz: f.gaz, entities: slices.Clip(entities), byKey: map[string]int{}, members: map[membership]int{}}
	p.place()
	p.placeKnown(f.known)
	p.lookUp(f.known)
	p.triggers = make([]trigger, len(d.Words))
	for i, w := range d.Words {
		p.triggers[i] = triggerOf(w)
	}
	for i, s := range d.Sentences {
		if i%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		p.sentence(i, s)
	}
	found := p.stated()
	found = p.knownAt(date, found)
	for i := range found {
		found[i].ID = "c" + strconv.Itoa(i+1)
	}
	return found, nil
}

// A pass is the work on one document.
type pass struct {
	d        *text.Document
	gaz      *gazetteer.Gazetteer
	entities []annotate.Entity
	ids      []string                       // of the gazetteer, by entity; empty if it has none
	bodies   [][]*organisation.Organisation // of the table, by entity
	byID     map[string]int                 // entities by their names in gazetteer and table; countries before their people
	triggers []trigger                      // by word number
	mentions []placed
	at       []int32 // the mention that covers a token, or -1

	found   []annotate.Coalition
	byKey   map[string]int // stated coalitions by what tells them apart
	members map[membership]int
	latest  recent
}

// A membership is a coalition that was found with an entity's index, -1 for a
// member that is none, and its name.
type membership struct {
	coalition, entity int
	name              string
}

// A placed mention is a name with its tokens and its entity's index.
type placed struct{ first, end, entity int }

// place notes which tokens the names cover.
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
			if x.end > x.first {
				p.mentions = append(p.mentions, x)
			}
		}
	}
}

// placeKnown adds the organisations of the table that are named where no entity
// is, as entities without an ID.
func (p *pass) placeKnown(table *organisation.Table) {
	first := make([]bool, len(p.d.Words))
	for i, w := range p.d.Words {
		first[i] = table.Begins(w)
	}
	byForm := map[string]int{}
	for i := 0; i < len(p.d.Tokens); i++ {
		t := p.d.Tokens[i]
		if !first[t.Word] {
			continue
		}
		form := table.Match(p.d.Text[t.Start:])
		end := i
		for end < len(p.d.Tokens) && int(p.d.Tokens[end].End) <= int(t.Start)+len(form) {
			end++
		}
		if end == i || int(p.d.Tokens[end-1].End) != int(t.Start)+len(form) || p.covered(i, end) {
			continue
		}
		e, ok := byForm[form]
		if !ok {
			e = len(p.entities)
			byForm[form] = e
			p.entities = append(p.entities, annotate.Entity{Name: form, Type: annotate.Org})
		}
		for k := i; k < end; k++ {
			p.at[k] = int32(len(p.mentions))
		}
		p.mentions = append(p.mentions, placed{i, end, e})
		i = end - 1
	}
}

// covered reports whether one name covers the tokens.
func (p *pass) covered(first, end int) bool {
	m := p.at[first]
	return m >= 0 && p.mentions[m].end >= end
}

// word returns the lower-cased word of token i of the sentence, or nothing
// outside of it.
func (p *pass) word(i int, s text.Sentence) string {
	if i < s.First || i >= s.End {
		return ""
	}
	return p.d.Lower(i)
}

// kind returns the kind of token i of the sentence; outside it is a stop.
func (p *pass) kind(i int, s text.Sentence) text.Kind {
	if i < s.First || i >= s.End {
		return text.Stop
	}
	return p.d.Tokens[i].Kind
}

// mention returns the name that covers token i of the sentence.
func (p *pass) mention(i int, s text.Sentence) (placed, bool) {
	if i < s.First || i >= s.End || p.at[i] < 0 {
		return placed{}, false
	}
	return p.mentions[p.at[i]], true
}

// stated returns the coalitions that still have members, in the order of the
// text.
func (p *pass) stated() []annotate.Coalition {
	out := make([]annotate.Coalition, 0, len(p.found))
	for _, c := range p.found {
		c.Members = slices.DeleteFunc(c.Members, func(m annotate.Member) bool { return m.Name == "" })
		if len(c.Members) > 0 {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b annotate.Coalition) int { return a.Span.Start - b.Span.Start })
	if len(out) == 0 {
		return nil
	}
	return out
}
