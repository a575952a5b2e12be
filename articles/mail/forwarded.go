package mail

import (
	"gloss/articles"
	"gloss/articles/compose"
)

// forwarded appends a message that is a part of another: its subject as a
// heading, who wrote it, and its text.
func (r *reader) forwarded(data string, depth int) {
	head, body := splitHeader(data)
	h, _ := parseHeader(head, r.limits)
	meta := metadata(h)
	if !meta.Title.IsEmpty() {
		r.b.Write(meta.Title.String())
		r.b.End(articles.Block{Kind: articles.Heading, Level: 2}, false)
	}
	line := meta.Byline.String()
	if !meta.Date.IsZero() {
		if line != "" {
			line += ", "
		}
		line += meta.Date.Format("2 January 2006")
	}
	r.b.Write(line)
	r.b.End(compose.Place{}.Block(articles.Paragraph), false)
	r.read(entity{header: h, body: body}, depth+1)
}
