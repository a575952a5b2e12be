package train

import (
	"math"
	"math/rand/v2"

	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/parse"
	"gloss/annotate/text"
)

// A verdict is a candidate as the judge sees it, and whether it is right.
type verdict struct {
	features []uint64
	right    bool
}

// words returns the words and numbers among the tokens of the spans.
func words(d *text.Document, spans [][2]int) map[int]bool {
	out := map[int]bool{}
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			if k := d.Tokens[i].Kind; k == text.Word || k == text.Number {
				out[i] = true
			}
		}
	}
	return out
}

func shared(a, b map[int]bool) int {
	n := 0
	for i := range a {
		if b[i] {
			n++
		}
	}
	return n
}

// right tells for each candidate whether it is a gold statement with its
// speaker: the contents share at least half of their joint words, and the
// sources a word.
func right(t *sample, all []parse.Candidate) []bool {
	out := make([]bool, len(all))
	type parts struct{ content, source map[int]bool }
	gold := make([]parts, len(t.gold))
	for i, g := range t.gold {
		gold[i] = parts{words(t.doc, g.content), words(t.doc, g.source)}
	}
	for i, c := range all {
		content, source := words(t.doc, c.Content), words(t.doc, c.Source)
		for _, g := range gold {
			n := shared(content, g.content)
			if 2*n < len(content)+len(g.content)-n || n == 0 {
				continue
			}
			if shared(source, g.source) > 0 || len(source)+len(g.source) == 0 {
				out[i] = true
			}
		}
	}
	return out
}

// judge learns a logistic model of the verdicts and returns it packed.
func judge(verdicts []verdict, epochs int, rate, decay float64, seed uint64) []byte {
	type weight struct{ w, q float64 }
	weights := map[uint64]*weight{}
	count := map[uint64]int{}
	for _, v := range verdicts {
		for _, f := range v.features {
			count[f]++
		}
	}
	rows := make([][]*weight, len(verdicts))
	for i, v := range verdicts {
		for _, f := range v.features {
			if count[f] < 4 {
				continue
			}
			w := weights[f]
			if w == nil {
				w = &weight{}
				weights[f] = w
			}
			rows[i] = append(rows[i], w)
		}
	}
	rng := rand.New(rand.NewPCG(seed, 13))
	for range epochs {
		for _, i := range rng.Perm(len(verdicts)) {
			sum := 0.0
			for _, w := range rows[i] {
				sum += w.w
			}
			g := -1 / (1 + math.Exp(-sum))
			if verdicts[i].right {
				g++
			}
			for _, w := range rows[i] {
				x := g - decay*w.w
				w.q += x * x
				w.w += rate * x / math.Sqrt(w.q+1)
			}
		}
	}
	packed := make(map[uint64]uint16, len(weights))
	for k, w := range weights {
		if q := math.Round(w.w / parse.JudgeUnit); q != 0 {
			packed[k] = uint16(int16(max(math.MinInt16, min(math.MaxInt16, q))))
		}
	}
	return fingerprint.Pack(packed)
}
