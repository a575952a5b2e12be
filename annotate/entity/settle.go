package entity

import (
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// settle types the names of one unknown word: by the longer names that hold the
// word elsewhere in the document, else by their neighbours, all places where
// the word stands together.
func (p *pass) settle() {
	votes := make([][3]int16, len(p.d.Words)) // person, org, place
	for _, n := range p.names {
		if n.Type == "" {
			v := &votes[p.d.Tokens[n.First].Word]
			person, org, place := p.neighbours(n)
			v[0], v[1], v[2] = sum(v[0], person), sum(v[1], org), sum(v[2], place)
		}
	}
	keep := p.names[:0]
	for _, n := range p.names {
		if n.Type == "" {
			n.Type, n.Confidence = p.decide(n, votes[p.d.Tokens[n.First].Word])
			if n.Type == "" {
				continue
			}
		} else if n.Type == annotate.GPE && n.End-n.First == 1 {
			// Kerry, Jordan: a place's name that a person of this text bears.
			if e := p.ev(n.First); e.person > e.place && !p.afterPlaceWord(n.First) && p.word(n.First).Longest <= 1 {
				n.Type = annotate.Person
			}
		}
		keep = append(keep, n)
	}
	p.names = keep
}

// oftenEnough is how often a word that nothing else is known of must have a
// capital in the midst of sentences to be taken for a name.
const oftenEnough = 3

func sum(a, b int16) int16 { return min(a+b, 1000) }

func (p *pass) decide(n Name, v [3]int16) (annotate.Type, float64) {
	e, w := p.ev(n.First), p.word(n.First)
	if lower := p.d.Lower(n.First); len(lower) > 4 && strings.HasSuffix(lower, "s") && e.person == 0 {
		// "Russias": the apostrophe was forgotten.
		if known, ok := p.gaz.Name(lower[:len(lower)-1]); ok && known.Type == annotate.GPE && !known.Caps {
			return annotate.GPE, 0.7
		}
	}
	switch {
	case e.person > 0 && e.person >= e.org:
		return annotate.Person, 0.9
	case e.org > 0 && v[0] <= v[1]:
		return annotate.Org, 0.75
	case v[0] == 0 && v[1] == 0 && v[2] == 0:
		lower := p.d.Lower(n.First)
		switch {
		case w.Is(gazetteer.MaleName | gazetteer.FemaleName):
			return annotate.Person, 0.7
		case w.Is(gazetteer.Title) || w.Head != "":
			return "", 0
		case len(lower) > 6 && (strings.HasSuffix(lower, "ers") || strings.HasSuffix(lower, "ans") || strings.HasSuffix(lower, "ites") || strings.HasSuffix(lower, "ists")):
			return annotate.Norp, 0.5
		case e.inside >= oftenEnough:
			return annotate.Person, 0.5
		}
		return "", 0
	case v[0] >= v[1] && v[0] >= v[2]:
		return annotate.Person, 0.75
	case v[2] >= v[1]:
		return annotate.GPE, 0.7
	}
	return annotate.Org, 0.65
}

// neighbours weighs what the words about a name say of its type.
func (p *pass) neighbours(n Name) (person, org, place int16) {
	if w := p.word(n.First); w.Is(gazetteer.MaleName | gazetteer.FemaleName) {
		person += 2
	}
	if n.First > 0 && p.d.Tokens[n.First-1].Kind == text.Word {
		switch p.d.Lower(n.First - 1) {
		case "in", "near", "outside", "northern", "southern", "eastern", "western", "downtown":
			place += 3
		case "at", "across", "around", "toward":
			place++
		case "of":
			if n.First > 1 && isPlaceNoun(p.d.Lower(n.First-2)) {
				place += 3 // "the village of"
			}
		case "the", "a", "an":
			org += 2
		case "said", "says", "told", "asked", "added":
			person += 2
		}
	}
	if n.End < len(p.d.Tokens) {
		next := p.d.Tokens[n.End]
		switch {
		case next.Kind == text.Word:
			switch p.d.Lower(n.End) {
			case "said", "says", "told", "added", "asked", "who", "himself", "herself", "thinks", "believes":
				person += 3
			case "province", "city", "district", "region", "area", "town", "village", "airport", "state":
				place += 3
			case "officials", "shares", "spokesman", "spokeswoman", "spokesperson", "group", "fighters", "militants":
				org += 2
			}
		case next.Kind == text.Comma && n.End+1 < len(p.d.Tokens):
			// "Springfield, Illinois"
			if w := p.word(n.End + 1); w.Longest > 0 && n.First > 0 && p.afterPlaceWord(n.First) {
				place += 2
			}
		}
	}
	return person, org, place
}

// isPlaceNoun reports words for kinds of places.
func isPlaceNoun(lower string) bool {
	switch lower {
	case "town", "city", "village", "province", "district", "region", "capital", "island", "port", "state", "suburb", "suburbs", "county", "neighborhood", "neighbourhood", "north", "south", "east", "west":
		return true
	}
	return false
}
