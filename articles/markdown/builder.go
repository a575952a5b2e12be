package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/clean"
)

// builder puts the text together block by block. A block's text is gathered in
// pending, cleaned as it comes, and joins the rest when the block ends.
type builder struct {
	text    strings.Builder
	blocks  []articles.Block
	inlines []articles.Inline

	pending []byte
	cleaner clean.Appender
	spans   []articles.Inline // of the pending block, in bytes of pending
	started int               // how many of them have a start
	softly  bool              // a line of the source ended here
}

// write adds text to the pending block.
func (b *builder) write(s string) {
	if s == "" {
		return
	}
	if b.softly {
		b.softly = false
		before, _ := utf8.DecodeLastRune(b.pending)
		after, _ := utf8.DecodeRuneInString(s)
		if !isEastAsian(before) || !isEastAsian(after) {
			b.pending = b.cleaner.Append(b.pending, " ")
		}
	}
	for i := len(b.spans) - 1; i >= b.started; i-- {
		if b.spans[i].Span.Start < 0 {
			b.spans[i].Span.Start = len(b.pending)
		}
	}
	b.started = len(b.spans)
	b.pending = b.cleaner.Append(b.pending, s)
}

// breakLine ends a line where the author wants it to end. A block does not
// start with one.
func (b *builder) breakLine() {
	b.softly = false
	if len(b.pending) == 0 {
		return
	}
	b.pending = b.cleaner.Append(b.pending, "\n")
}

// open starts an inline span and returns its index, for close. The span's
// start is known only when the next text comes, behind a line break or not.
func (b *builder) open(kind articles.InlineKind, target string) int {
	b.spans = append(b.spans, articles.Inline{Kind: kind, Target: target, Span: articles.Span{Start: -1}})
	return len(b.spans) - 1
}

// close ends the span that open returned. An empty one is dropped by end.
func (b *builder) close(i int) {
	span := &b.spans[i].Span
	span.End = len(b.pending)
	if span.Start < 0 {
		span.Start = span.End
	}
}

// end makes the pending text a block. An empty block is kept only where keep
// says so: its span is then empty and adds nothing to the text.
func (b *builder) end(block articles.Block, keep bool) bool {
	textBytes := b.pending
	if block.Kind == articles.Paragraph || block.Kind == articles.Heading {
		textBytes = bytes.TrimRightFunc(textBytes, unicode.IsSpace)
	}
	defer b.reset()
	if len(textBytes) == 0 {
		if keep {
			block.Span = articles.Span{Start: b.text.Len(), End: b.text.Len()}
			b.blocks = append(b.blocks, block)
		}
		return keep
	}
	if b.text.Len() > 0 {
		b.text.WriteByte('\n')
		if !block.Tight {
			b.text.WriteByte('\n')
		}
	}
	start := b.text.Len()
	b.text.Write(textBytes)
	block.Span = articles.Span{Start: start, End: b.text.Len()}
	for i := range block.Rows {
		for k := range block.Rows[i].Cells {
			block.Rows[i].Cells[k].Start += start
			block.Rows[i].Cells[k].End += start
		}
	}
	b.blocks = append(b.blocks, block)
	for _, in := range b.spans {
		in.Span.End = min(in.Span.End, len(textBytes))
		if in.Span.Len() <= 0 {
			continue
		}
		in.Span.Start += start
		in.Span.End += start
		b.inlines = append(b.inlines, in)
	}
	return true
}

func (b *builder) reset() {
	b.pending = b.pending[:0]
	b.cleaner = clean.Appender{}
	b.spans = b.spans[:0]
	b.started = 0
	b.softly = false
}

// flatten makes white space in pending, from a position on, plain blanks, so
// that a cell or a heading stays on its line.
func (b *builder) flatten(from int) {
	for i, c := range b.pending[from:] {
		if c == '\n' || c == '\t' {
			b.pending[from+i] = ' '
		}
	}
}

// isEastAsian tells whether r is of a script that sets no spaces between
// words, so that a line break in the source stands for nothing.
func isEastAsian(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60
}

// within returns a path with one more container.
func within(path []articles.Container, c articles.Container) []articles.Container {
	return append(slices.Clip(path), c)
}

// drop takes a span that was closed back.
func (b *builder) drop(i int) { b.spans[i].Span.End = b.spans[i].Span.Start }
