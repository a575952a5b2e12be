package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

func newNotesCorrections(std streams) *cobra.Command {
	var article, output string
	cmd := &cobra.Command{
		Use:   "corrections",
		Short: "Write what was corrected in the annotations, or read it from elsewhere",
		Long: `Corrections writes the corrections that hold as JSON, an object a line, in the
order in which they were made: those of every article on the shelf, or with
--article those that hold in that one. "import" reads them again.`,
		Example: `  gloss notes corrections --output corrections.jsonl
  gloss notes corrections import corrections.jsonl`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				articles, err := correctable(ctx, shelf, article)
				if err != nil {
					return err
				}
				all, err := correctionsOf(ctx, shelf, articles)
				if err != nil {
					return err
				}
				all = slices.DeleteFunc(all, func(c placedCorrection) bool { return !c.Undone.IsZero() })
				return writeTo(std, output, func(w io.Writer) error { return writeCorrections(w, all) })
			})
		},
	}
	cmd.Flags().StringVar(&article, "article", "", "those that hold in this article")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this file")
	cmd.AddCommand(newCorrectionsImport(std))
	return cmd
}

// correctable returns the article that an argument names, and all of the shelf
// where it names none.
func correctable(ctx context.Context, shelf *library.Library, arg string) ([]keep.Article, error) {
	if arg == "" {
		return shelf.Articles(ctx, keep.Selection{})
	}
	return articlesOf(ctx, shelf, []string{arg})
}

// A placedCorrection is a correction with its article, none where it holds in
// every one.
type placedCorrection struct {
	keep.Correction
	on keep.Article
}

// correctionsOf returns the corrections of articles and those of every article,
// undone ones too, in the order in which they were made.
func correctionsOf(ctx context.Context, shelf *library.Library, articles []keep.Article) ([]placedCorrection, error) {
	everywhere, err := shelf.Corrections(ctx, 0)
	if err != nil {
		return nil, err
	}
	var all []placedCorrection
	for _, c := range everywhere {
		all = append(all, placedCorrection{Correction: c})
	}
	for _, a := range articles {
		own, err := shelf.Corrections(ctx, a.ID)
		if err != nil {
			return nil, err
		}
		for _, c := range own {
			if c.Article != 0 {
				all = append(all, placedCorrection{c, a})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b placedCorrection) int { return a.Created.Compare(b.Created) })
	return all, nil
}

// A correctionRecord is a correction as JSON. What it does is as package
// correct has it.
type correctionRecord struct {
	ID         string          `json:"id"`
	Article    string          `json:"article,omitempty"` // what it is known by: keep.Article.Key; none for every one
	Title      string          `json:"title,omitempty"`
	Created    string          `json:"created,omitempty"` // RFC 3339
	Correction json.RawMessage `json:"correction"`
}

// writeCorrections writes corrections, an object a line.
func writeCorrections(w io.Writer, corrections []placedCorrection) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, c := range corrections {
		record := correctionRecord{
			ID: c.ID, Article: clean.Line(c.on.Key).String(), Title: c.on.Title.String(),
			Created: c.Created.UTC().Format(time.RFC3339Nano), Correction: c.Data,
		}
		if err := e.Encode(record); err != nil {
			return fmt.Errorf("write the corrections: %w", err)
		}
	}
	return nil
}
