package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/feed"
)

// gazette returns a feed of three items: the first carries its whole text, the
// second only a summary, and the third has no link.
func gazette(t *testing.T) *feed.Feed {
	t.Helper()
	f, err := feed.Read(fmt.Sprintf(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title>
<item><title>Whole story</title><link>https://gazette.example/1</link><content:encoded><![CDATA[<p>%s</p>]]></content:encoded></item>
<item><title>Short story</title><link>https://gazette.example/2</link><description>Only the beginning.</description></item>
<item><title>No link</title><description>That is all.</description></item></channel></rss>`, strings.Repeat("The harvest is in. ", 100)), feed.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// driveFeed opens the feed; pages are what its links lead to.
func driveFeed(t *testing.T, f *feed.Feed, pages func(address string) (Opened, error)) *driver {
	t.Helper()
	d := &driver{}
	d.opening(t, Options{Opened: Opened{Feed: f}, MaxWidth: 76})
	d.a.opener = func(address string) Opener {
		return func(context.Context, func(Progress)) (Opened, error) { return pages(address) }
	}
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	return d
}

func TestFeedIsListedAndItsItemsOpened(t *testing.T) {
	fails := false
	d := driveFeed(t, gazette(t), func(address string) (Opened, error) {
		if fails {
			return Opened{}, errors.New(address + ": no such host")
		}
		return Opened{Doc: story("Short story", "The page has more at "+address)}, nil
	})
	d.sees("Whole story")
	d.sees("No link")
	d.sees("The Gazette")
	d.barSays("enter reads an item")
	d.barSays("1/3")

	d.press("enter") // the feed has all of it
	d.sees("The harvest is in.")
	d.press("q")
	d.sees("No link")

	d.press("j", "enter") // the feed has the beginning only
	d.sees("The page has more at https://gazette.example/2")
	d.press("q", "k", "o") // the page is asked for
	d.sees("The page has more at https://gazette.example/1")
	d.press("q", "j")

	fails = true
	d.press("enter")
	d.sees("Only the beginning.")
	d.barSays("only what the feed says: https://gazette.example/2: no such host")
	d.press("q")

	d.press("G", "enter")
	d.sees("That is all.")
	d.press("q", "y")
	d.barSays("this item has no link")
	d.press("?")
	d.sees("a line down")
	d.press("q")
	d.sees("Whole story")
	d.press("/", "s", "h", "o", "r", "t", "enter")
	d.seesNot("Whole story")
	d.press("esc")
	d.sees("Whole story")
}

func TestFeedTakesClicks(t *testing.T) {
	d := driveFeed(t, gazette(t), nil)
	click := func(text string) {
		for y, row := range d.screen() {
			if strings.Contains(row, text) {
				d.send(tea.MouseMsg{Button: tea.MouseButtonLeft, Action: tea.MouseActionPress, X: 5, Y: y})
				return
			}
		}
		t.Fatalf("%q is not on the screen", text)
	}
	click("No link")
	d.barSays("3/3")
	click("No link")
	d.sees("That is all.")
}

func TestFeedFitsAnySize(t *testing.T) {
	d := driveFeed(t, gazette(t), nil)
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {20, 6}, {5, 3}, {1, 1}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if rows := d.screen(); len(rows) > size[1] {
			t.Errorf("%d rows at %v", len(rows), size)
		}
	}
	d.press("T", "M", "x")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.press("T")
	d.sees("Whole story")
	if cmd := d.a.typed(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("q")}); cmd == nil || cmd() != tea.Quit() {
		t.Error("q in the list of the first feed does not quit")
	}
}
