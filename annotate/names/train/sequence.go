package train

import (
	"context"
	"fmt"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/feature"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

// A sequence is a stretch of tokens that the model sees at once.
type sequence struct {
	rows  []int32 // of all tokens, one after the other
	ends  []int32 // where in rows each token's end
	kinds []int32 // of each token
	gold  []tag.Tag
}

// A collector turns texts into sequences. It is used twice on the same texts:
// once to count features, and then to number those seen often enough.
type collector struct {
	gaz      *gazetteer.Gazetteer
	features *feature.Extractor

	counts   []uint8 // of features, by some of their bits
	rows     map[uint64]int32
	keys     []uint64
	kinds    map[uint64]int32 // of tokens
	kindKeys []uint64
	kindSeen map[uint64]int

	lost int // names that no sequence could hold
}

const (
	countBits = 28
	// rare is how often a kind of token must be seen to have edges of its own.
	rare = 300
)

func newCollector(gaz *gazetteer.Gazetteer, x *feature.Extractor) *collector {
	return &collector{gaz: gaz, features: x, counts: make([]uint8, 1<<countBits), rows: map[uint64]int32{}, kinds: map[uint64]int32{}, kindSeen: map[uint64]int{}}
}

// collect returns the sequences of the texts.
func (c *collector) collect(texts []Text) ([]sequence, error) {
	for _, t := range texts {
		if err := c.count(t); err != nil {
			return nil, err
		}
	}
	c.lost = 0
	var seqs []sequence
	for _, t := range texts {
		var err error
		if seqs, err = c.sequences(seqs, t); err != nil {
			return nil, err
		}
	}
	return seqs, nil
}

// eachToken calls begin for every sequence of the text and then token for each
// of its tokens.
func (c *collector) eachToken(t Text, begin func(gold []tag.Tag), token func(features []uint64, kinds [3]uint64)) error {
	d, err := text.Parse(context.Background(), annotate.Input{Text: t.Text})
	if err != nil {
		return fmt.Errorf("parse text %q: %w", t.ID, err)
	}
	gold := c.gold(d, t)
	s := c.features.Sheet(d)
	var buf []uint64
	unsure := t.Unsure
	for k, sent := range d.Sentences {
		for len(unsure) > 0 && unsure[0].End <= int(d.Tokens[sent.First].Start) {
			unsure = unsure[1:]
		}
		if len(unsure) > 0 && unsure[0].Overlaps(d.Span(sent.First, sent.End)) {
			continue
		}
		s.Segments(k, func(first, end int) {
			begin(tidy(gold[first:end]))
			for i := first; i < end; i++ {
				buf = s.Append(buf[:0], i, k)
				token(buf, s.Kinds(s.Form(i)))
			}
		})
	}
	return nil
}

// gold returns the tags of the tokens of d.
func (c *collector) gold(d *text.Document, t Text) []tag.Tag {
	tags := make([]tag.Tag, len(d.Tokens))
	for _, n := range t.Names {
		cl, ok := class(n.Type)
		if !ok {
			continue
		}
		first := d.At(n.Start)
		end := first
		for end < len(d.Tokens) && int(d.Tokens[end].End) <= n.End {
			end++
		}
		if first == end || int(d.Tokens[first].Start) != n.Start || int(d.Tokens[end-1].End) != n.End || d.SentenceOf(first) != d.SentenceOf(end-1) {
			c.lost++
			if first == end {
				continue
			}
		}
		if cl == tag.Misc && c.people(d, first, end) {
			cl = tag.People
		}
		tag.Set(tags, tag.Name{First: first, End: end, Class: cl})
	}
	return tags
}

// people reports whether the tokens are the name of a nation, faith or party,
// which some corpora count among the miscellaneous ones.
func (c *collector) people(d *text.Document, first, end int) bool {
	w := c.gaz.Word(d.Lower(first))
	e, n := c.gaz.Match(d, first, end, int(w.Longest))
	return n == end-first && e.Type == annotate.Norp
}

// tidy returns the tags with names that are cut off at either end left out.
func tidy(tags []tag.Tag) []tag.Tag {
	out := make([]tag.Tag, len(tags))
	open := -1
	for i, t := range tags {
		switch {
		case t == tag.Outside:
			open = -1
		case t.Follows(tag.Outside):
			open = i
		case open < 0 || !t.Follows(tags[i-1]):
			continue
		}
		if t != tag.Outside && tag.Outside.Follows(t) && open >= 0 {
			copy(out[open:i+1], tags[open:i+1])
			open = -1
		}
	}
	return out
}

// count counts the features and kinds of a text.
func (c *collector) count(t Text) error {
	return c.eachToken(t, func([]tag.Tag) {}, func(features []uint64, kinds [3]uint64) {
		for _, f := range features {
			if n := &c.counts[f>>(64-countBits)]; *n < 255 {
				*n++
			}
		}
		for _, k := range kinds {
			if k != 0 {
				c.kindSeen[k]++
			}
		}
	})
}

// sequences appends the sequences of a text, after count has seen all texts.
func (c *collector) sequences(dst []sequence, t Text) ([]sequence, error) {
	err := c.eachToken(t, func(gold []tag.Tag) { dst = append(dst, sequence{gold: gold}) }, func(features []uint64, kinds [3]uint64) {
		s := &dst[len(dst)-1]
		for _, f := range features {
			if c.counts[f>>(64-countBits)] < 2 {
				continue
			}
			row, ok := c.rows[f]
			if !ok {
				row = int32(len(c.keys))
				c.rows[f] = row
				c.keys = append(c.keys, f)
			}
			s.rows = append(s.rows, row)
		}
		s.ends = append(s.ends, int32(len(s.rows)))
		s.kinds = append(s.kinds, c.kind(kinds))
	})
	return dst, err
}

// kind returns the number of the first kind that is frequent enough, else 0.
func (c *collector) kind(kinds [3]uint64) int32 {
	for _, k := range kinds {
		if k == 0 || c.kindSeen[k] < rare {
			continue
		}
		n, ok := c.kinds[k]
		if !ok {
			c.kindKeys = append(c.kindKeys, k)
			n = int32(len(c.kindKeys))
			c.kinds[k] = n
		}
		return n
	}
	return 0
}
