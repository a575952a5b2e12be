package list_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/ui/list"
	"gloss/ui/panetest"
	"gloss/ui/theme"
)

func TestRow(t *testing.T) {
	th := panetest.Theme(t)
	seg := func(texts ...string) (out []list.Segment) {
		for _, s := range texts {
			out = append(out, list.Segment{Text: s})
		}
		return out
	}
	for _, c := range []struct {
		width       int
		left, right []list.Segment
		want        string
	}{
		{20, seg("Ferry"), seg("5 h"), "Ferry            5 h"},
		{16, seg("Ferry returns to the harbour"), seg("5 h"), "Ferry return…5 h"},
		{12, seg("Ferry", "", " back"), seg("5 h"), "Ferry back  "}, // no room for the right
		{5, seg("Ferry", " back"), nil, "Ferr…"},
		{5, seg("Ferry", ""), nil, "Ferry"},
		{3, seg("港口"), nil, "港…"},
		{4, seg("港口", "船"), nil, "港… "}, // no room for half a letter
		{24, seg("Ferry\nreturns"), seg("5\th"), "Ferry returns        5 h"},
		{0, seg("Ferry"), seg("5 h"), ""},
	} {
		if got := list.Row(th, c.width, theme.Style{}, c.left, c.right); got != c.want {
			t.Errorf("%d columns: %q, want %q", c.width, got, c.want)
		}
	}
}

// Whatever stands in a row, it is as wide as it is asked to be.
func TestRowHasItsWidth(t *testing.T) {
	th := panetest.Theme(t)
	words := rapid.SliceOf(rapid.Map(rapid.SampledFrom([]string{"ferry", " ", "港口", "👩‍👩‍👧", "e\u0301", "", "\n", "a\tb"}), func(s string) list.Segment { return list.Segment{Text: s} }))
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(0, 60).Draw(t, "width")
		got := list.Row(th, width, th.Row, words.Draw(t, "left"), words.Draw(t, "right"))
		if w := ansi.StringWidth(got); w != width {
			t.Fatalf("%d columns of %d: %q", w, width, got)
		}
		label := rapid.SampledFrom([]string{"", "/ferry", "/a filter that is as long as the whole line or longer than it"}).Draw(t, "label")
		if w := ansi.StringWidth(list.Rule(th, width, label)); w != width {
			t.Fatalf("the rule has %d columns of %d", w, width)
		}
	})
}

// The chosen item is in sight, the page is as full as it can be, and what is in
// sight stays so while the choice moves in it.
func TestCursor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c list.Cursor
		items, per := rapid.IntRange(0, 50).Draw(t, "items"), rapid.IntRange(1, 12).Draw(t, "per page")
		for range 8 {
			before := c.First
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0:
				c.ToEnd(rapid.Bool().Draw(t, "last"), items)
			case 1:
				items = rapid.IntRange(0, 50).Draw(t, "items")
				c.Move(0, items)
			default:
				c.Move(rapid.IntRange(-20, 20).Draw(t, "n"), items)
			}
			c.Scroll(per, items)
			switch {
			case c.At < 0 || c.At >= max(items, 1):
				t.Fatalf("item %d of %d", c.At, items)
			case c.At < c.First || c.At >= c.First+per:
				t.Fatalf("item %d is not in sight from %d, %d a page", c.At, c.First, per)
			case c.First > max(items-per, 0):
				t.Fatalf("from %d, %d a page, of %d", c.First, per, items)
			case before <= c.At && c.At < before+per && before <= max(items-per, 0) && c.First != before:
				t.Fatalf("moved from %d to %d for item %d", before, c.First, c.At)
			}
		}
	})
}

// The segments are the text, and the marked ones are the marks.
func TestMarked(t *testing.T) {
	bold := theme.Style{Bold: true}
	show := func(text string, marks ...[2]int) string {
		var b strings.Builder
		for _, s := range list.Marked(text, marks, theme.Style{}, bold) {
			if s.Style.Bold {
				fmt.Fprintf(&b, "[%s]", s.Text)
			} else {
				b.WriteString(s.Text)
			}
		}
		return b.String()
	}
	for _, c := range []struct {
		marks [][2]int
		want  string
	}{
		{nil, "für die Straße"},
		{[][2]int{{0, 4}, {9, 12}}, "[für] die [Str]aße"},
		{[][2]int{{2, 3}}, "f[ü]r die Straße"},                     // ends inside a letter
		{[][2]int{{5, 8}, {5, 12}, {99, 100}}, "für [die Str]aße"}, // over another one; not in the text
		{[][2]int{{-3, 1}, {9, 99}, {4, 2}}, "[f]ür die [Straße]"},
	} {
		if got := show("für die Straße", c.marks...); got != c.want {
			t.Errorf("%v: %q, want %q", c.marks, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range [][2]string{{"São Brás", "SAO BRAS"}, {"Ḱerr", "kerr"}, {"ſ K", "s k"}, {"Straße", "straße"}, {"港口", "港口"}, {"", ""}} {
		if list.Fold(c[0]) != list.Fold(c[1]) {
			t.Errorf("%q is %q, %q is %q", c[0], list.Fold(c[0]), c[1], list.Fold(c[1]))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		if got := list.Fold(s); utf8.RuneCountInString(got) != utf8.RuneCountInString(s) || list.Fold(got) != got {
			t.Errorf("%q is %q", s, got)
		}
	})
}

func ExampleRow() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	fmt.Println(list.Row(th, 30, th.Row, []list.Segment{{Style: th.Title, Text: "Ferry returns to the harbour"}}, []list.Segment{{Style: th.Muted, Text: " 5 h"}}))
	fmt.Println(list.Rule(th, 30, "/ferry"))
	// Output:
	// Ferry returns to the harb… 5 h
	// ───────────────────── /ferry ─
}
