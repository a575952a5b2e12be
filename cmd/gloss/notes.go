package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

func newNotes(std streams) *cobra.Command {
	list := newNotesList(std)
	cmd := &cobra.Command{
		Use:   "notes",
		Short: "List, write, export and import notes, without a screen",
		Long: `Notes does without a screen what the lists of notes do.

A NOTE is named by its ID or the beginning of it, an ARTICLE by its number on the
shelf, by its address, or by the path of its file. Lists are tables on a terminal,
else JSON, an object a line.`,
		Example: `  gloss notes --kind claim
  gloss notes add 3 --quote "the barns would not hold it" --note "Who says so?"
  gloss notes export --format markdown --output notes.md
  gloss notes import hypothesis.json`,
		Args: list.Args,
		RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, newNotesAdd(std), newNotesEdit(std), newNotesRemove(std), newNotesRestore(std),
		newNotesExport(std), newNotesImport(std), newNotesCorrections(std))
	return cmd
}

// kindNames returns the names of the kinds of highlights.
func kindNames() []string {
	var names []string
	for _, k := range keep.Kinds() {
		names = append(names, string(k))
	}
	return names
}

// kindOf returns the kind that a flag names, "" of none.
func kindOf(flag string) (keep.Kind, error) {
	if flag == "" || slices.Contains(kindNames(), flag) {
		return keep.Kind(flag), nil
	}
	return "", usagef("--kind %q: there are %s", flag, strings.Join(kindNames(), ", "))
}

// shortest is how many characters of an ID name a note at least.
const shortest = 4

// noteOf finds the note that an argument names, among those that were removed
// where that is asked for.
func noteOf(ctx context.Context, shelf *library.Library, arg string, removed bool) (keep.Note, error) {
	if id, err := uuid.Parse(arg); err == nil {
		n, err := shelf.Note(ctx, id.String())
		if errors.Is(err, library.ErrNotFound) {
			return keep.Note{}, fmt.Errorf("%s: no such note", printable(arg))
		}
		return n, err
	}
	if len(arg) < shortest {
		return keep.Note{}, fmt.Errorf("%s: %d characters of a note's ID are needed", printable(arg), shortest)
	}
	all, err := shelf.Notes(ctx, keep.NoteSelection{Removed: removed})
	if err != nil {
		return keep.Note{}, err
	}
	all = slices.DeleteFunc(all, func(n keep.Note) bool { return !strings.HasPrefix(n.ID, strings.ToLower(arg)) })
	switch len(all) {
	case 0:
		return keep.Note{}, fmt.Errorf("%s: no such note", printable(arg))
	case 1:
		return all[0], nil
	}
	return keep.Note{}, fmt.Errorf("%s: %d notes begin so", printable(arg), len(all))
}

// shownID is an ID as a table shows it.
func shownID(id string) string { return clean.Line(id[:min(8, len(id))]).String() }
