package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"gloss/articles/pdf"
	"gloss/articles/pdf/pdftest"
)

// content is a page with objects of its own: a font F, a form X.
type content struct {
	name, font, form string
	more             []string // more objects: 102 and so on
	operators        string
	entries          string // of the page
	want             string
}

// TestReadContent reads what fonts and operators can do to text.
func TestReadContent(t *testing.T) {
	const times = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
	const line = "BT /F 12 Tf 72 700 Td "
	program := "%!PS\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 12 /fi put\ndup 65 /A put\ndup 14 /ffi put\nreadonly def\ncurrentfile eexec"
	tests := []content{
		{name: "standard font without widths", font: times, operators: line + "(Talks in Moscow) Tj ET", want: "Talks in Moscow"},
		{name: "standard encoding", font: times, operators: line + `(the \256rst ` + "`x'" + ` \320 end) Tj ET`, want: "the first ‘x’ — end"},
		{name: "old Mac", font: "<< /Type /Font /Subtype /TrueType /BaseFont /X /Encoding /MacRomanEncoding >>", operators: line + `(caf\216) Tj ET`, want: "café"},
		{name: "differences", font: "<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /T /fi 65 /afii10017 /uni20AC 200 /g99 237 /iacute] >> >>",
			operators: line + `(\001\002AB\351\355) Tj ET`, want: "TfiА€éí"},
		{name: "encoding in the font", font: "<< /Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor << /FontFile 102 0 R >> >>",
			more: []string{pdftest.Stream("/Length1 200", program, true)}, operators: line + `(A\014A\016) Tj ET`, want: "AfiAffi"},
		{name: "pictures of letters, as TeX makes them", font: "<< /Type /Font /Subtype /Type3 /FontMatrix [.01 0 0 .01 0 0] /FirstChar 12 /Widths [50] /Encoding << /Differences [12 /a12 65 /a65] >> >>",
			operators: line + `(\014) Tj ET`, want: "fi"},
		{name: "UTF-16 codes", font: "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /UniJIS-UTF16-H /DescendantFonts [<< /DW 1000 >>] >>",
			operators: line + "<83AB65AF79D1> Tj ET", want: "莫斯科"},
		{name: "codes that nobody knows", font: "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< >>] >>",
			operators: line + "<00410042> Tj ET", want: "\ufffd\ufffd"},
		{name: "no font", font: "null", operators: line + "(Plain) Tj ET", want: "Plain"},
		{name: "moves in an array", font: times, operators: line + "[(Talks) -300 (in) -20 (side)] TJ ET", want: "Talks inside"},
		{name: "lines", font: times, operators: line + "14 TL (one) Tj T* (two) Tj (three) ' 1 2 (four) \" 0 -14 TD (five) Tj ET", want: "one two three four five"},
		{name: "matrices", font: times, operators: "q 2 0 0 2 10 10 cm BT /F 1 Tf 6 0 0 6 30 300 Tm (big) Tj ET Q q BT /F 12 Tf 1 0 0 1 200 610 Tm (more) Tj ET Q", want: "big more"},
		{name: "text that goes up", font: times, operators: "BT /F 12 Tf 0 1 -1 0 300 100 Tm (Talks in) Tj 0 1 -1 0 314 100 Tm (Moscow ended) Tj ET BT /F 8 Tf 1 0 0 1 10 10 Tm (x) Tj ET", want: "Talks in Moscow ended"},
		{name: "text aslant", font: times, operators: line + "(Talks) Tj ET BT /F 60 Tf .7 .7 -.7 .7 100 100 Tm (DRAFT) Tj ET", want: "Talks"},
		{name: "text off the page", font: times, operators: line + "(Talks) Tj ET BT /F 12 Tf 72 900 Td (sheet 7) Tj ET", want: "Talks"},
		{name: "form", font: times, form: "BT /F 12 Tf 72 700 Td (in a form) Tj ET", operators: "q 1 0 0 1 0 -100 cm /X Do Q", want: "in a form"},
		{name: "spaces between characters and words", font: times, operators: line + "1 Tc 20 Tw 80 Tz (a b) Tj ET", want: "a b"},
		{name: "several streams", font: times, entries: "/Contents [102 0 R 103 0 R 104 0 R]",
			more: []string{pdftest.Stream("", line+"(one) Tj", false), pdftest.Stream("/Filter /Unknown", "x", false), pdftest.Stream("", "0 -14 Td (two) Tj ET", true)}, want: "one two"},
	}
	for _, tt := range tests {
		var f pdftest.File
		f.Add(tt.font)
		f.Add(pdftest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792]", tt.form, false))
		for _, object := range tt.more {
			f.Add(object)
		}
		p := f.Page()
		p.Raw(tt.operators)
		p.Entries = fmt.Sprintf("/Resources << /Font << /F %d 0 R >> /XObject << /X %d 0 R >> >> %s", pdftest.FirstAdded, pdftest.FirstAdded+1, tt.entries)
		doc, err := read(t, f.Bytes(pdftest.Plain), pdf.Options{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := strings.Join(strings.Fields(doc.Text.String()), " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
