package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// A desk has notes on two articles: the second has changed since.
type desk struct {
	notes []keep.Note
	err   error
}

const (
	before = "The ferry sails on Monday. The quay is full of people who have come from far away to see it. Nobody will have to wait for a tenth week, said the harbour master of the old port, who has waited for it himself."
	after  = "It is certain now. The quay is full of people who have come from far away to see it. Nobody will have to wait for a tenth week, said the harbour master of the old port, who has waited for it himself."
)

func newDesk() *desk {
	d := &desk{}
	add := func(id string, article keep.ArticleID, words, body string, kind keep.Kind) {
		i := strings.Index(before, words)
		at := anchor.Describe(before, articles.Span{Start: i, End: i + len(words)})
		d.notes = append(d.notes, keep.Note{
			ID: id, Article: article, Kind: kind, Body: clean.Of(body), Revision: 1,
			Target: keep.Target{On: keep.OnSpan, At: at, Version: anchor.Hash(before)},
		})
	}
	add("n1", 2, "The ferry sails on Monday.", "Which one?", keep.Claim)
	add("n2", 2, "Nobody will have to wait for a tenth week, said the harbour master of the old port, who has waited for it himself.", "Ask *them*.", keep.Quotable)
	add("n3", 1, "said the harbour master", "", keep.Important)
	add("n4", 1, "The ferry sails on Monday.", "evil \x1b]0;x\a", keep.Doubt)
	add("n5", 3, "Nobody", "of an article that is gone", keep.Doubt)
	return d
}

func (d *desk) Notes(context.Context, keep.NoteSelection) ([]keep.Note, error) { return d.notes, d.err }
func (d *desk) Article(_ context.Context, id keep.ArticleID) (keep.Article, error) {
	if id > 2 {
		return keep.Article{}, fmt.Errorf("article %d: %w", id, library.ErrNotFound)
	}
	text := map[keep.ArticleID]string{1: before, 2: after}[id]
	return keep.Article{ID: id, Title: clean.Of(fmt.Sprintf("Ferry news %d", id)), Version: anchor.Hash(text)}, nil
}
func (d *desk) Text(_ context.Context, id keep.ArticleID, _ string) (clean.Text, error) {
	return clean.Of(map[keep.ArticleID]string{1: before, 2: after}[id]), nil
}

func TestNoteGroups(t *testing.T) {
	groups, err := noteGroups(context.Background(), newDesk())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range groups {
		for _, e := range g.Entries {
			words := "-"
			if e.At.Len() > 0 && g.Article.ID > 0 {
				words = e.At.Of(clean.Of(map[keep.ArticleID]string{1: before, 2: after}[g.Article.ID]))[:6]
			}
			got = append(got, fmt.Sprintf("%d/%s/%s/%v", g.Article.ID, e.Note.ID, words, e.Lost))
		}
	}
	want := "2/n1/-/true 2/n2/Nobody/false 1/n4/The fe/false 1/n3/said t/false 0/n5/-/false"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

// driveNotes opens the list of all notes over an article with two of them.
func driveNotes(t *testing.T, width, height int) (*driver, *library.Library) {
	t.Helper()
	d := drive(t, paragraphs(30), width, height, adaAndBobEngine()...)
	l := d.library()
	d.press("s", "a", "Which one?")
	d.ctrl('s')
	d.press("s", "s", "a", "evil \x1b]0;x\a")
	d.ctrl('k')
	d.ctrl('s')
	d.press("A")
	return d, l
}

func TestNotesAreListed(t *testing.T) {
	d, _ := driveNotes(t, 100, 30)
	d.sees("Paragraphs")
	d.sees("Ada: “nothing else is told of them”")
	d.sees("evil ␛]0;x␇")
	d.barSays("enter goes there")
	d.press("/", "k", "i", "n", "d", ":", "c", "l", "a", "enter")
	d.sees("evil")
	d.seesNot("Which one?")
	d.press("esc")
	d.sees("Which one?")
	d.press("G", "enter")
	if d.a.overlay != nil || d.a.article.Note() == "" {
		t.Error("enter does not go to the note")
	}
	d.press("q")
	d.sees("evil ␛]0;x␇") // the list again
}

// A note on another article opens that at the note, which stands in the margin
// then; leaving it leads back to the list as it was.
func TestNoteOfAnotherArticleIsOpened(t *testing.T) {
	d, lib := driveAcross(t, 120, 40)
	rows, err := lib.Articles(context.Background(), keep.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(r keep.Article) bool { return r.Title.String() == "A second evening" })
	text, err := lib.Text(context.Background(), rows[i].ID, rows[i].Version)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(text.String(), "Bob was there")
	n := keep.Note{Article: rows[i].ID, Kind: keep.Claim, Body: clean.Of("Was he?")}
	n.Target = keep.Target{On: keep.OnSpan, Version: rows[i].Version, At: anchor.Describe(text.String(), articles.Span{Start: at, End: at + len("Bob was there")})}
	if n, err = lib.PutNote(context.Background(), n); err != nil {
		t.Fatal(err)
	}
	d.press("A", "/", "w", "a", "s", " ", "h", "e", "enter", "enter")
	d.sees("That evening Ada said again")
	d.barSays("? claim 1/1 · Was he?")
	d.sees("│ Was he?")
	if d.a.article.Note() != n.ID {
		t.Errorf("the reader is at the note %q", d.a.article.Note())
	}
	d.press("q")
	d.sees("Was he?")
	d.sees("/was he")
}

func TestNotesAreChangedFromTheList(t *testing.T) {
	d, l := driveNotes(t, 100, 30)
	d.press("e")
	d.sees("Note on what Ada said")
	d.press(" Really?")
	d.ctrl('s')
	d.sees("Which one? Really?")
	d.press("3", "y")
	d.barSays("copied as Markdown")
	notes, err := l.Notes(context.Background(), keep.NoteSelection{})
	if err != nil || len(notes) != 2 {
		t.Fatal(notes, err)
	}
	if got := notes[0].Kind + notes[1].Kind; got != keep.Doubt+keep.Claim && got != keep.Claim+keep.Doubt {
		t.Errorf("the kinds are %s", got)
	}
	d.press("x")
	d.seesNot("Which one?")
	d.press("U")
	d.sees("Which one?")
	if got := len(d.a.notes); got != 2 {
		t.Errorf("%d notes beside the text", got)
	}
}

// What was written and not saved is told of where all notes are.
func TestNotesListTellsOfDrafts(t *testing.T) {
	d, _ := driveNotes(t, 100, 30)
	d.press("q", "s", "s", "a", "half a thought", "esc", "A")
	d.barSays("a note is not saved; y opens the one on what Ada said, “nothing else is told of them”")
	d.press("y")
	d.sees("half a thought")
}

func TestNotesThatCannotBeRead(t *testing.T) {
	d, _ := driveNotes(t, 80, 24)
	d.a.library = func(context.Context) (*library.Library, error) { return nil, errors.New("disk gone") }
	d.press("q", "A")
	d.barSays("disk gone")
	d.a.library = nil
	d.press("q", "A")
	d.barSays("nothing can be kept")
}

func TestNoteMarkdown(t *testing.T) {
	desk := newDesk()
	art, _ := desk.Article(context.Background(), 1)
	got, err := noteMarkdown(art, desk.notes[1])
	if err != nil || !strings.Contains(got, "Ferry news 1") || !strings.Contains(got, "> Nobody will have") || !strings.Contains(got, "Ask *them*.") {
		t.Errorf("got %q, %v", got, err)
	}
}
