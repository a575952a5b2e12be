package list_test

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"gloss/ui/list"
)

// The chosen item is in sight, and no row is left empty that could be filled.
func TestScrollTall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 5), 0, 40).Draw(t, "sizes")
		height := rapid.IntRange(1, 15).Draw(t, "height")
		l := list.Tall{Items: len(sizes), Rows: func(i int, chosen bool) int {
			if chosen {
				return sizes[i] + 2
			}
			return sizes[i]
		}}
		c := list.Cursor{At: rapid.IntRange(-2, 50).Draw(t, "at"), First: rapid.IntRange(-2, 50).Draw(t, "first")}
		for range 4 {
			c.ScrollTall(height, l)
			if len(sizes) == 0 {
				if c.At != 0 || c.First != 0 {
					t.Fatalf("%+v", c)
				}
				return
			}
			before, rest := 0, 0
			for i := c.First; i <= c.At; i++ {
				before += l.Rows(i, i == c.At)
			}
			for i := c.First; i < len(sizes); i++ {
				rest += l.Rows(i, i == c.At)
			}
			switch {
			case c.At < 0 || c.At >= len(sizes) || c.First < 0 || c.First > c.At:
				t.Fatalf("%+v of %d", c, len(sizes))
			case before > height && c.First < c.At:
				t.Fatalf("the chosen item ends at row %d of %d: %+v", before, height, c)
			case c.First > 0 && rest+sizes[c.First-1] <= height:
				t.Fatalf("%d rows of %d: %+v", rest, height, c)
			}
			row := before - l.Rows(c.At, true)
			if got := c.TallAt(row, l); got != c.At {
				t.Fatalf("at row %d is %d: %+v", row, got, c)
			}
			shown := c.TallRows(height, len(sizes), func(i int, chosen bool) []string {
				return slices.Repeat([]string{strconv.Itoa(i)}, l.Rows(i, chosen))
			})
			if len(shown) != min(rest, max(height, 0)) {
				t.Fatalf("%d rows of %d: %+v", len(shown), height, c)
			}
			for r, item := range shown {
				if got := c.TallAt(r, l); strconv.Itoa(got) != item {
					t.Fatalf("row %d is of %s, found %d: %+v", r, item, got, c)
				}
			}
			at := c.At
			if back := rapid.Bool().Draw(t, "back"); rapid.Bool().Draw(t, "page") {
				c.MovePage(back, height, l)
				switch {
				case back && at > 0 && c.At >= at, !back && at < len(sizes)-1 && c.At <= at, c.At < 0, c.At >= len(sizes):
					t.Fatalf("a page from %d to %d, back %v", at, c.At, back)
				}
			}
		}
		if c.TallAt(-1, l) != -1 || c.TallAt(10000, l) != -1 {
			t.Fatal("an item outside")
		}
	})
}
