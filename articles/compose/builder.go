// Package compose puts documents together. Every reader of a format hands its
// text to a Builder, block by block, and the Builder cleans it on the way: no
// other package makes the text of a document from what was decoded.
//
//	var b compose.Builder
//	b.Write("Talks in Moscow")
//	b.End(articles.Block{Kind: articles.Heading, Level: 1}, false)
//	b.Write("They ended late.")
//	b.End(articles.Block{}, false)
//	doc := b.Document()
package compose

import (
	"unicode"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/clean"
)

// A Builder gathers a document's blocks. The text of the block that is being
// written is pending, and joins the rest when the block ends: with an empty
// line before it, or only a line break where it is Tight. The zero value is an
// empty document.
type Builder struct {
	text    clean.Builder
	blocks  []articles.Block
	inlines []articles.Inline
	notices []clean.Text

	pending clean.Buffer
	spans   []articles.Inline // of the pending block, in bytes of pending
	started int               // how many of them have a start
	softly  bool              // a line of the source ended here
}

// Write adds decoded text to the pending block.
func (b *Builder) Write(s string) {
	if s == "" {
		return
	}
	if b.softly {
		b.softly = false
		after, _ := utf8.DecodeRuneInString(s)
		if !isEastAsian(b.pending.Last()) || !isEastAsian(after) {
			b.pending.WriteString(" ")
		}
	}
	for i := len(b.spans) - 1; i >= b.started; i-- {
		if b.spans[i].Span.Start < 0 {
			b.spans[i].Span.Start = b.pending.Len()
		}
	}
	b.started = len(b.spans)
	b.pending.WriteString(s)
}

// Wrap notes that a line of the source ends, where the author did not mean to
// end one: a space comes before what is written next, except between
// characters of scripts that set none between words.
func (b *Builder) Wrap() { b.softly = true }

// BreakLine ends a line where the author wants it to end. A block does not
// start with one.
func (b *Builder) BreakLine() {
	b.softly = false
	if b.pending.Len() > 0 {
		b.pending.WriteString("\n")
	}
}

// Pending returns the length in bytes of the pending block's text.
func (b *Builder) Pending() int { return b.pending.Len() }

// Last returns the last character of the pending block's text, U+FFFD where
// there is none.
func (b *Builder) Last() rune { return b.pending.Last() }

// Len returns the length in bytes of the text of the blocks that have ended.
func (b *Builder) Len() int { return b.text.Len() }

// Blocks returns how many blocks have ended.
func (b *Builder) Blocks() int { return len(b.blocks) }

// Open starts an inline span of the pending block and returns its index, for
// Close. The span's start is known only when the next text comes, behind a
// line break or not.
func (b *Builder) Open(kind articles.InlineKind, target clean.Text) int {
	b.spans = append(b.spans, articles.Inline{Kind: kind, Target: target, Span: articles.Span{Start: -1}})
	return len(b.spans) - 1
}

// Close ends the span that Open returned. Spans are closed in the opposite
// order of their opening. An empty one is dropped when the block ends.
func (b *Builder) Close(i int) {
	span := &b.spans[i].Span
	span.End = b.pending.Len()
	if span.Start < 0 {
		span.Start = span.End
	}
}

// Drop takes a span that was closed back.
func (b *Builder) Drop(i int) { b.spans[i].Span.End = b.spans[i].Span.Start }

// Flatten makes line breaks and tabs of the pending text, from a byte on,
// plain blanks, so that a cell or a heading stays on its line.
func (b *Builder) Flatten(from int) { b.pending.Flatten(from) }

// End makes the pending text a block; its span is set here. Cells of a table
// are given in bytes of the pending text. An empty block is kept only where
// keep says so: its span is then empty and adds nothing to the text. End
// reports whether there is a block.
func (b *Builder) End(block articles.Block, keep bool) bool {
	defer b.reset()
	if block.Kind == articles.Paragraph || block.Kind == articles.Heading || block.Kind == articles.Caption {
		b.pending.TrimRight()
	}
	size := b.pending.Len()
	if size == 0 {
		if keep {
			block.Span = articles.Span{Start: b.text.Len(), End: b.text.Len()}
			b.blocks = append(b.blocks, block)
		}
		return keep
	}
	if b.text.Len() > 0 {
		if block.Tight {
			b.text.Break(1)
		} else {
			b.text.Break(2)
		}
	}
	start := b.text.Len()
	b.text.Add(&b.pending)
	block.Span = articles.Span{Start: start, End: b.text.Len()}
	for i := range block.Rows {
		for k := range block.Rows[i].Cells {
			block.Rows[i].Cells[k].Start += start
			block.Rows[i].Cells[k].End += start
		}
	}
	b.blocks = append(b.blocks, block)
	for _, in := range b.spans {
		in.Span.End = min(in.Span.End, size)
		if in.Span.Len() <= 0 {
			continue
		}
		in.Span.Start += start
		in.Span.End += start
		b.inlines = append(b.inlines, in)
	}
	return true
}

// Notice adds a line that says what was left out. The same line is added only
// once.
func (b *Builder) Notice(s string) {
	line := clean.Line(s)
	for _, n := range b.notices {
		if n == line {
			return
		}
	}
	b.notices = append(b.notices, line)
}

// Document returns the blocks that have ended as a document without metadata.
func (b *Builder) Document() *articles.Document {
	return &articles.Document{Text: b.text.Text(), Blocks: b.blocks, Inlines: b.inlines, Notices: b.notices}
}

func (b *Builder) reset() {
	b.pending.Reset()
	b.spans = b.spans[:0]
	b.started = 0
	b.softly = false
}

// isEastAsian tells whether r is of a script that sets no spaces between
// words, so that a line break in the source stands for nothing.
func isEastAsian(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60
}
