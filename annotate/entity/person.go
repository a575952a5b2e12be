package entity

import (
	"cmp"
	"slices"
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A sex is what titles, first names and pronouns tell of a person's.
type sex uint8

const (
	unknownSex sex = iota
	man
	woman
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
)

// most is how many persons of one trait are compared; more are not told apart.
const most = 16

// A form is one way in which a person is named in full.
type form struct {
	name  fullName
	names []int // where: indices of names
}

// persons joins persons' names: first the full ones, the longest before the
// shorter, then single ones with the full ones that they are short for.
func (k *links) persons() {
	p := &people{links: k, byTrait: map[trait][]int{}}
	forms := map[string]int{}
	var full []form
	single := make([]fullName, len(k.names))
	for i, n := range k.names {
		if n.Type != annotate.Person {
			continue
		}
		f := k.parse(n)
		if len(f.words) == 1 {
			single[i] = f
			continue
		}
		key := f.key()
		at, ok := forms[key]
		if !ok {
			at = len(full)
			forms[key] = at
			full = append(full, form{name: f})
		}
		full[at].names = append(full[at].names, i)
	}
	slices.SortStableFunc(full, func(a, b form) int {
		return cmp.Or(cmp.Compare(len(b.name.words)-b.name.initials(), len(a.name.words)-a.name.initials()), a.name.initials()-b.name.initials())
	})
	for _, f := range full {
		p.place(f)
	}
	for i, n := range k.names {
		switch {
		case n.Type != annotate.Person:
			continue
		case single[i].words != nil:
			k.of[i] = p.single(i, &single[i])
		}
		t := &k.things[k.of[i]]
		t.latest = n.First
		t.seen++
		if t.sex == unknownSex {
			t.sex = k.titleSex(n)
		}
	}
	for i, n := range k.names {
		// Only now, for many a family name is somebody's first name.
		if n.Type == annotate.Person && k.things[k.of[i]].sex == unknownSex {
			k.things[k.of[i]].sex = k.sexOf(n)
		}
	}
}

// People are the persons of one document by their traits.
type people struct {
	*links
	byTrait map[trait][]int // things
}

// place gives a full name to the person whom it can mean, or to a new one.
func (p *people) place(f form) {
	s := unknownSex
	for _, i := range f.names {
		if s = p.titleSex(p.names[i]); s != unknownSex {
			break
		}
	}
	n := &f.name
	t := p.find(n, s)
	if t < 0 {
		if s == unknownSex {
			s = p.sexOf(p.names[f.names[0]])
		}
		t = p.add(annotate.Person)
		p.things[t].full, p.things[t].sex = n, s
		p.file(t, n)
	} else if p.things[t].sex == unknownSex {
		p.things[t].sex = s
	}
	x := &p.things[t]
	x.seen += len(f.names)
	for _, i := range f.names {
		p.of[i] = t
		if title := p.title(p.names[i]); title != "" && len(x.titles) < mostRoles && !slices.Contains(x.titles, title) {
			x.titles = append(x.titles, title)
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

// single returns the person whom name i, of one word, means: by the family
// name, else by the first name, else by one between.
func (p *people) single(i int, f *fullName) int {
	n, word := p.names[i], f.words[0]
	s, title := p.titleSex(n), p.title(n)
	t := p.choose(p.byTrait[trait{family, word, ""}], s, title)
	if t < 0 {
		t = p.choose(p.byTrait[trait{given, word, ""}], s, title)
	}
	for _, g := range p.gaz.FullFirstNames(word) {
		if t >= 0 {
			break
		}
		t = p.choose(p.byTrait[trait{given, g, ""}], s, title)
	}
	if t < 0 {
		t = p.choose(p.byTrait[trait{middle, word, ""}], s, title)
	}
	if t < 0 {
		t = p.add(annotate.Person)
		p.things[t].sex = s
		p.file(t, &fullName{words: f.words})
	}
	return t
}

// choose returns the person among the candidates whom a single name means: of
// those whose sex agrees with s the one who bears the title, else who was named
// last or is named most; each name weighs as much as 20 tokens less since the
// last.
func (p *people) choose(candidates []int, s sex, title string) int {
	best, heaviest, titled := -1, 0, false
	for _, c := range candidates {
		x := &p.things[c]
		if s != unknownSex && x.sex != unknownSex && s != x.sex {
			continue
		}
		weight, bears := x.latest+20*x.seen, title != "" && slices.Contains(x.titles, title)
		if best < 0 || bears && !titled || bears == titled && weight > heaviest {
			best, heaviest, titled = c, weight, bears
		}
	}
	return best
}

// title returns the folded title before a name, or empty: "president", but not
// one that many bear, like "Mr".
func (k *links) title(n Name) string {
	if n.First == 0 || k.d.Tokens[n.First].Is(text.First) {
		return ""
	}
	i := n.First - 1
	if !k.word(i).Is(gazetteer.Title) || honorific(k.d.Lower(i)) {
		return ""
	}
	return k.fold(i)
}

// sexOf returns the sex that the title or the first name of n tells.
func (k *links) sexOf(n Name) sex {
	if s := k.titleSex(n); s != unknownSex {
		return s
	}
	first := n.First
	for first+1 < n.End && k.word(first).Is(gazetteer.Title) && !k.word(first).Is(gazetteer.MaleName|gazetteer.FemaleName) {
		first++
	}
	switch w := k.word(first); {
	case w.Is(gazetteer.MaleName) && !w.Is(gazetteer.FemaleName):
		return man
	case w.Is(gazetteer.FemaleName) && !w.Is(gazetteer.MaleName):
		return woman
	}
	return unknownSex
}

// titleSex returns the sex that the title before n, or its first word, tells.
func (k *links) titleSex(n Name) sex {
	i := n.First
	if n.End-n.First < 2 || !k.word(i).Is(gazetteer.Male|gazetteer.Female) {
		if i == 0 || k.d.Tokens[i].Is(text.First) {
			return unknownSex
		}
		i--
	}
	switch w := k.word(i); {
	case w.Is(gazetteer.Male):
		return man
	case w.Is(gazetteer.Female):
		return woman
	}
	return unknownSex
}
