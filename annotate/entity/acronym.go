package entity

import (
	"strings"

	"gloss/annotate"
	"gloss/annotate/text"
)

// acronyms joins a body with its acronym: where the one follows the other in
// brackets, by the rule of Schwartz and Hearst (2003), else where the capitals
// of the one longer name are the letters of the other.
func (k *links) acronyms() {
	byCapitals := map[string]int{} // 1 + thing, -1 where there are two
	for i, n := range k.names {
		if n.Type != annotate.Org || n.End-n.First < 2 {
			continue
		}
		t := k.root(k.of[i])
		c := k.capitals(n)
		if len(c) < 2 {
			continue
		}
		if old, ok := byCapitals[c]; ok && old != t+1 {
			byCapitals[c] = -1
		} else {
			byCapitals[c] = t + 1
		}
	}
	for i, n := range k.names {
		if n.End-n.First != 1 || !k.d.Tokens[n.First].Is(text.Caps) || n.Type == annotate.Person {
			continue
		}
		t := k.root(k.of[i])
		if i > 0 && k.bracketed(n) && k.names[i-1].End == n.First-1 && k.spells(k.names[i-1], n) {
			k.join(t, k.root(k.of[i-1]))
			continue
		}
		short := strings.ReplaceAll(k.d.Raw(n.First), ".", "")
		if long := byCapitals[short]; long > 0 && n.Type == annotate.Org {
			k.join(t, k.root(long-1))
		}
	}
}

// join makes thing a the same as thing b.
func (k *links) join(a, b int) {
	if a != b {
		k.things[a].joined = b + 1
	}
}

// capitals returns the first letters of the capitalised words of a name.
func (k *links) capitals(n Name) string {
	var b strings.Builder
	for i := n.First; i < n.End; i++ {
		if t := k.d.Tokens[i]; t.Kind == text.Word && t.Is(text.Capital) {
			raw := k.d.Raw(i)
			if raw[0] < 0x80 {
				b.WriteByte(raw[0])
			}
		}
	}
	return b.String()
}

// bracketed reports whether the name stands alone in brackets.
func (k *links) bracketed(n Name) bool {
	return n.First > 0 && n.End < len(k.d.Tokens) && k.d.Tokens[n.First-1].Kind == text.Open && k.d.Tokens[n.End].Kind == text.Close
}

// spells reports whether the letters of short stand in this order in long, the
// first of them at the start of a word.
func (k *links) spells(long, short Name) bool {
	s := strings.ToLower(strings.ReplaceAll(k.d.Raw(short.First), ".", ""))
	l := strings.ToLower(k.text(long))
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
