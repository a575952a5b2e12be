package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"gloss/annotate/correct"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// The most bytes of a file of corrections that are read, and of one of them.
const (
	maxCorrections = 32 << 20
	maxCorrection  = 64 << 10
)

func newCorrectionsImport(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE|-...",
		Short: "Read corrections that were written before, or elsewhere",
		Long: `Import reads corrections as "gloss notes corrections" writes them. Those of an
article that is not on the shelf are left out. One that is here already, undone or
not, is left as it is.`,
		Args: func(_ *cobra.Command, args []string) error { return needs(1, 0, "a file or -")(args) },
		RunE: func(_ *cobra.Command, args []string) error {
			return withShelf(std, func(ctx context.Context, shelf *library.Library) error {
				return eachArgument(ctx, std, args, func(arg string) error {
					data, err := readArgument(ctx, std, arg, maxCorrections)
					if err != nil {
						return fmt.Errorf("%s: %w", printable(arg), err)
					}
					read, err := readCorrections(data)
					if err != nil {
						return fmt.Errorf("%s: %w", printable(arg), err)
					}
					sum, err := importCorrections(ctx, shelf, read)
					fmt.Fprintf(std.out, "%s: %d new, %d here already\n", printable(arg), sum.added, sum.known)
					if sum.lost > 0 {
						fmt.Fprintf(std.err, "gloss: %s: %d left out: on articles that are not on the shelf; add these first\n", printable(arg), sum.lost)
					}
					return err
				})
			})
		},
	}
}

// readCorrections reads corrections, all or none.
func readCorrections(data string) ([]correctionRecord, error) {
	if len(data) > maxCorrections {
		return nil, fmt.Errorf("read corrections: larger than %d bytes", maxCorrections)
	}
	var all []correctionRecord
	for d := json.NewDecoder(strings.NewReader(data)); ; {
		var r correctionRecord
		err := d.Decode(&r)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err == nil {
			err = checkCorrection(&r)
		}
		if err != nil {
			return nil, fmt.Errorf("read correction %d: %w", len(all)+1, err)
		}
		all = append(all, r)
	}
}

// checkCorrection checks a correction that was read, and writes what it does as
// this program would.
func checkCorrection(r *correctionRecord) error {
	id, err := uuid.Parse(r.ID)
	if err != nil {
		return fmt.Errorf("its id is no UUID")
	}
	var does correct.Correction
	if err := json.Unmarshal(r.Correction, &does); err != nil || does.Kind == "" {
		return errors.New("it does not say what it corrects")
	}
	if r.Correction, err = json.Marshal(does); err != nil {
		return err
	}
	if len(r.Correction) > maxCorrection {
		return fmt.Errorf("larger than %d bytes", maxCorrection)
	}
	if _, err := time.Parse(time.RFC3339Nano, r.Created); err != nil && r.Created != "" {
		return fmt.Errorf("its time %q is not in RFC 3339", r.Created)
	}
	r.ID = id.String()
	return nil
}

// importCorrections puts corrections onto the shelf.
func importCorrections(ctx context.Context, shelf *library.Library, read []correctionRecord) (sum imported, err error) {
	articles, err := correctable(ctx, shelf, "")
	if err != nil {
		return sum, err
	}
	removed, err := shelf.Articles(ctx, keep.Selection{Removed: true})
	if err != nil {
		return sum, err
	}
	articles = append(articles, removed...)
	known := make(map[string]bool)
	here, err := correctionsOf(ctx, shelf, articles)
	if err != nil {
		return sum, err
	}
	for _, c := range here {
		known[c.ID] = true
	}
	for _, r := range read {
		if known[r.ID] {
			sum.known++
			continue
		}
		c := keep.Correction{ID: r.ID, Data: r.Correction}
		if r.Created != "" {
			c.Created, _ = time.Parse(time.RFC3339Nano, r.Created) // readCorrections has checked it
		}
		if r.Article != "" {
			a, err := shelf.Find(ctx, keyOf(r.Article))
			if errors.Is(err, library.ErrNotFound) {
				sum.lost++
				continue
			}
			if err != nil {
				return sum, err
			}
			c.Article = a.ID
		}
		if _, err := shelf.PutCorrection(ctx, c); err != nil {
			return sum, err
		}
		known[r.ID] = true
		sum.added++
	}
	return sum, nil
}
