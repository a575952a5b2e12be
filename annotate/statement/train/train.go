package train

import (
	"context"
	"fmt"
	"io"

	"gloss/annotate/cluster"
	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/parse"
	"gloss/annotate/statement/tagger"
)

// Settings say how to train the models.
type Settings struct {
	First, Second Learning
	Seeds         int // learners of each tagger whose weights are averaged
	Folds         int // parts of the articles that guesses are made for in turn
	Keep          int // features of each tagger in the packed model
	Least         float64
	Report        io.Writer
}

// Model learns all models from the articles and returns them packed. The
// development articles decide nothing but the curve of confidence; scores on
// them are reported.
func Model(articles, dev []Article, how Settings) ([]byte, error) {
	sources, err := prepare(articles)
	if err != nil {
		return nil, err
	}
	report := func(format string, args ...any) { fmt.Fprintf(how.Report, format+"\n", args...) }
	out := parse.Packed{CueWords: cueWords(sources), Least: how.Least}
	texts, err := sheets(sources, out.CueWords)
	if err != nil {
		return nil, err
	}
	report("%d articles", len(texts))
	for f := range how.Folds {
		seen, unseen := fold(texts, f, how.Folds)
		m, err := tagger.Open(string(first(seen, how.First, 1, how.Keep)))
		if err != nil {
			return nil, fmt.Errorf("open first tagger of fold %d: %w", f+1, err)
		}
		for _, t := range unseen {
			if t.guess, err = parse.Guessed(context.Background(), m, t.sheet); err != nil {
				return nil, err
			}
		}
		report("first tagger, fold %d of %d", f+1, how.Folds)
	}
	var verdicts []verdict
	for f := range 2 {
		seen, unseen := fold(texts, f, 2)
		m, err := tagger.Open(string(second(seen, how.Second, 1, how.Keep)))
		if err != nil {
			return nil, fmt.Errorf("open second tagger of fold %d: %w", f+1, err)
		}
		for _, t := range unseen {
			found, err := judged(t, m)
			if err != nil {
				return nil, err
			}
			verdicts = append(verdicts, found...)
		}
		report("second tagger, fold %d of 2", f+1)
	}
	n := 0
	for _, v := range verdicts {
		if v.right {
			n++
		}
	}
	report("%d candidates, %d of them right", len(verdicts), n)
	out.Judge = judge(verdicts, 4, 0.1, 0.002, how.First.Seed)
	out.Second = second(texts, how.Second, how.Seeds, how.Keep)
	report("second tagger, %d bytes", len(out.Second))
	out.First = first(texts, how.First, how.Seeds, how.Keep)
	report("first tagger, %d bytes", len(out.First))
	return calibrated(out, dev, how)
}

// sheets returns the texts of the sources.
func sheets(sources []source, cues []byte) ([]*sample, error) {
	groups, err := cluster.Words()
	if err != nil {
		return nil, fmt.Errorf("open word groups: %w", err)
	}
	table, err := fingerprint.Open(string(cues))
	if err != nil {
		return nil, fmt.Errorf("open cue words: %w", err)
	}
	x := feature.New(groups, table)
	out := make([]*sample, len(sources))
	for i := range sources {
		s := &sources[i]
		out[i] = &sample{source: s, sheet: x.Sheet(s.doc, s.entities, s.rules), gold: statements(s)}
	}
	return out, nil
}

// fold divides the texts into those that a fold learns from and the rest.
func fold(texts []*sample, f, folds int) (seen, unseen []*sample) {
	for i, t := range texts {
		if i%folds == f {
			unseen = append(unseen, t)
		} else {
			seen = append(seen, t)
		}
	}
	return seen, unseen
}

// judged returns the candidates of a text as a judge sees them.
func judged(t *sample, m *tagger.Model) ([]verdict, error) {
	all, err := parse.NewSecond(m, t.sheet, t.guess).Candidates(context.Background())
	if err != nil {
		return nil, err
	}
	ok := right(t, all)
	out := make([]verdict, len(all))
	for i, r := range parse.Rivals(all) {
		out[i] = verdict{parse.AppendFeatures(nil, t.sheet, t.guess, &all[i], r), ok[i]}
	}
	return out, nil
}
