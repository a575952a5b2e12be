package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gloss/articles/articletest"
	"gloss/articles/golden"
)

func TestBooks(t *testing.T) {
	second := sampleEPUB2().files()
	for i := range second {
		if second[i].name == "content.opf" {
			second[i].data = utf16of(strings.Replace(second[i].data, "UTF-8", "UTF-16", 1), false)
		}
	}
	for name, files := range map[string][]file{"epub3": sampleEPUB3().files(), "epub2": second} {
		data := pack(t, files...)
		if !Is(bytes.NewReader(data), int64(len(data))) {
			t.Errorf("%s is not recognised", name)
		}
		doc, err := read(t, data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		path := filepath.Join("testdata", name+".golden")
		got := articletest.Dump(doc)
		golden.Check(t, path, got)
	}
}

// simple returns the files of a book with the pages as chapters.
func simple(pages ...string) []file {
	b := book{opf: "b.opf", version: "3.0", metadata: `<dc:title>Simple</dc:title>`}
	for i, page := range pages {
		name := fmt.Sprintf("c%d.xhtml", i)
		b.chapters = append(b.chapters, chapter{href: name, path: name, page: page})
	}
	return b.files()
}

// without returns the files but the one of a name.
func without(files []file, name string) []file {
	var out []file
	for _, f := range files {
		if f.name != name {
			out = append(out, f)
		}
	}
	return out
}

// with returns the files, the one of the same name replaced.
func with(files []file, f file) []file { return append(without(files, f.name), f) }

// plus returns the files and one more.
func plus(files []file, f file) []file { return append(slices.Clip(files), f) }

const prose = `<p>The talks ended late.</p>`

func encryptionOf(algorithm string, names ...string) file {
	var b strings.Builder
	b.WriteString(`<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">`)
	for _, name := range names {
		fmt.Fprintf(&b, `<enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="%s"/>`+
			`<enc:CipherData><enc:CipherReference URI="%s"/></enc:CipherData></enc:EncryptedData>`, algorithm, name)
	}
	return file{name: encryptionName, data: b.String() + `</encryption>`}
}

func TestUnusualBooks(t *testing.T) {
	const aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
	two := simple(xhtml(prose), xhtml("<p>Second.</p>"))
	locked := func(h *zip.FileHeader) { h.Flags |= 1 }
	for _, test := range []struct {
		name   string
		files  []file
		text   string // that the document has, "" for an error
		notice string // part of one
		err    error
	}{
		{"no mimetype", without(two, "mimetype"), "The talks ended late.\n\nSecond.", "", nil},
		{"deflated mimetype", with(two, file{name: "mimetype", data: mimetype}), "The talks ended late.\n\nSecond.", "", nil},
		{"no container", without(two, containerName), "The talks ended late.\n\nSecond.", "", nil},
		{"container to itself", with(two, file{name: containerName, data: fmt.Sprintf(containerForm, containerName)}), "The talks ended late.\n\nSecond.", "", nil},
		{"no package", without(two, "b.opf"), "The talks ended late.\n\nSecond.", "order", nil},
		{"package without a spine", with(two, file{name: "b.opf", data: "<package><metadata>"}), "The talks ended late.\n\nSecond.", "order", nil},
		{"package that breaks off", with(two, file{name: "b.opf", data: `<package><manifest><item id="a" href="c1.xhtml" media-type="text/html"/></manifest><spine><itemref idref="a"/><item`}), "Second.", "may be missing", nil},
		{"capitals mixed up", with(two, file{name: "b.opf", data: `<package><manifest><item id="a" href="C1.XHTML" media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>`}), "Second.", "", nil},
		{"spine loop", with(two, file{name: "b.opf", data: `<package><manifest><item id="a" href="c1.xhtml" media-type="text/html"/><item id="x" href="x.svg" media-type="image/svg+xml" fallback="y"/><item id="y" href="y.svg" media-type="image/svg+xml" fallback="x"/></manifest><spine>` +
			strings.Repeat(`<itemref idref="a"/><itemref idref="x"/>`, 1000) + `</spine></package>`}), "Second.", "", nil},
		{"a picture with a page to fall back to", with(two, file{name: "b.opf", data: `<package><manifest><item id="a" href="c1.xhtml" media-type="text/html"/><item id="x" href="x.svg" media-type="image/svg+xml" fallback="a"/></manifest><spine><itemref idref="x"/></spine></package>`}), "Second.", "", nil},
		{"a missing chapter", without(two, "c0.xhtml"), "Second.", "A chapter is not in the file.", nil},
		{"a duplicate name", plus(two, file{name: "c0.xhtml", data: xhtml("<p>Later.</p>")}), "The talks ended late.\n\nSecond.", "", nil},
		{"an empty chapter", simple("", xhtml(prose)), "The talks ended late.", "", nil},
		{"a page of two pictures first", simple(xhtml(`<img alt="A dark cover"/>`), xhtml(`<img alt="A map of the bay"/>`), xhtml(prose)), "A map of the bay\n\nThe talks ended late.", "", nil},
		{"obfuscated fonts", plus(two, encryptionOf("http://www.idpf.org/2008/embedding", "f.otf")), "The talks ended late.\n\nSecond.", "", nil},
		{"one encrypted chapter", plus(two, encryptionOf(aes, "c0.xhtml")), "Second.", "A chapter is encrypted", nil},
		{"encrypted chapters", plus(two, encryptionOf(aes, "c0.xhtml", "c1.xhtml")), "", "", ErrProtected},
		{"encrypted package", plus(two, encryptionOf(aes, "b.opf")), "", "", ErrProtected},
		{"password", with(with(two, file{name: "c0.xhtml", data: "x", change: locked}), file{name: "c1.xhtml", data: "x", change: locked}), "", "", ErrProtected},
		{"only pictures", simple(xhtml(`<img src="a.png"/>`)), "", "", ErrNoText},
		{"all chapters missing", without(simple(xhtml(prose)), "c0.xhtml"), "", "", ErrDamaged},
		{"another archive", []file{{name: "word/document.xml", data: "<w/>"}}, "", "", ErrNotBook},
		{"an archive of pages", []file{{name: "index.html", data: prose}}, "", "", ErrNotBook},
		{"a book in a book", []file{{name: "mimetype", data: mimetype}, {name: "inner.epub", data: string(pack(t, two...))}}, "", "", ErrNoText},
	} {
		doc, err := read(t, pack(t, test.files...))
		if !errors.Is(err, test.err) || (err == nil) != (test.text != "") {
			t.Errorf("%s: error %v, want %v", test.name, err, test.err)
			continue
		}
		if err != nil {
			continue
		}
		if got := doc.Text.String(); got != test.text {
			t.Errorf("%s: text %q, want %q", test.name, got, test.text)
		}
		notices := fmt.Sprint(doc.Notices)
		if test.notice == "" && len(doc.Notices) > 0 || !strings.Contains(notices, test.notice) {
			t.Errorf("%s: notices %s, want %q", test.name, notices, test.notice)
		}
	}
}

func TestLimits(t *testing.T) {
	long := xhtml("<p>" + strings.Repeat("words and more of them ", 2000) + "</p>")
	data := pack(t, simple(long, long, long)...)
	for _, test := range []struct {
		name   string
		limits Limits
		notice string
	}{
		{"spine", Limits{Spine: 2}, "a chapter was left out"},
		{"text", Limits{Text: 100}, "2 chapters were left out"},
		{"blocks", Limits{Blocks: 1}, "2 chapters were left out"},
		{"decoded", Limits{Decoded: 60_000}, "a chapter was left out"},
		{"member", Limits{Member: 10_000}, "3 chapters are too large"},
		{"members", Limits{Members: 5}, "more than 5 files"},
	} {
		doc, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), test.limits)
		checkOutcome(t, doc, err)
		if err != nil || !strings.Contains(fmt.Sprint(doc.Notices), test.notice) {
			t.Errorf("%s: %v, %v", test.name, doc, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, bytes.NewReader(data), int64(len(data)), Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// stopper is an archive that ends the reading when some text of it was read.
type stopper struct {
	*bytes.Reader
	text string
	stop func()
}

func (s stopper) ReadAt(p []byte, off int64) (int, error) {
	n, err := s.Reader.ReadAt(p, off)
	if bytes.Contains(p[:n], []byte(s.text)) {
		s.stop()
	}
	return n, err
}

func TestStopBetweenChapters(t *testing.T) {
	files := simple(xhtml(prose), xhtml("<p>Second.</p>"), xhtml("<p>Third.</p>"))
	files = append(files, file{name: "cover.jpg", data: strings.Repeat("x", 128<<10)}) // between the chapters and the list of the members
	for i := range files {
		files[i].stored = true
	}
	data := pack(t, files...)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	doc, err := Read(ctx, stopper{bytes.NewReader(data), "ended late", cancel}, int64(len(data)), Limits{})
	checkOutcome(t, doc, err)
	if err != nil || doc.Text.String() != "The talks ended late." || !strings.Contains(fmt.Sprint(doc.Notices), "its last 2 chapters") {
		t.Errorf("%v, %v", doc, err)
	}
}

func TestIs(t *testing.T) {
	for _, test := range []struct {
		name string
		data []byte
		want bool
	}{
		{"book", pack(t, simple(prose)...), true},
		{"no mimetype", pack(t, without(simple(prose), "mimetype")...), true},
		{"only a package", pack(t, file{name: "x/b.OPF"}), true},
		{"document", pack(t, file{name: "word/document.xml"}), false},
		{"text", []byte("PK is a short name"), false},
		{"torn", pack(t, file{name: "x.opf"})[:50], false},
		{"empty", nil, false},
	} {
		if got := Is(bytes.NewReader(test.data), int64(len(test.data))); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestResolve(t *testing.T) {
	for _, test := range []struct{ from, address, name, fragment string }{
		{"OEBPS/b.opf", "text/a.xhtml", "OEBPS/text/a.xhtml", ""},
		{"OEBPS/text/a.xhtml", "../img/b%20c.png#x", "OEBPS/img/b c.png", "x"},
		{"b.opf", "../../.bashrc", ".bashrc", ""},
		{"OEBPS/b.opf", "%2e%2e/%2E%2E/etc/passwd", "etc/passwd", ""},
		{"OEBPS/b.opf", "/etc/x", "etc/x", ""},
		{"OEBPS/b.opf", `..\text\a.html`, "text/a.html", ""},
		{"a.html", "#n", "a.html", "n"},
		{"a.html", "x%00y", "", ""},
		{"a.html", "C:/x", "", ""},
		{"a.html", "file:///etc/x", "", ""},
		{"a.html", "//host/x", "", ""},
		{"a.html", "100%", "100%", ""},
		{"a.html", "..", "", ""},
	} {
		name, fragment := resolve(test.from, test.address)
		if name != test.name || fragment != test.fragment {
			t.Errorf("%s from %s: %q %q, want %q %q", test.address, test.from, name, fragment, test.name, test.fragment)
		}
	}
}

func TestAsHTML(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{`<?xml version="1.0"?><!-- c --><!DOCTYPE html [<!ENTITY a "<x>"> ]><p>a</p>`, `<p>a</p>`},
		{`<a id="x"/>b<br/>c<IMG src='a>b'/>`, `<a id="x"></a>b<br/>c<IMG src='a>b'/>`},
		{`<title/><p title="a/>b" />x`, `<title></title><p title="a/>b" ></p>x`},
		{`a<![CDATA[<b>&]]>c<![CDATA[d`, `a&lt;b&gt;&amp;cd`},
		{`a <!-- <b/> --> c < d <`, `a  c < d <`},
		{`<p title=it's>a</p>`, `<p title=it's>a</p>`},
		{`a<!-- b`, `a<!-- b`},
		{`a<b`, `a<b`},
		{`<!DOCTYPE html [`, `<!DOCTYPE html [`},
		{``, ``},
	} {
		if got := asHTML(test.in); got != test.want {
			t.Errorf("%q: got %q, want %q", test.in, got, test.want)
		}
	}
}
