package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

func newNotesAdd(std streams) *cobra.Command {
	var (
		quote, note, kind string
		tags              []string
	)
	cmd := &cobra.Command{
		Use:   "add ARTICLE",
		Short: "Highlight words of an article, or write a note on it",
		Long: `Add highlights the words of --quote, which must stand in the article exactly once,
but for line breaks and blanks. Without --quote the note is on the article as a
whole. --note - reads the note from standard input.`,
		Args: func(_ *cobra.Command, args []string) error {
			if quote == "" && note == "" {
				return usagef("--quote or --note is to be given")
			}
			if _, err := kindOf(kind); err != nil {
				return err
			}
			return needs(1, 1, "an article")(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			n := keep.Note{Kind: keep.Kind(kind), Tags: changeTags(nil, plus(tags)), Target: keep.Target{On: keep.OnArticle}}
			if quote != "" && kind == "" {
				n.Kind = keep.Important
			}
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				var err error
				if n.Body, err = noteText(ctx, std, note); err != nil {
					return err
				}
				a, err := articleOf(ctx, shelf, args[0])
				if err != nil {
					return err
				}
				n.Article = a.ID
				if quote != "" {
					if n.Target, err = quoted(ctx, shelf, a, quote); err != nil {
						return err
					}
				}
				if n, err = shelf.PutNote(ctx, n); err != nil {
					return err
				}
				_, err = fmt.Fprintln(std.out, n.ID)
				return err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&quote, "quote", "", "the words to highlight")
	f.StringVar(&note, "note", "", "what to say of them, in Markdown; - for standard input")
	f.StringVar(&kind, "kind", "", strings.Join(kindNames(), ", ")+" (default important, of a quotation)")
	f.StringSliceVar(&tags, "tag", nil, "tags, separated by commas")
	choices(cmd, "kind", kindNames()...)
	return cmd
}

// maxNote is the most bytes of a note that are read from standard input.
const maxNote = 1 << 20

// noteText returns the words of a note: those of the flag or, for "-", what
// standard input has.
func noteText(ctx context.Context, std streams, flag string) (clean.Text, error) {
	if flag != "-" {
		return clean.Of(flag), nil
	}
	data, err := io.ReadAll(io.LimitReader(interruptibleReader(ctx, std.in), maxNote+1))
	switch {
	case err != nil:
		return clean.Text{}, fmt.Errorf("read the note: %w", err)
	case len(data) > maxNote:
		return clean.Text{}, fmt.Errorf("read the note: it is larger than %d bytes", maxNote)
	}
	return clean.Of(strings.TrimRight(string(data), "\n")), nil
}

// plus returns tags as changes that give them.
func plus(tags []string) []string {
	var out []string
	for _, tag := range tags {
		out = append(out, "+"+tag)
	}
	return out
}

// quoted returns the place of a quotation in the newest text of an article.
func quoted(ctx context.Context, shelf *library.Library, a keep.Article, quote string) (keep.Target, error) {
	text, err := shelf.Text(ctx, a.ID, a.Version)
	if errors.Is(err, library.ErrNotFound) {
		return keep.Target{}, fmt.Errorf("article %d: only its summary is here", a.ID)
	}
	if err != nil {
		return keep.Target{}, err
	}
	found := wordsIn(text.String(), clean.Of(quote).String())
	switch len(found) {
	case 0:
		return keep.Target{}, fmt.Errorf("article %d does not have these words", a.ID)
	case 1:
		return keep.Target{On: keep.OnSpan, Version: a.Version, At: anchor.Describe(text.String(), found[0])}, nil
	}
	return keep.Target{}, fmt.Errorf("article %d has these words %d times: quote more of it", a.ID, len(found))
}

// wordsIn returns where a text has the words of a quotation, with any blanks
// and line breaks between them.
func wordsIn(text, quote string) []articles.Span {
	words := strings.Fields(quote)
	if len(words) == 0 {
		return nil
	}
	var found []articles.Span
	for from := 0; ; {
		i := strings.Index(text[from:], words[0])
		if i < 0 {
			return found
		}
		start := from + i
		if end := wordsAt(text, start, words); end > 0 {
			found = append(found, articles.Span{Start: start, End: end})
		}
		from = start + len(words[0])
	}
}

// wordsAt returns the end of the words that a text has at start, 0 where it has
// others.
func wordsAt(text string, start int, words []string) int {
	end := start
	for i, word := range words {
		rest := text[end:]
		trimmed := strings.TrimLeft(rest, " \t\n\u00a0")
		if i > 0 && len(trimmed) == len(rest) || !strings.HasPrefix(trimmed, word) {
			return 0
		}
		end += len(rest) - len(trimmed) + len(word)
	}
	return end
}

func newNotesEdit(std streams) *cobra.Command {
	var (
		note, kind string
		tags       []string
	)
	cmd := &cobra.Command{
		Use:     "edit NOTE",
		Short:   "Change the words, the kind or the tags of a note",
		Example: `  gloss notes edit 8c1a7b9e --kind doubt --tag=+harvest,-later --note "Not so."`,
		Args: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().NFlag() == 0 {
				return usagef("--note, --kind or --tag is to be given")
			}
			if _, err := kindOf(kind); err != nil {
				return err
			}
			for _, tag := range tags {
				if len(tag) < 2 || tag[0] != '+' && tag[0] != '-' {
					return usagef("--tag %q: a tag is given as +TAG and taken away as -TAG", tag)
				}
			}
			return needs(1, 1, "a note")(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				n, err := noteOf(ctx, shelf, args[0], false)
				if err != nil {
					return err
				}
				if cmd.Flags().Changed("note") {
					if n.Body, err = noteText(ctx, std, note); err != nil {
						return err
					}
				}
				if kind != "" {
					n.Kind = keep.Kind(kind)
				}
				n.Tags = changeTags(n.Tags, tags)
				_, err = shelf.PutNote(ctx, n)
				return err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&note, "note", "", "the new words, in Markdown; - for standard input")
	f.StringVar(&kind, "kind", "", "the new kind: "+strings.Join(kindNames(), ", "))
	f.StringSliceVar(&tags, "tag", nil, "changes of its tags, as +harvest,-later")
	choices(cmd, "kind", kindNames()...)
	return cmd
}

func newNotesRemove(std streams) *cobra.Command {
	return notesEach(std, "remove", "Take notes away; restore brings them back", false,
		func(ctx context.Context, shelf *library.Library, id string) error { return shelf.RemoveNote(ctx, id) })
}

func newNotesRestore(std streams) *cobra.Command {
	return notesEach(std, "restore", "Bring removed notes back", true,
		func(ctx context.Context, shelf *library.Library, id string) error { return shelf.RestoreNote(ctx, id) })
}

// notesEach returns a command that does something with each note that it is
// given, all of which must be there.
func notesEach(std streams, name, short string, removed bool, do func(context.Context, *library.Library, string) error) *cobra.Command {
	return &cobra.Command{
		Use: name + " NOTE...", Short: short,
		Args: func(_ *cobra.Command, args []string) error { return needs(1, 0, "a note")(args) },
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				var ids []string
				for _, arg := range args {
					n, err := noteOf(ctx, shelf, arg, removed)
					if err != nil {
						return err
					}
					ids = append(ids, n.ID)
				}
				for _, id := range ids {
					if err := do(ctx, shelf, id); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}
