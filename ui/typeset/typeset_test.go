package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"gloss/ui/typeset"
)

func TestBars(t *testing.T) {
	for _, c := range []struct {
		counts []int
		full   int
		want   string
	}{
		{nil, 4, ""},
		{[]int{0, 0}, 4, "  "},
		{[]int{1, 8}, 4, "▁█"},
		{[]int{1, 1000}, 4, "▁█"},
		{[]int{4, 8, 0}, 4, "▄█ "},
		{[]int{1, 0, 2}, 4, "▂ ▄"},
		{[]int{1, 0, 2}, 0, "▄ █"},
		{[]int{0}, 0, " "},
	} {
		if got := typeset.Bars(c.counts, c.full); got != c.want {
			t.Errorf("Bars(%v, %d) = %q, want %q", c.counts, c.full, got, c.want)
		}
	}
}

func TestLongTextCostsNoMore(t *testing.T) {
	if got := typeset.OneLine(strings.Repeat("é", 1<<20), 101); len(got) > 110 || !strings.HasSuffix(got, " …") {
		t.Errorf("%d bytes: %q", len(got), got)
	}
	if got := typeset.Wrap("one two three four", 9, 1); fmt.Sprint(got) != "[one two …]" {
		t.Errorf("got %q", got)
	}
}

// No line is wider than asked for, nor are there more of them.
func TestWrapFits(t *testing.T) {
	words := rapid.SliceOf(rapid.SampledFrom([]string{"ferry", "港口重新开放", "👩‍👩‍👧", "e\u0301", "\n", strings.Repeat("x", 40)}))
	rapid.Check(t, func(t *rapid.T) {
		width, n := rapid.IntRange(4, 30).Draw(t, "width"), rapid.IntRange(1, 5).Draw(t, "lines")
		lines := typeset.Wrap(strings.Join(words.Draw(t, "words"), " "), width, n)
		if len(lines) > n {
			t.Fatalf("%d lines", len(lines))
		}
		for _, l := range lines {
			if ansi.StringWidth(l) > width {
				t.Fatalf("%d columns: %q", ansi.StringWidth(l), l)
			}
		}
	})
}

func ExampleBars() {
	fmt.Println(typeset.Bars([]int{1, 3, 0, 8}, 4))
	// Output: ▁▃ █
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 notes", 1: "1 note", 2: "2 notes"} {
		if got := typeset.Count(n, "note"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
