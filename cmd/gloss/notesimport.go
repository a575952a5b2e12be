package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/articles/notebook"
)

func newNotesImport(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE|-...",
		Short: "Read notes from web annotations or an export of Hypothesis",
		Long: `Import reads notes from JSON: annotations of the W3C's model, or what Hypothesis
exports. Their articles are found by their addresses; one that is not on the shelf
gets a place there, without its text. A note that is here already is left as it
is, so that a file can be imported again.`,
		Args: func(_ *cobra.Command, args []string) error { return needs(1, 0, "a file or -")(args) },
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				return eachArgument(ctx, std, args, func(arg string) error {
					reading, err := readNotes(ctx, std, arg)
					if err != nil {
						return fmt.Errorf("%s: %w", printable(arg), err)
					}
					for _, s := range reading.Skipped {
						fmt.Fprintf(std.err, "gloss: %s: %d left out: %s\n", printable(arg), s.Count, s.Reason)
					}
					sum, err := importNotes(ctx, shelf, reading.Notes)
					fmt.Fprintf(std.out, "%s: %d new, %d here already\n", printable(arg), sum.added, sum.known)
					if sum.lost > 0 {
						fmt.Fprintf(std.err, "gloss: %s: %d left out: on files that are not on the shelf; add these first\n", printable(arg), sum.lost)
					}
					return err
				})
			})
		},
	}
}

// readNotes reads the notes of a file, or of standard input.
func readNotes(ctx context.Context, std streams, arg string) (notebook.Reading, error) {
	most := notebook.DefaultLimits().Bytes
	data, err := readArgument(ctx, std, arg, most)
	if err != nil {
		return notebook.Reading{}, err
	}
	return notebook.Read(data, notebook.Limits{Bytes: most})
}

// An imported counts what became of notes.
type imported struct{ added, known, lost int }

// importNotes puts notes onto the shelf.
func importNotes(ctx context.Context, shelf *library.Library, notes []notebook.Imported) (imported, error) {
	var sum imported
	var last preparedText
	for _, n := range notes {
		_, err := shelf.Note(ctx, n.Note.ID)
		if err == nil {
			sum.known++
			continue
		}
		if !errors.Is(err, library.ErrNotFound) {
			return sum, err
		}
		a, err := articleFor(ctx, shelf, n)
		if errors.Is(err, library.ErrNotFound) {
			sum.lost++
			continue
		}
		if err != nil {
			return sum, err
		}
		n.Note.Article = a.ID
		if err := anchorNote(ctx, shelf, a, &n.Note, &last); err != nil {
			return sum, err
		}
		if _, err := shelf.PutNote(ctx, n.Note); err != nil {
			return sum, err
		}
		sum.added++
	}
	return sum, nil
}

// articleFor returns the article of an imported note: the one on the shelf, or
// a new one without a text where the note names an address of the web. That of
// a file that is not on the shelf is ErrNotFound.
func articleFor(ctx context.Context, shelf *library.Library, n notebook.Imported) (keep.Article, error) {
	key := keyOf(n.Source)
	a, err := shelf.Find(ctx, key)
	if !errors.Is(err, library.ErrNotFound) || !isAddress(key) {
		return a, err
	}
	title := n.Title
	if title.IsEmpty() {
		title = clean.Line(key)
	}
	row := &articles.Document{Meta: articles.Meta{URL: clean.Line(key), Title: title}}
	return shelf.Keep(ctx, library.Entry{Doc: row, Key: key})
}

// A preparedText is the text of an article in which words are looked for. Notes
// come one article after another, mostly, so that one is enough.
type preparedText struct {
	of   keep.ArticleID // 0 for none
	text *anchor.Text
}

// anchorNote gives a note its place in the text of its article, where that is
// here and has the words as they are.
func anchorNote(ctx context.Context, shelf *library.Library, a keep.Article, n *keep.Note, last *preparedText) error {
	if n.Target.At.IsZero() || !a.Full {
		return nil
	}
	if last.of != a.ID {
		words, err := shelf.Text(ctx, a.ID, a.Version)
		if err != nil {
			return err
		}
		*last = preparedText{a.ID, anchor.Prepare(words.String())}
	}
	if m := last.text.Find(n.Target.At); m.State == anchor.Exact {
		n.Target.At.Start, n.Target.At.End, n.Target.Version = m.Span.Start, m.Span.End, a.Version
	}
	return nil
}
