package fetch

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkGet fetches an article of 100 kB from this machine, plain and
// packed.
func BenchmarkGet(b *testing.B) {
	text := strings.Repeat("The ferry runs again, the harbour master said. ", 2200)
	for _, bench := range []struct{ name, coding, body string }{
		{"plain", "identity", text},
		{"gzip", "gzip", gzipOf(b, text)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			answer := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n%s", bench.coding, len(bench.body), bench.body)
			s := serve(b, func(w *wire) { w.say(answer) })
			c := New(Options{Proxy: noProxy})
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.Get(b.Context(), Request{URL: s.url, Origin: Typed}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkNormal puts a long address into its normal form.
func BenchmarkNormal(b *testing.B) {
	address := "https://www.bücher.example/2026/03/02/" + strings.Repeat("ferry-", 20) + "?q=" + strings.Repeat("é", 100)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Normal(address); err != nil {
			b.Fatal(err)
		}
	}
}
