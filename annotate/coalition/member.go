package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// describes reports words between a subject and "member".
func describes(w string) bool {
	switch w {
	case "a", "an", "the", "its", "full", "founding", "permanent", "new", "newest", "key", "leading", "longtime", "core", "active",
		"current", "elected", "rotating", "largest", "smallest", "biggest", "senior", "one", "of", "become", "became", "becomes", "remains",
		"remain", "being", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
		"eleventh", "twelfth", "latest", "youngest", "oldest", "original", "proud", "whose", "still", "fellow", "long-standing", "two", "three":
		return w != "whose"
	}
	return auxiliary(w)
}

// memberOf reads "A, a member of X", "A is a member of X", "A and B are members
// of X", "A is an X member" and "As a member of X, A". It reports whether the
// words were of that kind.
func (p *pass) memberOf(i int, s text.Sentence) bool {
	k := i + 1
	for w := p.word(k, s); w == "state" || w == "states" || w == "country" || w == "countries" || w == "nation"; w = p.word(k, s) {
		k++
	}
	var groups []group
	j := i - 1
	if p.word(k, s) == "of" {
		groups = p.groupsAfter(k+1, s, false)
	} else if x, ok := p.mention(j, s); ok && x.end == i && p.isBody(x, false) {
		groups = []group{group(x)}
		j = x.first - 1
		if j < s.First || !describes(p.d.Lower(j)) {
			return false
		}
	}
	if len(groups) == 0 {
		return false
	}
	if p.word(j, s) == "permanent" && p.word(j-1, s) == "-" && p.word(j-2, s) == "non" {
		j -= 3
	}
	described := p.before(j, s, describes)
	switch p.word(described, s) {
	case "former", "ex", "not", "never", "longer", "-":
		items, _ := p.subjects(p.before(described-1, s, func(w string) bool { return describes(w) || w == "no" }), s)
		for _, g := range groups {
			p.deny(g, items)
		}
		return true
	}
	if described == j && p.kind(j, s) != text.Comma {
		return false
	}
	items, first := p.subjects(described, s)
	if len(items) == 0 {
		if p.word(described, s) == "as" {
			// "As a member of X, A ...".
			end := groups[len(groups)-1].end
			if it, ok := p.item(end+1, s); ok && p.kind(end, s) == text.Comma && it.entity >= 0 {
				p.joins([]item{it}, groups, s)
			}
			return true
		}
		return false
	}
	apposed := p.kind(items[len(items)-1].end, s) == text.Comma && !p.predicate(items[len(items)-1].end+1, s)
	if apposed && !p.plural(items[len(items)-1].end, i, s) {
		items = items[len(items)-1:]
	}
	if denied, unsure := p.doubtful(first, i, s); unsure {
		if denied {
			for _, g := range groups {
				p.deny(g, items)
			}
		}
		return true
	}
	if p.isGoverned(first, s) && (!apposed || p.entities[items[0].entity].Type != annotate.GPE) {
		return true
	}
	p.joins(items, groups, s)
	return true
}

// predicate reports whether the word at token i, right after a comma, goes on
// with the clause: "A, along with B, is".
func (p *pass) predicate(i int, s text.Sentence) bool {
	switch p.word(i, s) {
	case "is", "are", "was", "were", "has", "have", "became", "becomes", "remains":
		return true
	}
	return false
}

// plural reports whether the words from token i to before end speak of several:
// "both", "all", "members".
func (p *pass) plural(i, end int, s text.Sentence) bool {
	for k := i; k <= end && k < s.End; k++ {
		switch p.d.Lower(k) {
		case "both", "all", "are", "members", "were":
			return p.word(end-1, s) != "of" && p.word(i+1, s) != "one"
		}
	}
	return false
}

// joins adds the names as members of the groups: countries and bodies; persons
// only of committees and the like.
func (p *pass) joins(items []item, groups []group, s text.Sentence) {
	for _, g := range groups {
		var fit []item
		for _, it := range items {
			if it.entity < 0 || it.entity == g.entity {
				continue
			}
			if p.entities[it.entity].Type == annotate.Person && !seats(p.d.Lower(g.end-1)) {
				continue
			}
			fit = append(fit, it)
		}
		if len(fit) > 0 {
			p.state(g, fit, false, p.d.Span(s.First, s.End))
		}
	}
}
