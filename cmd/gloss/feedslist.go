package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"gloss/articles/clean"
	"gloss/articles/fetch"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/articles/link"
	"gloss/articles/opml"
)

func newFeedsImport(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE|-...",
		Short: "Subscribe to the feeds of lists in OPML",
		Long: `Import subscribes to the feeds of lists in OPML, without asking them yet. Only
addresses of the web count, and no feed of a list may lead to this machine or its
network: add one such with "gloss feeds add".`,
		Args: func(_ *cobra.Command, args []string) error { return needs(1, 0, "a file or -")(args) },
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				return eachArgument(ctx, std, args, func(arg string) error {
					list, err := readList(ctx, std, arg)
					if err != nil {
						return fmt.Errorf("%s: %w", printable(arg), err)
					}
					if list.Refused > 0 {
						fmt.Fprintf(std.err, "gloss: %s: %d left out: no address of the web\n", printable(arg), list.Refused)
					}
					if list.Beyond > 0 {
						fmt.Fprintf(std.err, "gloss: %s: %d left out: too many\n", printable(arg), list.Beyond)
					}
					added, err := importFeeds(ctx, shelf, list.Subscriptions)
					fmt.Fprintf(std.out, "%s: %d new, %d here already\n", printable(arg), added, len(list.Subscriptions)+list.Repeated-added)
					return err
				})
			})
		},
	}
}

// readList reads a list of feeds from a file, or from standard input.
func readList(ctx context.Context, std streams, arg string) (opml.List, error) {
	most := opml.DefaultLimits().Bytes
	data, err := readArgument(ctx, std, arg, most)
	if err != nil {
		return opml.List{}, err
	}
	return opml.Read(data, opml.Limits{Bytes: most})
}

// importFeeds subscribes to feeds and returns how many are new.
func importFeeds(ctx context.Context, shelf *library.Library, list []opml.Subscription) (added int, err error) {
	feeds, err := shelf.Feeds(ctx)
	if err != nil {
		return 0, err
	}
	known := make(map[string]bool, len(feeds))
	for _, f := range feeds {
		known[f.URL] = true
	}
	for _, s := range list {
		address, err := fetch.Normal(s.URL)
		if err != nil || known[address] {
			continue
		}
		known[address] = true
		title := s.Title
		if title.IsEmpty() {
			title = link.Host(address)
		}
		if _, err := shelf.Subscribe(ctx, keep.Feed{URL: address, Title: title, Site: s.Site, Folder: s.Folder}); err != nil {
			return added, err
		}
		added++
	}
	return added, nil
}

func newFeedsExport(std streams) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the feeds as a list in OPML",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				feeds, err := shelf.Feeds(ctx)
				if err != nil {
					return err
				}
				list := make([]opml.Subscription, len(feeds))
				for i, f := range feeds {
					list[i] = opml.Subscription{Title: f.Title, URL: f.URL, Site: f.Site, Folder: f.Folder}
				}
				return writeTo(std, output, func(w io.Writer) error { return opml.Write(w, clean.Line("Feeds"), list) })
			})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this file")
	return cmd
}
