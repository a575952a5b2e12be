package entity

import (
	"strings"

	"gloss/annotate"
)

// A shortForm is a part of names of one class: its last words or its first.
type shortForm struct {
	class class
	typ   annotate.Type
	tail  bool
	words string
}

// shortForms joins a body or place with the fuller name that a shorter one is
// the end or the beginning of: "State Department" with "US State Department",
// "Rice" with "Rice University". Where there are several fuller names, a common
// noun ("the Court") means the one named last.
func (k *links) shortForms() {
	full := k.fuller()
	pending := map[int][]int{} // fuller things, by short thing that each name has to choose for
	for t := range k.things {
		x := &k.things[t]
		if x.words == nil || x.parent != t || classOf(x.typ) == classPeople || !k.shortens(x) {
			continue
		}
		f := shortForm{class: classOf(x.typ), tail: true, words: strings.Join(x.words, " ")}
		if f.class == classOther {
			f.typ = x.typ
		}
		list := full[f]
		if _, known := k.gaz.Name(f.words); !known && (len(list) == 0 || k.headNoun(x.words)) {
			f.tail = false
			list = append(list[:len(list):len(list)], full[f]...)
		}
		switch {
		case len(list) == 1:
			k.join(t, list[0])
		case len(list) > 1 && f.class == classBody && k.headNoun(x.words):
			pending[t] = list
		}
	}
	if len(pending) > 0 {
		k.nearest(pending)
	}
}

// mostFuller is how many fuller names of one short form are kept.
const mostFuller = 8

// fuller returns the things by the short forms that their names can have.
func (k *links) fuller() map[shortForm][]int {
	full := map[shortForm][]int{}
	for t := range k.things {
		x := &k.things[t]
		if len(x.words) < 2 || x.parent != t || classOf(x.typ) == classPeople {
			continue
		}
		f := shortForm{class: classOf(x.typ)}
		if f.class == classOther {
			f.typ = x.typ
		}
		add := func(tail bool, words string) {
			f.tail, f.words = tail, words
			if list := full[f]; len(list) < mostFuller {
				full[f] = append(list, t)
			}
		}
		whole := strings.Join(x.words, " ")
		off := 0
		for n, w := range x.words[:len(x.words)-1] {
			off += len(w)
			if f.class == classBody && k.opens(x.words, n+1) {
				add(false, whole[:off])
			}
			off++
			if !turns(w) {
				add(true, whole[off:])
			}
		}
	}
	return full
}

// opens reports whether the first n words of the name of a body can be short
// for it: all that stands before "of" or "for", or the words before a noun that
// tells what it is: "Peterson Institute for Peace", "Rice University".
func (k *links) opens(words []string, n int) bool {
	noun := k.gaz.Word(words[n-1]).Head == annotate.Org
	switch words[n] {
	case "of", "for", "on", "at", "in":
		return true
	case "and":
		return false
	}
	switch k.gaz.Word(words[len(words)-1]).Head {
	case annotate.Org, "":
	default:
		return false // "Bank of America Stadium"
	}
	return !noun && (n == 1 || len(words)-n == 1)
}

// turns reports words that make another name of the one that follows them.
func turns(w string) bool {
	switch w {
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "old", "upper", "lower", "great", "greater", "central", "middle",
		"st", "mount", "lake", "port", "fort", "san", "santa", "of", "and", "the", "for", "de", "del":
		return true
	}
	return false
}

// shortens reports whether a name can be short for a fuller one.
func (k *links) shortens(x *thing) bool {
	e, known := k.gaz.Name(strings.Join(x.words, " "))
	if known && (classOf(e.Type) != classOf(x.typ) || e.Caps) {
		return false
	}
	if len(x.words) > 1 {
		return true
	}
	if classOf(x.typ) != classBody {
		return false
	}
	switch x.words[0] {
	case "house", "state", "street", "city", "world", "international", "national", "american", "british", "royal", "new", "united":
		return false
	}
	return true
}

// headNoun reports whether a name is no more than a noun for bodies: "Court".
func (k *links) headNoun(words []string) bool {
	return len(words) == 1 && k.gaz.Word(words[0]).Head == annotate.Org
}

// nearest gives each name of a thing that can be short for several to the one
// of them that was named last before it.
func (k *links) nearest(pending map[int][]int) {
	for i, n := range k.names {
		if n.Type == annotate.Person {
			continue
		}
		t := k.root(k.of[i])
		best := -1
		for _, c := range pending[t] {
			if c = k.root(c); k.things[c].latest >= 0 && (best < 0 || k.things[c].latest > k.things[best].latest) {
				best = c
			}
		}
		if best >= 0 {
			k.of[i], t = best, best
		}
		k.things[t].latest = n.First
	}
}
