// Package open reads articles: it joins the readers of the single formats to
// the decoding, the cleaning and the search for title, byline and date.
//
//	src, err := open.File("story.md")
//	head, err := open.ReadHead(src, 32<<10) // for the first frame
//	doc, err := open.Read(src)              // the whole, later
//
// What ReadHead gives is the beginning of what Read gives: the same text, the
// same blocks.
package open

import (
	"fmt"

	"gloss/articles"
	"gloss/articles/charset"
	"gloss/articles/clean"
	"gloss/articles/credits"
	"gloss/articles/frontmatter"
	"gloss/articles/markdown"
	"gloss/articles/plain"
)

// Source is an article as it is stored.
type Source struct {
	Name   string // the file's name, for its ending and for messages; may be ""
	Data   string // the bytes as they are
	Format Format
}

// Read reads the whole source. Its errors are ErrEmpty, ErrBinary and
// ErrUnsupported, wrapped with the name.
func Read(src Source) (*articles.Document, error) { return read(src, -1) }

// ReadHead reads about the first n bytes of the source, up to the end of a
// block: all blocks that start there are in the document. Where that is the
// whole source, the document is the same as Read's and not Partial. It never
// reads less than MinHead.
func ReadHead(src Source, n int) (*articles.Document, error) { return read(src, max(n, MinHead)) }

// MinHead is the least number of bytes that ReadHead reads, so that title,
// byline and date are found.
const MinHead = 4 << 10

// read reads the source up to limit, or all of it where limit is negative.
func read(src Source, limit int) (*articles.Document, error) {
	if err := check(src.Data); err != nil {
		return nil, fmt.Errorf("%s %w", src.label(), err)
	}
	enc, mark := charset.Detect(src.Data)
	data := src.Data[mark:]
	if limit >= len(data) {
		limit = -1
	}
	var doc *articles.Document
	if src.format(enc, data) == Markdown {
		doc = readMarkdown(enc, data, limit)
	} else {
		doc = readPlain(enc, data, limit)
	}
	credits.Complete(doc)
	return doc, nil
}

func readMarkdown(enc charset.Encoding, data string, limit int) *articles.Document {
	if enc != charset.UTF8 {
		data = charset.Decode(enc, data)
	}
	meta, body := frontmatter.Split(data)
	doc := markdown.Parse(body, limit)
	doc.Meta = meta
	return doc
}

func readPlain(enc charset.Encoding, data string, limit int) *articles.Document {
	cut := len(data)
	if limit >= 0 {
		cut = charset.Cut(enc, data, limit+plain.Lookahead*unitSize(enc))
		limit /= unitSize(enc)
	}
	if cut == len(data) {
		limit = -1
	}
	text := clean.Of(charset.Decode(enc, data[:cut]))
	doc := &articles.Document{Text: text, Blocks: plain.Blocks(text.String(), limit)}
	if limit >= 0 {
		doc.Partial = true
		doc.Text = clean.Text{}
		if n := len(doc.Blocks); n > 0 {
			doc.Text = text.Slice(0, doc.Blocks[n-1].Span.End)
		}
	}
	return doc
}

// unitSize returns the bytes that a character takes up at least.
func unitSize(enc charset.Encoding) int {
	if enc == charset.UTF16LE || enc == charset.UTF16BE {
		return 2
	}
	return 1
}
