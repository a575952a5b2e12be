package entity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns a lower-cased word without accents and full stops.
func fold(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < 0x80 && s[i] != '.'
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.':
			continue
		case r == '’' || r == '‘' || r == 'ʼ':
			r = '\''
		case r == 'ø':
			r = 'o'
		case r == 'ł':
			r = 'l'
		case r == 'ı':
			r = 'i'
		case r == 'đ':
			r = 'd'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// sound returns what is the same in the spellings that one name of a foreign
// script has in English: the first letter and the consonants, doubled ones
// once, letters of one sound made equal, an h that follows a consonant left
// out. A vowel at the end stays, since it may tell a man from a woman.
func sound(folded string) string {
	var b strings.Builder
	last := rune(0)
	for i, r := range folded {
		switch r {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			if r == 'y' {
				r = 'i'
			}
			if i > 0 && i < len(folded)-1 || r == 'i' && i > 0 {
				last = 0
				continue
			}
		case '\'', '-', '`':
			continue
		case 'h':
			if last != 0 {
				continue
			}
		case 'k', 'q', 'g':
			r = 'c'
		case 'w':
			r = 'v'
		case 'z':
			r = 's'
		case 'x':
			b.WriteString("c")
			r = 's'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// nearly reports whether a and b differ in no more than one letter: one more,
// one less, another one, or two that changed places. Short words must be equal.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == b {
		return true
	}
	if len(a) < 5 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
