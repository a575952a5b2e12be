package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// sentence finds the memberships that sentence si of the document states.
func (p *pass) sentence(si int, s text.Sentence) {
	for i := s.First; i < s.End; i++ {
		if p.d.Tokens[i].Kind != text.Word || p.at[i] >= 0 {
			continue
		}
		switch w := p.d.Lower(i); w {
		case "comprises", "comprise", "comprised", "comprising", "consists", "consist", "consisted", "consisting", "made", "composed",
			"includes", "include", "included", "including", "groups", "brings", "unites":
			p.groupThenList(i, si, s)
		case "members", "membership":
			p.membersOf(i, si, s)
		case "member":
			p.memberOf(i, s)
		case "joined", "belongs", "belong":
			p.joined(i, s)
		case "led":
			p.ledGroup(i, s)
		default:
			if groupNoun(w) {
				p.groupOf(i, s)
			}
		}
	}
}

// verb returns where the list begins after the verb of membership at token i,
// and whether the list is given as complete; 0 if the words mean something
// else.
func (p *pass) verb(i, end int) (list int, exhaustive bool) {
	next := func(j int) string {
		if j < end {
			return p.d.Lower(j)
		}
		return ""
	}
	switch p.d.Lower(i) {
	case "comprises", "comprise", "comprised", "comprising":
		if next(i+1) == "of" {
			return i + 2, true
		}
		return i + 1, true
	case "consists", "consist", "consisted", "consisting":
		if next(i+1) == "of" {
			return i + 2, true
		}
	case "made":
		if next(i+1) == "up" && next(i+2) == "of" {
			return i + 3, true
		}
	case "composed":
		if next(i+1) == "of" {
			return i + 2, true
		}
	case "brings":
		if next(i+1) == "together" {
			return i + 2, true
		}
	case "groups", "unites":
		return i + 1, true
	case "includes", "include", "included", "including":
		return i + 1, false
	}
	return 0, false
}

// groupThenList reads "The pact comprises A, B and C" and what means the same.
func (p *pass) groupThenList(i, si int, s text.Sentence) {
	start, exhaustive := p.verb(i, s.End)
	if start == 0 || p.negated(i, s) {
		return
	}
	g, ok := p.groupBefore(i, s)
	if !ok {
		return
	}
	p.listed(g, start, si, s, exhaustive, 2)
}

// listed adds the list that begins at token start, or the items of the
// Markdown list after a colon, if there are at least least members.
func (p *pass) listed(g group, start, si int, s text.Sentence, exhaustive bool, least int) bool {
	start, partial := p.preamble(start, s.End)
	items, next, open := p.list(start, s.End)
	evidence := p.d.Span(s.First, s.End)
	if len(items) == 0 && s.End > s.First && p.d.Raw(s.End-1) == ":" {
		items, evidence.End = p.bullets(si)
	}
	if len(items) < least {
		return false
	}
	if next < s.End && p.others(next, s.End) {
		open = true
	}
	p.state(g, items, exhaustive && !open && !partial, evidence)
	return true
}

// preamble passes over words between the verb and the names: "five countries:",
// "the following states". partial tells that the list is given as a part:
// "countries such as".
func (p *pass) preamble(i, end int) (list int, partial bool) {
	for k := i; k < min(i+8, end); k++ {
		if p.at[k] >= 0 {
			break
		}
		switch p.d.Lower(k) {
		case "including", "like":
			return k + 1, true
		case "such":
			if k+1 < end && p.d.Lower(k+1) == "as" {
				return k + 2, true
			}
		case "namely", ":":
			return k + 1, false
		}
	}
	return i, false
}

// bullets returns the members that the list items after sentence si name, one
// at the start of each, and the byte where the last ends.
func (p *pass) bullets(si int) (items []item, end int) {
	block := p.d.Sentences[si].Block
	end = int(p.d.Tokens[p.d.Sentences[si].End-1].End)
	for j := si + 1; j < len(p.d.Sentences); j++ {
		s := p.d.Sentences[j]
		if p.d.Blocks[s.Block].Kind != annotate.Item && !bullet(p.d.Raw(s.First)) {
			break
		}
		if s.Block == block {
			continue
		}
		block = s.Block
		i := s.First
		if bullet(p.d.Raw(i)) {
			i++
		}
		i = p.articles(i, s.End)
		if i >= s.End || p.at[i] < 0 || !p.canJoin(p.at[i]) {
			break
		}
		items = append(items, item{p.at[i]})
		end = int(p.d.Tokens[s.End-1].End)
	}
	return items, end
}

func bullet(raw string) bool { return raw == "-" || raw == "*" || raw == "•" || raw == "–" }

