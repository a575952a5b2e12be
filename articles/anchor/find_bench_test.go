package anchor_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
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

// The worst for a text of a length: selectors of which nothing is to be found in it.
// Each is another one; the text was searched before. Twice the text is to take
// about twice the time. The kinds are
//
//   - words: some of the text's 300 words in another order, in no text that was edited
//   - sentences: by the same reporter of other things, so that many are a little alike
//   - same: what is everywhere in the text, but for its end
func BenchmarkUnfindable(b *testing.B) {
	for _, kind := range []string{"words", "sentences", "same"} {
		for _, size := range []int{62_500, 125_000, 250_000, 500_000, 1_000_000} {
			r := reporter{rand.New(rand.NewPCG(5, 5))}
			var text string
			next := func() string { return strings.Repeat("a ", 50) + "b" }
			switch kind {
			case "words":
				words := make([]string, 300)
				for i := range words {
					words[i] = strconv.FormatInt(r.Int64N(1<<(10+i%40))+36, 36)
				}
				some := func(n int) string {
					var s strings.Builder
					for s.Len() < n {
						s.WriteString(words[min(r.IntN(300), r.IntN(300))] + " ")
					}
					return s.String()[:n]
				}
				text, next = some(size), func() string { return some(118) }
			case "sentences":
				text, next = long(size), r.line
			case "same":
				text = strings.Repeat("a ", size/2)
			}
			p := anchor.Prepare(text)
			selectors := make([]anchor.Selector, 200)
			for i := range selectors {
				selectors[i] = anchor.Selector{Exact: next(), Prefix: strings.Repeat("It was said before that ", 3), Suffix: strings.Repeat(" and it was said after", 3), Start: 10, End: 100}
			}
			p.Find(selectors[0])
			b.Run(fmt.Sprintf("%s/%d", kind, size), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					p.Find(selectors[i%len(selectors)])
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
