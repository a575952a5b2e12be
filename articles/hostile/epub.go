package hostile

import (
	"fmt"
	"strings"
)

// A Book is what an EPUB is made of. Its strings are put into XML as they are:
// who wants a '<' shown writes "&lt;".
type Book struct {
	Title, Author, Language string
	Metadata                string // more elements of the metadata
	Chapters                []Chapter
	Others                  []Member // more files, which the book does not name
	Compress                bool     // all members but the first are compressed
}

// A Chapter is a file of a book.
type Chapter struct {
	File  string // its name, beside that of the package
	Title string // in the table of contents
	Body  string // XHTML, what stands in <body>
}

// EPUB returns the book as an EPUB 3 with a table of contents of both EPUB 2
// and 3.
func (b Book) EPUB() string {
	var manifest, spine, nav, ncx strings.Builder
	members := []Member{
		{Name: "mimetype", Body: "application/epub+zip"},
		{Name: "META-INF/container.xml", Body: `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>` +
			`<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`},
	}
	for i, c := range b.Chapters {
		fmt.Fprintf(&manifest, `<item id="c%d" href="%s" media-type="application/xhtml+xml"/>`, i, c.File)
		fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i)
		fmt.Fprintf(&nav, `<li><a href="%s">%s</a></li>`, c.File, c.Title)
		fmt.Fprintf(&ncx, `<navPoint id="n%d" playOrder="%d"><navLabel><text>%s</text></navLabel><content src="%s"/></navPoint>`,
			i, i+1, c.Title, c.File)
		members = append(members, Member{Name: "book/" + c.File, Body: xhtml(c.Title, c.Body)})
	}
	members = append(members,
		Member{Name: "book/nav.xhtml", Body: xhtml("Contents", `<nav epub:type="toc"><ol>`+nav.String()+`</ol></nav>`)},
		Member{Name: "book/toc.ncx", Body: `<?xml version="1.0"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/><docTitle><text>` + b.Title + `</text></docTitle><navMap>` +
			ncx.String() + `</navMap></ncx>`},
		Member{Name: "book/package.opf", Body: `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">` +
			`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:market</dc:identifier>` +
			`<dc:title>` + b.Title + `</dc:title><dc:creator>` + b.Author + `</dc:creator><dc:language>` + b.Language + `</dc:language>` + b.Metadata +
			`</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>` +
			`<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>` + manifest.String() +
			`</manifest><spine toc="ncx">` + spine.String() + `</spine></package>`},
	)
	members = append(members, b.Others...)
	for i := range members {
		members[i].Compress = b.Compress && i > 0 // the first is read without inflating
	}
	return ZIP(members...)
}

func xhtml(title, body string) string {
	return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>` + title + `</title></head><body>` + body + `</body></html>`
}
