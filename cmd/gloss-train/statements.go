package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"gloss/annotate/statement/train"
)

func statements() *cobra.Command {
	var data, out string
	how := train.Settings{Report: os.Stderr}
	c := &cobra.Command{
		Use:   "statements --data DIR --out FILE",
		Short: "Learn the models of statements",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			articles, err := train.Read(filepath.Join(data, "polnear-train.jsonl"))
			if err != nil {
				return err
			}
			dev, err := train.Read(filepath.Join(data, "polnear-dev.jsonl"))
			if err != nil {
				return err
			}
			packed, err := train.Model(articles, dev, how)
			if err != nil {
				return fmt.Errorf("train: %w", err)
			}
			return os.WriteFile(out, packed, 0o644)
		},
	}
	c.Flags().StringVar(&data, "data", "", "folder of the corpora")
	c.Flags().StringVar(&out, "out", "annotate/statement/model.bin", "model to write")
	c.Flags().IntVar(&how.First.Epochs, "epochs", 8, "times that the first tagger sees each article")
	c.Flags().IntVar(&how.Second.Epochs, "second-epochs", 6, "times that the second tagger sees each article")
	c.Flags().Float64Var(&how.First.Rate, "rate", 0.15, "size of the first steps")
	c.Flags().Float64Var(&how.First.Drop, "drop", 0.3, "share of features left out at random in training")
	c.Flags().IntVar(&how.Seeds, "seeds", 3, "learners to average")
	c.Flags().Uint64Var(&how.First.Seed, "seed", 1, "seed of the first learner")
	c.Flags().IntVar(&how.Folds, "folds", 4, "parts of the articles that guesses are made for in turn")
	c.Flags().IntVar(&how.Keep, "features", 300_000, "features of each tagger to keep, those with the largest weights")
	c.Flags().Float64Var(&how.Least, "least", 0.35, "confidence under which a statement is none")
	c.PreRun = func(*cobra.Command, []string) {
		how.Second.Rate, how.Second.Drop, how.Second.Seed = how.First.Rate, how.First.Drop, how.First.Seed
	}
	return c
}
