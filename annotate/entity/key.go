package entity

import (
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A class is a group of types whose names are compared with each other.
type class byte

const (
	classPerson class = 'p'
	classBody   class = 'o'
	classPlace  class = 'l'
	classPeople class = 'n'
	classOther  class = 'x'
)

func classOf(t annotate.Type) class {
	switch t {
	case annotate.Person:
		return classPerson
	case annotate.Org:
		return classBody
	case annotate.GPE, annotate.Loc, annotate.Fac:
		return classPlace
	case annotate.Norp:
		return classPeople
	}
	return classOther
}

// A key is what is the same for all names of one thing but a person.
type key struct {
	class class
	typ   annotate.Type // of class other
	words string
}

// others gives every name that is not a person's to the thing of its key.
func (k *links) others() {
	byKey := map[key]int{}
	for i, n := range k.names {
		if n.Type == annotate.Person {
			continue
		}
		x, words := k.key(n)
		t, ok := byKey[x]
		if !ok {
			t = k.add(n.Type)
			k.things[t].words = words
			byKey[x] = t
		}
		k.of[i] = t
	}
	k.fullPlaces(byKey)
}

// longestKey is how many words of a name count.
const longestKey = 12

// key returns the key of a name, and its words.
func (k *links) key(n Name) (key, []string) {
	x := key{class: classOf(n.Type)}
	if x.class == classOther {
		x.typ = n.Type
	}
	words := k.keyWords(n)
	first := n.First
	if n.End-first > 1 && k.d.Lower(first) == "the" {
		first++
	}
	e, size := k.gaz.Match(k.d, first, n.End, int(k.word(first).Longest))
	if size == n.End-first {
		if isCountry(e) && x.class == classBody {
			x.class = classPlace // a country that acts
		}
		x.words = entryKey(e)
		return x, words
	}
	switch x.class {
	case classPlace:
		words = trimPlace(words)
		x.words = strings.Join(words, " ")
		if e, ok := k.gaz.Name(x.words); ok && isCountry(e) {
			x.words = entryKey(e)
		}
		return x, words
	case classPeople:
		last := words[len(words)-1]
		if len(last) > 3 && strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") {
			words[len(words)-1] = last[:len(last)-1] // "Houthis"
		}
	case classBody:
		words = k.trimCountry(n, first, trimBody(words))
	}
	x.words = strings.Join(words, " ")
	return x, words
}

// isCountry reports entries whose ID is the code of a country.
func isCountry(e gazetteer.Entry) bool { return e.Type == annotate.GPE && len(e.ID) == 2 }

// entryKey returns the words of the key of an entry: those of its usual name,
// or the code of a country or people.
func entryKey(e gazetteer.Entry) string {
	if len(e.ID) == 2 {
		return "=" + e.ID
	}
	words := strings.Fields(fold(strings.ToLower(e.ID)))
	for i, w := range words {
		words[i] = british(w)
	}
	return strings.Join(words, " ")
}

// keyWords returns the folded words of a name without the article at its start,
// possessives and marks, in British spelling. There is at least one.
func (k *links) keyWords(n Name) []string {
	words := make([]string, 0, min(n.End-n.First, longestKey))
	for i := n.First; i < n.End && len(words) < longestKey; i++ {
		t := k.d.Tokens[i]
		w := k.fold(i)
		switch {
		case t.Is(text.Clitic) && w == "'s", t.Is(text.Clitic) && w == "'", t.Kind == text.Quote, t.Kind == text.Comma, t.Kind == text.Hyphen, w == "":
			continue
		case len(words) == 0 && i+1 < n.End && (w == "the" || strings.HasSuffix(w, "ern") && !t.Is(text.Capital)):
			continue // "northern Dohuk" is Dohuk
		case w == "&":
			w = "and"
		}
		words = append(words, british(w))
	}
	if len(words) == 0 {
		words = append(words, k.d.Lower(n.First))
	}
	return words
}

