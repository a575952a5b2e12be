package train

import (
	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/parse"
	"gloss/annotate/statement/tagger"
)

// A sample is a source with what the steps make of it.
type sample struct {
	*source
	sheet *feature.Sheet
	gold  []truth
	guess *parse.Guess // by a first tagger that has not seen the article
}

// first learns the tagger of all parts from the texts and returns it packed
// with at most keep features.
func first(texts []*sample, how Learning, seeds, keep int) []byte {
	c := newCollector(3)
	var buf []uint64
	each := func(begin func(), token func(s *feature.Sheet, i int, gold tagger.Label)) {
		for _, t := range texts {
			gold := labels(t.gold, len(t.doc.Tokens))
			for _, r := range parse.Stretches(t.doc) {
				begin()
				fixed := repair(gold[r[0]:r[1]])
				for i := r[0]; i < r[1]; i++ {
					buf = t.sheet.Append(buf[:0], i, r[0], r[1])
					token(t.sheet, i, fixed[i-r[0]])
				}
			}
		}
	}
	each(func() {}, func(*feature.Sheet, int, tagger.Label) { c.count(buf) })
	var seqs []sequence
	each(func() { seqs = append(seqs, sequence{}) }, func(s *feature.Sheet, i int, gold tagger.Label) {
		c.add(&seqs[len(seqs)-1], buf, s.Kind(i), gold, 0)
	})
	return c.learned(seqs, how, seeds).Pack(keep)
}
