package ui

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/keymap"
)

// stocked returns a library with three articles that were opened, the last one
// last, and a feed that brought a fourth.
func stocked(t *testing.T) *library.Library {
	t.Helper()
	l, err := library.Open(t.Context(), t.TempDir(), library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	for i, title := range []string{"Ferry returns", "Council votes", "Tide tables"} {
		doc := story(title, fmt.Sprintf("What is told in story %d of the harbour.", i+1))
		doc.Meta.Source = clean.Line("Quay Gazette")
		if _, err := l.Keep(t.Context(), library.Entry{Doc: doc, Key: fmt.Sprintf("https://gazette.example/%d", i)}); err != nil {
			t.Fatal(err)
		}
	}
	f, err := l.Subscribe(t.Context(), keep.Feed{URL: "https://orchard.example/rss", Title: clean.Line("Orchard Notes")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.AddItems(t.Context(), f.ID, []keep.Item{{Key: "https://orchard.example/1", URL: clean.Line("https://orchard.example/1"), Title: clean.Line("Plums are ripe")}}); err != nil {
		t.Fatal(err)
	}
	return l
}

// driveShelf opens the list of a library, as the program does without arguments.
func driveShelf(t *testing.T, lib *library.Library, feeds Feeds) *driver {
	t.Helper()
	d := &driver{}
	d.opening(t, Options{
		Opened: Opened{Shelf: true}, MaxWidth: 76, Feeds: feeds,
		Library: func(context.Context) (*library.Library, error) { return lib, nil },
	})
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	d.run(d.a.first)
	return d
}

// titles returns the titles on the screen in their order.
func (d *driver) titles(of ...string) string {
	all := strings.Join(d.screen(), "\n")
	out := slices.DeleteFunc(slices.Clone(of), func(s string) bool { return !strings.Contains(all, s) })
	slices.SortFunc(out, func(x, y string) int { return strings.Index(all, x) - strings.Index(all, y) })
	return strings.Join(out, ", ")
}

func TestShelfIsListedAndItsArticlesRead(t *testing.T) {
	d := driveShelf(t, stocked(t), nil)
	d.sees("Shelf  All 4 Unread 4 Begun Feeds 1 Removed")
	d.sees("Quay Gazette")
	d.barSays("enter reads")
	d.press("/", "c", "n", "c", "l", "enter")
	d.seesNot("Ferry returns")
	d.press("enter")
	d.sees("What is told in story 2 of the harbour.")
	d.press("q")
	d.sees("Council votes")
	d.press("esc")
	d.sees("Ferry returns")
	d.press("esc")
	d.barSays("q quits")
	d.press("?")
	d.sees("mark as read or unread")
	d.press("q")
	d.sees("Ferry returns")
	if cmd := d.a.typed(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("q")}); cmd == nil || !quits(cmd) {
		t.Error("q in the shelf of the program does not quit")
	}
}

// quits reports whether a command ends the program.
func quits(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	switch m := cmd().(type) {
	case tea.QuitMsg:
		return true
	case tea.BatchMsg:
		return slices.ContainsFunc(m, quits)
	default:
		return strings.HasSuffix(fmt.Sprintf("%T", m), "sequenceMsg") // the last of it quits
	}
}

// How far an article was read is seen on the shelf once it is left, and it
// opens where it was left.
func TestShelfShowsHowFarItWasRead(t *testing.T) {
	lib := stocked(t)
	if _, err := lib.Keep(t.Context(), library.Entry{Doc: paragraphs(100), Key: "https://gazette.example/long"}); err != nil {
		t.Fatal(err)
	}
	d := driveShelf(t, lib, nil)
	d.sees("Unread 5")
	d.press("enter")
	d.sees("Paragraph 001")
	d.a.article.ScrollPages(6) // by a key, the test would wait for the eye to settle
	d.seesNot("Paragraph 001")
	top := strings.TrimSpace(d.screen()[0])
	d.press("q")
	d.sees("Unread 4 Begun 1")
	if got := strings.Join(d.screen(), "\n"); !regexp.MustCompile(`Paragraphs .*━.* \d+% `).MatchString(got) {
		t.Errorf("no progress is shown:\n%s", got)
	}
	d.press("enter")
	if got := strings.TrimSpace(d.screen()[0]); got != top {
		t.Errorf("opens at %q, was left at %q", got, top)
	}
	d.a.article.ToBottom()
	d.press("q")
	d.sees("Begun Feeds")
	d.sees("read ")
}

func TestShelfIsSorted(t *testing.T) {
	d := driveShelf(t, stocked(t), nil)
	all := []string{"Ferry returns", "Council votes", "Tide tables", "Plums are ripe"}
	for range keep.ByTitle {
		d.press("r")
	}
	if got := d.titles(all...); got != "Council votes, Ferry returns, Plums are ripe, Tide tables" {
		t.Errorf("by title: %s", got)
	}
}

func TestShelfRemovesAndUndoes(t *testing.T) {
	d := driveShelf(t, stocked(t), nil)
	d.press("/", "t", "i", "d", "e", "enter", "x")
	d.press("esc")
	d.seesNot("Tide tables")
	d.sees("All 3")
	d.sees("Removed 1")
	d.press("h") // to the removed ones
	d.sees("Tide tables")
	d.seesNot("Ferry returns")
	d.press("enter")
	d.barSays("x puts it back")
	d.press("x")
	d.sees("nothing was removed")
	d.sees("All 4")
	d.barSays("on the shelf again: “Tide tables”; U undoes")
	d.press("l")
	d.sees("Tide tables")
	d.press("v", "v", "x")
	d.sees("All 2")
	d.barSays("removed: 2 articles; U undoes")
	d.press("U")
	d.sees("All 4")
	d.barSays("undone: the removal of 2 articles")
	back := d.a.overlay.(*shelfList).pane.Chosen()
	d.press("x", "G", "U") // what comes back is selected
	if got := d.a.overlay.(*shelfList).pane.Chosen(); len(back) != 1 || len(got) != 1 || got[0].ID != back[0].ID {
		t.Errorf("selected is %v, not %v", got, back)
	}
}

func TestShelfMarksReadAndTags(t *testing.T) {
	lib := stocked(t)
	d := driveShelf(t, lib, nil)
	d.press("i")
	d.sees("Unread 3")
	d.sees("read ")
	d.press("i")
	d.sees("Unread 4")
	d.press("U")
	d.sees("Unread 3")
	d.press("U")
	d.sees("Unread 4")
	d.press("v", "j", "#")
	for _, r := range "harbour, #to check,," {
		d.press(string(r))
	}
	d.press("enter")
	d.sees("#harbour #to check")
	d.press("esc", "g", "v", "v", "#") // this one and another one, which has no tags
	d.barSays("tags:")
	d.press("q", "enter")
	d.sees("#harbour #q #to check")
	d.sees("Gazette · #q ")
	d.press("U")
	d.seesNot("#q")
	d.sees("#harbour #to check")
}

// The help that is opened on the shelf begins with the shelf's keys.
func TestHelpOfTheShelf(t *testing.T) {
	d := driveShelf(t, stocked(t), nil)
	d.press("?")
	if got := strings.TrimSpace(d.screen()[0]); got != keymap.OnShelf {
		t.Errorf("the help begins with %q", got)
	}
	d.press("g")
	d.sees("Move")
	d.press("q")
	d.sees("Ferry returns")
}

// An article that is kept only after the reader has left it is shown as it is
// then, and not as it was found before.
func TestRowsOfArticlesThatAreKeptLate(t *testing.T) {
	lib := stocked(t)
	d := driveShelf(t, lib, nil)
	l := d.a.overlay.(*shelfList)
	row, _ := l.pane.Selected()
	l.reads = row.ID
	late := l.comeBack(d.a)() // reads the row
	if err := lib.SetRead(t.Context(), true, row.ID); err != nil {
		t.Fatal(err)
	}
	row.Read = true
	d.run(func() tea.Msg { return keptMsg{of: d.a.reading, gen: -1, article: row} })
	d.sees("Unread 3")
	d.run(func() tea.Msg { return late })
	d.sees("Unread 3")
}

// Rows that were asked for before a change are not shown after it, and an article
// that is kept while they are on their way is among them.
func TestRowsOfBeforeAChange(t *testing.T) {
	lib := stocked(t)
	d := driveShelf(t, lib, nil)
	l := d.a.overlay.(*shelfList)
	late := l.load(d.a)()
	d.press("i")
	d.sees("Unread 3")
	d.run(func() tea.Msg { return late })
	d.sees("Unread 3")

	late = l.load(d.a)()
	row, err := lib.Keep(t.Context(), library.Entry{Doc: story("Gulls", "They are back."), Key: "gulls"})
	if err != nil {
		t.Fatal(err)
	}
	d.run(func() tea.Msg { return keptMsg{of: d.a.reading, gen: -1, article: row} })
	d.run(func() tea.Msg { return late })
	d.sees("Gulls")
}

func TestShelfWithoutLibraryOrFeeds(t *testing.T) {
	d := &driver{}
	broken := errors.New("open the shelf: the file is damaged")
	d.opening(t, Options{Opened: Opened{Shelf: true}, MaxWidth: 76,
		Library: func(context.Context) (*library.Library, error) { return nil, broken }})
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	d.run(d.a.first)
	d.barSays("the file is damaged")
	d.press("R")
	d.barSays("feeds cannot be asked here")
	d.press("x", "i", "#", "enter", "w", "j", "v", "y", "O", "r", "h", "l", "U")
	d.sees("Shelf")
}

func TestEmptyShelfSaysWhatToDo(t *testing.T) {
	lib, err := library.Open(t.Context(), t.TempDir(), library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	d := driveShelf(t, lib, nil)
	d.sees("Nothing is kept yet.")
	d.sees("+ subscribes to a feed.")
	d.press("h", "h")
	d.sees("No feeds yet.")
}

// A shelf that takes long to be read does not hold up the first screen, and
// rows that were asked for before others are not shown after them.
func TestShelfTakesItsTime(t *testing.T) {
	lib := stocked(t)
	d := &driver{}
	opened := make(chan bool)
	d.opening(t, Options{Opened: Opened{Shelf: true}, MaxWidth: 76,
		Library: func(context.Context) (*library.Library, error) { <-opened; return lib, nil }})
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	d.sees("looking …")
	close(opened)
	d.run(d.a.first)
	d.sees("Ferry returns")

	l := d.a.overlay.(*shelfList)
	stale := l.load(d.a)
	l.of.Order = keep.ByTitle
	d.run(l.load(d.a))
	d.run(stale)
	if l.pane.Order() != keep.ByTitle {
		t.Error("stale rows are shown")
	}
}

func TestShelfFitsAnySize(t *testing.T) {
	d := driveShelf(t, stocked(t), nil)
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {20, 6}, {5, 3}, {1, 1}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for range 5 {
			if rows := d.screen(); len(rows) > size[1] {
				t.Errorf("%d rows at %v", len(rows), size)
			}
			d.press("l")
		}
	}
}

func TestShelfTakesClicks(t *testing.T) {
	d := driveShelf(t, stocked(t), nil)
	click := func(text string) {
		t.Helper()
		for y, row := range d.screen() {
			if x := strings.Index(row, text); x >= 0 {
				d.send(tea.MouseMsg{Button: tea.MouseButtonLeft, Action: tea.MouseActionPress, X: len([]rune(row[:x])), Y: y})
				return
			}
		}
		t.Fatalf("%q is not on the screen", text)
	}
	click("Council votes")
	click("Council votes")
	d.sees("What is told in story 2")
	d.press("q")
	click("Feeds")
	click("Orchard Notes") // which is selected
	d.sees("Plums are ripe")
	d.press("q")
	click("All")
	d.sees("Ferry returns")
}

func TestTags(t *testing.T) {
	lines := func(s ...string) (out []clean.Text) {
		for _, x := range s {
			out = append(out, clean.Line(x))
		}
		return out
	}
	for _, c := range []struct {
		line string
		want []clean.Text
	}{
		{"", nil}, {" , #,", nil}, {"b, a,b", lines("b", "a")}, {"#to  check , \x1b[2J", lines("to check", "␛[2J")},
	} {
		if got := parseTags(c.line); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v", c.line, got)
		}
		if got := parseTags(joinTags(c.want)); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v", c.want, got)
		}
	}
	if got := retag(lines("a", "own"), lines("a", "b"), lines("b", "c")); !slices.Equal(got, lines("b", "c", "own")) {
		t.Errorf("%v", got)
	}
}

