package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/articles/open"
)

func newLibraryAdd(std streams) *cobra.Command {
	var tags []string
	cmd := &cobra.Command{
		Use:   "add [flags] FILE|URL|-...",
		Short: "Put articles onto the shelf",
		Long: `Add keeps articles with their text, so that they can be read, searched and
annotated later, offline too. An article that is there already gets its new
version. What cannot be read is told of on standard error; the others are added,
and the exit code is 1.`,
		Args: func(_ *cobra.Command, args []string) error { return needs(1, 0, "a file, an address or -")(args) },
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				o, k := newOpener(), newKeeper(shelf)
				return eachArgument(ctx, std, args, func(arg string) error {
					a, err := addArticle(ctx, std, k, o, arg, tags)
					if err == nil {
						_, err = fmt.Fprintf(std.out, "%d  %s\n", a.ID, titleOf(a))
					}
					return err
				})
			})
		},
	}
	cmd.Flags().StringSliceVar(&tags, "tag", nil, "give them these tags, separated by commas")
	return cmd
}

// addArticle keeps one article.
func addArticle(ctx context.Context, std streams, k keeper, o *opener, arg string, tags []string) (keep.Article, error) {
	src, err := o.argument(ctx, std, arg)
	if err != nil {
		return keep.Article{}, err
	}
	if src.Detect() == open.Feed {
		return keep.Article{}, fmt.Errorf("%s is a feed: subscribe to it with %q", printable(arg), "gloss feeds add")
	}
	doc, err := o.article(ctx, src)
	if err != nil {
		return keep.Article{}, err
	}
	a, err := k.keep(ctx, entryOf(arg, doc))
	if err == nil && !a.Removed.IsZero() {
		err = k.shelf.Restore(ctx, a.ID)
	}
	if err != nil || len(tags) == 0 {
		return a, err
	}
	changed := a.Tags
	for _, tag := range tags {
		changed = withTag(changed, clean.Line(tag))
	}
	return a, k.shelf.SetTags(ctx, a.ID, changed)
}
