package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"gloss/annotate/engine"
	"gloss/articles/hostile"
	"gloss/articles/open"
	"gloss/ui/index"
)

// BenchmarkGrowth reads input of every hostile shape, and annotates what came of
// it, at a size and at twice that size, and reports how many times as long the
// second takes: 2 where the time is linear, 4 where it grows with the square.
func BenchmarkGrowth(b *testing.B) {
	const size = 256 << 10 // bytes of the smaller input
	o := newOpener()
	eng := engine.New()
	ctx := context.Background()
	for _, family := range hostile.Families() {
		b.Run(strings.ReplaceAll(string(family.Format)+"/"+family.Name, " ", "-"), func(b *testing.B) {
			n := 1
			for len(family.Make(n)) < size && n < 1<<22 {
				n *= 2
			}
			// The best of some runs, since other work only ever adds time.
			measure := func(input string) (reading, annotating time.Duration) {
				src := open.Source{Name: "a" + endings[family.Format], Data: input}
				reading, annotating = time.Hour, time.Hour
				for range 3 {
					began := time.Now()
					doc, err := o.printable(ctx, src)
					reading = min(reading, time.Since(began))
					if err != nil {
						return reading, 0
					}
					began = time.Now()
					if _, err := eng.Annotate(ctx, index.Input(doc)); err != nil {
						b.Fatal(err)
					}
					annotating = min(annotating, time.Since(began))
				}
				return reading, annotating
			}
			one, two := family.Make(n), family.Make(2*n)
			for b.Loop() {
				r1, a1 := measure(one)
				r2, a2 := measure(two)
				b.ReportMetric(r2.Seconds()*1000, "read-ms(2n)")
				b.ReportMetric(r2.Seconds()/r1.Seconds(), "read-t(2n)/t(n)")
				if a1 > 0 {
					b.ReportMetric(a2.Seconds()*1000, "annotate-ms(2n)")
					b.ReportMetric(a2.Seconds()/a1.Seconds(), "annotate-t(2n)/t(n)")
				}
			}
		})
	}
}

// endings are what the names of files in a format end in.
var endings = map[hostile.Format]string{
	hostile.Text: ".txt", hostile.Markdown: ".md", hostile.HTML: ".html", hostile.RSS: ".rss", hostile.Atom: ".atom",
	hostile.JSONFeed: ".json", hostile.EPUB: ".epub", hostile.PDF: ".pdf", hostile.Mail: ".eml",
}
