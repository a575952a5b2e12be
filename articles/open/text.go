package open

import (
	"fmt"

	"gloss/articles"
	"gloss/articles/charset"
	"gloss/articles/clean"
	"gloss/articles/frontmatter"
	"gloss/articles/link"
	"gloss/articles/markdown"
	"gloss/articles/plain"
)

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

// noteLeft says in the document that its source goes on.
func (s Source) noteLeft(doc *articles.Document) {
	if s.Left == 0 {
		return
	}
	line := fmt.Sprintf("only the first %d MB are shown", len(s.Data)>>20)
	if s.Left > 0 {
		line += fmt.Sprintf(" of %d MB", (int64(len(s.Data))+s.Left)>>20)
	}
	doc.Notices = append(doc.Notices, clean.Line(line))
}

// address returns the address that a document came from.
func address(url string) clean.Text { return link.Target(url, nil) }
