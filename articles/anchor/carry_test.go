package anchor_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"gloss/articles/anchor"
)

func TestCarryGoesWithTheWords(t *testing.T) {
	r := reporter{rand.New(rand.NewPCG(7, 7))}
	from, _ := text(r.story().signs())
	here := strings.Index(from[len(from)/2:], "\n\n") + len(from)/2 + 2
	line := "Correction: the figure was wrong.\n\n"
	gone := from[:here] + from[here+strings.Index(from[here:], "\n\n")+2:]
	for _, c := range []struct {
		name, to string
		want     int
	}{
		{"the same", from, here},
		{"something before", line + from, here + len(line)},
		{"something after", from + line, here},
		{"the paragraph is gone", gone, here},
		{"nothing is left", "", 0},
		{"another text", strings.Repeat("é", len(from)), 2 * here},
	} {
		if got := anchor.Carry(from, c.to, here); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestCarryStaysInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := rapid.String().Draw(t, "from"), rapid.String().Draw(t, "to")
		off := anchor.Carry(from, to, rapid.IntRange(-3, len(from)+3).Draw(t, "off"))
		if off < 0 || off > len(to) || off < len(to) && !utf8.RuneStart(to[off]) {
			t.Fatalf("%d in %q", off, to)
		}
	})
}
