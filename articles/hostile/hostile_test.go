package hostile_test

import (
	"archive/zip"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"

	"gloss/articles/hostile"
)

func TestPayloads(t *testing.T) {
	names, bytes := make(map[string]bool), make(map[string]string)
	acting := 0
	for _, p := range hostile.Payloads() {
		if names[p.Name] {
			t.Errorf("two payloads are called %q", p.Name)
		}
		names[p.Name] = true
		if other, ok := bytes[p.Bytes]; ok {
			t.Errorf("%q is %q once more", p.Name, other)
		}
		bytes[p.Bytes] = p.Name
		printable := strings.IndexFunc(p.Bytes, func(r rune) bool { return r < ' ' || r >= 0x7f }) < 0 && utf8.ValidString(p.Bytes)
		if printable == p.Acts {
			t.Errorf("%q: %q is printable ASCII: %t, acts: %t", p.Name, p.Bytes, printable, p.Acts)
		}
		if p.Acts {
			acting++
		}
	}
	if acting < 64 || len(names)-acting < 24 {
		t.Errorf("%d payloads act and %d are encoded", acting, len(names)-acting)
	}
}

func TestContexts(t *testing.T) {
	total := 0
	for _, f := range hostile.Formats() {
		contexts := hostile.Contexts(f)
		if len(contexts) < 5 {
			t.Errorf("%s: %d contexts", f, len(contexts))
		}
		total += len(contexts)
		names := make(map[string]bool)
		for _, c := range contexts {
			if c.Format != f {
				t.Errorf("%s, %s: of format %q", f, c.Name, c.Format)
			}
			if names[c.Name] {
				t.Errorf("%s: two contexts are called %q", f, c.Name)
			}
			names[c.Name] = true
			if strings.Contains(c.Put("x"), "PAYLOAD") || strings.Contains(c.Put("x"), "BARE") || strings.Contains(c.Put("x"), "PART") {
				t.Errorf("%s, %s: the template is not filled", f, c.Name)
			}
			if encoded := f == hostile.PDF || strings.Contains(c.Name, "Base64") || strings.HasSuffix(c.Name, ", escaped"); encoded {
				if c.Put("\x1b[2J") == c.Put("\x1b[3J") {
					t.Errorf("%s, %s: the payload is not in it", f, c.Name)
				}
				continue
			}
			for _, p := range hostile.Payloads() {
				if !strings.Contains(c.Put(p.Bytes), p.Bytes) {
					t.Errorf("%s, %s: %q is not in it", f, c.Name, p.Name)
				}
			}
			if c.Shown && !strings.Contains(c.Put("x"), hostile.Before+" x "+hostile.After) {
				t.Errorf("%s, %s: the payload has no words round it", f, c.Name)
			}
		}
	}
	if total < 100 {
		t.Errorf("%d contexts", total)
	}
	if got := hostile.Contexts("none"); got != nil {
		t.Errorf("contexts of no format: %v", got)
	}
}

// TestContextsAreWellFormed reads the inputs of a harmless payload with the
// parsers of the standard library: what is refused is then the payload.
func TestContextsAreWellFormed(t *testing.T) {
	for _, f := range []hostile.Format{hostile.RSS, hostile.Atom} {
		for _, c := range hostile.Contexts(f) {
			d := xml.NewDecoder(strings.NewReader(c.Put("x")))
			for {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Errorf("%s, %s: %v", f, c.Name, err)
					break
				}
			}
		}
	}
	for _, c := range hostile.Contexts(hostile.JSONFeed) {
		if !json.Valid([]byte(c.Put("x"))) {
			t.Errorf("%s: not JSON", c.Name)
		}
		if strings.HasSuffix(c.Name, ", escaped") {
			for _, p := range hostile.Payloads() {
				if s := c.Put(p.Bytes); !json.Valid([]byte(s)) {
					t.Errorf("%s, %s: not JSON: %s", c.Name, p.Name, s)
				}
			}
		}
	}
}

