package feed

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// families are feeds of a size n that cost more than they should in a reader
// that is not linear.
var families = []struct {
	name string
	n    int // of the smaller feed
	make func(n int) string
}{
	{"many items", 5_000, func(n int) string { return makers[0].make(stories(n)) }},
	{"many items of Atom", 5_000, func(n int) string { return makers[3].make(stories(n)) }},
	{"many items of JSON", 10_000, func(n int) string { return makers[5].make(stories(n)) }},
	{"deep", 500_000, func(n int) string {
		return "<rss><channel><item><x>" + strings.Repeat("<a>", n) + strings.Repeat("</a>", n) + "</x></item></channel></rss>"
	}},
	{"deep without ends", 500_000, func(n int) string { return "<rss><channel><item>" + strings.Repeat("<title>", n) }},
	{"deep in a text", 500_000, func(n int) string {
		return "<rss><channel><item><description>" + strings.Repeat("<a>", n) + strings.Repeat("</a>", n)
	}},
	{"empty items", 500_000, func(n int) string { return "<rss><channel>" + strings.Repeat("<item/>", n) }},
	{"elements of an item", 500_000, func(n int) string { return "<rss><channel><item>" + strings.Repeat("<title/>", n) }},
	{"elements of a module", 300_000, func(n int) string { return "<rss><channel><item>" + strings.Repeat("<dc:date/>", n) }},
	{"elements of the feed", 500_000, func(n int) string { return "<rss><channel>" + strings.Repeat("<link/>", n) }},
	{"attributes", 1_000_000, func(n int) string {
		var b strings.Builder
		b.WriteString("<rss><channel><item ")
		for i := range n {
			fmt.Fprintf(&b, `a%d="" `, i)
		}
		return b.String() + "><title>x</title></item></channel></rss>"
	}},
	{"attributes, then tags", 500_000, func(n int) string {
		var b strings.Builder
		b.WriteString("<rss><channel><item ")
		for i := range n {
			fmt.Fprintf(&b, `a%d="" `, i)
		}
		return b.String() + ">" + strings.Repeat(`<x a="b"/>`, n)
	}},
	{"namespaces", 50_000, func(n int) string {
		var b strings.Builder
		b.WriteString(`<rss `)
		for i := range n {
			fmt.Fprintf(&b, `xmlns:n%d="urn:%d" `, i, i)
		}
		b.WriteString("><channel>")
		for i := range n {
			fmt.Fprintf(&b, `<item xmlns:m%d="urn:%d"><n%d:title/></item>`, i, i, i)
		}
		return b.String()
	}},
	{"one huge text", 4_000_000, func(n int) string { return "<rss><channel><item><description>" + strings.Repeat("a &amp; ", n/8) }},
	{"ampersands", 4_000_000, func(n int) string { return "<rss><channel><item><description>" + strings.Repeat("&", n) }},
	{"sections of CDATA", 300_000, func(n int) string {
		return "<rss><channel><item><dc:title>" + strings.Repeat("<![CDATA[a]]>", n)
	}},
	{"sections without ends", 2_000_000, func(n int) string { return "<rss><channel><item><title>" + strings.Repeat("<![CDATA[", n) }},
	{"comments without ends", 2_000_000, func(n int) string { return "<rss><channel><item><title>" + strings.Repeat("<!--", n) }},
	{"declarations", 300_000, func(n int) string { return "<!DOCTYPE rss [" + strings.Repeat("<!ENTITY a 'b'>", n) + "]><rss>" }},
	{"angle brackets", 2_000_000, func(n int) string { return "<rss><channel><item><title>" + strings.Repeat("<", n) }},
	{"bad dates", 3_000, func(n int) string {
		return "<rss><channel>" + strings.Repeat("<item><pubDate>Tue, 15 Dec 2015 at some time</pubDate><dc:date>15th of December</dc:date></item>", n)
	}},
	{"arrays of JSON", 1_000_000, func(n int) string {
		return `{"version":"https://jsonfeed.org/version/1","x":` + strings.Repeat("[", n) + strings.Repeat("]", n) + `,"items":[` + strings.Repeat("[],", n) + `]}`
	}},
	{"arrays without ends", 1_000_000, func(n int) string {
		return `{"version":"https://jsonfeed.org/version/1","items":[` + strings.Repeat(`{"authors":[`, n)
	}},
	{"quotes of JSON", 1_000_000, func(n int) string {
		return `{"version":"https://jsonfeed.org/version/1","items":[{"title":` + strings.Repeat(`"`, n)
	}},
	{"members of JSON", 500_000, func(n int) string {
		return `{"version":"https://jsonfeed.org/version/1","items":[{` + strings.Repeat(`"title":"x",`, n) + "}]}"
	}},
}

// BenchmarkGrowth reports for each family the time of a feed of twice the size
// as a multiple of the smaller one's, the best of each: about 2 where time is
// linear. Limits are out of the way.
func BenchmarkGrowth(b *testing.B) {
	const huge = 1 << 30
	o := Options{Limits: Limits{Bytes: huge, Items: huge, Content: huge}}
	for _, family := range families {
		b.Run(strings.ReplaceAll(family.name, " ", "-"), func(b *testing.B) {
			small, large := family.make(family.n), family.make(2*family.n)
			one, two := time.Duration(1<<62), time.Duration(1<<62)
			for b.Loop() {
				one = min(one, timed(b, small, o))
				two = min(two, timed(b, large, o))
			}
			b.ReportMetric(float64(two)/float64(one), "t(2n)/t(n)")
			b.ReportMetric(two.Seconds()*1000, "ms(2n)")
		})
	}
}

func timed(b *testing.B, data string, o Options) time.Duration {
	start := time.Now()
	_, err := Read(data, o)
	took := time.Since(start)
	if err != nil {
		b.Fatal(err)
	}
	return took
}

// BenchmarkRead reads a feed of 10,000 items in each of the formats.
func BenchmarkRead(b *testing.B) {
	for _, m := range makers {
		b.Run(strings.ReplaceAll(m.name, " ", "-"), func(b *testing.B) {
			data := m.make(stories(10_000))
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				mustRead(b, data, Options{})
			}
		})
	}
}

func BenchmarkArticle(b *testing.B) {
	f := mustRead(b, makers[0].make(stories(1)), Options{})
	for b.Loop() {
		f.Article(0)
	}
}
