package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"gloss/annotate/export"
)

// annotateFlags are the flags of gloss annotate, as they are given.
type annotateFlags struct {
	format, only, date, output string
	jobs                       int
}

func newAnnotate(std streams) *cobra.Command {
	var flags annotateFlags
	cmd := &cobra.Command{
		Use:   "annotate [flags] FILE|URL|DIR|-...",
		Short: "Write who is in articles, who said what, and who belongs to what",
		Long: `Annotate writes the entities, statements and coalitions of articles.

FILE is an article in any format that gloss reads, or a feed, of which each item
is annotated as far as the feed carries it, or, with a name in .jsonl, a
corpus: one JSON object a line with "text" and, if known, "id", "title",
"date", "url" and "lang". URL is the address of an article or feed. DIR stands for the articles and corpora in it, in the
order of their names. "-" is standard input, which is taken for a corpus if it
begins with a JSON object.

The output keeps the order of the input. Its offsets count Unicode code points
of "text". An input that cannot be read, or a bad line, is told of on standard
error; the others are done, and the exit code is 1.`,
		Example: `  gloss annotate article.md
  gloss annotate --only quotes --format json article.md
  gloss annotate --jobs 4 --output found.jsonl corpus.jsonl
  gloss annotate --output found/ articles/`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no input is given: a file, a folder or - for standard input")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := flags.batch(std)
			if err != nil {
				return err
			}
			ctx, stop := interruptible(context.Background())
			defer stop()
			return b.run(ctx, args)
		},
	}
	names := formatNames()
	f := cmd.Flags()
	f.StringVar(&flags.format, "format", "", strings.Join(names, ", ")+" (default table on a terminal, else jsonl)")
	f.StringVar(&flags.only, "only", "", "write only these, separated by commas: entities, quotes, coalitions")
	f.IntVar(&flags.jobs, "jobs", runtime.NumCPU(), "how many articles to annotate at a time")
	f.StringVar(&flags.date, "date", "", "the date, as 2015-12-15, of articles that do not state theirs")
	f.StringVarP(&flags.output, "output", "o", "", "write to this file, or into this folder a file for each input")
	choices(cmd, "format", names...)
	choices(cmd, "only", "entities", "quotes", "coalitions")
	choices(cmd, "date")
	choices(cmd, "jobs")
	return cmd
}

// batch checks the flags and returns the work that they ask for.
func (f *annotateFlags) batch(std streams) (*batch, error) {
	b := &batch{std: std, jobs: f.jobs, output: f.output}
	if f.jobs < 1 {
		return nil, usagef("--jobs %d: at least one is needed", f.jobs)
	}
	if f.format == "" {
		b.format = export.JSONL
		if f.output == "" && term.IsTerminal(std.out.Fd()) {
			b.format = export.Table
		}
	} else {
		format, err := export.ParseFormat(f.format)
		if err != nil {
			return nil, usagef("--format: %w: there are %s", err, strings.Join(formatNames(), ", "))
		}
		b.format = format
	}
	parts, err := export.ParseParts(f.only)
	if err != nil {
		return nil, usagef("--only: %w: there are entities, quotes, coalitions", err)
	}
	b.only = parts
	if f.date != "" {
		if b.date, err = time.Parse(time.DateOnly, f.date); err != nil {
			return nil, usagef("--date %q is no date such as 2015-12-15", f.date)
		}
	}
	return b, nil
}

func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, fmt.Sprint(f))
	}
	return names
}
