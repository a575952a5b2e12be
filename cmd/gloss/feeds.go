package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"gloss/articles/clean"
	"gloss/articles/fetch"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/articles/subscribe"
)

func newFeeds(std streams) *cobra.Command {
	list := newFeedsList(std)
	cmd := &cobra.Command{
		Use:   "feeds",
		Short: "List, add and refresh feeds, without a screen",
		Long: `Feeds keeps what brings articles to the shelf: feeds in RSS, Atom or JSON.

A FEED is named by its number or its address. Lists are tables on a terminal, else
JSON, an object a line.`,
		Example: `  gloss feeds add gazette.example
  gloss feeds refresh --full
  gloss feeds import feeds.opml`,
		Args: list.Args,
		RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, newFeedsAdd(std), newFeedsRemove(std), newFeedsRefresh(std), newFeedsImport(std), newFeedsExport(std))
	return cmd
}

func newFeedsList(std streams) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the feeds",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				feeds, err := shelf.Feeds(ctx)
				if err != nil {
					return err
				}
				return writeList(std, asJSON, feeds, "No feeds.", func(f keep.Feed) (any, []string) { return feedRecordOf(f), feedCells(f) })
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON, an object a line, on a terminal too")
	return cmd
}

// A feedRecord is a feed as JSON.
type feedRecord struct {
	ID      keep.FeedID `json:"id"`
	URL     string      `json:"url"`
	Title   string      `json:"title"`
	Site    string      `json:"site,omitempty"`
	Folder  string      `json:"folder,omitempty"`
	Added   string      `json:"added,omitempty"`
	Checked string      `json:"checked,omitempty"`
	Failure string      `json:"failure,omitempty"`
	Unread  int         `json:"unread"`
	Total   int         `json:"total"`
}

func feedRecordOf(f keep.Feed) feedRecord {
	return feedRecord{
		ID: f.ID, URL: f.URL, Title: f.Title.String(), Site: f.Site.String(), Folder: f.Folder.String(), Added: stamp(f.Added),
		Checked: stamp(f.Checked), Failure: f.Failure.String(), Unread: f.Unread, Total: f.Total,
	}
}

// feedCells are the cells of a feed in a table.
func feedCells(f keep.Feed) []string {
	title := clean.Line(f.Title.String())
	if title.IsEmpty() {
		title = clean.Line(f.URL)
	}
	last := clean.Line(f.URL).String()
	if !f.Failure.IsEmpty() {
		last = "failed: " + clean.Line(f.Failure.String()).String()
	}
	return []string{
		strconv.FormatInt(int64(f.ID), 10), fmt.Sprintf("%d/%d", f.Unread, f.Total), day(f.Checked),
		clean.Line(f.Folder.String()).String(), title.String(), last,
	}
}

func newFeedsAdd(std streams) *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "add [flags] ADDRESS...",
		Short: "Subscribe to feeds, by their addresses or by those of pages that name them",
		Long: `Add subscribes to feeds and puts their items onto the shelf, unread. ADDRESS is that
of a feed, or of a page that names one. What cannot be had is told of on standard
error; the others are added, and the exit code is 1.`,
		Args: func(_ *cobra.Command, args []string) error { return needs(1, 0, "an address")(args) },
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				client := newOpener().client
				return eachArgument(ctx, std, args, func(arg string) error {
					f, added, err := addFeed(ctx, shelf, client, arg, clean.Line(folder))
					if err == nil {
						_, err = fmt.Fprintf(std.out, "%d  %s: %d new\n", f.ID, clean.Line(f.Title.String()), added)
					}
					return err
				})
			})
		},
	}
	cmd.Flags().StringVar(&folder, "folder", "", "put them into this folder, parts parted by /")
	return cmd
}

// addFeed subscribes to the feed at an address, with the items that it has now.
func addFeed(ctx context.Context, shelf *library.Library, client *fetch.Client, address string, folder clean.Text) (keep.Feed, int, error) {
	found, err := subscribe.Discover(ctx, client, address)
	if err != nil {
		return keep.Feed{}, 0, err
	}
	found.Feed.Folder = folder
	f, added, err := keepFeed(ctx, shelf, found)
	if err == nil && !folder.IsEmpty() && f.Folder != folder {
		err = shelf.SetFolder(ctx, f.ID, folder)
	}
	return f, added, err
}

// keepFeed subscribes to a feed that was found, and returns how many of its
// items are new.
func keepFeed(ctx context.Context, shelf *library.Library, found subscribe.Found) (f keep.Feed, added int, err error) {
	if f, err = shelf.Subscribe(ctx, found.Feed); err != nil {
		return f, 0, err
	}
	if added, err = shelf.AddItems(ctx, f.ID, found.Items); err != nil {
		return f, 0, err
	}
	return f, added, shelf.Checked(ctx, f.ID, found.Feed.Title, found.Feed.Site, "")
}

func newFeedsRemove(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "remove FEED...",
		Short: "End subscriptions; the articles stay on the shelf",
		Args:  func(_ *cobra.Command, args []string) error { return needs(1, 0, "a feed")(args) },
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				feeds, err := shelf.Feeds(ctx)
				if err != nil {
					return err
				}
				chosen, err := feedsOf(feeds, args)
				if err != nil {
					return err
				}
				for _, f := range chosen {
					if err := shelf.Unsubscribe(ctx, f.ID); err != nil && !errors.Is(err, library.ErrNotFound) {
						return err
					}
				}
				return nil
			})
		},
	}
}

// feedsOf returns the feeds that arguments name: numbers or addresses.
func feedsOf(feeds []keep.Feed, args []string) ([]keep.Feed, error) {
	var out []keep.Feed
	for _, arg := range args {
		number, err := strconv.ParseInt(arg, 10, 64)
		found := false
		for _, f := range feeds {
			if err == nil && f.ID == keep.FeedID(number) || err != nil && (f.URL == arg || f.URL == keyOf(arg)) {
				out, found = append(out, f), true
				break
			}
		}
		if !found {
			return nil, fmt.Errorf("%s: no such feed", printable(arg))
		}
	}
	return out, nil
}