// Whatever is pressed in the lists, clicked and resized, nothing fails and the
// screen fits the terminal.
func TestAnyKeysOnShelf(t *testing.T) {
	keys := []string{
		"j", "k", " ", "b", "d", "u", "g", "G", "h", "l", "r", "x", "U", "i", "#", "v", "R", "+", "w", "F", "L", "/", "q", "z", "T", "?", "M",
		"esc", "esc", "up", "down", "pgdown", "backspace", "e", "1",
	}
	lib := stocked(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := driveShelf(t, lib, &fakeFeeds{lib: lib})
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			switch rapid.IntRange(0, 9).Draw(rt, "what") {
			case 0:
				d.send(tea.WindowSizeMsg{Width: rapid.IntRange(1, 140).Draw(rt, "width"), Height: rapid.IntRange(1, 50).Draw(rt, "height")})
			case 1:
				d.send(tea.MouseMsg{
					Button: rapid.SampledFrom([]tea.MouseButton{tea.MouseButtonWheelUp, tea.MouseButtonWheelDown}).Draw(rt, "button"),
					Action: tea.MouseActionPress,
				})
			default:
				d.press(rapid.SampledFrom(keys).Draw(rt, "key"))
			}
			rows := strings.Split(d.a.View(), "\n")
			if len(rows) > d.a.wish.Height {
				rt.Fatalf("%d rows of %d", len(rows), d.a.wish.Height)
			}
			for _, r := range rows {
				if w := ansi.StringWidth(r); w > d.a.wish.Width {
					rt.Fatalf("a row of %d columns of %d: %q", w, d.a.wish.Width, ansi.Strip(r))
				}
			}
		}
	})
}
