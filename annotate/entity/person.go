package entity

import (
	"cmp"
	"slices"

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
	p.sexed(single)
	var titles []int // names that are no more than a title
	for i, n := range k.names {
		switch {
		case n.Type != annotate.Person:
			continue
		case single[i].words != nil && p.isTitle(n, &single[i]):
			titles = append(titles, i)
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
	for _, i := range titles {
		if bearers := p.byTrait[trait{bears, single[i].words[0], ""}]; len(bearers) == 1 {
			k.of[i] = bearers[0]
		} else {
			k.of[i] = p.single(i, &single[i])
		}
	}
	for i, n := range k.names {
		// Only now, for many a family name is somebody's first name.
		if n.Type == annotate.Person && k.things[k.of[i]].sex == unknownSex {
			k.things[k.of[i]].sex = k.sexOf(n)
		}
	}
}

// sexed makes a person for each family name that a title gives to a man where
// the text has only women of that name, or the other way round, and counts how
// often. So "President Lund", who is Mr Lund later, is not taken for Mrs Lund.
func (p *people) sexed(single []fullName) {
	for i, f := range single {
		if f.words == nil {
			continue
		}
		s := p.titleSex(p.names[i])
		if s == unknownSex {
			continue
		}
		list := p.byTrait[trait{family, f.words[0], ""}]
		if len(list) == 0 {
			continue
		}
		t := p.choose(list, s, "")
		if t < 0 {
			t = p.add(annotate.Person)
			p.things[t].sex = s
			p.file(t, &fullName{words: f.words})
		}
		if p.things[t].full == nil {
			p.things[t].seen++
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
		p.entitle(t, p.title(p.names[i]))
	}
}

// entitle takes note that a person bears a title, unless it is empty.
func (p *people) entitle(t int, title string) {
	x := &p.things[t]
	if title == "" || len(x.titles) == mostRoles || slices.Contains(x.titles, title) {
		return
	}
	x.titles = append(x.titles, title)
	if list := p.byTrait[trait{bears, title, ""}]; len(list) < most {
		p.byTrait[trait{bears, title, ""}] = append(list, t)
	}
}

// isTitle reports whether a single name is no more than a title, "President",
// that no person of the document has for a name.
func (p *people) isTitle(n Name, f *fullName) bool {
	w := p.word(n.End - 1)
	return w.Is(gazetteer.Title) && !w.Is(gazetteer.MaleName|gazetteer.FemaleName) &&
		len(p.byTrait[trait{family, f.words[0], ""}]) == 0 && len(p.byTrait[trait{given, f.words[0], ""}]) == 0
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
		// "Bill" is William, but not another William whom they call Liam.
		var named []int
		for _, c := range p.byTrait[trait{given, g, ""}] {
			if f := p.things[c].full; f == nil || f.first() == g {
				named = append(named, c)
			}
		}
		t = p.choose(named, s, title)
	}
	if t < 0 {
		t = p.choose(p.byTrait[trait{middle, word, ""}], s, title)
	}
	if t < 0 {
		t = p.add(annotate.Person)
		p.things[t].sex = s
		p.file(t, &fullName{words: f.words})
	}
	p.entitle(t, title)
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

// title returns the folded title before a name, or at its start, or empty:
// "president", but not one that many bear, like "Mr".
func (k *links) title(n Name) string {
	i := n.First
	if n.End-i < 2 || !k.word(i).Is(gazetteer.Title) {
		if i == 0 || k.d.Tokens[i].Is(text.First) {
			return ""
		}
		i--
	}
	if !k.word(i).Is(gazetteer.Title) || honorific(k.d.Lower(i)) {
		return ""
	}
	if title := k.fold(i); i == 0 || k.d.Lower(i-1) != "vice" {
		return title
	}
	return "vice " + k.fold(i)
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
