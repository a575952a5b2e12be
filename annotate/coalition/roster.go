package coalition

import (
	"strconv"
	"strings"

	"gloss/annotate"
	"gloss/annotate/text"
)

// A group is what a text says has members: a name, or words such as "the
// coalition".
type group struct {
	first, end int
	entity     int // index, or -1
}

// recent is the group that was spoken of last, for "It" and "the alliance".
type recent struct {
	group
	sentence int
	set      bool
}

// key tells the group's coalition from others: by its entity, by the words of a
// group named after its leader, or by its place.
func (p *pass) key(g group) string {
	if g.entity >= 0 {
		return strconv.Itoa(g.entity)
	}
	if p.at[g.first] >= 0 {
		return "\t" + lowered(p.d, g.first, g.end)
	}
	return "at " + strconv.Itoa(g.first)
}

func lowered(d *text.Document, first, end int) string {
	var b []byte
	for i := first; i < end; i++ {
		b = append(append(b, d.Lower(i)...), ' ')
	}
	return string(b)
}

// state adds members to the group's coalition.
func (p *pass) state(g group, items []item, exhaustive bool, evidence annotate.Span) {
	key := p.key(g)
	at, ok := p.byKey[key]
	if !ok {
		c := annotate.Coalition{Span: p.d.Span(g.first, g.end), Basis: annotate.Stated, Evidence: evidence}
		c.Name = c.Span.Of(p.d.Text)
		if g.entity >= 0 {
			c.Name, c.Entity = p.entities[g.entity].Name, p.entities[g.entity].ID
		}
		at = len(p.found)
		p.found = append(p.found, c)
		p.byKey[key] = at
	}
	to := &p.found[at]
	to.Exhaustive = to.Exhaustive || exhaustive
	if evidence.Start >= to.Evidence.End && evidence.Start <= to.Evidence.End+2 {
		to.Evidence.End = evidence.End // the list goes on in the next sentence
	}
	for _, it := range items {
		m := annotate.Member{Span: p.d.Span(it.first, it.end)}
		if it.entity < 0 {
			m.Name = p.unnamed(m.Span.Of(p.d.Text))
		} else {
			m.Name, m.Entity = p.entities[it.entity].Name, p.entities[it.entity].ID
		}
		if it.whole != "" {
			m.Name = it.whole
		}
		k := membership{at, it.entity, m.Name}
		if _, ok := p.members[k]; ok || it.entity >= 0 && it.entity == g.entity {
			continue
		}
		p.members[k] = len(to.Members)
		to.Members = append(to.Members, m)
	}
	p.latest = recent{g, p.d.SentenceOf(g.first), true}
}

// unnamed returns the name of a member that is no entity: that of the country
// where the words are those of its people, else the words.
func (p *pass) unnamed(words string) string {
	if e, ok := p.gaz.Name(strings.ToLower(words)); ok && len(e.ID) == 2 {
		return p.gaz.Label(e.ID)
	}
	return words
}

// deny takes members out of the group's coalition: the text says that they left
// it or never were in it.
func (p *pass) deny(g group, items []item) {
	at, ok := p.byKey[p.key(g)]
	if !ok {
		return
	}
	for _, it := range items {
		if it.entity < 0 {
			continue
		}
		k := membership{at, it.entity, p.entities[it.entity].Name}
		if it.whole != "" {
			k.name = it.whole
		}
		if i, ok := p.members[k]; ok {
			p.found[at].Members[i] = annotate.Member{}
			delete(p.members, k)
		}
	}
}
