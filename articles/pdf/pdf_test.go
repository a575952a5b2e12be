package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/articletest"
	"gloss/articles/pdf"
	"gloss/articles/pdf/pdftest"
)

// TestMain makes the test binary the child process that package pdf starts.
func TestMain(m *testing.M) {
	if code, ok := pdf.Work(os.Args[1:], os.Stdin, os.Stdout); ok {
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// read reads data and checks the document.
func read(t *testing.T, data []byte, opt pdf.Options) (*articles.Document, error) {
	t.Helper()
	doc, err := pdf.Read(context.Background(), bytes.NewReader(data), int64(len(data)), opt)
	if err == nil {
		if err := articletest.Check(doc); err != nil {
			t.Error(err)
		}
	}
	return doc, err
}

// outline returns the blocks of a document, one a line: headings with '#', items
// with their markers.
func outline(doc *articles.Document) string {
	var out []string
	for _, b := range doc.Blocks {
		mark := strings.Repeat("#", b.Level)
		if len(b.Path) > 0 {
			mark = fmt.Sprint(b.Path[0].Marker)
		}
		out = append(out, strings.TrimSpace(mark+" "+b.Span.Of(doc.Text)))
	}
	return strings.Join(out, "\n")
}

func notices(doc *articles.Document) string {
	var out []string
	for _, n := range doc.Notices {
		out = append(out, n.String())
	}
	return strings.Join(out, "\n")
}

// paper is an article of some pages in two columns, with a title over both,
// running heads, page numbers and words that are parted.
func paper(form pdftest.Form) []byte {
	f := pdftest.File{Info: map[string]string{
		"Title": "Ferries of Norrand", "Author": "Ada Quill", "CreationDate": "D:20190312093000+01'00'",
	}}
	rest, continued := slices.Repeat(paperText, 3), false
	for number := 1; len(rest) > 0; number++ {
		p := f.Page()
		top := 700.0
		p.Text(pdftest.Times, 8, 72, 760, fmt.Sprintf("Norrand Review, vol. 7 %d", number))
		p.Text(pdftest.Times, 8, 300, 30, fmt.Sprint(number))
		if number == 1 {
			p.Text(pdftest.Bold, 20, 150, 700, "Ferries of Norrand")
			p.Text(pdftest.Times, 12, 250, 675, "Ada Quill")
			p.Text(pdftest.Bold, 12, 72, 640, "1 Timetables")
			top = 620
		}
		for _, x := range [...]float64{72, 316} {
			c := pdftest.Column{Font: pdftest.Glyphs, Size: 10, Leading: 12, X: x, Y: top, Width: 224, Indent: 12, Bottom: 500, Continued: continued}
			rest, continued = c.Set(p, rest)
		}
	}
	return f.Bytes(form)
}

// paperText has soft hyphens where words may be parted.
var paperText = []string{
	"The harbour author\u00adity of Norrand pub\u00adlished its \ufb01rst com\u00adpre\u00adhen\u00adsive time\u00adtable in 1912, when inter\u00adna\u00adtional steamers began to call at the smaller is\u00adlands. Well-known cap\u00adtains con\u00adsid\u00adered it a tem\u00adpo\u00adrary in\u00adcon\u00adve\u00adnience; sub\u00adse\u00adquent ad\u00admin\u00adis\u00adtra\u00adtions in\u00adsti\u00adtu\u00adtion\u00adalised it.",
	"In\u00adde\u00adpen\u00addent ob\u00adservers char\u00adac\u00adterised the de\u00advel\u00adop\u00adment as ex\u00adtra\u00ador\u00addi\u00adnary. The con\u00adse\u00adquences were un\u00adder\u00ades\u00adti\u00admated by prac\u00adti\u00adcally every\u00adbody: mer\u00adchants, \ufb01sher\u00admen and rep\u00adre\u00adsen\u00adta\u00adtives of the neigh\u00adbour\u00ading com\u00admu\u00adni\u00adties.",
	"An e\ufb00ort to o\ufb00er more di\ufb03cult routes was dropped. The \ufb02ag\u00adship of the \ufb02eet went to the break\u00aders in the spring, and with it the last cap\u00adtain who had known the old time\u00adtable by heart.",
}

// paperBody is the text that paperText must become.
func paperBody() string {
	return strings.NewReplacer("\u00ad", "", "\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi").
		Replace(strings.Join(slices.Repeat(paperText, 3), "\n"))
}

func TestReadPaper(t *testing.T) {
	for form := range pdftest.Packed + 1 {
		doc, err := read(t, paper(form), pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := "# Ferries of Norrand\nAda Quill\n## 1 Timetables\n" + paperBody()
		if got := outline(doc); got != want {
			t.Errorf("form %d: got\n%s\nwant\n%s", form, got, want)
		}
		if doc.Meta.Title.String() != "Ferries of Norrand" || doc.Meta.Byline.String() != "Ada Quill" ||
			doc.Meta.Date.Format(time.RFC3339) != "2019-03-12T09:30:00+01:00" {
			t.Errorf("form %d: %+v", form, doc.Meta)
		}
		if !strings.Contains(notices(doc), "best effort") {
			t.Errorf("form %d: notices %s", form, notices(doc))
		}
	}
}

func TestReadFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "paper.pdf")
	data := paper(pdftest.Packed)
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := pdf.Read(context.Background(), f, int64(len(data)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := read(t, data, pdf.Options{})
	if err != nil || got.Text != want.Text {
		t.Errorf("a file gives another text than its bytes: %v", err)
	}
}

func TestReadErrors(t *testing.T) {
	picture := pdftest.File{}
	n := picture.Add(pdftest.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x", false))
	p := picture.Page()
	p.Entries = fmt.Sprintf("/Resources << /XObject << /Im %d 0 R >> >>", n)
	p.Raw("q 612 0 0 792 0 0 cm /Im Do Q")
	empty := pdftest.File{}
	empty.Page()
	locked := bytes.Replace(paper(pdftest.Plain), []byte("trailer\n<< "), []byte("trailer\n<< /ID [<00> <00>] /Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /O (x) /U (x) /P 0 >> "), 1)
	tests := []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"pictures", picture.Bytes(pdftest.Plain), pdf.ErrNoText, "has no text layer: this PDF holds pictures only"},
		{"empty page", empty.Bytes(pdftest.Plain), pdf.ErrNoText, "has no text layer"},
		{"encrypted", locked, pdf.ErrEncrypted, "is an encrypted PDF"},
		{"no bytes", nil, pdf.ErrBroken, "is a malformed PDF"},
		{"no PDF", []byte(strings.Repeat("nothing of the kind\n", 50)), pdf.ErrBroken, "is a malformed PDF"},
	}
	for _, tt := range tests {
		if doc, err := read(t, tt.data, pdf.Options{}); !errors.Is(err, tt.want) || err.Error() != tt.says {
			t.Errorf("%s: %v, %v", tt.name, doc, err)
		}
	}
	if _, err := pdf.Read(context.Background(), bytes.NewReader(nil), pdf.MaxSize+1, pdf.Options{}); !errors.Is(err, pdf.ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
	if _, err := read(t, paper(pdftest.Plain), pdf.Options{Command: []string{filepath.Join(t.TempDir(), "none")}}); err == nil {
		t.Error("a program that is not there can be started")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := pdf.Read(ctx, bytes.NewReader(nil), 0, pdf.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestReadCleans reads control characters and escape sequences in text and in
// what the file says of itself.
func TestReadCleans(t *testing.T) {
	const attack = "red \x1b[31m \x1b]52;c;AAAA\a \u009b2J \u202eabc \x00 end"
	f := pdftest.File{Info: map[string]string{"Title": "Title " + attack + "\nX", "Author": "Ada " + attack}}
	f.Page().Text(pdftest.Glyphs, 12, 72, 700, attack)
	f.Page().Text(pdftest.Times, 12, 72, 700, attack)
	doc, err := read(t, f.Bytes(pdftest.Compressed), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{doc.Text.String(), doc.Meta.Title.String(), doc.Meta.Byline.String(), notices(doc)} {
		if !strings.Contains(s, "red") && !strings.Contains(s, "PDF") {
			t.Errorf("%q has lost its text", s)
		}
		for _, r := range s {
			if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0x202e {
				t.Errorf("%q has %U", s, r)
			}
		}
	}
}

func TestReadMeta(t *testing.T) {
	var f pdftest.File
	p := f.Page()
	p.Text(pdftest.Bold, 24, 72, 700, "The largest letters")
	pdftest.Column{Font: pdftest.Times, Size: 11, Leading: 13, X: 72, Y: 660, Width: 300}.Set(p, paperText)
	for _, title := range []string{"", "Microsoft Word - draft7.doc", "untitled", "draft.tex"} {
		f.Info = map[string]string{"Title": title, "Author": "Administrator", "CreationDate": "D:20191345"}
		doc, err := read(t, f.Bytes(pdftest.Plain), pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if m := doc.Meta; m.Title.String() != "The largest letters" || !m.Byline.IsEmpty() || !m.Date.IsZero() {
			t.Errorf("%q: %+v", title, m)
		}
	}
}

// TestReadIgnoresActions reads a file that wants to run a script and to open
// an address.
func TestReadIgnoresActions(t *testing.T) {
	f := pdftest.File{Catalog: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /URI /URI (http://127.0.0.1:1/x) >> >>"}
	f.Page().Text(pdftest.Times, 12, 72, 700, "Only this is read.")
	doc, err := read(t, f.Bytes(pdftest.Plain), pdf.Options{})
	if err != nil || doc.Text.String() != "Only this is read." {
		t.Errorf("%v, %v", doc, err)
	}
}

func ExampleRead() {
	var f pdftest.File
	page := f.Page()
	page.Text(pdftest.Bold, 18, 72, 700, "Talks in Moscow")
	page.Text(pdftest.Times, 11, 72, 670, "They ended late on Tues-")
	page.Text(pdftest.Times, 11, 72, 657, "day.")
	data := f.Bytes(pdftest.Compressed)
	doc, err := pdf.Read(context.Background(), bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Text)
	fmt.Println(doc.Notices[0])
	// Output:
	// Talks in Moscow
	//
	// They ended late on Tuesday.
	// PDF: the text layer, best effort; columns, paragraphs and headings are guessed
}
