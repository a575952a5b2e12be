package main

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// noteFlags choose notes.
type noteFlags struct {
	article, kind, tag string
	orphans, removed   bool
}

func (f *noteFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.article, "article", "", "only those on this article")
	flags.StringVar(&f.kind, "kind", "", "only those of this kind")
	flags.StringVar(&f.tag, "tag", "", "only those with this tag")
	flags.BoolVar(&f.orphans, "orphans", false, "only those whose words are no longer in their article")
	choices(cmd, "kind", kindNames()...)
}

// choose returns the notes that the flags ask for, the articles that they are
// on, and where their words are.
func (f *noteFlags) choose(ctx context.Context, shelf *library.Library) ([]placedNote, error) {
	kind, err := kindOf(f.kind)
	if err != nil {
		return nil, err
	}
	wanted := keep.NoteSelection{Kind: kind, Tag: clean.Line(f.tag), Removed: f.removed}
	if f.article != "" {
		a, err := articleOf(ctx, shelf, f.article)
		if err != nil {
			return nil, err
		}
		wanted.Article = a.ID
	}
	notes, err := shelf.Notes(ctx, wanted)
	if err != nil {
		return nil, err
	}
	placed, err := place(ctx, shelf, notes)
	if err != nil {
		return nil, err
	}
	if f.orphans {
		placed = slices.DeleteFunc(placed, func(n placedNote) bool { return n.state != "orphan" })
	}
	return placed, nil
}

// A placedNote is a note with its article and what became of its words.
type placedNote struct {
	keep.Note
	on    keep.Article
	at    articles.Span // its words in the newest text; empty where they are not there
	state string        // exact, moved, orphan; "" where the text is not here, or the note is on the whole article
}

// stateNames are the names of what became of a note's words.
var stateNames = map[anchor.State]string{anchor.Exact: "exact", anchor.Moved: "moved", anchor.Orphan: "orphan"}

// place finds the words of notes in the newest texts of their articles, of which
// it holds one at a time.
func place(ctx context.Context, shelf *library.Library, notes []keep.Note) ([]placedNote, error) {
	of := make(map[keep.ArticleID][]int) // places in notes
	for i, n := range notes {
		of[n.Article] = append(of[n.Article], i)
	}
	out := make([]placedNote, len(notes))
	for id, places := range of {
		a, err := shelf.Article(ctx, id)
		if err != nil && !errors.Is(err, library.ErrNotFound) {
			return nil, err
		}
		var text *anchor.Text // nil where it is not here
		if a.Full {
			words, err := shelf.Text(ctx, a.ID, a.Version)
			if err != nil {
				return nil, err
			}
			text = anchor.Prepare(words.String())
		}
		for _, i := range places {
			out[i] = placedNote{Note: notes[i], on: a}
			if at := notes[i].Target.At; !at.IsZero() && text != nil {
				m := text.Find(at)
				out[i].at, out[i].state = m.Span, stateNames[m.State]
			}
		}
	}
	return out, nil
}

func newNotesList(std streams) *cobra.Command {
	var (
		flags  noteFlags
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List notes, the newest first",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			if _, err := kindOf(flags.kind); err != nil {
				return err
			}
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				notes, err := flags.choose(ctx, shelf)
				if err != nil {
					return err
				}
				return writeList(std, asJSON, notes, "No notes.", func(n placedNote) (any, []string) { return noteRecordOf(n), noteCells(n) })
			})
		},
	}
	flags.register(cmd)
	cmd.Flags().BoolVar(&flags.removed, "removed", false, "those that were taken away")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON, an object a line, on a terminal too")
	return cmd
}

// A noteRecord is a note as JSON.
type noteRecord struct {
	ID         string         `json:"id"`
	Article    keep.ArticleID `json:"article"`
	Title      string         `json:"title,omitempty"`
	URL        string         `json:"url,omitempty"`
	Kind       keep.Kind      `json:"kind,omitempty"`
	On         string         `json:"on"`
	Entity     string         `json:"entity,omitempty"`
	EntityType string         `json:"entity_type,omitempty"`
	Quotation  string         `json:"quotation,omitempty"`
	State      string         `json:"state,omitempty"`
	Note       string         `json:"note,omitempty"`
	Tags       []string       `json:"tags,omitempty"`
	Created    string         `json:"created,omitempty"`
	Modified   string         `json:"modified,omitempty"`
}

func noteRecordOf(n placedNote) noteRecord {
	return noteRecord{
		ID: n.ID, Article: n.Article, Title: n.on.Title.String(), URL: n.on.URL.String(), Kind: n.Kind, On: string(n.Target.On),
		Entity: n.Target.Entity.Name, EntityType: n.Target.Entity.Type, Quotation: n.Target.At.Exact, State: n.state,
		Note: n.Body.String(), Tags: stringsOf(n.Tags), Created: stamp(n.Created), Modified: stamp(n.Modified),
	}
}

// noteCells are the cells of a note in a table.
func noteCells(n placedNote) []string {
	words := clean.Line(n.Body.String()).String()
	if quotation := clean.Line(n.Target.At.Exact).String(); quotation != "" {
		words = "“" + quotation + "” " + words
	}
	for _, tag := range n.Tags {
		words += " #" + clean.Line(tag.String()).String()
	}
	kind := clean.Line(string(n.Kind)).String()
	if n.state == "moved" || n.state == "orphan" {
		kind += " (" + n.state + ")"
	}
	return []string{shownID(n.ID), strconv.FormatInt(int64(n.Article), 10), kind, titleOf(n.on), words}
}
