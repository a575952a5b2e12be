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

// mostBullets is how many items of a list are read.
const mostBullets = 250

// bullets returns the members that the list items after sentence si name, one
// at the start of each, and the byte where the last ends.
func (p *pass) bullets(si int) (items []item, end int) {
	block := p.d.Sentences[si].Block
	end = int(p.d.Tokens[p.d.Sentences[si].End-1].End)
	for j := si + 1; j < len(p.d.Sentences) && len(items) < mostBullets; j++ {
		s := p.d.Sentences[j]
		if s.Block == block {
			if len(items) == 0 {
				break
			}
			continue
		}
		i := s.First
		marked := bullet(p.d.Raw(i))
		if p.d.Blocks[s.Block].Kind != annotate.Item && !marked {
			break
		}
		block = s.Block
		if marked {
			i++
		}
		it, ok := p.item(i, s)
		if !ok {
			break
		}
		items = append(items, it)
		end = int(p.d.Tokens[s.End-1].End)
	}
	return items, end
}

func bullet(raw string) bool { return raw == "-" || raw == "*" || raw == "•" || raw == "–" }

// subjects returns the names of which token j is the last: "A", or "A, B and
// C"; first is where they begin. Only what is parted by an "and" is a list.
func (p *pass) subjects(j int, s text.Sentence) (items []item, first int) {
	first = j + 1
	joined := false
	for {
		j = p.beforeBrackets(j, s)
		x, ok := p.mention(j, s)
		if !ok || x.end != j+1 || !p.canJoin(x.entity) {
			break
		}
		it := item{first: x.first, end: x.end, entity: x.entity}
		if e, n := p.gaz.Match(p.d, x.first, s.End, int(p.gaz.Word(p.d.Lower(x.first)).Longest)); len(items) > 0 && x.first+n == items[0].end && e.Type == annotate.GPE {
			it.end = items[0].end // "Antigua and Barbuda"
			it.whole = p.d.Span(it.first, it.end).Of(p.d.Text)
			items = items[1:]
		}
		items = append([]item{it}, items...)
		first = x.first
		for first > s.First && p.at[first-1] < 0 && p.d.Lower(first-1) == "the" {
			first--
		}
		j = first - 1
		switch w := p.word(j, s); {
		case w == "and" || w == "plus" || w == "with" && (p.word(j-1, s) == "along" || p.word(j-1, s) == "together"):
			joined = true
			if j--; w == "with" {
				j--
			}
			if p.kind(j, s) == text.Comma {
				j--
			}
			continue
		case joined && p.kind(j, s) == text.Comma:
			j--
			continue
		}
		break
	}
	if joined && len(items) > 1 && items[0].end < s.End && p.kind(items[0].end, s) == text.Comma {
		switch p.word(first-1, s) {
		case "in", "at", "on", "after", "since", "unlike": // "In Brussels, Sweden and Norway joined"
			first = items[1].first
			items = items[1:]
		}
	}
	return items, first
}
