package entity

import (
	"strings"

	"gloss/annotate"
	"gloss/annotate/text"
)

// acronyms joins a thing with its acronym: where the one stands in brackets
// right after the other, by the rule of Schwartz and Hearst (2003), else where
// the capitals of the one longer name are the letters of the other.
func (k *links) acronyms() {
	byCapitals := map[string]int{} // thing, -1 where there are two
	for i, n := range k.names {
		if n.Type == annotate.Person || n.End-n.First < 2 {
			continue
		}
		t := k.root(k.of[i])
		for _, c := range k.capitals(n) {
			if len(c) < 2 {
				continue
			}
			if old, ok := byCapitals[c]; ok && (old < 0 || k.root(old) != t) {
				byCapitals[c] = -1
			} else {
				byCapitals[c] = t
			}
		}
	}
	for i, n := range k.names {
		if i > 0 && k.bracketed(n) && k.names[i-1].End == n.First-1 {
			if prev := k.names[i-1]; k.isAcronym(n) && k.spells(prev, n) || k.isAcronym(prev) && k.spells(n, prev) {
				k.join(k.of[i], k.of[i-1])
				continue
			}
		}
		if n.Type == annotate.Person || !k.isAcronym(n) {
			continue
		}
		if t, ok := byCapitals[k.letters(n)]; ok && t >= 0 && classOf(n.Type) == classOf(k.things[k.root(t)].typ) {
			k.join(k.of[i], t)
		}
	}
}

// isAcronym reports whether a name is one word of capitals, or a short one with
// two at the least ("DoE").
func (k *links) isAcronym(n Name) bool {
	if n.End-n.First != 1 {
		return false
	}
	if k.d.Tokens[n.First].Is(text.Caps) {
		return true
	}
	capitals := 0
	raw := k.d.Raw(n.First)
	for i := range len(raw) {
		if 'A' <= raw[i] && raw[i] <= 'Z' {
			capitals++
		}
	}
	return capitals >= 2 && len(raw) <= 6
}

// letters returns the letters of an acronym.
func (k *links) letters(n Name) string { return strings.ReplaceAll(k.d.Raw(n.First), ".", "") }

// capitals returns the first letters of the capitalised words of a name, of
// all, and of all but a country's at the start: "US Environment Agency".
func (k *links) capitals(n Name) [2]string {
	var b strings.Builder
	for i := n.First; i < n.End && b.Len() < longestKey; i++ {
		if t := k.d.Tokens[i]; t.Kind == text.Word && t.Is(text.Capital) && !(i == n.First && k.d.Lower(i) == "the") {
			if raw := k.d.Raw(i); raw[0] < 0x80 {
				b.WriteByte(raw[0])
			}
		}
	}
	all := b.String()
	e, size := k.gaz.Match(k.d, n.First, n.End, int(k.word(n.First).Longest))
	if size == 0 || size > 2 || size == n.End-n.First || e.Type != annotate.GPE && e.Type != annotate.Norp || len(all)-size < 3 {
		return [2]string{all}
	}
	return [2]string{all, all[size:]}
}

// bracketed reports whether the name stands alone in brackets.
func (k *links) bracketed(n Name) bool {
	return n.First > 0 && n.End < len(k.d.Tokens) && k.d.Tokens[n.First-1].Kind == text.Open && k.d.Tokens[n.End].Kind == text.Close
}

// spells reports whether the letters of short stand in this order in long, the
// first of them at the start of a word, and long is not too long for it.
func (k *links) spells(long, short Name) bool {
	s := strings.ToLower(k.letters(short))
	l := strings.ToLower(k.text(long))
	if long.End-long.First > min(len(s)+5, 2*len(s)) || len(l) <= len(s) {
		return false
	}
	j := len(l) - 1
	for i := len(s) - 1; i >= 0; i-- {
		for j >= 0 && (l[j] != s[i] || i == 0 && j > 0 && l[j-1] != ' ' && l[j-1] != '-') {
			j--
		}
		if j < 0 {
			return false
		}
		j--
	}
	return true
}
