package coalition

import (
	"gloss/annotate/text"
)

// governed reports prepositions that make the names after them part of another
// phrase: "the ministers of A and B joined".
func governed(w string) bool {
	switch w {
	case "of", "in", "with", "between", "to", "from", "by", "for", "against", "at", "on", "about", "into", "near", "over", "under":
		return true
	}
	return false
}

// isGoverned reports whether a preposition stands before the names that begin
// at token first.
func (p *pass) isGoverned(first int, s text.Sentence) bool {
	k := first - 1
	for k >= s.First && p.d.Lower(k) == "the" {
		k--
	}
	return governed(p.word(k, s))
}

// doubtful reports whether words before the subject at token first or after it
// up to token i deny the verb or make it a wish: "if", "not", "before".
func (p *pass) doubtful(first, i int, s text.Sentence) (denied, unsure bool) {
	for k := max(s.First, first-4); k < i; k++ {
		if p.at[k] >= 0 {
			continue
		}
		switch p.d.Lower(k) {
		case "not", "n't", "n’t", "never", "no", "nor", "neither", "longer", "hardly":
			denied = denied || k >= first
			unsure = true
		case "if", "unless", "until", "before", "once", "whether", "would", "could", "should", "might", "may", "formerly", "unlike":
			unsure = unsure || p.d.Lower(k) != "unlike" && !(p.d.Lower(k) == "before" && k > first)
		}
	}
	return denied, unsure
}
