//go:build unix

package webpage

import (
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"gloss/articles/compose"
)

// families are pages that grow in one way: what makes parsers and readers take
// more than time in proportion.
var families = []struct {
	name string
	make func(n int) string // of about n bytes
}{
	{"nested div", repeated("<div>")},
	{"nested div, closed", func(n int) string { return repeated("<div>")(n/2) + "x" + repeated("</div>")(n/2) }},
	{"misnested formats", repeated("<b><i><p>x")},
	{"misnested, closed", repeated("<b><i>x</b>y<p>z</i>")},
	{"formats with attributes", numbered("<b a=%d>x<p>")},
	{"links in a table", repeated("<table><a>x<b>")},
	{"open links", repeated("<a href=x>y ")},
	{"attributes", func(n int) string { return "<p " + numbered("a%d=x ")(n) + ">text</p>" }},
	{"bodies", numbered("<body a%d=x>")},
	{"nested lists", repeated("<ul><li>x")},
	{"nested quotations", repeated("<blockquote>x")},
	{"paragraphs", repeated("<p>A sentence of some words stands in it, as long as one is in the news, and ends here.")},
	{"empty paragraphs", repeated("<p>")},
	{"breaks", repeated("some words<br>")},
	{"fonts", repeated("<font size=2>x")},
	{"closed fonts", repeated("<font size=2>x</font>")},
	{"nested tables", repeated("<table><tr><td>x")},
	{"rows", func(n int) string { return "<table>" + repeated("<tr><td>one<td>two<td>3")(n) }},
	{"cells", func(n int) string { return "<table><tr>" + repeated("<td>one")(n) }},
	{"wide cells", repeated("<table><tr><td colspan=9999999>x</table>")},
	{"text in tables", func(n int) string { return "<table>" + repeated("x<tr>y")(n) }},
	{"one text", repeated("text without end, ")},
	{"one word", repeated("word")},
	{"entities", repeated("&amp;&lt;&nosuch;&#27;")},
	{"ampersands", repeated("&")},
	{"open comment", func(n int) string { return "<p>x<!--" + repeated("- ")(n) }},
	{"comments", repeated("<!-- x -->y")},
	{"svg and math", repeated("<svg><math>x")},
	{"closed svg", repeated("<svg><g>x</g></svg>y")},
	{"selects", repeated("<select><option>x")},
	{"templates", repeated("<template>x")},
	{"spans", repeated("<span>x")},
	{"closed divs", repeated("<div>A few words.</div>")},
	{"classes", numbered("<div class='share c%d'>A few words.</div>")},
	{"articles", repeated("<article><h2>One</h2><p>A sentence that is long enough to count as prose in any page of news.</p></article>")},
	{"teasers", repeated("<div class=t><a href=x>Something else to read</a></div><p>A sentence that is long enough to count as prose in any page of news.</p>")},
	{"images", repeated("<img src=a.png alt='A cat on a mat'>")},
	{"figures", repeated("<figure><img src=a.png><figcaption>A cat on a mat</figcaption>")},
	{"ruby and quotes", repeated("<q><ruby>x<rt>y</ruby>")},
	{"superscripts", repeated("x<sup>2")},
	{"headings", repeated("<h1>The same title</h1>")},
	{"names", numbered("<a id=a%d>x</a>")},
	{"linked data", func(n int) string {
		return `<script type="application/ld+json">` + repeated(`[{"@graph":`)(n) + `</script><p>x`
	}},
	{"bylines", repeated("<span class=byline itemprop=author>By Jane Roe</span><time>1 May 2015</time>")},
	{"end tags", repeated("</p></b></div>")},
	{"brackets", repeated("<")},
	{"plaintext", func(n int) string { return "<plaintext>" + repeated("<p>x")(n) }},
	{"xml", func(n int) string { return "<?xml version='1.0'?>" + repeated("<a/><p>x</p>")(n) }},
	{"xml, open", func(n int) string { return "<?xml version='1.0'?>" + repeated("<a b ")(n) }},
	{"divs of inline", repeated("<div><span>word</span> <b>word</b></div>")},
	{"deep and wide", func(n int) string { return strings.Repeat("<div>", 190) + repeated("<p>Some words.")(n) }},
	{"wrapped", func(n int) string {
		return strings.Repeat("<section><div>", 90) + repeated("<div><p>A sentence that is long enough to count as prose in any page.</div>")(n)
	}},
}

func repeated(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)+1) }
}

func numbered(format string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

// BenchmarkGrowth prints for each family the time for 1 MB and how much longer
// that is than for half of it; in proportion it is 2.
//
//	go test -run '^$' -bench Growth -benchtime 1x ./articles/webpage
func BenchmarkGrowth(b *testing.B) {
	const size = 1 << 20
	for _, f := range families {
		half, whole := f.make(size/2), f.make(size)
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				var c compose.Builder
				times := took(
					func() { Read(half, Options{}) },
					func() { Read(whole, Options{}) },
					func() {
						c = compose.Builder{}
						Fragment(&c, compose.Place{}, whole, FragmentOptions{})
					},
				)
				b.ReportMetric(times[1].Seconds()*1000, "ms/MB")
				b.ReportMetric(times[1].Seconds()/times[0].Seconds(), "growth")
				b.ReportMetric(times[2].Seconds()*1000, "fragment-ms/MB")
			}
		})
	}
}

// took returns the least time of each run in five rounds, each run from a
// clean heap. The time is that of the processor, in which other programs do not
// count.
func took(runs ...func()) []time.Duration {
	least := make([]time.Duration, len(runs))
	for round := range 5 {
		for i, run := range runs {
			runtime.GC()
			start := used()
			run()
			if t := used() - start; round == 0 || t < least[i] {
				least[i] = t
			}
		}
	}
	return least
}

// used returns the time of the processor that this program has used.
func used() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
