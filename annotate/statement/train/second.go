package train

import (
	"gloss/annotate/statement/parse"
	"gloss/annotate/statement/tagger"
)

// second learns the tagger of the parts of a cue from the true cues of the
// texts and returns it packed with at most keep features.
func second(texts []*sample, how Learning, seeds, keep int) []byte {
	c := newCollector(3)
	var features [][]uint64 // by token of the window
	each := func(use func(t *sample, first, end int, cue [2]int, gold truth)) {
		var buf []uint64
		for _, t := range texts {
			g := t.guess
			for _, st := range t.gold {
				cue := mainCue(st)
				k := stretchOf(g.Stretches, cue[0])
				if cue[0] == cue[1] || k < 0 {
					continue
				}
				first, end := g.Window(t.sheet, k, cue[0])
				end = max(end, cue[1])
				for len(features) < end-first {
					features = append(features, nil)
				}
				v := t.sheet.View(cue[0], cue[1])
				for i := range end - first {
					features[i] = features[i][:0]
				}
				buf = parse.EachPair(t.sheet, g, &v, first, end, buf, func(i int, pair []uint64) {
					f := append(features[i-first], pair...)
					features[i-first] = parse.AppendOwn(f, t.sheet, g, i)
				})
				use(t, first, end, cue, st)
			}
		}
	}
	each(func(_ *sample, first, end int, _ [2]int, _ truth) {
		for _, f := range features[:end-first] {
			c.count(f)
		}
	})
	var seqs []sequence
	each(func(t *sample, first, end int, cue [2]int, gold truth) {
		all := make([]tagger.Label, len(t.doc.Tokens))
		put(all, gold.content, tagger.Content)
		put(all, gold.source, tagger.Source)
		for i := cue[0]; i < cue[1]; i++ {
			all[i] = tagger.Inside(tagger.Cue)
		}
		all[cue[0]] = tagger.Begin(tagger.Cue)
		fixed := repair(all[first:end])
		seqs = append(seqs, sequence{})
		for i := first; i < end; i++ {
			mask := parse.MaskOf(i, cue[0], cue[1])
			c.add(&seqs[len(seqs)-1], features[i-first], t.sheet.Kind(i), fixed[i-first], mask)
		}
	})
	return c.learned(seqs, how, seeds).Pack(keep)
}

// mainCue returns the longest piece of a statement's cue.
func mainCue(s truth) [2]int {
	var best [2]int
	for _, c := range s.cue {
		if c[1]-c[0] > best[1]-best[0] {
			best = c
		}
	}
	return best
}

// stretchOf returns the index of the stretch that holds token i, or -1.
func stretchOf(stretches [][2]int, i int) int {
	for k, r := range stretches {
		if r[0] <= i && i < r[1] {
			return k
		}
	}
	return -1
}