// trimCountry brings the country that the name of a body begins with, and the
// United Nations, to one form: "US" for "United States". The name begins with
// token first.
func (k *links) trimCountry(n Name, first int, words []string) []string {
	e, size := k.gaz.Match(k.d, first, n.End, int(k.word(first).Longest))
	if size == 0 || !isCountry(e) && e.ID != "United Nations" {
		return words
	}
	used := len(k.keyWords(Name{First: first, End: first + size}))
	if used >= len(words) {
		return words
	}
	out := append(make([]string, 0, len(words)), strings.ToLower(e.ID))
	return append(out, words[used:]...)
}

// british returns the British spelling of words that names are made of.
func british(w string) string {
	switch w {
	case "organization":
		return "organisation"
	case "organizations":
		return "organisations"
	case "defense":
		return "defence"
	case "center":
		return "centre"
	case "labor":
		return "labour"
	case "program":
		return "programme"
	case "harbor":
		return "harbour"
	case "theater":
		return "theatre"
	case "saint":
		return "st"
	case "mt":
		return "mount"
	}
	return w
}

// trimPlace takes what may be left out off the name of a place: "City of X",
// "Republic of X", "northern X", "X province".
func trimPlace(words []string) []string {
	if len(words) > 1 && isDirection(words[0]) {
		words = words[1:]
	}
	if last := words[len(words)-1]; len(words) > 1 && (last == "province" || last == "governorate" || last == "oblast" || last == "prefecture") {
		words = words[:len(words)-1]
	}
	if len(words) > 2 && words[1] == "of" {
		switch words[0] {
		case "city", "republic", "state", "kingdom", "town", "village", "province", "commonwealth", "principality", "sultanate", "emirate":
			words = words[2:]
			if len(words) > 1 && words[0] == "the" {
				words = words[1:]
			}
		}
	}
	return words
}

// isDirection reports adjectives that part a place without naming another.
func isDirection(w string) bool {
	switch w {
	case "southeastern", "southwestern", "northeastern", "northwestern", "mainland", "downtown":
		return true
	}
	return false
}

// trimBody takes what may be left out off the name of a body: "Inc.", and
// brings "Ministry of Defence" and "Defence Ministry" to one form.
func trimBody(words []string) []string {
	for len(words) > 1 && isLegalForm(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) > 2 && words[1] == "of" && (words[0] == "ministry" || words[0] == "department") {
		rest := words[2:]
		if len(rest) > 1 && rest[0] == "the" {
			rest = rest[1:]
		}
		turned := append(make([]string, 0, len(words)), rest...)
		words = append(turned, words[0])
	}
	return words
}

// isLegalForm reports words that tell what kind of company a name is of.
func isLegalForm(w string) bool {
	switch w {
	case "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp", "lp", "ag", "sa", "nv", "gmbh", "spa", "oao", "pjsc", "oyj", "holdings":
		return true
	}
	return false
}

// fullPlaces joins the short forms of places with the one full name that the
// text has for them: "NJ" with "New Jersey".
func (k *links) fullPlaces(byKey map[key]int) {
	for i, n := range k.names {
		if classOf(n.Type) != classPlace || n.End-n.First > 4 {
			continue
		}
		t := k.of[i]
		words := k.things[t].words
		if words == nil || k.things[k.root(t)].parent != t {
			continue
		}
		short := strings.Join(words, " ")
		list := k.gaz.FullPlaces(short)
		if len(words) == 2 && words[1] == "city" {
			// "Taipei City"; what the gazetteer knows as a city of another
			// name than its country or state is left to the table.
			if _, ok := k.gaz.Name(short); !ok {
				list = append([]string{words[0]}, list...)
			}
		}
		found := -1
		for _, full := range list {
			x := key{class: classPlace, words: full}
			if e, ok := k.gaz.Name(full); ok {
				x.words = entryKey(e)
			}
			u, ok := byKey[x]
			switch {
			case !ok || k.root(u) == k.root(t):
			case found >= 0:
				found = -2
			case found == -1:
				found = u
			}
		}
		if found >= 0 {
			k.join(t, found)
		}
	}
}
