package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

func newLibrary(std streams) *cobra.Command {
	list := newLibraryList(std)
	cmd := &cobra.Command{
		Use:   "library",
		Short: "List, search and change what is on the shelf, without a screen",
		Long: `Library does without a screen what the shelf does: it lists the articles that are
kept, searches in them, prints them, adds and removes them.

An ARTICLE is named by its number on the shelf, by its address, or by the path of
its file. Lists are tables on a terminal, else JSON, an object a line.`,
		Example: `  gloss library --unread
  gloss library add https://example.org/story article.md
  gloss library search harvest speaker:roe after:2015
  gloss library said "Jane Roe"`,
		Args: list.Args,
		RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, newLibrarySearch(std), newLibraryShow(std), newLibraryAdd(std), newLibrarySaid(std))
	cmd.AddCommand(libraryChanges(std)...)
	cmd.AddCommand(newLibraryCheck(std), newLibraryRecover(std))
	return cmd
}

// orderNames are the names of the orders of the shelf, in the order of
// keep.Order.
var orderNames = []string{"activity", "added", "published", "title", "site", "progress"}

func newLibraryList(std streams) *cobra.Command {
	var (
		unread, removed, asJSON bool
		tag, site, sort         string
		limit                   int
	)
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the articles on the shelf",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			order := slices.Index(orderNames, sort)
			if order < 0 {
				return usagef("--sort %q: there are %s", sort, strings.Join(orderNames, ", "))
			}
			if limit < 0 {
				return usagef("--limit %d: a number of articles is needed", limit)
			}
			wanted := keep.Selection{
				Unread: unread, Removed: removed, Tag: clean.Line(tag), Site: clean.Line(site), Order: keep.Order(order), Limit: limit,
			}
			return listArticles(std, asJSON, wanted)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&unread, "unread", false, "only those that were not read")
	f.BoolVar(&removed, "removed", false, "those that were taken off the shelf")
	f.StringVar(&tag, "tag", "", "only those with this tag")
	f.StringVar(&site, "site", "", "only those of this site")
	f.StringVar(&sort, "sort", orderNames[0], strings.Join(orderNames, ", "))
	f.IntVar(&limit, "limit", 0, "how many at the most (default all)")
	f.BoolVar(&asJSON, "json", false, "write JSON, an object a line, on a terminal too")
	choices(cmd, "sort", orderNames...)
	return cmd
}

// listArticles lists the articles on the shelf that are wanted.
func listArticles(std streams, asJSON bool, wanted keep.Selection) error {
	return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
		found, err := shelf.Articles(ctx, wanted)
		if err != nil {
			return err
		}
		return writeList(std, asJSON, found, "No articles.", func(a keep.Article) (any, []string) { return recordOf(a), articleCells(a) })
	})
}

// An articleRecord is an article of the shelf as JSON.
type articleRecord struct {
	ID        keep.ArticleID `json:"id"`
	Key       string         `json:"key"`
	URL       string         `json:"url,omitempty"`
	Title     string         `json:"title"`
	Byline    string         `json:"byline,omitempty"`
	Site      string         `json:"site,omitempty"`
	Lang      string         `json:"lang,omitempty"`
	Summary   string         `json:"summary,omitempty"`
	Published string         `json:"published,omitempty"`
	Added     string         `json:"added,omitempty"`
	Opened    string         `json:"opened,omitempty"`
	Removed   string         `json:"removed,omitempty"`
	Words     int            `json:"words,omitempty"`
	Progress  float64        `json:"progress"`
	Read      bool           `json:"read"`
	Full      bool           `json:"full"`
	Version   string         `json:"version,omitempty"`
	Tags      []string       `json:"tags,omitempty"`
	Feed      keep.FeedID    `json:"feed,omitempty"`
	Notes     int            `json:"notes,omitempty"`
}

func recordOf(a keep.Article) articleRecord {
	return articleRecord{
		ID: a.ID, Key: clean.Line(a.Key).String(), URL: a.URL.String(), Title: a.Title.String(), Byline: a.Byline.String(), Site: a.Site.String(),
		Lang: a.Lang.String(), Summary: a.Summary.String(), Published: stamp(a.Published), Added: stamp(a.Added), Opened: stamp(a.Opened),
		Removed: stamp(a.Removed), Words: a.Words, Progress: a.Progress, Read: a.Read, Full: a.Full, Version: a.Version,
		Tags: stringsOf(a.Tags), Feed: a.Feed, Notes: a.Notes,
	}
}

// articleCells are the cells of an article in a table.
func articleCells(a keep.Article) []string {
	title := titleOf(a)
	for _, tag := range a.Tags {
		title += " #" + clean.Line(tag.String()).String()
	}
	return []string{strconv.FormatInt(int64(a.ID), 10), progressOf(a), day(dateOf(a)), clean.Line(a.Site.String()).String(), title}
}

// progressOf says how far an article was read.
func progressOf(a keep.Article) string {
	switch {
	case a.Read:
		return "read"
	case a.Unread():
		return "unread"
	}
	return fmt.Sprintf("%.0f %%", 100*a.Progress)
}

// dateOf returns when an article was published, else when it came to the shelf.
func dateOf(a keep.Article) time.Time {
	if a.Published.IsZero() {
		return a.Added
	}
	return a.Published
}

// titleOf returns what an article is called in a line.
func titleOf(a keep.Article) string {
	if !a.Title.IsEmpty() {
		return clean.Line(a.Title.String()).String()
	}
	return clean.Line(a.Key).String()
}

func stringsOf(texts []clean.Text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, t.String())
	}
	return out
}
