package entity

import (
	"cmp"
	"math"
	"slices"

	"gloss/annotate"
)

// ranked returns the things that have mentions as entities, by salience: how
// often and how early they are mentioned.
func (k *links) ranked() []annotate.Entity {
	var out []annotate.Entity
	length := float64(len(k.d.Text) + 1)
	top := 0.0
	for i := range k.things {
		t := &k.things[i]
		if len(t.forms) == 0 {
			continue
		}
		slices.SortFunc(t.mentions, func(a, b annotate.Mention) int { return a.Span.Start - b.Span.Start })
		e := annotate.Entity{Name: fullest(t.forms), Type: t.typ, Roles: t.roles, Mentions: t.mentions}
		for _, f := range t.forms {
			if f != e.Name {
				e.Aliases = append(e.Aliases, f)
			}
		}
		early := 1 - float64(t.mentions[0].Span.Start)/length
		e.Salience = weight(t.typ) * (math.Sqrt(float64(len(t.mentions))) + early)
		top = max(top, e.Salience)
		out = append(out, e)
	}
	for i := range out {
		out[i].Salience = math.Round(out[i].Salience/top*1000) / 1000
	}
	slices.SortStableFunc(out, func(a, b annotate.Entity) int {
		return cmp.Or(cmp.Compare(b.Salience, a.Salience), a.Mentions[0].Span.Start-b.Mentions[0].Span.Start)
	})
	for i := range out {
		out[i].ID = id(i + 1)
	}
	return out
}

// weight is how much an entity of a type tells of what an article is about.
func weight(t annotate.Type) float64 {
	switch t {
	case annotate.Person, annotate.Org:
		return 1
	case annotate.Norp:
		return 0.6
	case annotate.Date, annotate.Time, annotate.Money, annotate.Percent, annotate.Quantity:
		return 0.2
	}
	return 0.9
}
