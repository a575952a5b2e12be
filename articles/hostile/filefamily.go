package hostile

import (
	"fmt"
	"strings"
)

func fileFamilies() []Family {
	book := func(name string, unit int, set func(b *Book, k int)) Family {
		return Family{name, EPUB, func(n int) string {
			b := Book{Title: "The market", Author: "Jane Roe", Language: "en",
				Chapters: []Chapter{{File: "one.xhtml", Title: "One", Body: "<p>" + story + "</p>"}}}
			set(&b, times(n-len(b.EPUB()), unit))
			return b.EPUB()
		}}
	}
	sheets := func(name string, unit int, set func(d *Sheets, k int)) Family {
		return Family{name, PDF, func(n int) string {
			d := Sheets{Title: "The market", Author: "Jane Roe", Pages: [][]string{{"The market"}}}
			set(&d, times(n-len(d.PDF()), unit))
			return d.PDF()
		}}
	}
	return []Family{
		book("chapters", 700, func(b *Book, k int) {
			for i := range k {
				b.Chapters = append(b.Chapters, Chapter{File: "c" + digits(i) + ".xhtml", Title: "Chapter", Body: "<p>The harvest is in.</p>"})
			}
		}),
		book("files that are not named", 150, func(b *Book, k int) {
			for i := range k {
				b.Others = append(b.Others, Member{Name: "x" + digits(i), Body: "harvest"})
			}
		}),
		book("same file", 150, func(b *Book, k int) {
			for range k {
				b.Others = append(b.Others, Member{Name: "book/one.xhtml", Body: "harvest"})
			}
		}),
		book("long chapter", len("<p>The harvest is in.</p>"), func(b *Book, k int) {
			b.Chapters[0].Body = strings.Repeat("<p>The harvest is in.</p>", k)
		}),
		book("deep chapter", len("<div></div>"), func(b *Book, k int) {
			b.Chapters[0].Body = strings.Repeat("<div>", k) + "deep" + strings.Repeat("</div>", k)
		}),
		book("elements without an end", len("<div>"), func(b *Book, k int) { b.Chapters[0].Body = strings.Repeat("<div>", k) + "deep" }),
		book("long title", 2*len("harvest "), func(b *Book, k int) { b.Title = strings.Repeat("harvest ", k) }),
		book("authors", len("<dc:creator>a</dc:creator>"), func(b *Book, k int) { b.Metadata = strings.Repeat("<dc:creator>a</dc:creator>", k) }),
		book("deep metadata", len("<a></a>"), func(b *Book, k int) {
			b.Metadata = strings.Repeat("<a>", k) + strings.Repeat("</a>", k)
		}),
		book("links", len("<a href=\"one.xhtml#a\">b</a>"), func(b *Book, k int) {
			b.Chapters[0].Body = "<p>" + strings.Repeat("<a href=\"one.xhtml#a\">b</a>", k) + "</p>"
		}),
		sheets("pages", 265, func(d *Sheets, k int) {
			for range k {
				d.Pages = append(d.Pages, []string{"The harvest is in."})
			}
		}),
		sheets("lines of a page", 2*len("The harvest is in.")+len("<> Tj T*\n"), func(d *Sheets, k int) {
			for range k {
				d.Pages[0] = append(d.Pages[0], "The harvest is in.")
			}
		}),
		sheets("one line", 2*len("harvest"), func(d *Sheets, k int) { d.Pages[0] = []string{strings.Repeat("harvest", k)} }),
		sheets("long title", len("harvest "), func(d *Sheets, k int) { d.Title = strings.Repeat("harvest ", k) }),
		{"nested arrays", PDF, func(n int) string {
			k := times(n-len(rawPDF("")), 2)
			return rawPDF(strings.Repeat("[", k) + strings.Repeat("]", k))
		}},
		{"arrays without an end", PDF, func(n int) string { return rawPDF(strings.Repeat("[", n)) }},
		{"dictionaries without an end", PDF, func(n int) string { return rawPDF(strings.Repeat("<</A", times(n, 4))) }},
		{"string without an end", PDF, func(n int) string { return rawPDF("(" + strings.Repeat("(", n)) }},
		{"states saved", PDF, func(n int) string { return rawPDF(stream(strings.Repeat("q ", times(n, 2)))) }},
		{"list of objects", PDF, func(n int) string {
			return rawPDF("null") + "xref\n0 " + fmt.Sprint(n) + "\n" + strings.Repeat("0000000000 65535 f \n", times(n, 20))
		}},
	}
}

// rawPDF returns a PDF whose page has an object of any form for its contents.
func rawPDF(object string) string {
	const head = "%PDF-1.7\n"
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>",
		object,
	}
	var b strings.Builder
	b.WriteString(head)
	xref := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", xref, len(objects)+1, start)
	return b.String()
}
