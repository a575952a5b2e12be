package anchor

import (
	"slices"
	"strings"
)

// A side is what was described on one side of the words.
type side struct {
	in, out []string // the terms of their sentence and of those next to it, from the words outwards
	full    bool     // the sentence next to theirs was described to its end
	open    bool     // the sentence goes on beyond what was described
}

// newSide returns the side of which in belongs to the sentence and out does not.
// The outermost word may be cut off and counts for nothing.
func newSide(in, out string, open, backwards bool) side {
	end, known := sentenceEnd("", out)
	if backwards {
		end, known = sentenceStart(strings.TrimRight(out, closers+stops+halts+" \n\t"))
	}
	s := side{full: known && end >= 0, in: terms(compared(in)), out: terms(compared(out)), open: open}
	if backwards {
		slices.Reverse(s.in)
		slices.Reverse(s.out)
	}
	if n := len(s.out); n > 0 {
		s.out = s.out[:n-1]
	} else if n := len(s.in); n > 0 && open {
		s.in = s.in[:n-1]
	}
	return s
}

// A witness is what one side says for a place.
type witness struct {
	run   int  // terms that are the same, one after the other from the words outwards
	whole bool // the sentence is the same up to its end
	all   bool // so is all that was described
	kept  bool // the rest of the sentence may have been changed, but not replaced
	next  bool // the sentence next to it is there
	firm  bool // all of it, with its names and numbers
	touch bool // and right next to it
	other int  // names and numbers of the sentence that are not there
	same  int  // terms of the sentence that are the same in the same order
}

// ask compares a side with the terms of the text beside a place.
func (s side) ask(text []string) witness {
	var w witness
	for w.run < len(text) && w.run < len(s.in)+len(s.out) && respelt(s.at(w.run), text[w.run]) {
		w.run++
	}
	w.whole = !s.open && w.run >= len(s.in)
	w.all = w.run == len(s.in)+len(s.out) && (w.run > 0 || len(text) == 0)
	from := len(s.in)
	if !w.whole {
		from = max(0, from-slack)
	}
	if len(s.out) >= neighbour && from < len(text) {
		w.next = float64(stay(s.out, text[from:min(len(text), len(s.in)+len(s.out)+1)])) >= mostly*float64(len(s.out))
	}
	w.firm = w.next && s.full && lost(s.out, text[from:min(len(text), len(s.in)+len(s.out)+1)]) == 0
	w.touch = w.next && w.run >= len(s.in)+neighbour
	w.same = stay(s.in, text[:min(len(text), len(s.in)+slack)])
	rest := text[:min(len(text), len(s.in)+slack)]
	w.kept = w.run >= min(len(s.in), adjoining) || float64(w.same) >= partly*float64(len(s.in))
	w.other = lost(s.in, rest)
	return w
}

// lost returns how many names, numbers and negations are not among the terms of a text.
func lost(terms, text []string) int {
	n := 0
	for _, w := range terms {
		if fixed(w) && !slices.Contains(text, w) {
			n++
		}
	}
	return n
}

func (s side) at(i int) string {
	if i < len(s.in) {
		return s.in[i]
	}
	return s.out[i-len(s.in)]
}

// A proof is what speaks for a place with the very words.
type proof uint8

const (
	none     proof = iota
	beside         // what stands next to them on one side, and their sentence was there twice
	sentence       // their sentence is the same
	order          // the sentence before or after theirs is still next to it
	both           // the same on both sides
)

// prove returns what speaks for a place, and whether the whole sentence of the
// words is there.
func (t *Text) prove(q quest, c candidate) (proof, bool) {
	const room = 2
	head := terms(t.norm[floor(t.norm, max(0, c.start-room*len(q.prefix)-stretch)):c.start])
	slices.Reverse(head)
	tail := terms(t.norm[c.end:floor(t.norm, min(len(t.norm), c.end+room*len(q.suffix)+stretch))])
	a, b := q.left.ask(head), q.right.ask(tail)
	whole := a.whole && b.whole
	switch {
	case a.all && b.all && len(q.prefix)+len(q.suffix) > 0, whole && a.next && b.next && (!q.doubled || a.touch && b.touch):
		return both, whole
	case q.hopeless:
		return none, whole
	case q.doubled && (a.touch && b.run >= len(q.right.in)+2 || b.touch && a.run >= len(q.left.in)+2):
		return order, whole
	case q.doubled && !q.near && whole && (a.touch || b.touch):
		return beside, whole
	case q.doubled:
		return none, whole
	case whole && (a.next || b.next), a.next && b.next && a.kept && b.kept && a.other+b.other <= 1,
		(a.firm || b.firm) && a.kept && b.kept && a.other+b.other == 0:
		return order, whole
	case whole && (q.complete || q.lone) && len(q.left.in)+len(q.right.in)+len(terms(q.words)) >= telling:
		return sentence, whole
	}
	return none, whole
}
