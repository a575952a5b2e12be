package epub

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// small are limits that let a fuzzer try many inputs.
func small() Limits {
	return Limits{Member: 1 << 20, Control: 256 << 10, Decoded: 4 << 20, Spine: 100, Text: 1 << 20}
}

func FuzzRead(f *testing.F) {
	for _, files := range [][]file{sampleEPUB3().files(), sampleEPUB2().files(), simple(xhtml(prose)), without(simple(prose, prose), "b.opf")} {
		for i := range files {
			files[i].data = files[i].data[:min(len(files[i].data), 4<<10)]
		}
		f.Add(pack(f, files...))
		for i := range files {
			files[i].stored = true // so that changes reach the text
		}
		f.Add(pack(f, files...))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := bytes.NewReader(data)
		Is(r, r.Size())
		doc, err := Read(context.Background(), r, r.Size(), small())
		checkOutcome(t, doc, err)
	})
}

// FuzzParts feeds the parsers of the files that put a book together.
func FuzzParts(f *testing.F) {
	for _, b := range []book{sampleEPUB3(), sampleEPUB2()} {
		for _, file := range b.files() {
			if len(file.data) < 10_000 {
				f.Add([]byte(file.data))
			}
		}
	}
	f.Add([]byte(encryptionOf("x", "a", "b").data))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := Limits{Spine: 50}.filled()
		source := decode(data)
		inside := func(name string) {
			if clean, ok := memberName(name); name != "" && (!ok || clean != name) {
				t.Errorf("the name %q leads out", name)
			}
		}
		book := parseOPF(source, "a/b.opf", limits)
		if len(book.spine)+len(book.aside) > limits.Spine {
			t.Errorf("%d chapters", len(book.spine))
		}
		for _, name := range append(book.spine, book.nav, book.ncx) {
			inside(name)
		}
		nav := parseNav(source, "a/nav.xhtml")
		for _, entries := range [][]entry{nav.contents, parseNCX(source, "toc.ncx", limits.Depth)} {
			for _, e := range entries {
				inside(e.name)
			}
			for _, h := range headings(entries) {
				if h.level < 1 || h.level > 6 || h.text == "" {
					t.Errorf("heading %+v", h)
				}
			}
		}
		for _, name := range parseContainer(source, limits.Depth) {
			inside(name)
		}
		for name := range parseEncryption(source, limits.Depth) {
			inside(name)
		}
		page := asHTML(source)
		look(page)
		if len(page) > 6*len(source)+100 {
			t.Errorf("%d bytes of %d", len(page), len(source))
		}
		if _, err := html.Parse(strings.NewReader(page[:min(len(page), 1<<10)])); err != nil {
			t.Error(err)
		}
	})
}
