package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"gloss/articles"
	"gloss/articles/fetch"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/articles/open"
	"gloss/articles/subscribe"
	"gloss/ui/typeset"
)

func newFeedsRefresh(std streams) *cobra.Command {
	var full bool
	cmd := &cobra.Command{
		Use:   "refresh [flags] [FEED...]",
		Short: "Ask feeds for what is new, all of them unless some are given",
		Long: `Refresh puts what feeds have brought since the last time onto the shelf, unread.
With --full it also gets the texts of all unread articles that feeds brought, so
that they can be read offline. A feed that fails is told of on standard error; the
others are done, and the exit code is 1.`,
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				feeds, err := shelf.Feeds(ctx)
				if err != nil {
					return err
				}
				if len(args) > 0 {
					if feeds, err = feedsOf(feeds, args); err != nil {
						return err
					}
				}
				o := newOpener()
				failed, err := refreshFeeds(ctx, std, shelf, o, feeds)
				if err == nil && full {
					var unfilled bool
					unfilled, err = fillArticles(ctx, std, shelf, o, feeds)
					failed = failed || unfilled
				}
				if err == nil && failed {
					err = errReported
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&full, "full", false, "get the whole texts of unread articles too")
	return cmd
}

// refreshFeeds asks feeds for what is new, and reports whether one failed.
func refreshFeeds(ctx context.Context, std streams, shelf *library.Library, o *opener, feeds []keep.Feed) (failed bool, err error) {
	r := subscribe.Refresher{Client: o.client, Store: shelf, Report: reportFailures(std)}
	sum, err := r.Refresh(ctx, feeds)
	fmt.Fprintf(std.out, "%s, %s, %d unchanged, %d failed\n", typeset.Count(sum.Done, "feed"), typeset.Count(sum.New, "new article"), sum.Unchanged, sum.Failed)
	return sum.Failed > 0, err
}

// fillArticles gets the texts of the unread articles that feeds brought, and
// reports whether one could not be had.
func fillArticles(ctx context.Context, std streams, shelf *library.Library, o *opener, feeds []keep.Feed) (failed bool, err error) {
	var unread []keep.Article
	for _, f := range feeds {
		found, err := shelf.Articles(ctx, keep.Selection{Unread: true, Feed: f.ID, Order: keep.ByPublished})
		if err != nil {
			return false, err
		}
		unread = append(unread, found...)
	}
	sum, err := newFiller(shelf, o, feeds, reportFailures(std)).Fill(ctx, unread)
	fmt.Fprintf(std.out, "%s, %d failed\n", typeset.Count(sum.New, "text"), sum.Failed)
	return sum.Failed > 0, err
}

// newFiller returns what gets the whole texts of articles that feeds brought
// onto the shelf.
func newFiller(shelf *library.Library, o *opener, feeds []keep.Feed, report func(subscribe.Progress)) subscribe.Filler {
	k := newKeeper(shelf)
	return subscribe.Filler{
		Open: func(ctx context.Context, a keep.Article) (*articles.Document, error) {
			return o.page(ctx, a.URL.String(), subscribe.Origin(feeds, a))
		},
		Keep: func(ctx context.Context, a keep.Article, doc *articles.Document) error {
			_, err := k.keep(ctx, library.Entry{Doc: doc, Key: a.Key, Feed: a.Feed})
			return err
		},
		Report: report,
	}
}

// page reads the article at an address.
func (o *opener) page(ctx context.Context, address string, origin fetch.Origin) (*articles.Document, error) {
	src, _, err := o.fetch(ctx, address, origin, nil)
	if err != nil {
		return nil, err
	}
	if src.Detect() == open.Feed {
		return nil, fmt.Errorf("%s is a feed, not an article", address)
	}
	return o.article(ctx, src)
}

// reportFailures tells of each thing that failed.
func reportFailures(std streams) func(subscribe.Progress) {
	return func(p subscribe.Progress) {
		if p.Err != nil {
			fmt.Fprintf(std.err, "gloss: %s: %v\n", printable(p.URL), p.Err)
		}
	}
}
