// Package markdown reads CommonMark with the extensions of GitHub (tables,
// strikethrough, task lists, bare links) into a document's text, blocks and
// inline spans.
//
// The text is what a reader sees: markup is gone, entities are decoded once,
// code is verbatim, and blocks are parted by an empty line, or by a line break
// where a list is tight. The source is parsed in chunks of some 16 KB, cut
// where no block goes on, so that its head costs little, memory stays low and
// nothing that is worse than linear in goldmark can grow with the file.
package markdown

import (
	"gloss/articles"
	"gloss/articles/compose"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// MaxDepth is how many quotations and list items a block can stand in. What is
// nested deeper is read as if it stood at this depth.
const MaxDepth = compose.MaxDepth

// Parse reads the Markdown source, without front matter, into a document
// without metadata. Where limit is not negative, only chunks that start before
// that byte of the source are read; the document says so in Partial. Bytes
// that are not UTF-8 are read as package charset does.
func Parse(source string, limit int) *articles.Document {
	if limit < 0 || limit > len(source) {
		limit = len(source)
	}
	r := newReader(definitions(source))
	c := chunker{source: source, target: chunkTarget}
	for c.off < limit {
		r.read(c.next())
	}
	doc := r.out.Document()
	doc.Partial = c.off < len(source)
	return doc
}

// reader gathers the blocks of chunks.
type reader struct {
	parser parser.Parser
	refs   references
	out    compose.Builder
}

func newReader(refs references) *reader {
	return &reader{
		parser: goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser(),
		refs:   refs,
	}
}

// read parses one chunk and appends its blocks.
func (r *reader) read(c chunk) {
	source := []byte(c.markdown())
	pc := &context{Context: parser.NewContext(), refs: r.refs}
	doc := r.parser.Parse(text.NewReader(source), parser.WithContext(pc))
	w := walker{source: source, out: &r.out}
	w.children(doc, compose.Place{}.Tight(c.tight))
}

// context gives every chunk the link reference definitions of the whole
// source.
type context struct {
	parser.Context
	refs references
}

// Reference returns the definition of a label: the first of the source.
func (c *context) Reference(label string) (parser.Reference, bool) {
	if ref, ok := c.refs[label]; ok {
		return ref, true
	}
	return c.Context.Reference(label)
}
