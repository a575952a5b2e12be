package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

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
