package library_test

import (
	"fmt"
	"testing"

	"gloss/articles/keep"
	"gloss/articles/library"
)

// filled returns the folder of a shelf with so many articles of 1,000 words.
func filled(b *testing.B, articles int) string {
	b.Helper()
	folder := b.TempDir()
	l := open(b, folder)
	for i := range articles {
		kept(b, l, story(fmt.Sprint("ferry ", i), fmt.Sprintf("The ferry left, %d. %s", i, long(5000))))
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	return folder
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{0, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			folder := filled(b, n)
			for b.Loop() {
				l, err := library.Open(b.Context(), folder, library.Options{})
				if err != nil {
					b.Fatal(err)
				}
				if err := l.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkArticles(b *testing.B) {
	l := open(b, filled(b, 2000))
	for _, limit := range []int{100, 0} {
		b.Run(fmt.Sprint(limit), func(b *testing.B) {
			for b.Loop() {
				if _, err := l.Articles(b.Context(), keep.Selection{Limit: limit}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPutNote(b *testing.B) {
	l := open(b, b.TempDir())
	a := kept(b, l, story("ferry", "The ferry left at noon."))
	for b.Loop() {
		if _, err := l.PutNote(b.Context(), noteOn(a, "a note")); err != nil {
			b.Fatal(err)
		}
	}
}
