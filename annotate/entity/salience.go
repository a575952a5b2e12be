package entity

import (
	"cmp"
	"math"
	"slices"

	"gloss/annotate"
)

// ranked returns the things that have names as entities, by salience.
func (k *links) ranked(all []gathered) []annotate.Entity {
	var out []annotate.Entity
	top := 0.0
	for i := range all {
		g := &all[i]
		if len(g.forms) == 0 {
			continue
		}
		slices.SortFunc(g.mentions, func(a, b annotate.Mention) int { return a.Span.Start - b.Span.Start })
		e := annotate.Entity{Name: g.fullest(), Type: g.typ(), Roles: g.roles, Mentions: g.mentions}
		for _, f := range g.forms {
			if f != e.Name {
				e.Aliases = append(e.Aliases, f)
			}
		}
		e.Salience = k.salience(&e)
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

// salience tells how much the article is about an entity: how often it is
// mentioned, in how many paragraphs, how early, and whether in a heading or the
// first paragraph, as in the features of Dunietz and Gillick (2014).
func (k *links) salience(e *annotate.Entity) float64 {
	const lead = 2 // blocks: the headline and the first paragraph
	count, spread, last := 0.0, 0.0, -1
	leads := 0.0
	for _, m := range e.Mentions {
		count++
		b := k.blockAt(m.Span.Start, last)
		if b == last {
			continue
		}
		last = b
		spread++
		switch {
		case k.d.Blocks[b].Kind == annotate.Heading && b < lead:
			leads += 1.5
		case k.d.Blocks[b].Kind == annotate.Heading, b < lead:
			leads += 0.5
		}
	}
	early := 1 - float64(e.Mentions[0].Span.Start)/float64(len(k.d.Text)+1)
	return weight(e.Type) * (math.Sqrt(count) + math.Sqrt(spread)/2 + early + min(leads, 2))
}

// blockAt returns the index of the block that holds the byte off, which lies
// in block from or after it.
func (k *links) blockAt(off, from int) int {
	if from >= 0 && off < k.d.Blocks[from].Span.End {
		return from
	}
	n, _ := slices.BinarySearchFunc(k.d.Blocks[from+1:], off, func(b annotate.Block, off int) int {
		if b.Span.End <= off {
			return -1
		}
		return 1
	})
	return from + 1 + n
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
