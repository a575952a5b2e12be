package anchor_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/anchor"
)

// The index changes how long it takes and nothing else.
func TestFindWithoutTheIndexFindsTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("much work, and none of it at once")
	}
	kinds := edits()
	for n := range uint64(4 * len(kinds)) {
		r := reporter{rand.New(rand.NewPCG(77, n))}
		s := r.story()
		before, at := text(s.signs())
		after, _ := text(kinds[n%uint64(len(kinds))].do(r, s.clone()).signs())
		other, _ := text(r.story().signs())
		was := anchor.Prepare(before)
		for _, now := range []string{after, other, strings.Repeat(other, 3)} {
			quick, plain := anchor.Prepare(now), anchor.PreparePlainly(now)
			for _, m := range r.marks(s) {
				d := was.Describe(m.span(at))
				if a, b := quick.Find(d), plain.Find(d); a != b {
					t.Fatalf("article %d: %q: %+v, without the index %+v", n, d.Exact, a, b)
				}
			}
		}
	}
}

func TestFindWithoutTheIndexFindsTheSameOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"ab", "Ab", "abc", "é", "人", "a", "-", ".", " ", "\n", "1,000", "supercalifragilisticexpialidocious", "\u0301"}), 0, 60)
		text := strings.Join(words.Draw(t, "text"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		of := strings.Join(words.Draw(t, "of"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between of"))
		if rapid.Bool().Draw(t, "same") {
			of = text
		}
		start := rapid.IntRange(0, len(of)).Draw(t, "start")
		s := anchor.Describe(of, articles.Span{Start: start, End: rapid.IntRange(start, len(of)).Draw(t, "end")})
		if a, b := anchor.Prepare(text).Find(s), anchor.PreparePlainly(text).Find(s); a != b {
			t.Fatalf("%+v, without the index %+v", a, b)
		}
	})
}
