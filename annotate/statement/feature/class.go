package feature

import (
	"strings"

	"gloss/annotate/text"
)

// A class is the coarse grammar of a token, as far as its letters and a list
// of small words show it.
type class uint8

const (
	plain class = iota
	capital
	number
	comma
	stop
	colon
	opening // quotation mark
	closing
	dash
	bracket
	auxiliary
	negation
	conjunction
	that
	to
	preposition
	determiner
	pronoun
	objective
	possessive
	asking // who, what, whether
	adverb
	past
	gerund
	third
	speech // said, says
	other
	beyond // no token
)

// classBits is how many bits a class has.
const classBits = 5

// smallWords are the words of the closed classes.
var smallWords = map[class]string{
	auxiliary:   "has have had having is are was were be been being am do does did will would shall should can could may might must 'd 'll 've 're 'm",
	negation:    "n't not never no",
	conjunction: "and but or nor",
	that:        "that",
	to:          "to",
	preposition: "in on at by with from into about after before during under over against between among through without within near since until upon as via despite for of around along across amid like than toward towards because if when while although though whereas unless where",
	determiner:  "the a an this these those some many most several any each every another both few all such other",
	pronoun:     "he she they it we i you one others",
	objective:   "him them us me himself herself themselves itself",
	possessive:  "his her its their our my your 's",
	asking:      "who which what whether how why whom whose",
	adverb:      "also always ever often again later earlier then now still even just only once first recently so too soon instead yet however there here",
	speech:      "said says say saying told tells tell according added",
}

// classes returns the classes of the small words.
func classes() map[string]class {
	m := make(map[string]class, 256)
	for c, words := range smallWords {
		for w := range strings.FieldsSeq(words) {
			m[w] = c
		}
	}
	return m
}

// classOf returns the class of a lower-cased word that is none of the small
// ones.
func classOf(w string) class {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ing"):
		return gerund
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		return past
	case len(w) > 4 && strings.HasSuffix(w, "ly"):
		return adverb
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return third
	}
	return plain
}

// markClass returns the class of a token that is no word.
func markClass(k text.Kind) class {
	switch k {
	case text.Number:
		return number
	case text.Stop:
		return stop
	case text.Comma:
		return comma
	case text.Colon:
		return colon
	case text.Dash, text.Hyphen:
		return dash
	case text.Open, text.Close:
		return bracket
	case text.Link:
		return capital
	}
	return other
}
