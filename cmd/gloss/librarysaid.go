package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

func newLibrarySaid(std streams) *cobra.Command {
	var (
		asJSON bool
		kind   string
	)
	cmd := &cobra.Command{
		Use:   "said [flags] NAME...",
		Short: "List what someone said, and what others said of them",
		Long: `Said lists, over all articles on the shelf, the newest first, what someone or
something said, and what others said of them. The name is the full one, as "Jane
Roe"; a part of it, as "Roe", will do where only one on the shelf is called so.`,
		Args: func(_ *cobra.Command, args []string) error {
			if kind != "" && !slices.Contains(saidTypes, kind) {
				return usagef("--type %q: there are %s", kind, strings.Join(saidTypes, ", "))
			}
			return needs(1, 0, "a name")(args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				found, as, err := saidBy(ctx, shelf, name, kind)
				if err != nil {
					return err
				}
				if as != "" {
					fmt.Fprintf(std.err, "gloss: %s is taken for %s\n", printable(name), printable(as))
				}
				l := newListing(std, asJSON)
				for _, appearance := range found {
					if err := addAppearance(l, appearance); err != nil {
						return err
					}
				}
				if len(found) > 0 {
					return l.close("Nothing was said by them, or of them.")
				}
				return l.close(fmt.Sprintf("No article on the shelf names %s.", clean.Line(name)))
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON, an object a line, on a terminal too")
	cmd.Flags().StringVar(&kind, "type", "", "of what has the name: "+strings.Join(saidTypes, ", ")+" (default any)")
	choices(cmd, "type", saidTypes...)
	return cmd
}

// saidTypes are the types that an entity is asked for by. GPE stands for all
// places.
var saidTypes = []string{"PERSON", "ORG", "GPE", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}

// saidBy returns what articles have of whatever is called so, or else of the
// only one that the name may be a part of, and then what that one is called.
func saidBy(ctx context.Context, shelf *library.Library, name, kind string) (found []keep.Appearance, as string, err error) {
	kinds := saidTypes
	if kind != "" {
		kinds = []string{kind}
	}
	found, err = appearances(ctx, shelf, name, kinds)
	if err != nil || slices.ContainsFunc(found, func(a keep.Appearance) bool { return len(a.Said)+len(a.About) > 0 }) {
		return found, "", err
	}
	others, err := namesakes(ctx, shelf, name, kinds)
	switch {
	case err != nil || len(others) == 0:
		return found, "", err
	case len(others) > 1:
		return nil, "", whichOf(name, others)
	}
	found, err = appearances(ctx, shelf, others[0].Name, []string{others[0].Type})
	return found, others[0].Name, err
}

// appearances returns what articles have of whatever is called so and is of one
// of these types, the newest first.
func appearances(ctx context.Context, shelf *library.Library, name string, kinds []string) ([]keep.Appearance, error) {
	var all []keep.Appearance
	for _, kind := range kinds {
		found, err := shelf.Appearances(ctx, keep.Ref{Name: name, Type: kind})
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortStableFunc(all, func(a, b keep.Appearance) int { return dateOf(b.Article).Compare(dateOf(a.Article)) })
	return all, nil
}

// A saidRecord is a statement across articles as JSON.
type saidRecord struct {
	Article  keep.ArticleID `json:"article"`
	Title    string         `json:"title"`
	Site     string         `json:"site,omitempty"`
	Date     string         `json:"date,omitempty"`
	Relation string         `json:"relation"` // said or about
	Speaker  string         `json:"speaker,omitempty"`
	Cue      string         `json:"cue,omitempty"`
	Act      string         `json:"act,omitempty"`
	Kind     string         `json:"kind,omitempty"`
	Text     string         `json:"text"`
}

// addAppearance lists what one article has.
func addAppearance(l *listing, appearance keep.Appearance) error {
	a := appearance.Article
	date := dateOf(a)
	for _, part := range []struct {
		relation   string
		statements []keep.Statement
	}{{"said", appearance.Said}, {"about", appearance.About}} {
		for _, s := range part.statements {
			speaker := clean.Line(s.Speaker.Name).String()
			record := saidRecord{
				Article: a.ID, Title: a.Title.String(), Site: a.Site.String(), Date: stamp(date), Relation: part.relation,
				Speaker: speaker, Cue: s.Cue, Act: s.Act, Kind: s.Kind, Text: s.Text.String(),
			}
			if err := l.add(record, strconv.FormatInt(int64(a.ID), 10), day(date), clean.Line(a.Site.String()).String(), part.relation, speaker, clean.Line(s.Text.String()).String()); err != nil {
				return err
			}
		}
	}
	return nil
}
