package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

func newLibrarySearch(std streams) *cobra.Command {
	var (
		asJSON bool
		limit  int
	)
	cmd := &cobra.Command{
		Use:   "search [flags] QUERY...",
		Short: "Search in titles, texts, notes and statements",
		Long: `Search lists where the words of the query stand in titles, texts, notes and
statements. All words must be there; "words in quotation marks" must stand
together, and a word that ends in * may go on.

  speaker:roe           statements of a speaker
  entity:"Jane Roe"     articles that name someone or something
  site:gazette  tag:x   articles of a site, or with a tag
  after:2015  before:2016-03-01`,
		Args: func(_ *cobra.Command, args []string) error {
			if limit < 1 {
				return usagef("--limit %d: at least one is needed", limit)
			}
			return needs(1, 0, "what to search for")(args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			query := keep.ParseQuery(strings.Join(args, " "))
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				hits, err := shelf.Search(ctx, query, limit, 0)
				if err != nil {
					return err
				}
				return writeList(std, asJSON, hits, "Nothing was found.", func(h keep.Hit) (any, []string) { return hitRecordOf(h), hitCells(h) })
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON, an object a line, on a terminal too")
	cmd.Flags().IntVar(&limit, "limit", 50, "how many hits at the most")
	return cmd
}

// whereNames are the names of what a search finds words in.
var whereNames = map[keep.Where]string{
	keep.InTitle: "title", keep.InBody: "body", keep.InNote: "note", keep.InStatement: "statement",
}

// A hitRecord is a hit as JSON. Marks are in code points of the snippet.
type hitRecord struct {
	Article articleRecord `json:"article"`
	Where   string        `json:"where"`
	Speaker string        `json:"speaker,omitempty"`
	Snippet string        `json:"snippet"`
	Marks   [][2]int      `json:"marks,omitempty"`
	Note    string        `json:"note,omitempty"`
}

func hitRecordOf(h keep.Hit) hitRecord {
	r := hitRecord{Article: recordOf(h.Article), Where: whereNames[h.Where], Speaker: h.Speaker.String(), Snippet: h.Snippet.String(), Note: h.Note}
	for _, mark := range h.Marks {
		r.Marks = append(r.Marks, codePoints(h.Snippet, mark))
	}
	return r
}

// codePoints returns a span of a text in code points.
func codePoints(text clean.Text, span articles.Span) [2]int {
	s := text.String()
	start := len([]rune(s[:span.Start]))
	return [2]int{start, start + len([]rune(s[span.Start:span.End]))}
}

// hitCells are the cells of a hit in a table.
func hitCells(h keep.Hit) []string {
	snippet := h.Snippet.String()
	if !h.Speaker.IsEmpty() {
		snippet = h.Speaker.String() + ": " + snippet
	}
	return []string{strconv.FormatInt(int64(h.Article.ID), 10), whereNames[h.Where], titleOf(h.Article), snippet}
}