func TestFamilies(t *testing.T) {
	names := make(map[string]bool)
	for _, f := range hostile.Families() {
		name := string(f.Format) + ": " + f.Name
		if names[name] {
			t.Errorf("two families are called %q", name)
		}
		names[name] = true
		for _, n := range []int{8 << 10, 32 << 10} {
			one, two := len(f.Make(n)), len(f.Make(2*n))
			if one < n*3/4 || one > n*5/4 {
				t.Errorf("%s: %d bytes for %d", name, one, n)
			}
			if ratio := float64(two) / float64(one); ratio < 1.8 || ratio > 2.2 {
				t.Errorf("%s: %d bytes for %d, %d for twice that", name, one, n, two)
			}
		}
		once, again := f.Make(1<<10), f.Make(1<<10)
		if f.Make(0) == "" || once != again {
			t.Errorf("%s: nothing, or not the same twice", name)
		}
	}
	if len(names) < 150 {
		t.Errorf("%d families", len(names))
	}
	for _, f := range hostile.Formats()[:9] { // the documents
		if len(hostile.FamiliesOf(f)) < 4 {
			t.Errorf("%s: %d families", f, len(hostile.FamiliesOf(f)))
		}
	}
}

func TestEPUB(t *testing.T) {
	book := hostile.Book{
		Title: "The market", Author: "Jane Roe", Language: "en", Compress: true,
		Chapters: []hostile.Chapter{{File: "one.xhtml", Title: "One", Body: "<p>The harvest</p>"}},
		Others:   []hostile.Member{{Name: "../\x1b[2J", Body: "up"}},
	}
	data := book.EPUB()
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	bodies := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		bodies[f.Name] = string(b)
	}
	if z.File[0].Name != "mimetype" || z.File[0].Method != zip.Store || bodies["mimetype"] != "application/epub+zip" {
		t.Errorf("the first member is %q", z.File[0].Name)
	}
	for name, want := range map[string]string{
		"META-INF/container.xml": "book/package.opf", "book/package.opf": "Jane Roe", "book/one.xhtml": "The harvest",
		"book/nav.xhtml": "one.xhtml", "book/toc.ncx": "One", "../\x1b[2J": "up",
	} {
		if !strings.Contains(bodies[name], want) {
			t.Errorf("%q is %q, without %q", name, bodies[name], want)
		}
		if strings.HasSuffix(name, "J") {
			continue
		}
		if name != "mimetype" {
			if err := xml.Unmarshal([]byte(bodies[name]), new(struct{ XMLName xml.Name })); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestPDF(t *testing.T) {
	sheets := hostile.Sheets{
		Title: "The “market” \x1b", Author: "Jane (Roe)\\", Link: "https://example.org/(\x1b",
		Pages: [][]string{{"The harvest", "a\x1b[2J\u202e— (b)"}, {"page two 市場 😀"}},
	}
	data := sheets.PDF()
	r, err := pdf.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if r.NumPage() != 2 {
		t.Fatalf("%d pages", r.NumPage())
	}
	for i, want := range []string{"The harvesta\x1b[2J\u202e— (b)", "page two 市場 😀"} {
		var got strings.Builder
		for _, text := range r.Page(i + 1).Content().Text {
			got.WriteString(text.S)
		}
		if strings.ReplaceAll(got.String(), "\n", "") != want {
			t.Errorf("page %d is %q, want %q", i+1, got.String(), want)
		}
	}
	info := r.Trailer().Key("Info")
	if title, author := info.Key("Title").Text(), info.Key("Author").RawString(); title != sheets.Title || author != sheets.Author {
		t.Errorf("by %q, called %q", author, title)
	}
	uri := r.Page(1).V.Key("Annots").Index(0).Key("A").Key("URI").RawString()
	if uri != sheets.Link {
		t.Errorf("links to %q", uri)
	}
}

func TestBroken(t *testing.T) {
	data := hostile.Sheets{Pages: [][]string{{"The harvest"}}}.PDF()
	seen := make(map[string]bool)
	for way := range 500 {
		b := hostile.Broken(data, way)
		if b != hostile.Broken(data, way) {
			t.Fatalf("way %d is not the same twice", way)
		}
		if b != data {
			seen[b] = true
		}
	}
	if len(seen) < 450 {
		t.Errorf("500 ways give %d results", len(seen))
	}
	if hostile.Broken("", 100) != "" {
		t.Error("something was made of nothing")
	}
}

func Example() {
	payload := hostile.Payloads()[0]
	place := hostile.Contexts(hostile.Text)[0]
	fmt.Printf("%s in the %s: %.40q\n", payload.Name, place.Name, place.Put(payload.Bytes))
	// Output: erase the screen in the first line: "Amberley \x1b[2J Brackwater\n\nPlum Orchard s"
}
