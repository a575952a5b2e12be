package articles

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gloss/articles/clean"
)

// Check returns an error that tells in which way the document is not as it must
// be: metadata of several lines, blocks out of order, spans that cross. What
// makes documents of bytes from outside in a form that could say anything, as
// that of a library, checks them.
func (doc *Document) Check() error {
	for _, s := range []clean.Text{doc.Meta.ID, doc.Meta.Title, doc.Meta.Byline, doc.Meta.Source, doc.Meta.URL, doc.Meta.Lang} {
		if clean.Line(s.String()) != s {
			return fmt.Errorf("metadata is not one clean line: %q", s)
		}
	}
	end := 0
	for i, b := range doc.Blocks {
		if err := inText(doc.Text.String(), b.Span); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if b.Span.Start < end {
			return fmt.Errorf("block %d starts at %d, before the end of the one before, %d", i, b.Span.Start, end)
		}
		end = b.Span.End
		if (b.Kind == Heading) != (b.Level >= 1 && b.Level <= 6) {
			return fmt.Errorf("block %d: kind %d, level %d", i, b.Kind, b.Level)
		}
		if b.Kind != Paragraph && b.Kind != Rule && b.Span.Len() == 0 {
			return fmt.Errorf("block %d is empty", i)
		}
		if err := rows(doc.Text.String(), b); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
	}
	return inlines(doc)
}

func inText(text string, s Span) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return fmt.Errorf("span %v is not in the text of %d bytes", s, len(text))
	}
	for _, off := range [...]int{s.Start, s.End} {
		if off < len(text) && !utf8.RuneStart(text[off]) {
			return fmt.Errorf("span %v has an end inside a code point", s)
		}
	}
	return nil
}

// rows checks that the cells of a table stand in order, tabs and line breaks
// between them.
func rows(text string, b Block) error {
	if b.Kind != Table {
		if b.Rows != nil {
			return errors.New("rows outside a table")
		}
		return nil
	}
	var lines []string
	for _, row := range b.Rows {
		var cells []string
		for _, c := range row.Cells {
			if err := inText(text, c); err != nil {
				return err
			}
			cells = append(cells, text[c.Start:c.End])
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	if got := strings.Join(lines, "\n"); got != text[b.Span.Start:b.Span.End] {
		return fmt.Errorf("cells give %q, the block is %q", got, text[b.Span.Start:b.Span.End])
	}
	return nil
}

func inlines(doc *Document) error {
	var open []Span
	block := 0
	for i, in := range doc.Inlines {
		s := in.Span
		if err := inText(doc.Text.String(), s); err != nil {
			return fmt.Errorf("inline %d: %w", i, err)
		}
		if s.Len() == 0 {
			return fmt.Errorf("inline %d is empty", i)
		}
		if i > 0 {
			before := doc.Inlines[i-1].Span
			if s.Start < before.Start || s.Start == before.Start && s.End > before.End {
				return fmt.Errorf("inline %d %v is out of order behind %v", i, s, before)
			}
		}
		for len(open) > 0 && open[len(open)-1].End <= s.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1].End < s.End {
			return fmt.Errorf("inline %d %v crosses %v", i, s, open[len(open)-1])
		}
		open = append(open, s)
		for block < len(doc.Blocks) && doc.Blocks[block].Span.End <= s.Start {
			block++
		}
		if block == len(doc.Blocks) || s.Start < doc.Blocks[block].Span.Start || s.End > doc.Blocks[block].Span.End {
			return fmt.Errorf("inline %d %v is in no block", i, s)
		}
	}
	return nil
}
