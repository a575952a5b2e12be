//go:build unix

package main

import (
	"context"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"gloss/annotate/engine"
	"gloss/articles"
	"gloss/articles/hostile"
	"gloss/articles/open"
	"gloss/ui/index"
)

// BenchmarkGrowth reads input of every hostile shape, and annotates what came of
// it, at a size and at twice that size, and reports how many times as long the
// second takes in time of the processor: 2 where the time is linear, 4 where it grows with the square.
func BenchmarkGrowth(b *testing.B) {
	const size = 512 << 10 // bytes of the smaller input
	o := newOpener()
	eng := engine.New()
	ctx := context.Background()
	took := func(do func()) time.Duration {
		began := processorTime(b)
		do()
		return processorTime(b) - began
	}
	for _, family := range hostile.Families() {
		b.Run(strings.ReplaceAll(string(family.Format)+"/"+family.Name, " ", "-"), func(b *testing.B) {
			// The best of some runs, since other work only ever adds time.
			measure := func(input string) (reading, annotating time.Duration) {
				src := open.Source{Name: "a" + endings[family.Format], Data: input}
				reading, annotating = time.Hour, time.Hour
				for range 3 {
					var doc *articles.Document
					var err error
					runtime.GC()
					reading = min(reading, took(func() { doc, err = o.printable(ctx, src) }))
					if err != nil {
						return reading, 0
					}
					runtime.GC()
					annotating = min(annotating, took(func() { _, err = eng.Annotate(ctx, index.Input(doc)) }))
					if err != nil {
						b.Fatal(err)
					}
				}
				return reading, annotating
			}
			one, two := family.Make(size), family.Make(2*size)
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

// processorTime returns what the process has taken of processors so far.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		b.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// endings are what the names of files in a format end in.
var endings = map[hostile.Format]string{
	hostile.Text: ".txt", hostile.Markdown: ".md", hostile.HTML: ".html", hostile.RSS: ".rss", hostile.Atom: ".atom",
	hostile.JSONFeed: ".json", hostile.EPUB: ".epub", hostile.PDF: ".pdf", hostile.Mail: ".eml",
}
