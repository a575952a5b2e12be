package quote

import (
	"strings"

	"gloss/annotate/text"
)

// reach is how many tokens a noun phrase may take.
const reach = 24

// subjectBefore returns the noun phrase that ends before token i, where a verb
// stands, and is its subject: the words of the verb group and a clause set off
// by commas are passed over. It looks no further than token from.
func (p *pass) subjectBefore(i, from int) (first, end int, ok bool) {
	j := i - 1
	for j >= from && (p.role(j) == auxiliary || p.isAdverb(j)) && p.kind(j) == text.Word {
		if p.role(j) == auxiliary && p.d.Tokens[j].Is(text.Clitic) && p.d.Lower(j) == "'s" && j == i-1 {
			return 0, 0, false // "the minister's claims"
		}
		j--
	}
	if j < from {
		return 0, 0, false
	}
	if p.kind(j) == text.Comma || p.kind(j) == text.Close {
		// "Jane Roe, the mayor, said"
		if k := p.opening(j, from); k > from {
			j = k - 1
		} else if p.kind(j) == text.Comma {
			return 0, 0, false
		}
	}
	return p.phraseBefore(j, from)
}

// opening returns the comma or bracket that opens what token j closes, or -1.
func (p *pass) opening(j, from int) int {
	want := p.kind(j)
	if want == text.Close {
		want = text.Open
	}
	for k := j - 1; k >= max(from, j-reach); k-- {
		switch {
		case p.kind(k) == want:
			return k
		case p.kind(k) == text.Stop || p.kind(k) == text.Quote || p.kind(k) == text.Colon:
			return -1
		}
	}
	return -1
}

// phraseBefore returns the noun phrase that ends with token j.
func (p *pass) phraseBefore(j, from int) (first, end int, ok bool) {
	if p.kind(j) != text.Word && p.kind(j) != text.Number && p.kind(j) != text.Link {
		return 0, 0, false
	}
	switch p.role(j) {
	case subject:
		return j, j + 1, true
	case noRole:
	case conjunction:
		if w := p.d.Lower(j); w == "which" || w == "that" {
			return j, j + 1, w == "which"
		}
		return 0, 0, false
	case determiner:
		switch p.d.Lower(j) {
		case "some", "many", "others", "both", "all", "most", "several", "few", "another", "two", "three":
			return j, j + 1, true
		}
		return 0, 0, false
	default:
		return 0, 0, false
	}
	if m := p.name(j); m >= 0 && p.mentions[m].adjective && (j == from || p.d.Lower(j-1) != "the") {
		return 0, 0, false // "Turkish offers"
	}
	first = j
	for k := j - 1; k >= max(from, j-reach); k-- {
		t := p.d.Tokens[k]
		r := p.role(k)
		switch {
		case p.name(k) >= 0:
			first = k
		case t.Kind == text.Hyphen && t.Is(text.Glued), t.Kind == text.Number, t.Kind == text.Symbol && t.Is(text.Glued):
			first = k
		case t.Is(text.Clitic) && p.d.Lower(k) == "'s":
			first = k
		case t.Kind == text.Quote && p.d.Tokens[first].Is(text.Glued):
			return first, j + 1, true
		case t.Kind != text.Word:
			return first, j + 1, true
		case r == determiner:
			first = k
			if k > from && (p.role(k-1) == preposition && nounPreposition(p.d.Lower(k-1)) || p.role(k-1) == determiner) {
				continue
			}
			if k > from && p.kind(k-1) == text.Word && p.d.Lower(k-1) == "of" {
				continue
			}
			return first, j + 1, true
		case r == preposition:
			if !nounPreposition(p.d.Lower(k)) || k == from || p.role(k-1) != noRole || p.kind(k-1) != text.Word || p.class(k-1).form != noVerb {
				return first, j + 1, true
			}
		case p.d.Lower(k) == "and":
			// "Obama and Clinton": two names, or two words without an article.
			if k > from && p.name(k-1) >= 0 && p.name(k+1) >= 0 {
				first = k
				continue
			}
			return first, j + 1, true
		case r != noRole && !p.isAdverb(k):
			return first, j + 1, true
		case p.class(k).form != noVerb && !t.Is(text.Capital) && (p.class(k).form != base || k > from && p.d.Lower(k-1) == "to"):
			return first, j + 1, true
		case r == adverb || strings.HasSuffix(p.d.Lower(k), "ly") && !t.Is(text.Capital):
			return first, j + 1, true
		default:
			first = k
		}
	}
	return first, j + 1, true
}

// nounPreposition reports prepositions that stand inside noun phrases.
func nounPreposition(lower string) bool {
	switch lower {
	case "of", "for", "in", "from", "at", "with", "to", "on", "against":
		return true
	}
	return false
}

// phraseAfter returns the noun phrase that begins at token i and ends before
// token to.
func (p *pass) phraseAfter(i, to int) (first, end int, ok bool) {
	if i >= to {
		return 0, 0, false
	}
	if r := p.role(i); r == subject {
		return i, i + 1, true
	} else if r != noRole && r != determiner || p.kind(i) != text.Word && p.kind(i) != text.Link {
		return 0, 0, false
	}
	j := i
	for j < min(to, i+reach) {
		t := p.d.Tokens[j]
		r := p.role(j)
		switch {
		case p.name(j) >= 0, t.Kind == text.Hyphen && t.Is(text.Glued), t.Is(text.Clitic) && p.d.Lower(j) == "'s", t.Kind == text.Link, t.Kind == text.Number:
		case t.Kind != text.Word:
			return i, j, j > i
		case r == preposition && j > i && (p.d.Lower(j) == "of" || p.d.Lower(j) == "for"):
		case r == determiner && (j == i || p.role(j-1) == preposition):
		case p.d.Lower(j) == "and" && j > i && p.name(j-1) >= 0 && j+1 < to && p.name(j+1) >= 0:
		case r != noRole || strings.HasSuffix(p.d.Lower(j), "ly") && !t.Is(text.Capital) || strings.HasSuffix(p.d.Lower(j), "day") && t.Is(text.Capital):
			return i, j, j > i
		}
		j++
	}
	return i, j, j > i
}

func (p *pass) isAdverb(i int) bool {
	return p.role(i) == adverb || strings.HasSuffix(p.d.Lower(i), "ly") && len(p.d.Lower(i)) > 4 && !p.d.Tokens[i].Is(text.Capital) && p.role(i) == noRole
}