// membersOf reads "members of X such as A and B", "whose members are A and B"
// and "X members A, B and C".
func (p *pass) membersOf(i, si int, s text.Sentence) {
	if p.negated(i, s) || i > s.First && (p.d.Lower(i-1) == "former" || p.d.Lower(i-1) == "non") {
		return
	}
	var g group
	var ok bool
	k := i + 1
	switch {
	case k < s.End && p.d.Lower(k) == "of":
		if g, ok = p.groupAfter(k+1, s); !ok {
			return
		}
		k = g.end
	case i > s.First && p.d.Lower(i-1) == "whose":
		j := i - 2
		if j > s.First && p.d.Tokens[j].Kind == text.Comma {
			j--
		}
		if g, ok = p.groupEnding(j, s); !ok {
			return
		}
	default:
		j := i - 1
		for j > s.First && (p.d.Tokens[j].Is(text.Clitic) || p.d.Lower(j) == "permanent" || p.d.Lower(j) == "founding" || p.d.Lower(j) == "current" || p.d.Tokens[j].Kind == text.Number) {
			j--
		}
		if g, ok = p.groupEnding(j, s); !ok {
			return
		}
	}
	if k < s.End && p.d.Tokens[k].Kind == text.Comma {
		k++
	}
	if k >= s.End {
		return
	}
	switch p.d.Lower(k) {
	case "are", "were":
		p.listed(g, k+1, si, s, true, 2)
	case "include", "included", "including", "like":
		p.listed(g, k+1, si, s, false, 1)
	case "such":
		if k+1 < s.End && p.d.Lower(k+1) == "as" {
			p.listed(g, k+2, si, s, false, 1)
		}
	case ":":
		p.listed(g, k+1, si, s, true, 2)
	default:
		if p.at[k] >= 0 && k == i+1 {
			p.listed(g, k, si, s, false, 1)
		}
	}
}

// memberOf reads "A, a member of X" and "A is a member of X".
func (p *pass) memberOf(i int, s text.Sentence) {
	if i+2 >= s.End || p.d.Lower(i+1) != "of" {
		return
	}
	g, ok := p.groupAfter(i+2, s)
	if !ok {
		return
	}
	j := i - 1
	for j > s.First {
		switch p.d.Lower(j) {
		case "a", "an", "the", "full", "founding", "permanent", "new", "fellow", "associate", "key", "leading", "is", "are", "was", "became", "becomes", "also":
			j--
			continue
		case "former", "non", "not", "never", "longer":
			return
		}
		break
	}
	if j > s.First && p.d.Tokens[j].Kind == text.Comma {
		j--
	}
	p.joins(j, g, s)
}

// joined reads "A joined X" and "A, which belongs to X".
func (p *pass) joined(i int, s text.Sentence) {
	k := i + 1
	if p.d.Lower(i) != "joined" {
		if k >= s.End || p.d.Lower(k) != "to" {
			return
		}
		k++
	}
	g, ok := p.groupAfter(k, s)
	if !ok || p.negated(i, s) || g.entity < 0 {
		return
	}
	j := i - 1
	for j > s.First && (p.d.Lower(j) == "which" || p.d.Lower(j) == "has" || p.d.Lower(j) == "had" || p.d.Lower(j) == "also" || p.d.Lower(j) == "who" || p.d.Tokens[j].Kind == text.Comma) {
		j--
	}
	p.joins(j, g, s)
}

// joins adds the name that ends with token j as a member of g: a country or a
// body; a person only of a committee and the like.
func (p *pass) joins(j int, g group, s text.Sentence) {
	if j < s.First || p.at[j] < 0 || !p.canJoin(p.at[j]) {
		return
	}
	m := p.at[j]
	if p.mentions[m].end != j+1 || p.mentions[m].first == g.first {
		return
	}
	if p.entities[p.mentions[m].entity].Type == annotate.Person && !seats(p.d.Lower(g.end-1)) {
		return
	}
	p.state(g, []item{{m}}, false, p.d.Span(s.First, s.End))
}

// ledGroup reads "the A-led coalition".
func (p *pass) ledGroup(i int, s text.Sentence) {
	if i < s.First+2 || i+1 >= s.End || p.d.Tokens[i-1].Kind != text.Hyphen || p.at[i-2] < 0 {
		return
	}
	m := p.at[i-2]
	for k := i + 1; k < min(i+4, s.End); k++ {
		if alliance(p.d.Lower(k)) {
			if t := p.entities[p.mentions[m].entity].Type; t == annotate.GPE || t == annotate.Org {
				p.state(group{first: p.mentions[m].first, end: k + 1, entity: -1}, []item{{m}}, false, p.d.Span(s.First, s.End))
			}
			return
		}
	}
}

// groupOf reads "a coalition of A, B and C".
func (p *pass) groupOf(i int, s text.Sentence) {
	if i+2 >= s.End || !alliance(p.d.Lower(i)) && p.d.Lower(i) != "group" {
		return
	}
	switch p.d.Lower(i + 1) {
	case "of", "between", "among", "linking", "uniting":
	default:
		return
	}
	start, partial := p.preamble(i+2, s.End)
	items, _, open := p.list(start, s.End)
	if len(items) < 2 || p.negated(i, s) {
		return
	}
	for _, it := range items {
		if p.entities[p.mentions[it.mention].entity].Type == annotate.Person {
			return
		}
	}
	p.state(group{first: i, end: i + 1, entity: -1}, items, !open && !partial, p.d.Span(s.First, s.End))
}

// negated reports whether a word right before token i denies.
func (p *pass) negated(i int, s text.Sentence) bool {
	for k := max(s.First, i-4); k < i; k++ {
		switch p.d.Lower(k) {
		case "not", "n't", "never", "no", "nor", "without", "cannot":
			return true
		}
	}
	return false
}
