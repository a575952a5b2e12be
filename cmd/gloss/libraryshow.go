package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"gloss/articles/library"
)

func newLibraryShow(std streams) *cobra.Command {
	var width int
	cmd := &cobra.Command{
		Use:   "show [flags] ARTICLE",
		Short: "Print an article as plain text",
		Args: func(_ *cobra.Command, args []string) error {
			if width < 0 {
				return usagef("--width %d: a number of columns is needed", width)
			}
			return needs(1, 1, "an article")(args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				a, err := articleOf(ctx, shelf, args[0])
				if err != nil {
					return err
				}
				doc, err := shelf.Document(ctx, a.ID)
				if errors.Is(err, library.ErrNotFound) {
					return fmt.Errorf("%s: only its summary is here; open it, or get the texts with %q", printable(args[0]), "gloss feeds refresh --full")
				}
				if err != nil {
					return err
				}
				return printPlain(std.out, doc, plainWidth(width, os.Getenv("COLUMNS")))
			})
		},
	}
	cmd.Flags().IntVar(&width, "width", 0, "columns of the text at most (default 80)")
	choices(cmd, "width")
	return cmd
}
