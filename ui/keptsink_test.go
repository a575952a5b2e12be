package ui

import (
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/feeds"
	"gloss/ui/hits"
	"gloss/ui/shelf"
)

// onShelfOf returns what was read as rows of the shelf: the article, and the
// items of the feed.
func onShelfOf(f found) []keep.Article {
	var rows []keep.Article
	if f.doc != nil {
		m := f.doc.Meta
		words := clean.Line(mentioned(f.doc.Text.String()).Of(f.doc.Text))
		rows = append(rows, keep.Article{
			ID: 1, Key: "key", URL: m.URL, Title: m.Title, Byline: m.Byline, Site: m.Source, Lang: m.Lang, Summary: words, Tags: []clean.Text{words}, Notes: 1,
		})
	}
	if f.feed != nil {
		for i, it := range f.feed.Items {
			rows = append(rows, keep.Article{ID: keep.ArticleID(i + 2), URL: it.Link, Title: it.Title, Byline: it.Byline, Summary: it.Summary, Site: f.feed.Title})
		}
	}
	return rows
}

// shelved lists what was read on the shelf, plain and filtered by its words, as
// what a search found, and as a feed.
func shelved(f found) []string {
	rows := onShelfOf(f)
	if len(rows) == 0 {
		return nil
	}
	var out []string
	add := func(view []string) { out = append(out, strings.Join(view, "\n")) }

	title := rows[0].Title
	list := shelf.New(colourful, title, title)
	list.SetSize(120, 30)
	list.SetRows(shelf.Prepare(rows), keep.ByActivity, true)
	list.Toggle()
	add(list.View())
	list.SetFilter(rows[0].Summary.String())
	add(list.View())

	all := make([]keep.Hit, 0, len(rows))
	for i, r := range rows {
		all = append(all, keep.Hit{
			Article: r, Where: keep.Where(i % 4), Snippet: r.Summary, Speaker: r.Title,
			Marks: []articles.Span{{Start: min(3, r.Summary.Len()), End: r.Summary.Len()}},
		})
	}
	found := hits.New(colourful)
	found.SetSize(120, 30)
	found.SetHits(title.String(), all, hits.Done)
	add(found.View())
	found.Fail(title.String())
	add(found.View())

	sub := feeds.New(colourful, title)
	sub.SetSize(120, 30)
	sub.SetFeeds([]keep.Feed{{ID: 1, URL: rows[0].URL.String(), Title: title, Folder: rows[0].Summary, Failure: rows[0].Summary}})
	add(sub.View())
	return out
}
