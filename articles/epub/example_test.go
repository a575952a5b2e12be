package epub_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"

	"gloss/articles"
	"gloss/articles/epub"
)

func ExampleRead() {
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	for _, f := range [][2]string{
		{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`},
		{"book.opf", `<package><metadata><title>Two Rivers</title><creator>Ann Author</creator></metadata>
			<manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
			<spine><itemref idref="one"/></spine></package>`},
		{"one.xhtml", "<html><body><h1>The Source</h1><p>It rained.</p></body></html>"},
	} {
		member, err := w.Create(f[0])
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Fprint(member, f[1])
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
		return
	}

	r := bytes.NewReader(file.Bytes())
	doc, err := epub.Read(context.Background(), r, r.Size(), epub.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Meta.Title, "by", doc.Meta.Byline)
	for _, b := range doc.Blocks {
		fmt.Println(b.Kind == articles.Heading, b.Span.Of(doc.Text))
	}
	// Output:
	// Two Rivers by Ann Author
	// true The Source
	// false It rained.
}
