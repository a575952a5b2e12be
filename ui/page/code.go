package page

import "gloss/articles"

const (
	codeTab    = 4
	codeIndent = 2    // cells before a line of code
	turn       = "↪ " // before what is left of a line too long for the page
	turnWidth  = 2
)

// code sets a block of code: its own lines, broken where the page ends.
func (b *builder) code(block *articles.Block, span articles.Span, f frame) {
	p := b.page
	b.look = p.codeLook(block, span)
	text := p.doc.Text.String()
	w := wrap{text: text, end: span.End, width: f.width - codeIndent, tab: codeTab, hard: true}
	lead := f.first
	turned := false
	for off, once := span.Start, true; once || off < span.End; once = false {
		b.decorate(lead...)
		b.pad(codeIndent)
		w.width = f.width - codeIndent
		if turned {
			b.decorate(decoration(turn, turnWidth, p.ornament()))
			w.width -= turnWidth
		}
		end, next := w.line(off)
		b.write(off, end, w)
		b.close(off, true)
		turned = next == end
		off, lead = next, f.rest
	}
}
