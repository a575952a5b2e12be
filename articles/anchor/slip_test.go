package anchor

import (
	"testing"

	"pgregory.net/rapid"
)

// A word is respelt where its plain edit distance is one, or two letters are exchanged.
func TestRespeltIsOneSlip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[ab]{5,8}`)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		ends := plainSearch(b, a, true)
		d := ends[len(ends)-1]
		if got, want := respelt(a, b), d <= 1 || d == 2 && swapped(a, b); got != want {
			t.Fatalf("%q, %q: %v, want %v", a, b, got, want)
		}
	})
}
