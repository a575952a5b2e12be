package index

import (
	"sort"

	"gloss/annotate"
	"gloss/articles"
)

// Input returns a document as the annotator takes it. Both count bytes of the
// same text.
func Input(doc *articles.Document) annotate.Input {
	return inputOf(doc, doc.Blocks)
}

// InputAround returns the part of a document that begins at the block over the
// byte at off and has at least size bytes, if there are so many. The offsets
// are those of the whole text.
func InputAround(doc *articles.Document, off, size int) annotate.Input {
	blocks := doc.Blocks
	lo := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > off })
	hi := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.Start >= off+size })
	return inputOf(doc, blocks[lo:max(lo, hi)])
}

func inputOf(doc *articles.Document, blocks []articles.Block) annotate.Input {
	in := annotate.Input{
		Text: doc.Text.String(), Title: doc.Meta.Title.String(), Lang: doc.Meta.Lang.String(), Date: doc.Meta.Date,
		Blocks: make([]annotate.Block, 0, len(blocks)),
	}
	for _, b := range blocks {
		if b.Kind != articles.Table {
			in.Blocks = append(in.Blocks, annotate.Block{Span: annotate.Span(b.Span), Kind: kindOf(b)})
			continue
		}
		// What stands in one cell has nothing to do with what stands in the next.
		for _, r := range b.Rows {
			for _, c := range r.Cells {
				in.Blocks = append(in.Blocks, annotate.Block{Span: annotate.Span(c), Kind: annotate.Item})
			}
		}
	}
	return in
}

func kindOf(b articles.Block) annotate.BlockKind {
	switch b.Kind {
	case articles.Heading:
		return annotate.Heading
	case articles.Code:
		return annotate.Verbatim
	}
	if n := len(b.Path); n > 0 {
		if b.Path[n-1].Kind == articles.Quotation {
			return annotate.Quotation
		}
		return annotate.Item
	}
	return annotate.Paragraph
}
