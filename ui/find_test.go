package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

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
