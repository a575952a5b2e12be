package entity

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// pronouns adds the pronouns "he" and "she" in all their forms to the persons
// whom they surely mean, and "it" to the body or country that its sentence
// begins with. A person named in this sentence or one of the two before it is
// meant if the sex agrees; of several, the one who was the first name of a
// sentence before. Pronouns inside quotation marks are left alone: there,
// somebody else speaks.
func (k *links) pronouns() {
	next := 0           // name
	var recent [3][]int // persons' names of this sentence and the two before
	for _, s := range k.d.Sentences {
		recent[0], recent[1], recent[2] = recent[2][:0], recent[0], recent[1]
		subject := -1
		for i := s.First; i < s.End; i++ {
			if next < len(k.names) && k.names[next].First == i {
				n := k.names[next]
				if n.Type == annotate.Person {
					recent[0] = append(recent[0], next)
				}
				if subject < 0 && i <= s.First+2 && (n.Type == annotate.Org || n.Type == annotate.GPE) {
					subject = next
				}
				i = n.End - 1
				next++
				continue
			}
			if k.d.Tokens[i].Kind != text.Word {
				continue
			}
			var who sex
			switch k.d.Lower(i) {
			case "he", "him", "his", "himself":
				who = man
			case "she", "her", "hers", "herself":
				who = woman
			case "it":
				if subject >= 0 {
					k.pronoun(i, k.root(k.of[subject]), 0.6)
				}
				continue
			default:
				continue
			}
			if _, quoted := k.d.QuotationAt(i); quoted {
				continue
			}
			if t, confidence := k.antecedent(who, recent); t >= 0 {
				k.pronoun(i, t, confidence)
				if k.things[t].sex == unknownSex {
					k.things[t].sex = who
				}
			}
		}
	}
}

func (k *links) pronoun(i, t int, confidence float64) {
	k.things[t].others = append(k.things[t].others, annotate.Mention{Span: k.d.Span(i, i+1), Kind: annotate.Pronoun, Confidence: confidence})
}

// antecedent returns the person of the sex whom a pronoun means, and how sure
// that is; -1 if nobody fits.
func (k *links) antecedent(who sex, recent [3][]int) (int, float64) {
	best, several := -1, false
	for _, names := range recent {
		for _, n := range names {
			t := k.root(k.of[n])
			if x := k.things[t].sex; x != unknownSex && x != who {
				continue
			}
			if best < 0 {
				best = t
			} else if best != t {
				several = true
			}
		}
		if best >= 0 && len(names) > 0 {
			break
		}
	}
	if several {
		return best, 0.6
	}
	return best, 0.8
}
