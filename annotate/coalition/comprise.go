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

// membersOf reads "members of X such as A and B", "whose members are A and B",
// "its other members are A and B" and "X members A, B and C".
func (p *pass) membersOf(i, si int, s text.Sentence) {
	if p.negated(i, s) {
		return
	}
	partial := false
	k := i + 1
	for w := p.word(k, s); w == "states" || w == "countries" || w == "nations" || w == "state" || w == "country"; w = p.word(k, s) {
		k++
	}
	var g group
	ok := false
	if p.word(k, s) == "of" {
		if g, ok = p.groupAfter(k+1, s, true); !ok {
			return
		}
		k = max(g.end, k+2)
		if x := p.word(k, s); groupNoun(x) && p.at[k] < 0 {
			k++
		}
	} else {
		j := i - 1
	back:
		for j >= s.First && p.at[j] < 0 {
			switch p.d.Lower(j) {
			case "permanent", "founding", "new", "newest", "original", "core":
				partial = true
			case "current", "full", "other", "present", "fellow", "remaining", "only", "-":
			case "former", "non", "prospective", "future", "aspiring", "potential":
				return
			case "has", "had", "with", "have", "of", "now", "many":
				if w := p.d.Lower(j); w == "of" && j > s.First && p.d.Tokens[j-1].Kind != text.Close && p.at[j-1] < 0 && !groupNoun(p.d.Lower(j-1)) {
					return
				}
			default:
				if t := p.d.Tokens[j]; t.Kind != text.Number && !t.Is(text.Clitic) && !counts(p.d.Lower(j)) {
					break back
				}
			}
			j--
		}
		switch p.word(j, s) {
		case "whose":
			g, ok = p.subject(j-1, si, s)
		case "its", "the", "their":
			if p.word(j, s) == "their" || p.word(j, s) == "the" && p.word(i-1, s) == "the" {
				return
			}
			g, ok = p.lastGroup(si, "")
		default:
			g, ok = p.subject(j, si, s)
		}
		if !ok {
			return
		}
	}
	partial = partial || p.someOf(i, s)
	comma := p.kind(k, s) == text.Comma
	if comma {
		k++
	}
	switch p.word(k, s) {
	case "are", "were":
		p.listed(g, k+1, si, s, !partial, 2, strong)
	case "include", "included", "including", "like", "such", "among":
		if start, ok := p.preamble(k, s); ok {
			p.listed(g, start, si, s, false, 1, strong)
		} else {
			p.listed(g, k+1, si, s, false, 1, strong)
		}
	case ":", "namely", "-", "–", "—":
		p.listed(g, k+1, si, s, !partial, 2, strong)
	default:
		if comma && p.countries(k, s) {
			p.listed(g, k, si, s, false, 3, strong) // "its five members, A, B, C, D and E,"
		} else if x, named := p.mention(i-1, s); !comma && named && x.entity == g.entity && k < s.End && p.at[k] >= 0 && k == i+1 {
			p.listed(g, k, si, s, false, 1, strong)
		}
	}
}

// countries reports whether the list at token i begins with two countries, and
// is none of other groups: "members of X, Y and Z".
func (p *pass) countries(i int, s text.Sentence) bool {
	items, _, _ := p.list(i, s)
	for _, it := range items[:min(2, len(items))] {
		if it.entity < 0 || p.entities[it.entity].Type != annotate.GPE {
			return false
		}
	}
	return len(items) > 1
}

// someOf reports whether the word before "members" at token i makes them some
// of all.
func (p *pass) someOf(i int, s text.Sentence) bool {
	for k := i - 1; k >= i-2; k-- {
		switch p.word(k, s) {
		case "among", "several", "some", "permanent", "founding", "new", "newest", "original", "core", "two", "many", "most":
			return true
		}
	}
	return false
}

// counts reports the words for small numbers.
func counts(w string) bool {
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve":
		return true
	}
	return false
}

// statesOf reads "EU states such as A" and "NATO allies A and B".
func (p *pass) statesOf(i, si int, s text.Sentence) {
	x, ok := p.mention(i-1, s)
	if !ok || x.end != i || !p.isBody(x, false) {
		return
	}
	k := i + 1
	if p.kind(k, s) == text.Comma {
		k++
	}
	switch p.word(k, s) {
	case "such", "including", "like", "among":
		if start, ok := p.preamble(k, s); ok {
			p.listed(group(x), start, si, s, false, 1, strong)
		}
	default:
		least := 1
		if k > i+1 {
			least = 3
		}
		p.listed(group(x), k, si, s, false, least, strong)
	}
}

