package main

import (
	"context"
	"errors"
	"sync"

	"gloss/articles/bundled"
	"gloss/articles/fetch"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/articles/open"
	"gloss/articles/subscribe"
	"gloss/ui"
)

// A readerShelf is the shelf of a reader that runs: it is opened when it is
// first asked for, and again where that failed.
type readerShelf struct {
	opener *opener

	mu   sync.Mutex
	open *library.Library
}

// library returns the shelf. One that never had an article has the one that
// comes with the program on it, so that there is something to read.
func (s *readerShelf) library(ctx context.Context) (*library.Library, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open != nil {
		return s.open, nil
	}
	l, err := openShelf(ctx)
	if err != nil {
		return nil, err
	}
	if err := welcome(ctx, l); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	s.open = l
	return l, nil
}

// welcome puts the bundled article on a shelf that never had one.
func welcome(ctx context.Context, l *library.Library) error {
	for _, removed := range []bool{false, true} {
		any, err := l.Articles(ctx, keep.Selection{Removed: removed, Limit: 1})
		if err != nil || len(any) > 0 {
			return err
		}
	}
	doc, err := open.Read(ctx, bundled.Article(), open.Options{})
	if err != nil {
		return err
	}
	_, err = l.Keep(ctx, library.Entry{Doc: doc, Key: bundledKey})
	if errors.Is(err, library.ErrReadOnly) || errors.Is(err, library.ErrFull) {
		return nil // the shelf is of use without it
	}
	return err
}

// bundledKey is what the shelf knows the bundled article by.
const bundledKey = "gloss:bundled"

// close closes the shelf, if it was opened.
func (s *readerShelf) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open == nil {
		return nil
	}
	return s.open.Close()
}

// Refresh asks all feeds for what is new. It is for ui.Feeds.
func (s *readerShelf) Refresh(ctx context.Context, report func(ui.Round)) error {
	l, err := s.library(ctx)
	if err != nil {
		return err
	}
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return err
	}
	r := subscribe.Refresher{Client: s.opener.client, Store: l, Report: reportRound(report)}
	_, err = r.Refresh(ctx, feeds)
	return err
}

// Subscribe subscribes to the feed at an address, or to the first one that the
// page there names. It is for ui.Feeds.
func (s *readerShelf) Subscribe(ctx context.Context, address string) (f keep.Feed, others []keep.Feed, err error) {
	l, err := s.library(ctx)
	if err != nil {
		return f, nil, err
	}
	found, err := subscribe.Discover(ctx, s.opener.client, address)
	if err != nil {
		return f, nil, err
	}
	for _, o := range found.Others {
		others = append(others, keep.Feed{URL: o.URL, Title: o.Title})
	}
	f, _, err = keepFeed(ctx, l, found)
	return f, others, err
}

// reportRound tells the reader how far a round is.
func reportRound(report func(ui.Round)) func(subscribe.Progress) {
	return func(p subscribe.Progress) {
		report(ui.Round{Done: p.Done, Of: p.Of, New: p.New, Failed: p.Failed, Failure: p.Err})
	}
}

// Article returns what opens an article where it came from. It is for ui.Feeds.
func (s *readerShelf) Article(row keep.Article) ui.Opener {
	return func(ctx context.Context, report func(ui.Progress)) (ui.Opened, error) {
		origin := fetch.Linked
		if row.Feed != 0 {
			l, err := s.library(ctx)
			if err != nil {
				return ui.Opened{}, err
			}
			feeds, err := l.Feeds(ctx)
			if err != nil {
				return ui.Opened{}, err
			}
			origin = subscribe.Origin(feeds, row)
		}
		return s.opener.address(row.URL.String(), origin)(ctx, report)
	}
}

// Whole fetches the whole texts of articles. It is for ui.Feeds.
func (s *readerShelf) Whole(ctx context.Context, ids []keep.ArticleID, report func(ui.Round)) error {
	l, err := s.library(ctx)
	if err != nil {
		return err
	}
	rows, err := l.Articles(ctx, keep.Selection{IDs: ids})
	if err != nil {
		return err
	}
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return err
	}
	_, err = newFiller(l, s.opener, feeds, reportRound(report)).Fill(ctx, rows)
	return err
}

var _ ui.Feeds = (*readerShelf)(nil)
