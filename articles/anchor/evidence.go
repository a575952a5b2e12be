package anchor

import (
	"slices"
	"strings"
)

// A side is what was described on one side of the words.
type side struct {
	in, out []string // the terms of their sentence and of those next to it, from the words outwards
	edge    bool     // the text began or ended there
	open    bool     // the sentence goes on beyond what was described
}

// newSide returns the side of which in belongs to the sentence and out does not.
// The outermost word may be cut off and counts for nothing.
func newSide(in, out string, open, backwards bool) side {
	s := side{in: terms(compared(in)), out: terms(compared(out)), open: open}
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
	all   bool // all that was described is the same
	edge  bool // the text begins or ends there, if it did
	end   bool // no word is beyond
	whole bool // their sentence is the same up to its end
	kept  bool // most of them are, or those next to the words
	other int  // names, numbers and negations of it that are not there
	next  bool // the sentence next to it is there
	touch bool // right next to their sentence, which is the same
}

// ask compares a side with the terms of the text beside a place.
func (s side) ask(text []string) witness {
	var w witness
	for w.run < len(text) && w.run < len(s.in)+len(s.out) && respelt(s.at(w.run), text[w.run]) {
		w.run++
	}
	w.whole = !s.open && w.run >= len(s.in)
	w.all = w.run == len(s.in)+len(s.out) && (w.run > 0 || len(text) == 0)
	w.edge = !s.edge || len(text) == w.run
	w.end = len(text) == 0
	from := len(s.in)
	if !w.whole {
		from = max(0, from-slack)
	}
	if len(s.out) >= neighbour && from < len(text) {
		beside := text[from:min(len(text), len(s.in)+len(s.out)+1)]
		w.next = float64(stay(s.out, beside)) >= mostly*float64(len(s.out))
		w.touch = w.next && w.run >= len(s.in)+neighbour
	}
	rest := text[:min(len(text), len(s.in)+slack)]
	same := stay(s.in, rest)
	w.kept = w.run >= min(len(s.in), adjoining) || float64(same) >= partly*float64(len(s.in))
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

// at returns a term by its place, counted from the words outwards.
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
	sentence       // their sentence is the same
	order          // the sentence before or after theirs is still next to it
	both           // the same on both sides
)

// hear asks both sides what they say for a place.
func (t *Text) hear(q quest, c candidate) (a, b witness) {
	const room = 2
	head := terms(t.norm[floor(t.norm, max(0, c.start-room*len(q.prefix)-stretch)):c.start])
	slices.Reverse(head)
	tail := terms(t.norm[c.end:floor(t.norm, min(len(t.norm), c.end+room*len(q.suffix)+stretch))])
	return q.left.ask(head), q.right.ask(tail)
}

// proof returns what speaks for a place by what its sides say.
func (q quest) proof(a, b witness) proof {
	whole, size := a.whole && b.whole, len(q.left.in)+len(q.right.in)+len(terms(q.words))
	switch {
	case a.all && b.all && !q.alone && (!q.doubled || a.edge && b.edge), whole && a.next && b.next && (!q.doubled || a.touch && b.touch):
		return both
	case q.hopeless:
		return none
	case q.doubled && (a.touch && b.run >= len(q.right.in)+2 || b.touch && a.run >= len(q.left.in)+2):
		return order
	case q.doubled:
		return none
	case whole && (q.weak[0] && !a.next || q.weak[1] && !b.next):
		return none
	case whole && (size >= unheard || size >= telling && q.complete && !q.doubtful) && (a.next || b.next), a.next && b.next && a.kept && b.kept && a.other+b.other <= 1:
		return order
	case whole && (q.left.edge && b.all && b.next || q.right.edge && a.all && a.next):
		return order // what was added before the beginning or after the end
	case whole && q.lone && q.left.edge && a.end:
		return order // a headline, which is one still
	case whole && size >= unheard && (q.complete || q.lone):
		return sentence
	}
	return none
}

// weak reports whether the first and the last of several sentences are so short
// that others may well begin or end with the same.
func weak(words string) (ends [2]bool) {
	end, _ := sentenceEnd("", words)
	start, _ := sentenceStart(strings.TrimRight(words, closers+stops+halts+" \n\t"))
	if end >= start || start == 0 {
		return ends
	}
	return [2]bool{len(terms(words[:end])) < telling, len(terms(words[start:])) < telling}
}
