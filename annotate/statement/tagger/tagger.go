// Package tagger is a linear-chain conditional random field (Lafferty, McCallum
// and Pereira, ICML 2001) over the parts of statements: its labels, its sums
// over all labellings, and its weights in the form in which they are compiled
// into the program.
package tagger

// A Part is what a stretch of text is in a statement.
type Part uint8

// The parts.
const (
	None Part = iota
	Source
	Cue
	Content
)

// A Label is what a token is: the begin or the inside of a part, or nothing.
type Label uint8

// Outside is the label of a token in no part; Begin and Inside give those of
// the parts.
const Outside Label = 0

// N is the number of labels.
const N = 7

// Begin returns the label of the first token of a part.
func Begin(p Part) Label { return Label(2*p - 1) }

// Inside returns the label of the other tokens of a part.
func Inside(p Part) Label { return Label(2 * p) }

// Part returns the part that a label is of.
func (l Label) Part() Part { return Part((l + 1) / 2) }

// Begins reports whether a label is that of the first token of a part.
func (l Label) Begins() bool { return l&1 == 1 }

// Follows reports whether a token of label l can come after one of label prev.
func (l Label) Follows(prev Label) bool {
	return l == Outside || l.Begins() || prev.Part() == l.Part()
}

// A Row holds a number for each label: scores, or probabilities.
type Row [N]float32

// Part returns the sum of the numbers of a part.
func (r *Row) Part(p Part) float32 {
	if p == None {
		return r[Outside]
	}
	return r[Begin(p)] + r[Inside(p)]
}

// Best returns the part with the largest sum.
func (r *Row) Best() Part {
	best := None
	for p := Source; p <= Content; p++ {
		if r.Part(p) > r.Part(best) {
			best = p
		}
	}
	return best
}

// Edges are factors for all steps from one label to the next:
// Edges[next][prev]. A step that cannot be has the factor 0.
type Edges [N][N]float32
