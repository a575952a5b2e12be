// Package pdftest makes PDF files for tests: pages of text in fonts with
// widths, with codes of one and of two bytes, set in columns with hyphens, and
// written in the ways that files are written in.
//
//	var f pdftest.File
//	page := f.Page()
//	page.Text(pdftest.Times, 12, 72, 720, "Talks in Moscow")
//	data := f.Bytes(pdftest.Plain)
package pdftest

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Form is how a file is written.
type Form uint8

// The forms of files.
const (
	Plain      Form = iota // as of version 1.1: nothing compressed
	Compressed             // streams are
	Packed                 // objects too, in object streams, with a cross-reference stream
)

// The objects that each file has, by their numbers.
const (
	catalogObject = 1
	pagesObject   = 2
	infoObject    = 3
	firstFont     = 4
)

// A File is a PDF that is being made. The zero value has no pages.
type File struct {
	// Info is the entries of the information dictionary.
	Info map[string]string
	// Catalog is more entries of the catalog, as they stand in a file.
	Catalog string

	pages []*Page
	extra []string // objects, with what Add returned for the first one
}

// A Page is a page of 612 to 792 points.
type Page struct {
	content strings.Builder
	// Entries is more entries of the page's dictionary.
	Entries string
}

// Page adds an empty page.
func (f *File) Page() *Page {
	p := &Page{}
	f.pages = append(f.pages, p)
	return p
}

// Add adds an object as it stands in a file, and returns its number: the first
// one is FirstAdded.
func (f *File) Add(object string) int {
	f.extra = append(f.extra, object)
	return FirstAdded + len(f.extra) - 1
}

// FirstAdded is the number of the first object that Add adds.
const FirstAdded = 100

// Text shows text with its base line at a place.
func (p *Page) Text(font Font, size, x, y float64, text string) {
	fmt.Fprintf(&p.content, "BT /F%d %g Tf 1 0 0 1 %.2f %.2f Tm %s Tj ET\n", font, size, x, y, font.encode(text))
}

// Raw adds operators as they are.
func (p *Page) Raw(operators string) { p.content.WriteString(operators + "\n") }

// objects returns the bodies of the objects by their numbers.
func (f *File) objects(form Form) map[int]string {
	objects := map[int]string{
		catalogObject: fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R %s >>", pagesObject, f.Catalog),
	}
	var info strings.Builder
	for _, key := range []string{"Title", "Author", "CreationDate"} {
		if v, ok := f.Info[key]; ok {
			fmt.Fprintf(&info, "/%s %s ", key, textString(v))
		}
	}
	objects[infoObject] = "<< " + info.String() + ">>"
	var fonts strings.Builder
	number := firstFont
	for font := range fontCount {
		fmt.Fprintf(&fonts, "/F%d %d 0 R ", font, number)
		number = font.write(objects, number)
	}
	var kids strings.Builder
	for i, p := range f.pages {
		page, content := FirstAdded+1000+2*i, FirstAdded+1001+2*i
		fmt.Fprintf(&kids, "%d 0 R ", page)
		objects[page] = fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R %s >>", pagesObject, content, p.Entries)
		objects[content] = Stream("", p.content.String(), form != Plain)
	}
	objects[pagesObject] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] /Resources << /Font << %s >> >> >>",
		len(f.pages), kids.String(), fonts.String())
	for i, object := range f.extra {
		objects[FirstAdded+i] = object
	}
	return objects
}

// Stream returns a stream object with entries of its dictionary.
func Stream(entries, data string, compressed bool) string {
	if compressed {
		entries, data = entries+" /Filter /FlateDecode", Zlib(data)
	}
	return fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(data), entries, data)
}

// Zlib returns data as FlateDecode reads it.
func Zlib(data string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write([]byte(data)) // a buffer takes everything
	_ = w.Close()
	return out.String()
}

// Deflated returns data as a piece of a stream of DEFLATE, which others may
// stand before and behind.
func Deflated(data []byte) string {
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestCompression) // the level is a known one
	_, _ = w.Write(data)
	_ = w.Flush()
	return out.String()
}

// textString returns a text string, in UTF-16.
func textString(s string) string {
	out := "<FEFF"
	for _, u := range utf16.Encode([]rune(s)) {
		out += fmt.Sprintf("%04X", u)
	}
	return out + ">"
}
