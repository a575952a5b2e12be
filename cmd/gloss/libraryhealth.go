package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"gloss/articles/library"
	"gloss/ui/typeset"
)

func newLibraryCheck(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check that the file of the shelf is whole",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				err := shelf.Check(ctx)
				if errors.Is(err, library.ErrDamaged) {
					return fmt.Errorf("%w; %q makes a new one of what it has", err, "gloss library recover")
				}
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(std.out, "The shelf is whole.")
				return err
			})
		},
	}
}

func newLibraryRecover(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "recover",
		Short: "Make a new shelf of what a damaged one still has",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			ctx, stop := interruptible(context.Background())
			defer stop()
			recovery, err := library.Recover(ctx, shelfFolder(), library.Options{})
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(std.out, recoveryLine(recovery))
			return err
		},
	}
}

// recoveryLine tells in a line what was recovered.
func recoveryLine(r library.Recovery) string {
	if r.Aside == "" {
		return "The shelf is sound; nothing was done."
	}
	line := fmt.Sprintf("On the new shelf: %s, %s", typeset.Count(r.Articles, "article"), typeset.Count(r.Notes, "note"))
	if r.Lost > 0 {
		line += fmt.Sprintf("; lost: %s", typeset.Count(r.Lost, "row"))
	}
	if r.Skipped > 0 {
		line += fmt.Sprintf("; not readable in the journal: %s", typeset.Count(r.Skipped, "line"))
	}
	return line + "; the damaged file is " + printable(r.Aside) + "."
}
