package entity

import (
	"slices"
	"strings"
)

// A trait is one thing that the names of a person have in common; persons are
// filed under their traits, so that only those that share one are compared.
type trait struct {
	kind traitKind
	a, b string
}

type traitKind uint8

const (
	ends   traitKind = iota // first word and last
	sounds                  // the same by their sound
	tails                   // last two words
	opens                   // first two words
	family                  // the last word
	given                   // the first word, or what it is short for
	middle                  // any word between
	bears                   // the title
)

// most is how many persons of one trait are compared; more are not told apart.
const most = 16

// file puts a person under the traits of a full name.
func (p *people) file(t int, n *fullName) {
	add := func(kind traitKind, a, b string) {
		x := trait{kind, a, b}
		if list := p.byTrait[x]; len(list) < most {
			p.byTrait[x] = append(list, t)
		}
	}
	first, last := n.first(), n.last()
	full := p.gaz.FullFirstNames(first)
	add(family, last, "")
	if len(n.words) == 1 {
		add(given, last, "")
		for _, g := range full {
			add(given, g, "")
		}
		return
	}
	add(ends, first, last)
	for _, g := range full {
		add(ends, g, last)
	}
	if len(first) > 1 {
		add(ends, first[:1], last)
		add(sounds, sound(first), sound(last))
		add(sounds, first, "")
	}
	add(given, first, "")
	for _, g := range full {
		add(given, g, "")
	}
	if len(n.words) > 2 {
		add(tails, n.words[len(n.words)-2], last)
		add(opens, first, n.words[1])
		for _, w := range n.words[1 : len(n.words)-1] {
			if len(w) > 1 {
				add(middle, w, "")
			}
		}
	}
}

// find returns the person whom a full name can mean: -1 if there is none, or if
// there are several and only an initial, or a part of the name, to go by.
func (p *people) find(n *fullName, s sex) int {
	fits := func(t int) bool {
		x := &p.things[t]
		return (s == unknownSex || x.sex == unknownSex || s == x.sex) && (n.suffix == "" || x.full.suffix == "" || n.suffix == x.full.suffix)
	}
	only := func(list []int, ok func(*fullName) bool) int {
		found := -1
		for _, t := range list {
			if t == found || !fits(t) || !ok(p.things[t].full) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = t
		}
		return found
	}
	first, last := n.first(), n.last()
	same := func(o *fullName) bool { return p.sameName(n, o) }
	if len(first) == 1 {
		return only(p.byTrait[trait{ends, first, last}], same)
	}
	for _, g := range append([]string{first}, p.gaz.FullFirstNames(first)...) {
		for _, t := range p.byTrait[trait{ends, g, last}] {
			if fits(t) && same(p.things[t].full) {
				return t
			}
		}
	}
	if len(n.words) == 2 {
		// Some languages, and some lists, put the family name first.
		if t := only(p.byTrait[trait{ends, last, first}], func(o *fullName) bool { return len(o.words) == 2 }); t >= 0 {
			return t
		}
	}
	if t := only(p.byTrait[trait{sounds, sound(first), sound(last)}], func(o *fullName) bool { return variants(n, o) }); t >= 0 {
		return t
	}
	if len(n.words) == 2 {
		if t := only(p.byTrait[trait{sounds, first, ""}], func(o *fullName) bool { return len(o.words) == 2 && nearly(last, o.last()) }); t >= 0 {
			return t
		}
	}
	if n.suffix != "" {
		return -1
	}
	if t := only(p.byTrait[trait{tails, n.words[len(n.words)-2], last}], func(o *fullName) bool { return endsIn(o.words, n.words) }); t >= 0 {
		return t
	}
	return only(p.byTrait[trait{opens, first, n.words[1]}], func(o *fullName) bool { return slices.Equal(o.words[:min(len(n.words), len(o.words))], n.words) })
}

// variants reports whether all the words of two names are spellings of the same:
// of one sound and about as long. Words with little sound must be equal.
func variants(a, b *fullName) bool {
	if len(a.words) != len(b.words) {
		return false
	}
	for i, v := range a.words {
		w := b.words[i]
		if v == w {
			continue
		}
		x := sound(v)
		if x != sound(w) || max(len(v), len(w))-min(len(v), len(w)) > 2 ||
			len(x) < 3 && strings.ReplaceAll(v, "y", "i") != strings.ReplaceAll(w, "y", "i") {
			return false
		}
	}
	return true
}

// endsIn reports whether the last words are those of end, and others before.
func endsIn(words, end []string) bool {
	return len(words) > len(end) && slices.Equal(words[len(words)-len(end):], end)
}
