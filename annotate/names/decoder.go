package names

import (
	"gloss/annotate/names/feature"
	"gloss/annotate/names/model"
	"gloss/annotate/names/tag"
)

// mostSums is how many sums of weights are kept at a time; then all are
// forgotten, so that memory does not grow with the text.
const mostSums = 1 << 16

// A decoder tags the sentences of one document. It keeps the sums of the
// weights of what comes again: of each form at each distance, and of what the
// document shows about each word.
type decoder struct {
	m       *model.Model
	s       *feature.Sheet
	lattice tag.Lattice
	sums    []tag.Scores
	forms   []int32      // by form and distance: 1 + index into sums
	words   []int32      // by word: the same
	edges   []*tag.Edges // by form
	nodes   []tag.Scores
	margins []int32
	buf     []uint64
	ends    [2*feature.Reach + 1]tag.Scores // of the ends of sentences
}

func newDecoder(m *model.Model, s *feature.Sheet, words int) *decoder {
	d := &decoder{m: m, s: s}
	d.forms = make([]int32, s.Forms()*len(d.ends))
	d.words = make([]int32, words)
	d.edges = make([]*tag.Edges, s.Forms())
	for off := -feature.Reach; off <= feature.Reach; off++ {
		d.buf = feature.AppendEdge(d.buf[:0], off)
		d.add(&d.ends[off+feature.Reach])
	}
	return d
}

// add adds the weights of the features in d.buf to the scores.
func (d *decoder) add(scores *tag.Scores) {
	d.m.Add(d.buf, scores)
}

// A found name is one of the best path, with the margin by which it is so.
type found struct {
	tag.Name
	margin int32
}

// sentence appends the names of sentence k.
func (d *decoder) sentence(k int, out []found) []found {
	d.s.Segments(k, func(first, end int) { out = d.segment(k, first, end, out) })
	return out
}

func (d *decoder) segment(k, first, end int, out []found) []found {
	d.nodes = d.nodes[:0]
	for i := first; i < end; i++ {
		d.nodes = append(d.nodes, tag.Scores{})
		d.node(i, k, &d.nodes[len(d.nodes)-1])
	}
	edges := func(i int) *tag.Edges { return d.edge(d.s.Form(first + i)) }
	names := tag.Names(d.lattice.Best(d.nodes, edges))
	if len(names) == 0 {
		return out
	}
	d.margins = d.lattice.Margins(d.nodes, edges, d.margins)
	for _, n := range names {
		margin := d.margins[n.First]
		for _, m := range d.margins[n.First:n.End] {
			margin = min(margin, m)
		}
		n.First, n.End = n.First+first, n.End+first
		out = append(out, found{n, margin})
	}
	return out
}

// node adds up the scores of token i of sentence k.
func (d *decoder) node(i, k int, scores *tag.Scores) {
	if len(d.sums) > mostSums {
		d.sums = d.sums[:0]
		clear(d.forms)
		clear(d.words)
	}
	first, end := d.s.Sentence(k)
	for off := -feature.Reach; off <= feature.Reach; off++ {
		switch j := i + off; {
		case j >= first && j < end:
			plus(scores, d.form(d.s.Form(j), off))
		case j == first-1 || j == end:
			plus(scores, &d.ends[off+feature.Reach])
		}
	}
	if w := d.s.Word(i); w >= 0 {
		plus(scores, d.word(w))
		for _, j := range d.s.Places(w) {
			if int(j) == i {
				var own tag.Scores
				d.buf = d.s.AppendBeside(d.buf[:0], i)
				d.add(&own)
				for t := range scores {
					scores[t] -= own[t]
				}
			}
		}
	}
	d.buf = d.s.AppendPlace(d.buf[:0], i, k)
	d.add(scores)
}

func plus(scores, more *tag.Scores) {
	for t := range scores {
		scores[t] += more[t]
	}
}

// form returns the sum of what a form gives to a token at a distance.
func (d *decoder) form(f int32, off int) *tag.Scores {
	at := int(f)*len(d.ends) + off + feature.Reach
	if d.forms[at] == 0 {
		d.sums = append(d.sums, tag.Scores{})
		d.forms[at] = int32(len(d.sums))
		d.buf = d.s.AppendForm(d.buf[:0], f, off)
		d.add(&d.sums[len(d.sums)-1])
	}
	return &d.sums[d.forms[at]-1]
}

// word returns the sum of what the document shows about a word.
func (d *decoder) word(w int32) *tag.Scores {
	if d.words[w] == 0 {
		d.sums = append(d.sums, tag.Scores{})
		d.words[w] = int32(len(d.sums))
		for _, j := range d.s.Places(w) {
			d.buf = d.s.AppendBeside(d.buf[:0], int(j))
			d.add(&d.sums[len(d.sums)-1])
		}
	}
	return &d.sums[d.words[w]-1]
}

func (d *decoder) edge(form int32) *tag.Edges {
	if d.edges[form] == nil {
		kinds := d.s.Kinds(form)
		d.edges[form] = d.m.Edges(kinds[:])
	}
	return d.edges[form]
}
