package entity

import (
	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A candidate is a person of whom a sentence speaks.
type candidate struct {
	thing   int
	oblique bool // behind a preposition, or not in the nominative
}

// A scene is what one sentence tells of persons so far.
type scene struct {
	persons []candidate
	// stranger is set where somebody who has no name in the text is spoken of
	// ("a spokesman"), so that a pronoun may mean him.
	stranger bool
	// inverted is set where the sentence begins with a preposition.
	inverted bool
}

// mostPersons is how many persons of one sentence are looked at.
const mostPersons = 32

func (s *scene) add(c candidate) {
	if len(s.persons) < mostPersons {
		s.persons = append(s.persons, c)
	}
}

// pronouns adds the pronouns "he" and "she" in all their forms to the persons
// whom they surely mean, and "it" and "they" to the body, country or people that
// their sentence begins with. It prefers, like the theory of centering (Grosz,
// Joshi and Weinstein 1995), the subject of the sentence, then that of the one
// before, and looks back no further than two. Pronouns inside quotation marks
// are left alone: there, somebody else speaks.
func (k *links) pronouns() {
	phrases := k.phrases()
	next, done := 0, 0 // name, and the end of the last
	var scenes [3]scene
	block := -1
	for _, s := range k.d.Sentences {
		old := scenes[2].persons[:0]
		scenes[0], scenes[1], scenes[2] = scene{persons: old}, scenes[0], scenes[1]
		if block >= 0 && s.Block > block+1 {
			scenes[1].persons, scenes[2].persons = scenes[1].persons[:0], scenes[2].persons[:0]
		}
		block = s.Block
		now := &scenes[0]
		now.inverted = isPreposition(k.d.Lower(s.First))
		subject := -1
		for i := max(s.First, done); i < s.End; i++ {
			if next < len(k.names) && k.names[next].First <= i {
				n := k.names[next]
				switch {
				case n.Type == annotate.Person:
					now.add(candidate{k.root(k.of[next]), k.isOblique(n.First, s.First)})
					now.stranger = false
				case subject < 0 && i <= s.First+2 && (n.Type == annotate.Org || n.Type == annotate.GPE || n.Type == annotate.Norp):
					subject = next
				}
				done = n.End
				i = n.End - 1
				next++
				continue
			}
			if p, ok := phrases[i]; ok {
				if p.thing >= 0 && classOf(k.things[p.thing].typ) == classPerson {
					now.add(candidate{p.thing, k.isOblique(i, s.First)})
					now.stranger = false
				}
				for next < len(k.names) && k.names[next].First < p.end {
					next++
				}
				i = p.end - 1
				continue
			}
			if k.d.Tokens[i].Kind != text.Word {
				continue
			}
			k.pronounAt(i, &scenes, subject)
		}
	}
}

// pronounAt resolves token i if it is a pronoun. The subject is the name of a
// body, country or people that the sentence begins with, or -1.
func (k *links) pronounAt(i int, scenes *[3]scene, subject int) {
	who, oblique := unknownSex, false
	lower := k.d.Lower(i)
	switch lower {
	case "he":
		who = man
	case "she":
		who = woman
	case "him", "his", "himself":
		who, oblique = man, true
	case "her", "hers", "herself":
		who, oblique = woman, true
	case "it", "they":
		if subject < 0 {
			return
		}
		n := k.names[subject]
		many := n.Type == annotate.Norp
		if many && lower == "they" && k.d.Lower(n.End - 1)[len(k.d.Lower(n.End-1))-1] == 's' || !many && lower == "it" {
			if _, quoted := k.d.QuotationAt(i); !quoted {
				k.pronoun(i, k.root(k.of[subject]), 0.6)
			}
		}
		return
	default:
		if w := k.word(i); w.Is(gazetteer.Title) && !honorific(lower) && !k.d.Tokens[i].Is(text.Capital) {
			scenes[0].stranger = true
		}
		return
	}
	if _, quoted := k.d.QuotationAt(i); quoted {
		return
	}
	t, confidence := k.antecedent(who, oblique, scenes)
	if t < 0 {
		return
	}
	k.pronoun(i, t, confidence)
	if k.things[t].sex == unknownSex {
		k.things[t].sex = who
	}
	scenes[0].add(candidate{t, oblique})
}

func (k *links) pronoun(i, t int, confidence float64) {
	k.things[t].others = append(k.things[t].others, annotate.Mention{Span: k.d.Span(i, i+1), Kind: annotate.Pronoun, Confidence: confidence})
}

// A phrase is a noun phrase for an entity, or beside its name (thing -1), up to
// token end.
type phrase struct{ thing, end int }

// phrases returns the noun phrases that stand for entities, and the roles that
// follow names, by their first tokens.
func (k *links) phrases() map[int]phrase {
	at := map[int]phrase{}
	for t := range k.things {
		for _, m := range k.things[t].others {
			at[k.d.At(m.Span.Start)] = phrase{k.root(t), k.d.At(m.Span.End-1) + 1}
		}
	}
	for i, n := range k.names {
		if r := k.role[i]; r.first >= n.End && r.first < r.end {
			at[r.first] = phrase{-1, r.end}
		}
	}
	return at
}

// antecedent returns the person of the sex whom a pronoun means, and how sure
// that is; -1 if nobody fits, or a person without a name may be meant.
func (k *links) antecedent(who sex, oblique bool, scenes *[3]scene) (int, float64) {
	fits := func(c candidate) bool {
		x := k.things[c.thing].sex
		return x == unknownSex || x == who
	}
	behind := -1 // a person behind a preposition
	several := false
	for i := range scenes {
		s := &scenes[i]
		if s.stranger {
			return -1, 0
		}
		best := -1
		for _, c := range s.persons {
			switch {
			case !fits(c):
			case best < 0 && !c.oblique:
				best = c.thing
			case best >= 0 && best != c.thing:
				several = true
			case best < 0 && behind < 0:
				behind = c.thing
			}
		}
		if best < 0 && behind >= 0 && !(i == 0 && s.inverted && !oblique) {
			best = behind
		}
		if best >= 0 {
			if several || behind >= 0 && behind != best {
				return best, 0.6
			}
			return best, 0.8
		}
	}
	return behind, 0.5
}

// isOblique reports whether a preposition stands before the name at token i,
// its title and role. The sentence begins at token from.
func (k *links) isOblique(i, from int) bool {
	for j := i - 1; j >= from && i-j <= longestRole; j-- {
		t, lower := k.d.Tokens[j], k.d.Lower(j)
		switch {
		case t.Kind == text.Hyphen:
		case t.Kind != text.Word:
			return false
		case isPreposition(lower):
			return true
		case k.word(j).Is(gazetteer.Title), modifies(lower), t.Is(text.Capital), lower == "the", t.Is(text.Clitic):
		default:
			return false
		}
	}
	return false
}

// isPreposition reports prepositions that stand before persons who are not the
// subject.
func isPreposition(lower string) bool {
	switch lower {
	case "with", "of", "to", "by", "from", "for", "against", "on", "about", "at", "in", "beside", "between", "before", "after", "over", "under", "toward", "towards",
		"like", "than", "as", "near", "behind", "around", "alongside", "without", "into", "despite", "unlike", "through":
		return true
	}
	return false
}
