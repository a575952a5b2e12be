package train

import "gloss/annotate/statement/tagger"

// countBits is how many bits of a feature's hash count how often it is seen.
const countBits = 26

// A collector numbers the features that are seen often enough.
type collector struct {
	counts []uint8
	least  uint8
	rows   map[uint64]int32
	keys   []uint64
}

func newCollector(least uint8) *collector {
	return &collector{counts: make([]uint8, 1<<countBits), least: least, rows: map[uint64]int32{}}
}

// count counts the features of a token.
func (c *collector) count(features []uint64) {
	for _, f := range features {
		if n := &c.counts[f>>(64-countBits)]; *n < 255 {
			*n++
		}
	}
}

// add adds a token to a sequence, after count has seen all tokens.
func (c *collector) add(s *sequence, features []uint64, kind int, gold tagger.Label, mask tagger.Mask) {
	for _, f := range features {
		if c.counts[f>>(64-countBits)] < c.least {
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
	s.kinds = append(s.kinds, int32(kind))
	s.gold = append(s.gold, gold)
	if mask != 0 {
		s.masks = append(s.masks, mask)
	}
}

// learned returns the weights learned from the sequences: the average over the
// seeds.
func (c *collector) learned(seqs []sequence, how Learning, seeds int) *tagger.Weights {
	w := &tagger.Weights{Features: make(map[uint64]*tagger.Row, len(c.keys))}
	for i := range seeds {
		l := newLearner(len(c.keys), how.Rate)
		one := how
		one.Seed += uint64(i)
		l.learn(seqs, one)
		l.addTo(w, c.keys, 1/float32(seeds))
	}
	return w
}
