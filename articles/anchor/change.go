package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// slight reports whether what was changed between two wordings is no more than
// the spelling of words, signs and case: no word was put in, taken out or replaced by
// another, no number, no name and no negation is another one.
func slight(was, is string) bool { return respelts(terms(was), terms(is)) }

// respelts reports whether each of some words can be another spelling of the
// other at its place.
func respelts(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i, w := range a {
		if !respelt(w, b[i]) {
			return false
		}
	}
	return true
}

// stay returns how many words of two lists are the same in the same order, but
// for spelling.
func stay(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, w := range a {
		diagonal := 0
		for j, v := range b {
			best := max(row[j+1], row[j])
			if respelt(w, v) {
				best = max(best, diagonal+1)
			}
			diagonal, row[j+1] = row[j+1], best
		}
	}
	return row[len(b)]
}

// respelt reports whether one word can be another spelling of the other.
func respelt(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	if min(len(a), len(b)) < 5 || fixed(a) || fixed(b) {
		return false
	}
	return slip(a, b) || slip(b, a) || swapped(a, b)
}

// slip reports whether one byte of a word is another one in b, or missing there.
func slip(a, b string) bool {
	if len(a)-len(b) > 1 || len(b) > len(a) {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	return a[i+1:] == b[min(len(b), i+len(b)+1-len(a)):]
}

// swapped reports whether two neighbouring bytes are exchanged.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) - 1 {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// fixed reports whether a word has another meaning with any other letter: a
// name, a number, or a negation.
func fixed(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) || strings.ContainsFunc(word, unicode.IsDigit) ||
		strings.HasSuffix(word, "n't") || strings.HasPrefix(word, "un") || strings.HasPrefix(word, "in") ||
		strings.HasPrefix(word, "im") || strings.HasPrefix(word, "dis")
}

// terms returns the words and numbers of a text. A sign between two letters
// or digits belongs to them, and so does one before a number, as in "-3" or
// "$40", and one after it, as in "3%".
func terms(s string) []string {
	var all []string
	for _, f := range strings.Fields(s) {
		f = strings.TrimFunc(f, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-+$€£¥%‰", r)
		})
		if !strings.ContainsFunc(f, unicode.IsDigit) {
			f = strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) })
		}
		if f != "" {
			all = append(all, f)
		}
	}
	return all
}
