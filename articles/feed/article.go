package feed

import (
	"fmt"
	"strings"

	"gloss/articles"
	"gloss/articles/compose"
	"gloss/articles/webpage"
)

// Article makes a document of the i-th item: its title as a heading, if it has
// one of its own, then the text that the feed carries of it, or the link where
// there is none. It panics where there is no such item.
func (f *Feed) Article(i int) *articles.Document {
	item := f.Items[i]
	var b compose.Builder
	if item.titled {
		b.Write(item.Title.String())
		b.End(articles.Block{Kind: articles.Heading, Level: 1}, false)
	}
	switch {
	case strings.TrimSpace(item.body.text) == "":
		item.pointer(&b)
	case item.body.isHTML():
		webpage.Fragment(&b, compose.Place{}, item.body.text, webpage.FragmentOptions{
			Base: item.base, XML: item.body.kind == inline, Lower: 1,
		})
	default:
		paragraphs(&b, item.body.text)
	}
	if item.cut {
		b.Notice(fmt.Sprintf("the text is cut at %s", size(len(item.body.text))))
	}
	doc := b.Document()
	doc.Meta = articles.Meta{
		ID: item.ID, Title: item.Title, Byline: item.Byline, Source: f.Title, URL: item.Link, Lang: f.Lang, Date: item.Date,
	}
	return doc
}

// pointer writes where an article is that the feed has no text of.
func (it Item) pointer(b *compose.Builder) {
	if it.Link.IsEmpty() {
		return
	}
	i := b.Open(articles.Link, it.Link)
	b.Write(it.Link.String())
	b.Close(i)
	b.End(articles.Block{}, false)
}

// paragraphs writes plain text: empty lines part paragraphs, and the lines in
// them are kept.
func paragraphs(b *compose.Builder, text string) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if strings.TrimSpace(line) == "" {
			b.End(articles.Block{}, false)
			continue
		}
		b.BreakLine()
		b.Write(line)
	}
	b.End(articles.Block{}, false)
}
