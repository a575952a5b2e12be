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
	root.AddCommand(clusters(), names())
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
			const dims = 100
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

func names() *cobra.Command {
	var data, out string
	how := train.Settings{Report: os.Stderr}
	c := &cobra.Command{
		Use:   "names --data DIR --out FILE",
		Short: "Learn the model of names",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var texts []train.Text
			for _, name := range []string{"conll-train", "worldwide-train", "wikigold", "politics"} {
				t, err := train.Read(filepath.Join(data, name+".jsonl"))
				if err != nil {
					return err
				}
				texts = append(texts, t...)
			}
			dev := map[string][]train.Text{}
			for _, name := range []string{"conll-testa", "worldwide-dev"} {
				t, err := train.Read(filepath.Join(data, name+".jsonl"))
				if err != nil {
					return err
				}
				dev[name] = t
			}
			packed, err := train.Model(texts, dev, how)
			if err != nil {
				return fmt.Errorf("train: %w", err)
			}
			return os.WriteFile(out, packed, 0o644)
		},
	}
	c.Flags().StringVar(&data, "data", "", "folder of the corpora")
	c.Flags().StringVar(&out, "out", "annotate/names/model.bin", "model to write")
	c.Flags().IntVar(&how.Epochs, "epochs", 10, "times that the learner sees each text")
	c.Flags().Int32Var(&how.Margin, "margin", 100, "score by which the right names must win in training")
	c.Flags().Float64Var(&how.Drop, "drop", 0.2, "share of features left out at random in training")
	c.Flags().IntVar(&how.Seeds, "seeds", 1, "learners to average")
	c.Flags().Uint64Var(&how.Seed, "seed", 1, "seed of the first learner")
	c.Flags().IntVar(&how.Keep, "weights", 1_000_000, "weights of features to keep, the largest")
	c.Flags().IntVar(&how.Cased, "cased", 8, "one text in so many is also learned in other capitals")
	return c
}
