package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"gloss/articles"
	"gloss/articles/articletest"
)

// file is a member of an archive that a test packs.
type file struct {
	name, data string
	stored     bool
	change     func(*zip.FileHeader)
}

// pack returns an archive of the files.
func pack(t testing.TB, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		if f.stored {
			h.Method = zip.Store
		}
		if f.change != nil {
			f.change(h)
		}
		out, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(out, f.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// book is what the tests make books of.
type book struct {
	opf      string // the path of the package document
	version  string
	metadata string
	manifest string // items beside the chapters
	spineTag string // attributes of the spine
	guide    string
	chapters []chapter
	others   []file
}

// chapter is a page of a book: the path as an address and in the archive.
type chapter struct {
	href, path, page string
	linear           string // attribute
}

const containerForm = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">` +
	`<rootfiles><rootfile full-path="%s" media-type="application/oebps-package+xml"/></rootfiles></container>`

// files returns the members of the book.
func (b book) files() []file {
	var manifest, spine strings.Builder
	var pages []file
	for i, c := range b.chapters {
		fmt.Fprintf(&manifest, `<item id="c%d" href="%s" media-type="application/xhtml+xml"/>`, i, c.href)
		fmt.Fprintf(&spine, `<itemref idref="c%d"%s/>`, i, c.linear)
		if c.path != "" {
			pages = append(pages, file{name: c.path, data: c.page})
		}
	}
	opf := `<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="` + b.version +
		`" unique-identifier="uid"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">` + b.metadata +
		`</metadata><manifest>` + b.manifest + manifest.String() + `</manifest><spine` + b.spineTag + `>` + spine.String() +
		`</spine>` + b.guide + `</package>`
	files := []file{
		{name: "mimetype", data: mimetype, stored: true},
		{name: containerName, data: fmt.Sprintf(containerForm, b.opf)},
		{name: b.opf, data: opf},
	}
	return append(append(files, b.others...), pages...)
}

// xhtml returns a page with a body.
func xhtml(body string) string {
	return `<?xml version="1.0" encoding="utf-8"?>` + "\n" + `<!DOCTYPE html>` + "\n" +
		`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>` + body + `</body></html>`
}

// utf16of returns s in UTF-16 with a byte order mark.
func utf16of(s string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if big {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

// sampleEPUB3 is a book of version 3 with odd paths.
func sampleEPUB3() book {
	return book{
		opf: "OEBPS/pkg/book.opf", version: "3.0",
		metadata: `<dc:identifier id="x">other</dc:identifier><dc:identifier id="uid">urn:uuid:1</dc:identifier>` +
			`<dc:title>The Harbour &amp; the Hill</dc:title><dc:language>en-GB</dc:language>` +
			`<dc:creator id="a">Ada Example</dc:creator><meta refines="#a" property="role" scheme="marc:relators">aut</meta>` +
			`<dc:creator id="b">Tom Translator</dc:creator><meta refines="#b" property="role">trl</meta>` +
			`<dc:publisher>Gloss Press</dc:publisher><dc:date>2015-12-15</dc:date><meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>`,
		manifest: `<item id="nav" href="../nav.xhtml" media-type="application/xhtml+xml" properties="nav scripted"/>` +
			`<item id="pic" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>`,
		chapters: []chapter{
			{"../text/cover.xhtml", "OEBPS/text/cover.xhtml", xhtml(`<img src="../pkg/cover.jpg" alt="Cover"/>`), ""},
			{"../nav.xhtml", "", "", ""},
			{"../text/Chapter%20One.xhtml", "OEBPS/text/Chapter One.xhtml",
				xhtml(`<section><h1>One: <i>Arrival</i></h1><p><a id="p1"/>The ferry came late.<a epub:type="noteref" href="notes.xhtml#n1">1</a> See <a href="https://example.org/ferry">the timetable</a>.</p><div/><p>R&amp;D, caf&eacute;, <![CDATA[a < b & c]]>.</p></section>`), ""},
			{"../text/../text/two.xhtml?x=1#top", "OEBPS/text/two.xhtml",
				xhtml(`<p>The hill was steep.</p><blockquote><p>“Climb,” she said.</p></blockquote><p><img src="../hill.png" alt="A steep hill"/></p>`), ` linear="yes"`},
			{"../text/three.xhtml", "OEBPS/text/three.xhtml", xhtml(`<p class="title">The  Way<br/> Down</p><p>They went home.</p>`), ""},
			{"../text/four.xhtml", "OEBPS/text/four.xhtml", xhtml(`<p class="t" id="s1">Signs</p><p>There were few.</p><p class="t" id="s2">Wonders</p><p>There were none.</p>`), ""},
			{"../text/notes.xhtml", "OEBPS/text/notes.xhtml", xhtml(`<aside epub:type="footnote" id="n1"><p>1. By an hour.</p></aside>`), ` linear="no"`},
			{"../text/last.xhtml", "OEBPS/text/last.xhtml", xhtml(`<h2>Last words</h2><p>None.</p>`), ""},
		},
		others: []file{{name: "OEBPS/nav.xhtml", data: xhtml(`<nav epub:type="toc" id="toc"><h1>Contents</h1><ol>
<li><a href="text/Chapter%20One.xhtml">Arrival</a></li>
<li><a href="text/two.xhtml">Two: <em>The Hill</em></a><ol><li><a href="text/three.xhtml">The Way Down</a></li></ol></li>
<li><a href="text/four.xhtml#s1">Signs</a></li><li><a href="text/four.xhtml#s2">Wonders</a></li>
<li><a href="text/last.xhtml">Last words</a></li></ol></nav>
<nav epub:type="landmarks"><ol><li><a epub:type="cover" href="text/cover.xhtml">Cover</a></li></ol></nav>`)},
			{name: "OEBPS/pkg/cover.jpg", data: strings.Repeat("\x00", 2<<20)}},
	}
}

// sampleEPUB2 is a book of version 2, its package document in UTF-16.
func sampleEPUB2() book {
	b := book{
		opf: "content.opf", version: "2.0", spineTag: ` toc="ncx"`,
		metadata: `<dc:title>Two Rivers</dc:title><dc:creator opf:role="aut">Ann Author</dc:creator><dc:creator opf:role="ill">Ivo Illustrator</dc:creator>` +
			`<dc:creator opf:role="aut">Ben Author</dc:creator><dc:date opf:event="modification">2019-01-01</dc:date><dc:date opf:event="publication">2014-03-02</dc:date>` +
			`<dc:identifier id="uid">isbn:1</dc:identifier><dc:language>fr</dc:language>`,
		manifest: `<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`,
		guide:    `<guide><reference type="cover" href="title.html"/><reference type="toc" href="list.html"/></guide>`,
		chapters: []chapter{
			{"title.html", "title.html", `<html><body><svg><image xlink:href="c.png"/><text>x</text></svg></body></html>`, ""},
			{"list.html", "list.html", `<html><body><h1>Contents</h1><a href="a.html">A</a></body></html>`, ""},
			{"A.html", "a.html", "<?xml version='1.0' encoding='iso-8859-1'?><html><body><p>La rivi\xe8re monte.</p></body></html>", ""},
			{"b.html", "b.html", utf16of(`<html><body><p>La seconde rivière.</p><p>Second part`, true), ""},
			{"c.html", "c.html", `<html><head><meta charset="windows-1251"></head><body><h3>` + "\xd0\xe5\xea\xe0" + `</h3></body></html>`, ""},
			{"gone.html", "", "", ""},
		},
		others: []file{{name: "toc.ncx", data: `<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><docTitle><text>no</text></docTitle><navMap>
<navPoint id="1"><navLabel><text>Première partie</text></navLabel><content src="a.html#top"/>
<navPoint id="2"><navLabel><text>Chapitre 2</text></navLabel><content src="b.html"/></navPoint></navPoint></navMap></ncx>`}},
	}
	return b
}

// read reads an archive and checks what it gives.
func read(t testing.TB, data []byte) (*articles.Document, error) {
	t.Helper()
	doc, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Limits{})
	checkOutcome(t, doc, err)
	return doc, err
}

// checkOutcome fails unless there is either a sound document or a clear error.
func checkOutcome(t testing.TB, doc *articles.Document, err error) {
	t.Helper()
	if err != nil {
		if doc != nil || err.Error() == "" || strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Fatalf("error %q with the document %v", err, doc)
		}
		return
	}
	if len(doc.Blocks) == 0 {
		t.Fatal("a document without blocks")
	}
	if err := articletest.Check(doc); err != nil {
		t.Fatal(err)
	}
	for _, in := range doc.Inlines {
		if in.Kind == articles.Link && in.Target.IsEmpty() {
			t.Fatalf("a link without a target: %q", in.Span.Of(doc.Text))
		}
	}
}
