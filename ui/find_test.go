package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/library"
)

func TestFindInAllThatIsKept(t *testing.T) {
	d := driveShelf(t, stocked(t), nil)
	d.press("F")
	d.sees("speaker:")
	d.sees("before:")
	for _, r := range "harbour" {
		d.press(string(r))
	}
	d.sees("3 hits in 3 articles")
	d.press("down", "down", "up", "enter")
	d.barSays("enter reads it there")
	want := d.a.overlay.(*findList)
	h, _ := want.pane.Selected()
	d.press("enter")
	d.sees("of the harbour.")
	if got := d.a.article.Doc().Meta.Title; got != h.Article.Title {
		t.Errorf("opened %q, selected was %q", got, h.Article.Title)
	}
	if n, at := d.a.article.Hits(); n == 0 || at < 0 {
		t.Errorf("%d words are shown as found, at %d", n, at)
	}
	d.press("q")
	d.sees("3 hits in 3 articles")
	d.press("/", "x", "y")
	d.sees("nothing that is kept has “harbourxy”")
	d.press("esc")
	d.sees("Shelf")
	d.sees("Ferry returns")
}

// A hit is opened where it is, with all of its words lit, and n and N go from
// one to the next. The list is as it was when the reader comes back.
func TestHitsAreGoneThrough(t *testing.T) {
	lib := stocked(t)
	far := strings.Repeat("Nothing of note was said that day.\n\n", 80)
	if _, err := lib.Keep(t.Context(), library.Entry{Doc: story("Boats", "The crane.\n\n"+far+"A crane at the old quay.\n\n"+far+"No crane."), Key: "crane"}); err != nil {
		t.Fatal(err)
	}
	d := driveShelf(t, lib, nil)
	d.press("F")
	for _, r := range "crane quay" {
		d.press(string(r))
	}
	d.press("enter", "enter")
	d.sees("A crane at the old quay.")
	d.sees("hit 2/4")
	d.press("n")
	d.sees("hit 3/4")
	d.press("n")
	d.sees("No crane.")
	d.press("N", "N", "N")
	d.sees("The crane.")
	d.sees("hit 1/4")
	d.press("esc")
	d.seesNot("hit 1/4")
	d.press("F")
	for _, r := range "quay" {
		d.press(string(r))
	}
	d.press("enter", "enter") // in the article that is open
	d.sees("A crane at the old quay.")
	d.sees("hit 1/1")
	d.press("q", "/", "ctrl+u")
	for _, r := range "boats" {
		d.press(string(r))
	}
	d.press("enter", "enter") // found in the title alone
	d.sees("Boats")
	d.press("n")
	d.sees("hit 1/1")
	d.press("q", "/", "ctrl+u")
	for _, r := range "crane quay" {
		d.press(string(r))
	}
	d.press("enter")
	d.sees("Find  crane quay")
	d.sees("1 hit in 1 article")
}

// What is lit is what a place has, else the place itself.
func TestWhatIsLit(t *testing.T) {
	text := "a bb a bb a"
	words := func(s ...articles.Span) []articles.Span { return s }
	for _, c := range []struct {
		at    articles.Span
		lit   []articles.Span
		n, to int
	}{
		{articles.Span{Start: 2, End: 4}, nil, 1, 0},
		{articles.Span{Start: 2, End: 4}, words(articles.Span{Start: 0, End: 1}, articles.Span{Start: 5, End: 6}), 3, 1},
		{articles.Span{Start: 2, End: 6}, words(articles.Span{Start: 0, End: 1}, articles.Span{Start: 5, End: 6}), 2, 1},
		{articles.Span{Start: 0, End: 4}, words(articles.Span{Start: 0, End: 1}, articles.Span{Start: 5, End: 6}), 2, 0},
		{articles.Span{Start: 7, End: 9}, words(articles.Span{Start: 0, End: 1}, articles.Span{Start: 5, End: 6}), 3, 2},
	} {
		d := drive(t, story("Letters", text), 80, 24)
		d.a.showAt(c.at, c.lit)
		if n, to := d.a.article.Hits(); n != c.n || to != c.to {
			t.Errorf("%v, %v: hit %d of %d, want %d of %d", c.at, c.lit, to, n, c.to, c.n)
		}
	}
}

// Hits that come late do not take the place of newer ones.
func TestLateHitsAreDropped(t *testing.T) {
	d := driveShelf(t, stocked(t), nil)
	d.press("F")
	l := d.a.overlay.(*findList)
	late := l.search(d.a, "story 1")
	d.run(l.search(d.a, "story 2"))
	d.run(late)
	if h, _ := l.pane.Selected(); h.Article.Title.String() != "Council votes" {
		t.Errorf("selected is %q", h.Article.Title)
	}
	d.run(l.search(d.a, ""))
	d.sees("speaker:")
}

func TestFindFails(t *testing.T) {
	d := &driver{}
	d.opening(t, Options{Opened: Opened{Doc: story("Ferry", "It sails.")}, MaxWidth: 76,
		Library: func(context.Context) (*library.Library, error) {
			return nil, errors.New("open the shelf: the disk is full")
		}})
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	d.press("F", "a")
	d.sees("the disk is full")
	d.press("enter", "enter", "j", "G", "b")
	d.press("q")
	d.sees("It sails.")
	if strings.Contains(strings.Join(d.screen(), ""), "Find") {
		t.Error("the search is still there")
	}
}

// The last word may go on while it is typed; words that are done, phrases and
// fields are taken as they are.
func TestLastWordMayGoOn(t *testing.T) {
	for typed, want := range map[string]string{
		"":                 "",
		"ha":               "ha",
		"har":              "har*",
		"old har":          "old har*",
		"har ":             "har",
		"har*":             "har*",
		`"old har`:         `"old har"`,
		`"old har" qua`:    `"old har" qua`,
		"harbour site:qua": "harbour",
		"site:qua harb":    "harb*",
		"harb?":            "harb?",
		"港口新":              "港口新*",
	} {
		if got := asTyped(typed).Words; got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
