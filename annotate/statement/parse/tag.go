// Package parse takes the statements of a document apart with the learned
// models: where cues may stand, what belongs to each, and how sure that is.
package parse

import (
	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/tagger"
	"gloss/annotate/text"
)

// longestStretch is how many tokens the first tagger sees at once. Longer
// paragraphs are cut between sentences.
const longestStretch = 300

// Stretches returns the stretches of tokens that are tagged at once: the
// blocks, the long ones in pieces.
func Stretches(d *text.Document) [][2]int {
	var out [][2]int
	block := -1
	for _, s := range d.Sentences {
		if n := len(out) - 1; s.Block == block && s.End-out[n][0] <= longestStretch {
			out[n][1] = s.End
			continue
		}
		out = append(out, [2]int{s.First, s.End})
		block = s.Block
	}
	return out
}

const offsets = 2*feature.Reach + 1

// sums keeps the sums of the weights of forms at each distance, from one
// document to the next.
type sums struct {
	m      *tagger.Model
	s      *feature.Sheet
	forms  []int32          // by form of the document: 1 + where its places begin
	known  map[uint64]int32 // by form: the same
	places []int32          // by form and distance: 1 + index into sums
	sums   []tagger.Sum
	ends   [offsets]tagger.Sum // at the ends of stretches
	buf    []uint64
}

// mostSums is how many sums are kept at a time; then all are forgotten, so
// that memory does not grow with the text.
const mostSums = 1 << 16

func newSums(m *tagger.Model) *sums {
	c := &sums{m: m, known: map[uint64]int32{}}
	for off := range c.ends {
		c.buf = feature.AppendEdge(c.buf[:0], off-feature.Reach)
		m.Add(c.buf, &c.ends[off])
	}
	return c
}

// of makes c ready for the document of s and returns it.
func (c *sums) of(s *feature.Sheet) *sums {
	c.s = s
	c.forms = append(c.forms[:0], make([]int32, s.Forms())...)
	return c
}

// around adds the weights of the forms around token i of the stretch [first,
// end).
func (c *sums) around(i, first, end int, sum *tagger.Sum) {
	if len(c.sums) > mostSums {
		c.sums, c.places = c.sums[:0], c.places[:0]
		clear(c.forms)
		clear(c.known)
	}
	for off := -feature.Reach; off <= feature.Reach; off++ {
		j := i + off
		if j < first || j >= end {
			sum.Plus(&c.ends[off+feature.Reach])
			continue
		}
		f := c.s.Form(j)
		at := &c.places[c.placesOf(f)+off+feature.Reach]
		if *at == 0 {
			c.buf = c.s.AppendForm(c.buf[:0], f, off)
			c.sums = append(c.sums, tagger.Sum{})
			c.m.Add(c.buf, &c.sums[len(c.sums)-1])
			*at = int32(len(c.sums))
		}
		sum.Plus(&c.sums[*at-1])
	}
}

// placesOf returns where the places of form f begin.
func (c *sums) placesOf(f int32) int {
	if c.forms[f] == 0 {
		key := c.s.FormKey(f)
		if c.forms[f] = c.known[key]; c.forms[f] == 0 {
			c.forms[f] = int32(len(c.places)) + 1
			c.known[key] = c.forms[f]
			c.places = append(c.places, make([]int32, offsets)...)
		}
	}
	return int(c.forms[f]) - 1
}

// A Tagger gives the probabilities of the labels of all tokens of a document.
// It must not be used from two goroutines at once.
type Tagger struct {
	m       *tagger.Model
	s       *feature.Sheet
	sums    *sums
	lattice tagger.Lattice
	buf     []uint64
}

// NewTagger returns a tagger of the document of s.
func NewTagger(m *tagger.Model, s *feature.Sheet) *Tagger { return newTagger(newSums(m), s) }

func newTagger(c *sums, s *feature.Sheet) *Tagger { return &Tagger{m: c.m, s: s, sums: c.of(s)} }

// Tag appends the probabilities of the labels of the tokens [first, end).
func (t *Tagger) Tag(dst []tagger.Row, first, end int) []tagger.Row {
	from := len(dst)
	for i := first; i < end; i++ {
		var sum tagger.Sum
		t.sums.around(i, first, end, &sum)
		t.buf = t.s.AppendPlace(t.buf[:0], i, first, end)
		t.m.Add(t.buf, &sum)
		dst = append(dst, sum.Row())
	}
	t.lattice.Marginals(dst[from:], nil, func(i int) *tagger.Edges { return t.m.Edges(t.s.Kind(first + i)) })
	return dst
}
