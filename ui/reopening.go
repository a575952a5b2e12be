package ui

import (
	"context"
	"errors"
	"path/filepath"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/compose"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// openKept opens an article of the shelf: the file that it is, where that is
// still there; what is kept of it; or what its address gives, where only a
// feed's words are here, and these where it gives nothing. It is shown at the
// span, unless that is empty.
func (a *app) openKept(row keep.Article, at articles.Span) tea.Cmd {
	return a.openFound(row, landing{at: at})
}

// openFound is openKept for what a search has found.
func (a *app) openFound(row keep.Article, to landing) tea.Cmd {
	if to.version = row.Version; a.kept.ID == row.ID && row.ID != 0 {
		return a.land(to)
	}
	lib, again := a.library, a.source(row)
	return a.begin(row.Title.String(), func(ctx context.Context, report func(Progress)) (Opened, error) {
		if lib == nil {
			return Opened{}, errNothingKept
		}
		var opened Opened
		var err error
		if again != nil && row.URL.IsEmpty() {
			if opened, err = again(ctx, report); err == nil {
				opened.Key = row.Key
				return to.in(ctx, opened)
			}
		}
		l, err := lib(ctx)
		if err != nil {
			return Opened{}, err
		}
		doc, err := l.Document(ctx, row.ID)
		switch {
		case err == nil:
			return to.in(ctx, Opened{Doc: doc, Key: row.Key})
		case !errors.Is(err, library.ErrNotFound):
			return Opened{}, err
		}
		why := errNoSource
		if again != nil {
			if opened, why = again(ctx, report); why == nil {
				opened.Key = row.Key
				return to.in(ctx, opened)
			}
		}
		if ctx.Err() != nil || row.Feed == 0 && row.Summary.IsEmpty() {
			return Opened{}, why
		}
		return Opened{Doc: excerptOf(row), Key: row.Key, Excerpt: true, Note: clean.Line("only what the feed says: " + why.Error())}, nil
	})
}

// errNoSource says that nothing leads back to an article.
var errNoSource = errors.New("it cannot be had again: it has no address")

// source returns what opens an article of the shelf where it came from, nil
// where nothing can.
func (a *app) source(row keep.Article) Opener {
	switch {
	case !row.URL.IsEmpty() && a.feeds != nil:
		return a.feeds.Article(row)
	case !row.URL.IsEmpty() && a.opener != nil:
		return a.opener(row.URL.String())
	case filepath.IsAbs(row.Key) && a.files != nil:
		return a.files(row.Key)
	}
	return nil
}

// reload opens the article again where it came from, in place of itself.
func (a *app) reload() tea.Cmd {
	open := a.source(a.kept)
	if open == nil {
		a.say("there is no address or file to read it from again")
		return nil
	}
	key := a.shelfKey
	cmd := a.begin(a.kept.Title.String(), func(ctx context.Context, report func(Progress)) (Opened, error) {
		opened, err := open(ctx, report)
		opened.Key = key
		return opened, err
	})
	a.opening.instead = true
	return tea.Batch(a.keepPlace(a.reading), cmd)
}

// excerptOf returns what a feed says of an article, to be read.
func excerptOf(row keep.Article) *articles.Document {
	var b compose.Builder
	b.Write(row.Title.String())
	b.End(articles.Block{Kind: articles.Heading, Level: 1}, false)
	b.Write(row.Summary.String())
	b.End(articles.Block{Kind: articles.Paragraph}, false)
	doc := b.Document()
	doc.Meta = articles.Meta{Title: row.Title, Byline: row.Byline, Source: row.Site, URL: row.URL, Date: row.Published}
	return doc
}
