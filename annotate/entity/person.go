package entity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

type sex uint8

const (
	unknownSex sex = iota
	man
	woman
)

// persons joins persons' names: first the full ones by family and first name,
// then single ones with the full ones that they are short for.
func (k *links) persons() {
	byFirst := map[string][]int{}
	for i, n := range k.names {
		if n.Type != annotate.Person || n.End-n.First < 2 {
			continue
		}
		first, family := k.d.Lower(n.First), k.family(n)
		folded := fold(family)
		t := -1
		for _, c := range k.people[folded] {
			if k.sameFirst(&k.things[c], first, n) {
				t = c
				break
			}
		}
		if t < 0 {
			t = len(k.things)
			k.things = append(k.things, thing{typ: annotate.Person, first: fold(first), family: folded, given: first, sex: k.sexOf(n), latest: n.First})
			k.people[folded] = append(k.people[folded], t)
			byFirst[fold(first)] = append(byFirst[fold(first)], t)
		} else if k.things[t].sex == unknownSex {
			k.things[t].sex = k.sexOf(n)
		}
		k.of[i] = t
	}
	for i := range k.things {
		k.things[i].latest = -1
	}
	for i, n := range k.names {
		if n.Type != annotate.Person {
			continue
		}
		if n.End-n.First >= 2 {
			k.things[k.of[i]].latest = n.First
			continue
		}
		word := fold(k.d.Lower(n.First))
		t := k.choose(k.people[word], n)
		if t < 0 {
			t = k.choose(byFirst[word], n)
		}
		if t < 0 {
			t = len(k.things)
			k.things = append(k.things, thing{typ: annotate.Person, family: word, sex: k.sexOf(n)})
			k.people[word] = append(k.people[word], t)
		}
		k.things[t].latest = n.First
		if k.things[t].sex == unknownSex {
			k.things[t].sex = k.sexOf(n)
		}
		k.of[i] = t
	}
}

// choose returns the person among the candidates whom the single name n means:
// of those whose sex agrees the one named last, else the first in the text.
func (k *links) choose(candidates []int, n Name) int {
	const most = 16 // of one family name; more are not told apart
	s := k.titleSex(n)
	best := -1
	for _, c := range candidates[:min(len(candidates), most)] {
		x := k.things[c].sex
		if s != unknownSex && x != unknownSex && s != x {
			continue
		}
		if best < 0 || k.things[c].latest > k.things[best].latest {
			best = c
		}
	}
	return best
}

// family returns the lower-cased family name of a full name.
func (k *links) family(n Name) string {
	last := n.End - 1
	switch k.d.Lower(last) {
	case "jr.", "jr", "sr.", "sr", "ii", "iii", "iv":
		if last > n.First+1 {
			last--
			if k.d.Tokens[last].Kind == text.Comma && last > n.First+1 {
				last--
			}
		}
	}
	return k.d.Lower(last)
}

// sameFirst reports whether a full name with the first word given can be that
// of the person t, whose family name is the same.
func (k *links) sameFirst(t *thing, given string, n Name) bool {
	if t.given == given {
		return true
	}
	if s := k.sexOf(n); s != unknownSex && t.sex != unknownSex && s != t.sex {
		return false
	}
	f := fold(given)
	if len(t.given) == 2 && t.given[1] == '.' || len(given) == 2 && given[1] == '.' {
		return t.given[0] == given[0] // an initial
	}
	a, b := skeleton(f), skeleton(t.first)
	if a == b && len(a) >= 3 {
		return true // Sergei and Sergey
	}
	return len(f) >= 3 && len(t.first) >= 3 && (strings.HasPrefix(f, t.first) || strings.HasPrefix(t.first, f)) || nickname(given) == nickname(t.given)
}

// nickname returns the name that a common short form stands for.
func nickname(s string) string {
	switch s {
	case "bill", "billy", "will":
		return "william"
	case "bob", "bobby", "rob":
		return "robert"
	case "dick", "rick":
		return "richard"
	case "jim", "jimmy":
		return "james"
	case "joe":
		return "joseph"
	case "mike":
		return "michael"
	case "tony":
		return "anthony"
	case "ted", "ed", "eddie":
		return "edward"
	case "jack", "johnny":
		return "john"
	case "chuck":
		return "charles"
	case "liz", "beth", "betsy":
		return "elizabeth"
	case "kate", "katie", "kathy":
		return "katherine"
	case "bernie":
		return "bernard"
	case "tom":
		return "thomas"
	}
	return s
}

// sexOf returns the sex that the title or the first name of n tells.
func (k *links) sexOf(n Name) sex {
	if s := k.titleSex(n); s != unknownSex {
		return s
	}
	switch w := k.word(n.First); {
	case w.Is(gazetteer.MaleName) && !w.Is(gazetteer.FemaleName):
		return man
	case w.Is(gazetteer.FemaleName) && !w.Is(gazetteer.MaleName):
		return woman
	}
	return unknownSex
}

// titleSex returns the sex that the title before n tells.
func (k *links) titleSex(n Name) sex {
	if n.First == 0 || k.d.Tokens[n.First].Is(text.First) {
		return unknownSex
	}
	switch w := k.word(n.First - 1); {
	case w.Is(gazetteer.Male):
		return man
	case w.Is(gazetteer.Female):
		return woman
	}
	return unknownSex
}

// fold returns a lower-cased word without accents and with the spellings of
// one sound made equal.
func fold(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if !ascii {
		var b strings.Builder
		for _, r := range norm.NFD.String(s) {
			if !unicode.Is(unicode.Mn, r) {
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	return s
}

// skeleton returns the consonants of a folded word, doubled ones once, with
// spellings of one sound made equal.
func skeleton(s string) string {
	var b strings.Builder
	last := rune(0)
	for i, r := range s {
		switch r {
		case 'a', 'e', 'i', 'o', 'u', 'y', '\'', '’', '-', '.':
			if i > 0 {
				continue
			}
		case 'k', 'q':
			r = 'c'
		case 'w':
			r = 'v'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return strings.ReplaceAll(b.String(), "cs", "x")
}
