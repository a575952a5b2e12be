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
	p := &pass{d: d, gaz: f.gaz, entities: entities, byKey: map[string]int{}, members: map[membership]int{}}
	p.place()
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
