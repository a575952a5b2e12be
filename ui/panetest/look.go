package panetest

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"gloss/articles/golden"
)

// Sizes are the common sizes of a terminal, and one that is hardly any, in
// columns and rows.
func Sizes() [][2]int { return [][2]int{{120, 40}, {80, 24}, {40, 12}, {24, 5}} }

// Look compares how a pane looks at some sizes with files in testdata that are
// named after them, as "80x24.txt".
func Look(t *testing.T, sizes [][2]int, look func(width, height int) string) {
	t.Helper()
	for _, size := range sizes {
		golden.Check(t, filepath.Join("testdata", fmt.Sprintf("%dx%d.txt", size[0], size[1])), look(size[0], size[1]))
	}
}

// Fit checks that the rows of a pane are as many as it is high, and each as wide
// as it is, in cells.
func Fit(t rapid.TB, rows []string, width, height int) {
	t.Helper()
	if len(rows) != height {
		t.Fatalf("%d rows of %d", len(rows), height)
	}
	for y, r := range rows {
		if w := ansi.StringWidth(r); w != width {
			t.Fatalf("row %d has %d columns of %d: %q", y, w, width, r)
		}
	}
}
