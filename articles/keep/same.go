package keep

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// SameEntity reports whether two articles mean the same one, as far as names
// can tell: they are of one type (all kinds of places are one), and what one
// article calls it is what the other calls it too, or has as another full form.
// Case, accents, full stops, titles before a person's name and a leading "the"
// make no difference.
//
// A lone surname is no full form: "Kerry" beside "John Kerry" in one article
// does not make him the Kerry of another. Nor is a body's name without what
// tells it from its like, as "Foreign Ministry" beside "Danish Foreign
// Ministry". Two who are called the same in full are taken for one, and so are
// two of whom both articles have nothing but the same surname; one who is
// written differently, as in another language, is not found.
func SameEntity(a, b Entity) bool {
	ka, kb := a.Keys(), b.Keys()
	return slices.Contains(kb, ka[0]) || slices.Contains(ka, kb[0])
}

// Key returns what tells the entity of a name from others, for comparison only:
// it is not to be shown.
func (r Ref) Key() string {
	name := strings.Join(words(r), " ")
	if name == "" {
		name = r.Name // nothing but signs
	}
	return class(r.Type) + "\x00" + name
}

// Keys returns the key of the entity's name and after it those of its other
// full forms, each once. Two are the same where the first key of one is among
// those of the other, which is what SameEntity says.
func (e Entity) Keys() []string {
	keys := []string{e.Key()}
	for _, alias := range e.Aliases {
		r := Ref{alias, e.Type}
		if key := r.Key(); e.full(r) && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// MayBe reports whether two names of one type could be of one entity, for all
// that the names say: all words of the shorter are in the longer, as those of
// "Brandt" in "Ben Brandt". That alone does not make them the same; see
// SameEntity.
func (r Ref) MayBe(other Ref) bool {
	a, b := words(r), words(other)
	return class(r.Type) == class(other.Type) && len(a) > 0 && len(b) > 0 && (within(a, b) || within(b, a))
}

// full reports whether another form of an entity's name can stand for it
// outside its article.
func (e Entity) full(form Ref) bool {
	if class(e.Type) != "person" && acronym(form.Name) {
		return true
	}
	have := words(form)
	switch class(e.Type) {
	case "person", "place":
		return len(have) > 1
	}
	// "Foreign Ministry" is a short form of "Danish Foreign Ministry".
	return len(have) > 1 && !within(have, words(e.Ref))
}

// within reports whether all of the words are among others.
func within(some, all []string) bool {
	return !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(all, w) })
}

// acronym reports whether a name is made of the first letters of another.
func acronym(name string) bool {
	capitals := 0
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r != '.' && r != '&' && r != '-' && !unicode.IsDigit(r):
			return false
		}
	}
	return capitals > 1
}

// class returns what types are told apart by: what one article takes for a
// country, another may take for a place.
func class(kind string) string {
	switch kind {
	case "GPE", "LOC", "FAC":
		return "place"
	}
	return strings.ToLower(kind)
}

// words returns the words of a name without what makes no difference: none only
// where the name has neither a letter nor a digit.
func words(r Ref) []string {
	all := strings.FieldsFunc(fold(r.Name), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	for len(all) > 1 && (all[0] == "the" || class(r.Type) == "person" && titles[all[0]]) {
		all = all[1:]
	}
	return all
}

// fold makes names equal that differ in case, accents, apostrophes or full
// stops only. A possessive at the end is taken off.
func fold(name string) string {
	name = strings.ReplaceAll(name, "’", "'")
	if head, ok := strings.CutSuffix(strings.TrimSpace(name), "'s"); ok {
		name = head
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == '.' || r == '\'' {
			return -1
		}
		return unicode.ToLower(unicode.ToUpper(r))
	}, norm.NFKD.String(name))
}

// titles are words before a person's name that are no part of it.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "mx": true, "dr": true, "prof": true, "professor": true,
	"sir": true, "dame": true, "lord": true, "lady": true, "rev": true, "reverend": true, "father": true, "sister": true,
	"president": true, "chancellor": true, "prime": true, "minister": true, "premier": true, "secretary": true,
	"senator": true, "sen": true, "rep": true, "representative": true, "congressman": true, "congresswoman": true,
	"governor": true, "gov": true, "mayor": true, "councillor": true, "ambassador": true, "commissioner": true,
	"general": true, "gen": true, "colonel": true, "col": true, "major": true, "captain": true, "capt": true,
	"lieutenant": true, "lt": true, "sergeant": true, "sgt": true, "admiral": true, "judge": true, "justice": true,
	"king": true, "queen": true, "prince": true, "princess": true, "sheikh": true, "ayatollah": true, "pope": true,
	"bishop": true, "archbishop": true, "cardinal": true, "herr": true, "frau": true, "monsieur": true, "madame": true,
}
