package help

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// Every key that does something is on the page, with what it does.
func TestRenderShowsEveryKey(t *testing.T) {
	th, err := theme.New("dark", true, termenv.Ascii)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Render(keymap.Default(), 84, th)
	if err != nil {
		t.Fatal(err)
	}
	page := ansi.Strip(strings.Join(rows, "\n"))
	for _, s := range keymap.Default().Sections() {
		for _, k := range s.Keys {
			if !strings.Contains(page, k.Help().Key) || !strings.Contains(page, k.Help().Desc) {
				t.Errorf("%q, %q is not on the page", k.Help().Key, k.Help().Desc)
			}
		}
	}
}

func TestRenderKeepsToTheWidth(t *testing.T) {
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{1, 20, 40, 80, 200} {
		rows, err := Render(keymap.Default(), width, th)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if w := ansi.StringWidth(r); w > max(min(width, 84), 20) {
				t.Errorf("width %d: a row of %d: %q", width, w, ansi.Strip(r))
			}
		}
	}
}

func ExampleMarkdown() {
	page := Markdown(keymap.Default())
	fmt.Println(strings.SplitN(page, "\n", 2)[0])
	// Output: # Keys
}
