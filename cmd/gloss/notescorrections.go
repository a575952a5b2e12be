package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"gloss/articles/keep"
	"gloss/articles/library"
)

func newNotesCorrections(std streams) *cobra.Command {
	var article, output string
	cmd := &cobra.Command{
		Use:     "corrections",
		Aliases: []string{"export-corrections"},
		Short:   "Write what was corrected in the annotations, as JSON, an object a line",
		Long: `Corrections writes the corrections that hold in every article, or with --article
those that hold in that one, in the order in which they were made.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				var id keep.ArticleID
				if article != "" {
					a, err := articleOf(ctx, shelf, article)
					if err != nil {
						return err
					}
					id = a.ID
				}
				corrections, err := shelf.Corrections(ctx, id)
				if err != nil {
					return err
				}
				return writeTo(std, output, func(w io.Writer) error { return writeCorrections(w, corrections) })
			})
		},
	}
	cmd.Flags().StringVar(&article, "article", "", "those that hold in this article")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this file")
	return cmd
}

// A correctionRecord is a correction as JSON. What it does is as package
// correct has it.
type correctionRecord struct {
	ID         string          `json:"id"`
	Article    keep.ArticleID  `json:"article,omitempty"` // 0: every one
	Created    string          `json:"created,omitempty"`
	Correction json.RawMessage `json:"correction"`
}

// writeCorrections writes the corrections that hold, an object a line.
func writeCorrections(w io.Writer, corrections []keep.Correction) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, c := range corrections {
		if !c.Undone.IsZero() {
			continue
		}
		record := correctionRecord{ID: c.ID, Article: c.Article, Created: stamp(c.Created), Correction: c.Data}
		if !json.Valid(c.Data) {
			record.Correction = json.RawMessage("null")
		}
		if err := e.Encode(record); err != nil {
			return fmt.Errorf("write the corrections: %w", err)
		}
	}
	return nil
}
