package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// How much words of membership prove.
type strength uint8

const (
	weak   strength = iota // "includes": also said of other things than members
	strong                 // "consists of", "members of"
)

// verb returns where the list begins after the verb of membership at token i,
// and whether the list is given as complete; 0 if the words mean something
// else.
func (p *pass) verb(i int, s text.Sentence) (list int, exhaustive bool) {
	next, after := p.word(i+1, s), p.word(i+2, s)
	switch p.d.Lower(i) {
	case "comprises", "comprise", "comprised", "comprising":
		if next == "of" {
			return i + 2, true
		}
		return i + 1, true
	case "consists", "consist", "consisted", "consisting", "composed":
		if next == "of" {
			return i + 2, true
		}
		if after == "of" { // "mainly of"
			return i + 3, false
		}
	case "made":
		if next == "up" && after == "of" {
			return i + 3, true
		}
		if next == "up" && p.word(i+3, s) == "of" {
			return i + 4, false
		}
	case "brings", "bringing":
		if next == "together" {
			return i + 2, true
		}
	case "unites", "uniting":
		return i + 1, true
	case "groups", "links":
		if p.kind(i+1, s) == text.Word && after != "" && next != "of" && next != "such" && next != "including" {
			return i + 1, true
		}
	case "includes", "include", "included", "including":
		return i + 1, false
	}
	return 0, false
}

// groupThenList reads "The pact comprises A, B and C" and what means the same.
func (p *pass) groupThenList(i, si int, s text.Sentence) {
	start, exhaustive := p.verb(i, s)
	if start == 0 || p.negated(i, s) {
		return
	}
	g, ok := p.groupBefore(i, si, s)
	if !ok {
		if x, named := p.mention(i, s); !named || x.end != i+1 || !p.isBody(x, true) {
			return
		}
		x := p.mentions[p.at[i]] // the verb was taken for the last word of the name
		g = group{x.first, i, x.entity}
		if g.first == g.end {
			return
		}
	}
	proof := strong
	if !exhaustive && p.d.Lower(i) != "made" && p.d.Lower(i) != "composed" {
		proof = weak
	}
	least := 2
	if w := p.word(i-1, s); proof == weak && (w == "also" || w == "now") && g.entity >= 0 && len(p.bodies[g.entity]) > 0 {
		least = 1
	}
	p.listed(g, start, si, s, exhaustive, least, proof)
}

// listed adds the list that begins at token start, or the items of the list in
// the blocks that follow a colon, if there are at least least members.
func (p *pass) listed(g group, start, si int, s text.Sentence, exhaustive bool, least int, proof strength) bool {
	start, partial := p.preamble(start, s)
	items, next, open := p.list(start, s)
	evidence := p.d.Span(s.First, s.End)
	if len(items) == 0 && p.d.Raw(s.End-1) == ":" {
		items, evidence.End = p.bullets(si)
	}
	if len(items) < least || !p.fits(g, items, proof) {
		return false
	}
	if p.kind(next, s) == text.Comma {
		next++
	}
	open = open || p.kind(next, s) != text.Colon && p.others(next, s) || p.word(next, s) == "among"
	p.state(g, items, exhaustive && !open && !partial, evidence)
	return true
}

// fits reports whether the items can be the members of the group: persons only
// those of a committee and the like, and after weak words only states, unless
// the group is one by its name.
func (p *pass) fits(g group, items []item, proof strength) bool {
	persons, named := 0, 0
	for _, it := range items {
		if it.entity < 0 {
			continue
		}
		named++
		switch p.entities[it.entity].Type {
		case annotate.Person:
			persons++
		case annotate.GPE:
		default:
			if proof == weak && g.entity >= 0 && !p.isBody(placed(g), false) {
				return false
			}
		}
	}
	if named == 0 || g.entity >= 0 && named == 1 && items[0].entity == g.entity {
		return false
	}
	if persons == named {
		return seats(p.d.Lower(g.end - 1))
	}
	return persons*2 < named // a body with a person's name may be among them
}

// negated reports whether a word right before token i denies.
func (p *pass) negated(i int, s text.Sentence) bool {
	for k := max(s.First, i-4); k < i; k++ {
		switch p.d.Lower(k) {
		case "not", "n't", "n’t", "never", "no", "nor", "without", "cannot":
			return true
		}
	}
	return false
}
