package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

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
