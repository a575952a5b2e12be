package train

import (
	"fmt"
	"io"

	"gloss/annotate/gazetteer"
	"gloss/annotate/names"
	"gloss/annotate/names/feature"
	"gloss/annotate/names/model"
	"gloss/annotate/names/tag"
)

// Settings say how to train a model.
type Settings struct {
	Learning
	Seeds  int     // learners whose weights are averaged
	Keep   int     // weights of features in the packed model
	Sure   float64 // least confidence of the names in plain texts that are learned from
	Cased  int     // one text in so many is also seen in other capitals; 0 for none
	Report io.Writer
}

// Model learns from the texts and returns the packed model. The development
// texts, by their names, decide nothing but the curves of confidence; scores on
// them are reported.
//
// Where there are plain texts, first one learner for each seed sees the
// annotated texts alone, and then one for each seed those and the plain texts
// too, as the first ones annotate them. The model is the average of all: the
// first know fewer words, the second are too careful, since the sentences that
// are hard are not among the plain ones that they learn from.
func Model(texts, plain []Text, dev map[string][]Text, how Settings) ([]byte, error) {
	gaz := gazetteer.New()
	all := newWeights()
	if len(plain) > 0 {
		var judges [][]byte
		for i := range how.Seeds {
			one := how
			one.Seeds, one.Seed = 1, how.Seed+uint64(100+i)
			w := newWeights()
			if err := learn(gaz, texts, one, w); err != nil {
				return nil, err
			}
			all.Add(w)
			judge, err := finish(w, gaz, dev, one)
			if err != nil {
				return nil, err
			}
			judges = append(judges, judge)
		}
		silver, err := Silver(gaz, judges, plain, how.Sure)
		if err != nil {
			return nil, err
		}
		texts = append(texts[:len(texts):len(texts)], silver...)
	}
	if err := learn(gaz, texts, how, all); err != nil {
		return nil, err
	}
	return finish(all, gaz, dev, how)
}

func newWeights() *model.Weights {
	return &model.Weights{Features: map[uint64]*[tag.N]float32{}, Kinds: map[uint64]*[tag.N][tag.N]float32{}}
}

// learn adds to w what one learner for each seed learns from the texts.
func learn(gaz *gazetteer.Gazetteer, texts []Text, how Settings, w *model.Weights) error {
	x, err := feature.New(gaz)
	if err != nil {
		return fmt.Errorf("open features: %w", err)
	}
	c := newCollector(gaz, x)
	seqs, err := c.collect(withCases(texts, how.Cased, how.Seed))
	if err != nil {
		return err
	}
	tokens := 0
	for _, s := range seqs {
		tokens += len(s.gold)
	}
	fmt.Fprintf(how.Report, "%d texts, %d sequences, %d tokens, %d features, %d kinds of token, %d names off the tokens\n",
		len(texts), len(seqs), tokens, len(c.keys), len(c.kindKeys), c.lost)
	for i := range how.Seeds {
		l := newLearner(len(c.keys), len(c.kindKeys))
		one := how.Learning
		one.Seed += uint64(i)
		l.learn(seqs, one, func(epoch, wrong int) {
			if epoch+1 == one.Epochs {
				fmt.Fprintf(how.Report, "seed %d, epoch %d: %d sequences wrong\n", one.Seed, epoch+1, wrong)
			}
		})
		l.addTo(w, c.keys, c.kindKeys)
	}
	return nil
}

// finish packs the weights, fits the curves of confidence and reports scores.
func finish(w *model.Weights, gaz *gazetteer.Gazetteer, dev map[string][]Text, how Settings) ([]byte, error) {
	for i := range w.Curve {
		w.Curve[i] = identity
	}
	packed, _ := w.Pack(how.Keep)
	r := names.With(gaz, string(packed))
	samples := make([][]sample, tag.Classes)
	for _, name := range sortedKeys(dev) {
		sc, err := Evaluate(r, dev[name], func(t Trial) {
			c, s := sampled(t)
			samples[c] = append(samples[c], s)
		})
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(how.Report, "%s: %v F1 %.2f\n", name, sc, sc.F1())
	}
	for c := range w.Curve {
		from := c
		if len(samples[c]) == 0 {
			from = int(tag.Place) // the scores count no names of the class
		}
		w.Curve[c] = fitCurve(samples[from])
	}
	packed, _ = w.Pack(how.Keep)
	fmt.Fprintf(how.Report, "model of %d bytes, curves %v\n", len(packed), w.Curve)
	return packed, nil
}
