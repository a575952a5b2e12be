package feed

import (
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/compose"
)

// Overview returns the feed as one document, for where a list cannot be shown:
// its title, and of each item the title with its link, by whom and when it was
// written, and the summary.
func (f *Feed) Overview() *articles.Document {
	var b compose.Builder
	b.Write(f.Title.String())
	b.End(articles.Block{Kind: articles.Heading, Level: 1}, false)
	b.Write(f.Description.String())
	b.End(articles.Block{}, false)
	for _, item := range f.Items {
		i := b.Open(articles.Link, item.Link)
		b.Write(item.Title.String())
		b.Close(i)
		if item.Link.IsEmpty() {
			b.Drop(i)
		}
		b.End(articles.Block{Kind: articles.Heading, Level: 2}, false)
		b.Write(item.credit())
		b.End(articles.Block{}, false)
		b.Write(item.Summary.String())
		b.End(articles.Block{}, false)
	}
	doc := b.Document()
	doc.Meta = articles.Meta{Title: f.Title, Lang: f.Lang, URL: f.Link, Source: f.Title}
	doc.Notices = append([]clean.Text(nil), f.Notices...)
	return doc
}

// credit tells in a line who wrote an item and when; "" where neither is known.
func (i Item) credit() string {
	var parts []string
	if !i.Byline.IsEmpty() {
		parts = append(parts, i.Byline.String())
	}
	if !i.Date.IsZero() {
		parts = append(parts, i.Date.Format("2 January 2006"))
	}
	return strings.Join(parts, " · ")
}
