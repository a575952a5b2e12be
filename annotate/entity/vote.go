package entity

import (
	"strings"

	"gloss/annotate"
)

// A tally is how much speaks for one class of the names of one spelling.
type tally struct {
	weight float64 // sum of the confidence
	count  int
	thing  int // the first
}

// vote joins things of one spelling but of different classes where the fewer
// names seem to be a mistake of the recogniser: names of several words, which
// seldom mean two things in one article, or of one word that it was unsure of.
// A city and a person, both named surely, stay apart.
func (k *links) vote() {
	bySpelling := map[string]*[4]tally{}
	at := make([]*[4]tally, len(k.names))
	for i, n := range k.names {
		c := ballot(n.Type)
		if c < 0 {
			continue
		}
		x := strings.Join(k.keyWords(n), " ")
		all := bySpelling[x]
		if all == nil {
			all = &[4]tally{}
			bySpelling[x] = all
		}
		at[i] = all
		if all[c].count == 0 {
			all[c].thing = k.of[i]
		}
		all[c].weight += n.Confidence
		all[c].count++
	}
	for i, n := range k.names {
		all := at[i]
		if all == nil {
			continue
		}
		own, best := ballot(n.Type), 0
		for c := range all {
			if all[c].weight > all[best].weight {
				best = c
			}
		}
		x := all[own]
		if best == own {
			continue
		}
		if n.End-n.First > 1 {
			if _, known := k.gaz.Name(strings.Join(k.keyWords(n), " ")); !known {
				k.of[i] = all[best].thing
				continue
			}
		}
		if n.End-n.First > 1 && all[best].weight >= 2*x.weight || all[best].weight >= 3*x.weight && x.weight < unsure*float64(x.count) {
			k.of[i] = all[best].thing
		}
	}
}

// unsure is the confidence below which the type of a name of one word is
// overruled.
const unsure = 0.6

// ballot returns the place of a type in the tally, or -1 for those that are
// never mistaken for others.
func ballot(t annotate.Type) int {
	switch classOf(t) {
	case classPerson:
		return 0
	case classBody:
		return 1
	case classPlace:
		return 2
	case classPeople:
		return 3
	}
	return -1
}
