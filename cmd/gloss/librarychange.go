package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// libraryChanges are the commands that change articles on the shelf.
func libraryChanges(std streams) []*cobra.Command {
	each := func(use, short string, do func(context.Context, *library.Library, keep.Article) error) *cobra.Command {
		return &cobra.Command{
			Use: use + " ARTICLE...", Short: short,
			Args: func(_ *cobra.Command, args []string) error { return needs(1, 0, "an article")(args) },
			RunE: func(_ *cobra.Command, args []string) error {
				return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
					found, err := articlesOf(ctx, shelf, args)
					if err != nil {
						return err
					}
					for _, a := range found {
						if err := do(ctx, shelf, a); err != nil {
							return err
						}
					}
					return nil
				})
			},
		}
	}
	return []*cobra.Command{
		each("remove", "Take articles off the shelf; restore brings them back",
			func(ctx context.Context, shelf *library.Library, a keep.Article) error {
				return shelf.Remove(ctx, a.ID)
			}),
		each("restore", "Bring removed articles back",
			func(ctx context.Context, shelf *library.Library, a keep.Article) error {
				return shelf.Restore(ctx, a.ID)
			}),
		each("read", "Mark articles as read",
			func(ctx context.Context, shelf *library.Library, a keep.Article) error {
				return shelf.SetRead(ctx, true, a.ID)
			}),
		each("unread", "Mark articles as not read",
			func(ctx context.Context, shelf *library.Library, a keep.Article) error {
				return shelf.SetRead(ctx, false, a.ID)
			}),
		newLibraryTag(std),
	}
}

func newLibraryTag(std streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "tag ARTICLE +TAG|-TAG...",
		Short:   "Give an article tags, or take them away",
		Example: `  gloss library tag 3 +harvest -later`,
		Args: func(_ *cobra.Command, args []string) error {
			if err := needs(2, 0, "an article and its tags, as +harvest or -harvest")(args); err != nil {
				return err
			}
			for _, arg := range args[1:] {
				if sign := arg[:min(1, len(arg))]; sign != "+" && sign != "-" || clean.Line(arg[1:]).IsEmpty() {
					return usagef("%q: a tag is given as +TAG and taken away as -TAG", arg)
				}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				a, err := articleOf(ctx, shelf, args[0])
				if err != nil {
					return err
				}
				return shelf.SetTags(ctx, a.ID, changeTags(a.Tags, args[1:]))
			})
		},
	}
	cmd.Flags().SetInterspersed(false) // -TAG is no flag
	return cmd
}

// changeTags returns tags with changes such as +harvest and -harvest carried
// out.
func changeTags(tags []clean.Text, changes []string) []clean.Text {
	tags = slices.Clone(tags)
	for _, change := range changes {
		tag := clean.Line(change[1:])
		if strings.HasPrefix(change, "+") {
			tags = withTag(tags, tag)
		} else {
			tags = slices.DeleteFunc(tags, func(other clean.Text) bool { return other == tag })
		}
	}
	return tags
}

// withTag returns tags with one more, unless it is there.
func withTag(tags []clean.Text, tag clean.Text) []clean.Text {
	if tag.IsEmpty() || slices.Contains(tags, tag) {
		return tags
	}
	return append(slices.Clone(tags), tag)
}
