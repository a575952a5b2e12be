package entity

import (
	"strings"

	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A fullName is a person's name in its parts.
type fullName struct {
	// words are the folded words without titles, particles and suffixes; an
	// initial is one letter. The last is taken for the family name.
	words  []string
	suffix string // "jr", "iii", or empty
}

func (f *fullName) first() string { return f.words[0] }
func (f *fullName) last() string  { return f.words[len(f.words)-1] }
func (f *fullName) key() string   { return strings.Join(f.words, " ") + "," + f.suffix }

// initials counts the words that are one letter.
func (f *fullName) initials() int {
	n := 0
	for _, w := range f.words {
		if len(w) == 1 {
			n++
		}
	}
	return n
}

// longestName is how many words of a person's name are looked at.
const longestName = 8

// parse takes the name of a person apart.
func (k *links) parse(n Name) fullName {
	var f fullName
	caps := 0
	for i := n.First; i < n.End && len(f.words) < longestName; i++ {
		t := k.d.Tokens[i]
		if t.Kind != text.Word && t.Kind != text.Number || t.Is(text.Clitic) {
			continue
		}
		w := k.fold(i)
		switch {
		case w == "":
			continue
		case len(f.words) == 0 && i+1 < n.End && k.word(i).Is(gazetteer.Title) && !k.word(i).Is(gazetteer.MaleName|gazetteer.FemaleName) && !givenToo(w):
			continue
		case len(f.words) == 0 && i+1 < n.End && (w == "st" || w == "saint"):
			continue
		case len(f.words) > 0 && isSuffix(w):
			f.suffix = w
			continue
		case i+1 < n.End && k.particle(i, len(f.words) > 0):
			continue
		case t.Is(text.Abbrev) && strings.Count(k.d.Lower(i), ".") == len(w):
			for j := range len(w) {
				f.words = append(f.words, w[j:j+1])
			}
			continue
		case len(f.words) >= 2 && t.Is(text.Caps) && caps == 0 && len(w) <= 4:
			continue // "MP", "FRS"
		}
		if t.Is(text.Caps) {
			caps++
		}
		f.words = append(f.words, w)
	}
	if len(f.words) == 0 {
		f.words = append(f.words, k.fold(n.First))
	}
	return f
}

// isSuffix reports what may follow a family name.
func isSuffix(folded string) bool {
	switch folded {
	case "jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi":
		return true
	}
	return false
}

// givenToo reports titles that are first names as well.
func givenToo(folded string) bool {
	switch folded {
	case "dean", "duke", "earl", "major", "marshal", "prince", "reverend":
		return true
	}
	return false
}

// particle reports whether token i only leads to the next word of a name:
// "van", "bin", the "al" of "al-Assad". One with a capital, at the start of a
// name, counts only where it is no first name.
func (k *links) particle(i int, inside bool) bool {
	capital := k.d.Tokens[i].Is(text.Capital)
	switch k.d.Lower(i) {
	case "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul":
		return inside || !capital || k.d.Tokens[i+1].Kind == text.Hyphen
	case "de", "da", "di", "du", "des", "del", "della", "dos", "das", "do", "la", "le", "las", "los", "van", "von", "vom", "zu", "der", "den", "ter", "ten", "te",
		"bin", "bint", "ibn", "af", "av", "y", "e", "of", "the":
		return true
	case "ben":
		return inside || !capital
	}
	return false
}

// sameGiven reports whether two folded first names, or the initials of such,
// can be those of one person.
func (k *links) sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	if x, y := sound(a), sound(b); x == y && a[0] == b[0] && len(a) >= 4 && len(b) >= 4 {
		return true
	}
	for _, x := range append(k.gaz.FullFirstNames(a), a) {
		if x == b {
			return true
		}
		for _, y := range k.gaz.FullFirstNames(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// sameName reports whether two full names can be those of one person, as far as
// first names and those in the middle tell. The family names are taken to be
// the same.
func (k *links) sameName(a, b *fullName) bool {
	if !k.sameGiven(a.first(), b.first()) {
		return false
	}
	x, y := a.words[1:len(a.words)-1], b.words[1:len(b.words)-1]
	if len(x) > len(y) {
		x, y = y, x
	}
	// The middle names of the shorter stand in the longer in the same order;
	// initials also in the same places: "George W." is not "George H. W.".
	j := 0
	for i, w := range x {
		if len(w) == 1 || len(y[i]) == 1 {
			if w[0] != y[i][0] {
				return false
			}
			j = i + 1
			continue
		}
		for j < len(y) && !k.sameGiven(w, y[j]) {
			j++
		}
		if j == len(y) {
			return false
		}
		j++
	}
	return true
}
