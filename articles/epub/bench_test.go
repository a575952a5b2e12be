package epub

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
)

// BenchmarkRead reads a book of a megabyte of text.
func BenchmarkRead(b *testing.B) {
	chapter := xhtml("<h1>A chapter</h1>" + strings.Repeat("<p>The talks about the <i>harbour</i> went on, and it rained in the town.</p>\n", 1400))
	var pages []string
	for range 10 {
		pages = append(pages, chapter)
	}
	data := pack(b, simple(pages...)...)
	b.SetBytes(int64(10 * len(chapter)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParts gives the parsers text that could take more time than its
// length warrants, in two lengths.
func BenchmarkParts(b *testing.B) {
	for _, family := range []struct {
		name string
		of   func(n int) string
		run  func(source string)
	}{
		{"tags", func(n int) string { return strings.Repeat(`<a title='x" `, n/13) }, func(s string) { asHTML(s) }},
		{"quotes", func(n int) string { return strings.Repeat(`<a b="`, n/6) }, func(s string) { asHTML(s) }},
		{"empty", func(n int) string { return strings.Repeat(`<a/>`, n/4) }, func(s string) { asHTML(s) }},
		{"sections", func(n int) string { return strings.Repeat(`<![CDATA[`, n/9) }, func(s string) { asHTML(s) }},
		{"comments", func(n int) string { return strings.Repeat(`<!--`, n/4) }, func(s string) { asHTML(s) }},
		{"prologue", func(n int) string { return strings.Repeat(`<?a?><!---->`, n/12) }, func(s string) { asHTML(s) }},
		{"doctypes", func(n int) string { return strings.Repeat(`<!DOCTYPE a [`, n/13) }, func(s string) { asHTML(s) }},
		{"survey", func(n int) string { return strings.Repeat(`<p>a<h1>b`, n/9) }, func(s string) { look(s) }},
		{"nav", func(n int) string { return strings.Repeat(`<ol><a href="x">y`, n/17) }, func(s string) { parseNav(s, "n") }},
		{"ncx", func(n int) string { return strings.Repeat(`<navPoint><navLabel>a</navLabel></navPoint>`, n/43) }, func(s string) { parseNCX(s, "n", 100) }},
		{"opf", func(n int) string { return `<manifest>` + strings.Repeat(`<item id="a" href="b"/><title>x`, n/31) }, func(s string) { parseOPF(s, "n", DefaultLimits()) }},
		{"ends", func(n int) string { return `<metadata>` + strings.Repeat(`<a><b></a>`, n/10) }, func(s string) { parseOPF(s, "n", DefaultLimits()) }},
	} {
		for _, size := range []int{256 << 10, 512 << 10} {
			source := family.of(size)
			b.Run(fmt.Sprintf("%s/%dKiB", family.name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(source)))
				for b.Loop() {
					family.run(source)
				}
			})
		}
	}
}
