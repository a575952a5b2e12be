package coalition

import (
	"strings"
	"time"

	"gloss/annotate"
	"gloss/annotate/organisation"
)

// mostForms is how many forms of a name are looked up.
const mostForms = 12

// lookUp finds the entities in the gazetteer and in the table of organisations.
func (p *pass) lookUp(table *organisation.Table) {
	p.ids = make([]string, len(p.entities))
	p.bodies = make([][]*organisation.Organisation, len(p.entities))
	named := make(map[string]bool, len(p.entities))
	for e := range p.entities {
		if p.entities[e].Type == annotate.Person {
			continue
		}
		p.ids[e] = p.gazetteerID(e)
		named[p.ids[e]] = true
	}
	type doubt struct {
		entity int
		body   *organisation.Organisation
	}
	var doubts []doubt
	for e := range p.entities {
		if p.entities[e].Type == annotate.Person {
			continue
		}
		for i := range min(1+len(p.entities[e].Aliases), mostForms) {
			form := p.entities[e].Name
			if i > 0 {
				form = p.entities[e].Aliases[i-1]
			}
			o, unsure := table.Named(form)
			switch {
			case o == nil:
			case unsure:
				doubts = append(doubts, doubt{e, o})
			default:
				p.addBody(e, o)
			}
		}
	}
	// A form that means other things too counts where the text names two of the
	// members, whenever they were.
	for _, x := range doubts {
		n := 0
		seen := make(map[string]bool, 2)
		for _, m := range x.body.Memberships {
			if named[m.Member] && !seen[m.Member] {
				seen[m.Member] = true
				n++
			}
		}
		if n >= 2 {
			p.addBody(x.entity, x.body)
		}
	}
	p.file()
}

// file notes which entities the IDs of the gazetteer and the names of the table
// stand for.
func (p *pass) file() {
	p.byID = make(map[string]int, len(p.entities))
	for e, id := range p.ids {
		if x, ok := p.byID[id]; id != "" && (!ok || p.entities[x].Type == annotate.Norp && p.entities[e].Type != annotate.Norp) {
			p.byID[id] = e
		}
		for _, o := range p.bodies[e] {
			if _, ok := p.byID[o.Name]; !ok {
				p.byID[o.Name] = e
			}
		}
	}
}

func (p *pass) addBody(e int, o *organisation.Organisation) {
	for _, x := range p.bodies[e] {
		if x == o {
			return
		}
	}
	p.bodies[e] = append(p.bodies[e], o)
}

// knownAt adds the coalitions that are known of the organisations in the text,
// in the order of their salience.
func (p *pass) knownAt(date time.Time, found []annotate.Coalition) []annotate.Coalition {
	done := make(map[*organisation.Organisation]bool)
	for e := range p.entities {
		for _, o := range p.bodies[e] {
			if done[o] {
				continue
			}
			done[o] = true
			members, all := o.On(date)
			if len(members) == 0 {
				continue
			}
			c := annotate.Coalition{Name: o.Name, Entity: p.entities[e].ID, Basis: annotate.Known, Exhaustive: all}
			for _, m := range members {
				x := annotate.Member{Name: p.gaz.LabelAt(m.ID, date)}
				if i, ok := p.byID[m.ID]; ok {
					x.Entity = p.entities[i].ID
				}
				if m.Suspended {
					x.Name += " (suspended)"
				}
				c.Members = append(c.Members, x)
			}
			found = append(found, c)
		}
	}
	return found
}

// gazetteerID returns the gazetteer's ID of an entity, by one of its first
// names; empty if it has none.
func (p *pass) gazetteerID(e int) string {
	for i, m := range p.entities[e].Mentions {
		if i == mostForms {
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
		if end > first+1 && strings.EqualFold(p.d.Raw(first), "the") {
			first++
		}
		w := p.gaz.Word(p.d.Lower(first))
		if x, n := p.gaz.Match(p.d, first, end, int(w.Longest)); n > 0 && n == end-first {
			return x.ID
		}
	}
	return ""
}
