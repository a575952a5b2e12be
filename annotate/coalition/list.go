package coalition

import (
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// An item is one member of a list: the tokens of a name, and its entity's
// index; -1 for a capitalised name that is none. whole is the name where the
// entity has only part of it.
type item struct {
	first, end, entity int
	whole              string
}

// longestItem is how many tokens a bracket or an item without a name may have.
const longestItem = 12

// list reads the names at token i: "A, B and C, together with D and the E". It
// returns the items and the end of the list; open tells that it names others
// too ("and ten more countries").
func (p *pass) list(i int, s text.Sentence) (items []item, next int, open bool) {
	next = i
	for i < s.End {
		it, ok := p.item(i, s)
		if !ok {
			// One item may be something else: "five other states".
			gap := p.skip(i, s)
			k, _ := p.separator(gap, s)
			if len(items) == 0 || open || k == gap {
				return items, next, open || len(items) > 0 && p.others(i, s)
			}
			open = true
			i = k
			continue
		}
		items = append(items, it)
		next = p.afterBrackets(it.end, s)
		k, _ := p.separator(next, s)
		if k == next {
			break
		}
		i = k
	}
	return items, next, open
}

// item reads the name at token i, after articles and titles, if it is one that
// can be a member and stands for itself.
func (p *pass) item(i int, s text.Sentence) (item, bool) {
	start := i
	for ; i < min(start+4, s.End); i++ {
		if x, ok := p.mention(i, s); ok && x.first == i {
			break
		}
		w := p.d.Lower(i)
		switch w {
		case "the", "both", "neighbouring", "neighboring", "nearby", "former", "then":
			continue
		}
		if p.at[i] < 0 && p.gaz.Word(w).Is(gazetteer.Title) {
			continue
		}
		break
	}
	if i >= s.End {
		return item{}, false
	}
	it := item{first: i, end: i, entity: -1}
	if x, ok := p.mention(i, s); ok {
		if x.first != i && x.first < start || !p.canJoin(x.entity) {
			return item{}, false
		}
		it.end, it.entity = x.end, x.entity
	}
	// A country's name may hold an "and" that the names step took for the list's.
	if longest := int(p.gaz.Word(p.d.Lower(i)).Longest); longest > 1 {
		if e, n := p.gaz.Match(p.d, i, s.End, longest); n > 1 && e.Type == annotate.GPE && i+n > it.end {
			it.end = i + n
			it.whole = p.d.Span(it.first, it.end).Of(p.d.Text)
		}
	}
	if it.end == i {
		for it.end < min(i+4, s.End) && p.at[it.end] < 0 && p.d.Tokens[it.end].Kind == text.Word && p.d.Tokens[it.end].Is(text.Capital) {
			it.end++
		}
		if it.end == i || p.gaz.Word(p.d.Lower(i)).Is(gazetteer.Function) {
			return item{}, false
		}
	}
	return it, p.endsName(it.end, s)
}

// canJoin reports whether a thing of the entity's type can be a member.
func (p *pass) canJoin(e int) bool {
	switch p.entities[e].Type {
	case annotate.GPE, annotate.Org, annotate.Person, annotate.Loc:
		return true
	case annotate.Norp: // a party, not a people
		known, _ := p.gaz.Name(strings.ToLower(p.entities[e].Name))
		return len(known.ID) != 2
	}
	return false
}

// goesOn reports whether the word at token i can follow a name that is an item
// of its own: a function word, a verb or an adverb, and no noun.
func (p *pass) goesOn(i int) bool {
	w := p.d.Lower(i)
	switch w {
	case "met", "will", "would", "can", "could", "may", "might", "should", "must", "do", "did", "does", "say", "says", "said", "took", "went",
		"made", "gave", "began", "agree", "want", "wants", "today", "yesterday", "last", "next", "this", "each", "all", "together", "along",
		"plus", "among", "against", "since", "alike", "alone", "now", "then", "also", "still", "yet", "respectively", "only", "itself",
		"lost", "won", "held", "fell", "got", "left", "put", "set", "kept", "came", "saw", "became", "broke", "led", "rose", "sent", "spoke",
		"stood", "told", "thought", "found", "felt", "brought", "built", "sought", "fought", "ran", "sat", "drew", "grew", "knew", "chose",
		"call", "calls", "hold", "holds", "refuse", "hope", "plan", "share", "has", "have", "had", "is", "are", "was", "were", "as", "but":
		return true
	}
	if x := p.gaz.Word(w); x.Is(gazetteer.Function) {
		return true
	}
	return len(w) > 4 && (w[len(w)-2:] == "ed" || w[len(w)-2:] == "ly")
}

// afterBrackets passes over a bracket after a name.
func (p *pass) afterBrackets(i int, s text.Sentence) int {
	if p.kind(i, s) == text.Open {
		for k := i + 1; k < min(i+longestItem, s.End); k++ {
			if p.d.Tokens[k].Kind == text.Close {
				return k + 1
			}
		}
	}
	return i
}

// separator passes over what stands between two items; it returns i where
// nothing does. last tells that it is an "and" or the like.
func (p *pass) separator(i int, s text.Sentence) (next int, last bool) {
	k := i
	switch p.kind(k, s) {
	case text.Comma:
		k++
	case text.Colon, text.Symbol:
		if r := p.d.Raw(k); r == ";" || r == "&" {
			k++
		}
	}
	switch p.word(k, s) {
	case "and", "plus":
		return k + 1, true
	case "as":
		if p.word(k+1, s) == "well" && p.word(k+2, s) == "as" {
			return k + 3, true
		}
	case "together", "along":
		if p.word(k+1, s) == "with" {
			return k + 2, true
		}
	}
	return k, false
}

// skip returns the end of an item that is no name: the next comma or "and"; the
// end of the sentence if there is none near.
func (p *pass) skip(i int, s text.Sentence) int {
	for k := i; k < min(i+longestItem, s.End); k++ {
		if p.at[k] >= 0 {
			return s.End
		}
		if p.d.Tokens[k].Kind == text.Comma || p.d.Lower(k) == "and" {
			return k
		}
	}
	return s.End
}

// others reports whether the tokens at i speak of more members without names:
// "and ten more", "several other states".
func (p *pass) others(i int, s text.Sentence) bool {
	if w := p.word(i, s); w != "and" && w != "plus" && w != "several" && w != "others" && w != "other" && w != "dozens" && w != "some" && w != "many" &&
		w != "the" && !counts(w) && p.kind(i, s) != text.Number {
		return false
	}
	for k := i; k < min(i+4, s.End); k++ {
		switch p.d.Lower(k) {
		case "other", "others", "more", "several", "countries", "states", "nations", "dozens":
			return true
		}
	}
	return false
}

// preamble passes over words between the verb and the names: "five countries:",
// "the following states". partial tells that the list is given as a part:
// "countries such as".
func (p *pass) preamble(i int, s text.Sentence) (list int, partial bool) {
	phrase := false
	for k := i; k < min(i+8, s.End); k++ {
		if p.at[k] >= 0 {
			break
		}
		switch p.d.Lower(k) {
		case "including", "like", "among":
			if p.word(k+1, s) == "them" {
				k++
			}
			return k + 1, true
		case "such":
			if p.word(k+1, s) == "as" {
				return k + 2, true
			}
		case "namely", ":", "-", "–", "—":
			if phrase {
				return i, false
			}
			return k + 1, false
		case "of", "in", "by", "with", "from":
			phrase = true
		}
	}
	return i, false
}
