package anchor_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"gloss/articles/anchor"
)

// long returns a text of at least size bytes.
func long(size int) string {
	r := reporter{rand.New(rand.NewPCG(3, 3))}
	var b strings.Builder
	for b.Len() < size {
		s, _ := text(r.story().signs())
		b.WriteString(s + "\n\n")
	}
	return b.String()[:size]
}

// The worst for a text of a length: words that are nowhere in it, and those that
// are everywhere. Twice the text is to take about twice the time.
func BenchmarkFind(b *testing.B) {
	gone := "Nobody had expected that the bridge to the island was to be painted in green before the festival began, it was heard."
	for _, kind := range []string{"news", "same"} {
		for _, size := range []int{62_500, 125_000, 250_000, 500_000, 1_000_000} {
			of := long(size)
			words := gone
			if kind == "same" {
				of, words = strings.Repeat("a ", size/2), strings.Repeat("a ", 50)+"b"
			}
			p := anchor.Prepare(of)
			s := anchor.Selector{Exact: words, Prefix: "It was said before that", Suffix: "and it was said after", Start: 10, End: 100}
			b.Run(fmt.Sprintf("%s/%d", kind, size), func(b *testing.B) {
				for b.Loop() {
					p.Find(s)
				}
			})
		}
	}
}

// As it is in practice: an article of a usual length.
func BenchmarkArticle(b *testing.B) {
	r := reporter{rand.New(rand.NewPCG(4, 4))}
	s := r.story()
	before, at := text(s.signs())
	now := edits()[len(edits())-3].do(r, s.clone())
	after, _ := text(now.signs())
	p := anchor.Prepare(before)
	marks := r.marks(s)
	var selectors []anchor.Selector
	for _, m := range marks {
		selectors = append(selectors, p.Describe(m.span(at)))
	}
	b.Run("prepare", func(b *testing.B) {
		for b.Loop() {
			anchor.Prepare(before)
		}
	})
	b.Run("describe", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			p.Describe(marks[i%len(marks)].span(at))
		}
	})
	is := anchor.Prepare(after)
	b.Run("find", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			is.Find(selectors[i%len(selectors)])
		}
	})
}
