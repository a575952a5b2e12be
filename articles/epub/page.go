package epub

import (
	"strings"

	"gloss/articles"
	"gloss/articles/compose"
	"gloss/articles/webpage"
)

// page appends a page, which is HTML. Places in it that have a line of their
// own in the table of contents may begin with their title.
func (b *binding) page(name, page string) {
	added := webpage.Fragment(&b.b, compose.Place{}, page, webpage.FragmentOptions{
		Limits: webpage.Limits{Bytes: len(page) + 1}, // it is limited already
	})
	for _, e := range b.places[name] {
		if block, ok := added.Anchors[e.fragment]; ok {
			b.opened = append(b.opened, opened{block, heading{text: e.title, level: min(max(e.level, 1), 6)}})
		}
	}
}

// promote makes the paragraph that a chapter begins with a heading where it is
// the title that the table of contents gives.
func promote(doc *articles.Document, o opened) {
	if o.block >= len(doc.Blocks) {
		return
	}
	block := &doc.Blocks[o.block]
	text := block.Span.Of(doc.Text)
	if block.Kind == articles.Paragraph && len(block.Path) == 0 && fold(text) == fold(o.title.text) && !strings.Contains(text, "\n") {
		block.Kind, block.Level, block.Reflow = articles.Heading, o.title.level, false
	}
}