// apposition reads "X (A, B and C)", "X - A, B and C -" and "X: A, B and C":
// the mark at token i parts a group from three or more members.
func (p *pass) apposition(i, si int, s text.Sentence) {
	t := p.d.Tokens[i]
	if t.Kind == text.Hyphen && t.Is(text.Glued) || t.Kind == text.Colon && p.d.Raw(i) != ":" {
		return
	}
	items, next, open := p.list(i+1, s)
	if len(items) < 3 {
		return
	}
	end := p.kind(next, s)
	if (t.Kind == text.Open) != (end == text.Close) || end == text.Word {
		return
	}
	last := i - 1
	if x, ok := p.mention(i-2, s); ok && x.end == i-1 && p.triggers[p.d.Tokens[i-1].Word] == states {
		last-- // "the G7 countries - A, B and C"
	}
	g, ok := p.groupEnding(last, si, s)
	for k := i - 2; !ok && k > max(s.First, i-7); k-- { // "the quartet of mediators - A, B and C"
		if p.word(k+1, s) == "of" {
			g, ok = p.groupEnding(k, si, s)
		}
	}
	if !ok || g.entity >= 0 && !p.isBody(placed(g), false) || !p.fits(g, items, weak) {
		return
	}
	for k := g.first - 1; k > g.first-4 && !open; k-- {
		open = p.word(k, s) == "members" && p.someOf(k, s)
	}
	p.state(g, items, !open, p.d.Span(s.First, s.End))
}

// groupOf reads "a coalition of A, B and C" and "A formed a coalition with B".
func (p *pass) groupOf(i, si int, s text.Sentence) {
	w := p.d.Lower(i)
	k := i + 1
	if p.word(k, s) == "government" {
		k++
	}
	switch p.word(k, s) {
	case "of":
		if !alliance(w) && w != "group" && w != "union" && w != "partnership" {
			return
		}
	case "between", "among", "linking", "uniting":
		if !alliance(w) || w == "pact" || w == "accord" || w == "compact" {
			return
		}
	case "with":
		if w == "coalition" || w == "alliance" || w == "bloc" {
			p.allied(i, k+1, s)
		}
		return
	default:
		return
	}
	start, partial := p.preamble(k+1, s)
	items, next, open := p.list(start, s)
	if len(items) < 2 || p.negated(i, s) || next < s.End && p.d.Tokens[next].Is(text.Clitic) {
		return
	}
	for _, it := range items {
		if it.entity < 0 {
			continue
		}
		if t := p.entities[it.entity].Type; t != annotate.GPE && w == "group" {
			return
		}
	}
	g, ok := p.groupEnding(k-1, si, s)
	if !ok || !p.fits(g, items, strong) {
		return
	}
	p.state(g, items, !open && !partial, p.d.Span(s.First, s.End))
}

// allied reads "A formed a coalition with B", of the noun at token i and the
// list at token start.
func (p *pass) allied(i, start int, s text.Sentence) {
	j := i - 1
	for w := p.word(j, s); w == "a" || w == "an" || w == "new" || w == "governing" || w == "grand"; w = p.word(j, s) {
		j--
	}
	switch p.word(j, s) {
	case "formed", "forms", "joined", "made":
	default:
		return
	}
	for p.word(j-1, s) == "has" || p.word(j-1, s) == "have" || p.word(j-1, s) == "had" {
		j--
	}
	items, first := p.subjects(j-1, s)
	with, _, _ := p.list(start, s)
	g := group{i, i + 1, -1}
	if len(items) == 0 || len(with) == 0 || p.isGoverned(first, s) || !p.fits(g, with, strong) {
		return
	}
	p.state(g, append(items, with...), false, p.d.Span(s.First, s.End))
}

// ledGroup reads "the A-led coalition".
func (p *pass) ledGroup(i int, s text.Sentence) {
	if p.kind(i-1, s) != text.Hyphen {
		return
	}
	it, ok := p.leader(i-1, s)
	if !ok {
		return
	}
	g := group{it.first, i + 1, -1}
	if x, ok := p.mention(i+1, s); ok && p.isBody(x, false) {
		g = group(x)
	} else {
		for k := i + 1; ; k++ {
			if k == min(i+5, s.End) || p.d.Tokens[k].Kind != text.Word && p.d.Tokens[k].Kind != text.Hyphen {
				return
			}
			if w := p.d.Lower(k); alliance(w) || w == "force" {
				g.end = k + 1
				break
			}
		}
	}
	p.state(g, []item{it}, false, p.d.Span(s.First, s.End))
}

// leader returns the country or body whose name, or whose people's, ends before
// token end.
func (p *pass) leader(end int, s text.Sentence) (item, bool) {
	it := item{first: -1, end: end, entity: -1}
	id := ""
	if x, ok := p.mention(end-1, s); ok && x.end == end {
		it.first, it.entity = x.first, x.entity
		if p.entities[x.entity].Type == annotate.Org {
			return it, true
		}
		id = p.ids[x.entity]
		if id == "" && p.entities[x.entity].Type == annotate.GPE {
			return it, true
		}
	} else {
		for k := max(s.First, end-4); k < end && it.first < 0; k++ {
			e, n := p.gaz.Match(p.d, k, end, int(p.gaz.Word(p.d.Lower(k)).Longest))
			if n == end-k && (e.Type == annotate.GPE || e.Type == annotate.Norp && len(e.ID) == 2) {
				it.first, id = k, e.ID
			}
		}
	}
	if x, ok := p.byID[id]; ok && id != "" {
		it.entity = x
	}
	return it, id != ""
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
