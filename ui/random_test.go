package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/keep"
	"gloss/ui/margin"
	"gloss/ui/reader"
)

// Whatever is pressed, clicked and resized, nothing fails and the screen fits
// the terminal.
func TestAnyKeysAnySize(t *testing.T) {
	keys := []string{
		"j", "k", " ", "b", "d", "u", "g", "G", "e", "1", "2", "3", "4", "5", "6", "s", "S", "]", "[", "q", "e", "c", "n", "N",
		"/", "enter", "esc", "tab", "p", "P", "<", ">", "h", "l", "y", "m", "'", "a", "ctrl+o", "t", "o", "T", "z", "M", "?", "w", "W", "r", "x",
		"v", "v", "J", "K", "H", "+", "{", "}", "(", ")", "backspace", "up", "down", "pgdown",
	}
	doc := paragraphs(25)
	rapid.Check(t, func(rt *rapid.T) {
		d := drive(t, doc, 100, 30, adaAndBobEngine()...)
		d.a.article.SetNotes([]reader.Note{
			{ID: "n1", Span: articles.Span{Start: 3, End: 400}, Kind: keep.Doubt, Words: true},
			{ID: "n2", Span: articles.Span{Start: 30, End: 90}, Kind: keep.Claim},
		})
		d.a.margin.SetNotes([]margin.Note{{Note: keep.Note{ID: "n1"}}, {Note: keep.Note{ID: "n2"}}, {Note: keep.Note{ID: "n3"}, Lost: true}})
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			switch rapid.IntRange(0, 9).Draw(rt, "what") {
			case 0:
				d.send(tea.WindowSizeMsg{Width: rapid.IntRange(1, 140).Draw(rt, "width"), Height: rapid.IntRange(1, 50).Draw(rt, "height")})
			case 1:
				d.send(tea.MouseMsg{
					Button: rapid.SampledFrom([]tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonWheelUp, tea.MouseButtonWheelDown}).Draw(rt, "button"),
					Action: rapid.SampledFrom([]tea.MouseAction{tea.MouseActionPress, tea.MouseActionPress, tea.MouseActionMotion, tea.MouseActionRelease}).Draw(rt, "action"),
					X:      rapid.IntRange(0, 139).Draw(rt, "x"), Y: rapid.IntRange(0, 49).Draw(rt, "y"),
				})
			default:
				k := rapid.SampledFrom(keys).Draw(rt, "key")
				if (k == "o" || k == "y") && d.a.selecting == nil {
					continue // what they do leaves the program
				}
				d.press(k)
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
