package docform

import (
	"errors"
	"unicode/utf8"

	"gloss/articles"
)

// check returns an error where a document is not as package articles promises.
func check(doc *articles.Document) error {
	text := doc.Text.String()
	end := 0
	for _, b := range doc.Blocks {
		switch {
		case !inText(text, b.Span):
			return errors.New("a block is not in the text")
		case b.Span.Start < end:
			return errors.New("blocks are out of order")
		case (b.Kind == articles.Heading) != (b.Level >= 1):
			return errors.New("a level that does not fit its block")
		case b.Kind != articles.Paragraph && b.Kind != articles.Rule && b.Span.Len() == 0:
			return errors.New("a block is empty")
		case b.Kind == articles.Table && !fits(text, b):
			return errors.New("cells do not fit their table")
		}
		end = b.Span.End
	}
	return inlines(doc)
}

func inText(text string, s articles.Span) bool {
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(text) && boundary(text, s.Start) && boundary(text, s.End)
}

func boundary(text string, off int) bool { return off == len(text) || utf8.RuneStart(text[off]) }

// fits reports whether the cells of a table and the tabs and line breaks between
// them are all of it.
func fits(text string, b articles.Block) bool {
	off := b.Span.Start
	for i, row := range b.Rows {
		if i > 0 {
			if off >= b.Span.End || text[off] != '\n' {
				return false
			}
			off++
		}
		for j, c := range row.Cells {
			if j > 0 {
				if off >= b.Span.End || text[off] != '\t' {
					return false
				}
				off++
			}
			if c.Start != off || c.End > b.Span.End || !inText(text, c) {
				return false
			}
			off = c.End
		}
	}
	return off == b.Span.End
}

// inlines checks that inlines are in order, nest, and stay inside a block.
func inlines(doc *articles.Document) error {
	var open []articles.Span
	block := 0
	for i, in := range doc.Inlines {
		s := in.Span
		if s.Len() == 0 || !inText(doc.Text.String(), s) {
			return errors.New("an inline is empty or not in the text")
		}
		if i > 0 {
			before := doc.Inlines[i-1].Span
			if s.Start < before.Start || s.Start == before.Start && s.End > before.End {
				return errors.New("inlines are out of order")
			}
		}
		for len(open) > 0 && open[len(open)-1].End <= s.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1].End < s.End {
			return errors.New("inlines cross")
		}
		open = append(open, s)
		for block < len(doc.Blocks) && doc.Blocks[block].Span.End <= s.Start {
			block++
		}
		if block == len(doc.Blocks) || s.Start < doc.Blocks[block].Span.Start || s.End > doc.Blocks[block].Span.End {
			return errors.New("an inline is in no block")
		}
	}
	return nil
}
