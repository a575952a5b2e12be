package cache

import (
	"fmt"
	"testing"
)

// BenchmarkLoad reads a page of a megabyte.
func BenchmarkLoad(b *testing.B) {
	c := New(b.TempDir(), 0)
	e := page("https://example.org/", 1<<20)
	if err := c.Store(e); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(e.Body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Load(e.Address); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStore keeps a page of 50 kB in a folder of 500 others.
func BenchmarkStore(b *testing.B) {
	c := New(b.TempDir(), 0)
	for i := range 500 {
		if err := c.Store(page(fmt.Sprintf("https://example.org/%d", i), 100)); err != nil {
			b.Fatal(err)
		}
	}
	e := page("https://example.org/", 50_000)
	b.ReportAllocs()
	for b.Loop() {
		if err := c.Store(e); err != nil {
			b.Fatal(err)
		}
	}
}
