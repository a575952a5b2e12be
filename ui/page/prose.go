package page

import (
	"strings"

	"gloss/articles"
)

// proseTab is the distance of tab stops in prose, as terminals have it.
const proseTab = 8

// prose sets paragraphs, headings and captions: lines broken between words.
func (b *builder) prose(block *articles.Block, span articles.Span, f frame) {
	b.look = b.page.lookOf(block, span, b.page.base(block))
	w := wrap{text: b.page.doc.Text.String(), end: span.End, width: f.width, tab: proseTab, reflow: block.Reflow}
	b.lines(span.Start, w, f)
}

// lines sets the text from off to the end of w, at least one line.
func (b *builder) lines(off int, w wrap, f frame) {
	lead := f.first
	for once := true; once || off < w.end; once = false {
		end, next := w.line(off)
		b.decorate(lead...)
		b.write(off, end, w)
		b.close(off, true)
		off, lead = next, f.rest
	}
}

// rule sets a thematic break: a short rule in the middle of the column.
func (b *builder) rule(block *articles.Block, f frame) {
	n := f.width / 3
	b.decorate(f.first...)
	b.pad((f.width - n) / 2)
	b.decorate(decoration(strings.Repeat("─", n), n, b.page.ornament()))
	b.close(block.Span.Start, true)
}

// underline sets the rule below the title of an article.
func (b *builder) underline(block *articles.Block, f frame) {
	b.decorate(f.rest...)
	b.decorate(decoration(strings.Repeat("─", f.width), f.width, b.page.ornament()))
	b.close(block.Span.End, false)
}
