package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/library"
	"gloss/articles/notebook"
)

// noteFormats are the formats that notes are exported in, by their names.
var noteFormats = map[string]func(io.Writer, []notebook.Leaf) error{
	"markdown":      notebook.Markdown,
	"webannotation": notebook.WebAnnotations,
	"csv":           notebook.CSV,
}

// noteFormatNames are their names, the default first.
var noteFormatNames = []string{"markdown", "webannotation", "csv"}

func newNotesExport(std streams) *cobra.Command {
	var (
		flags          noteFlags
		format, output string
	)
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write notes as Markdown, web annotations or CSV",
		Long: `Export writes notes with their quotations, their articles, and links that lead to
the place. "webannotation" is the W3C's JSON-LD, which import reads again.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			write, ok := noteFormats[format]
			if !ok {
				return usagef("--format %q: there are %s", format, strings.Join(noteFormatNames, ", "))
			}
			if _, err := kindOf(flags.kind); err != nil {
				return err
			}
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				notes, err := flags.choose(ctx, shelf)
				if err != nil {
					return err
				}
				leaves, err := leavesOf(ctx, shelf, notes)
				if err != nil {
					return err
				}
				return writeTo(std, output, func(w io.Writer) error { return write(w, leaves) })
			})
		},
	}
	flags.register(cmd)
	cmd.Flags().StringVar(&format, "format", noteFormatNames[0], strings.Join(noteFormatNames, ", "))
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this file")
	choices(cmd, "format", noteFormatNames...)
	return cmd
}

// leavesOf puts notes under their articles, with the texts that they were made
// on, or the newest one where that has their words as they were. The articles
// stay in the order in which their notes come.
func leavesOf(ctx context.Context, shelf *library.Library, notes []placedNote) ([]notebook.Leaf, error) {
	var leaves []notebook.Leaf
	for _, n := range notes {
		at := slices.IndexFunc(leaves, func(l notebook.Leaf) bool { return l.Article.ID == n.Article })
		if at < 0 {
			at = len(leaves)
			leaves = append(leaves, notebook.Leaf{Article: n.on, Texts: make(map[string]clean.Text)})
		}
		leaf := &leaves[at]
		if n.state == stateNames[anchor.Exact] {
			n.Target.At.Start, n.Target.At.End, n.Target.Version = n.at.Start, n.at.End, n.on.Version
		}
		leaf.Notes = append(leaf.Notes, n.Note)
		version := n.Target.Version
		if _, ok := leaf.Texts[version]; ok || version == "" {
			continue
		}
		text, err := shelf.Text(ctx, n.Article, version)
		switch {
		case errors.Is(err, library.ErrNotFound): // the position is left out
		case err != nil:
			return nil, err
		default:
			leaf.Texts[version] = text
		}
	}
	return leaves, nil
}
