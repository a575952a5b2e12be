package subscribe

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gloss/articles"
	"gloss/articles/fetch"
	"gloss/articles/keep"
)

// maxFilled is how many articles a Filler gets in one round.
const maxFilled = 1000

// A Filler gets the whole texts of articles of which only a feed's summary is
// here. Open and Keep must be set; the other fields have good defaults.
type Filler struct {
	// Open returns an article from its address, which a feed gave: see Origin.
	Open func(ctx context.Context, a keep.Article) (*articles.Document, error)
	// Keep puts the text of an article onto the shelf.
	Keep     func(ctx context.Context, a keep.Article, doc *articles.Document) error
	Workers  int           // articles got at once: 8
	PerHost  int           // from one host: 2
	Patience time.Duration // for one article: 30 s
	Report   func(Progress)
}

// Fill gets the texts of the articles that have an address and are not whole
// yet, a thousand at the most. One that cannot be had is told in Report and stops
// none of the others. It returns an error when Keep fails or ctx is done, with
// what was done before.
func (f Filler) Fill(ctx context.Context, list []keep.Article) (Summary, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var wanted []keep.Article
	var addresses []string
	for _, a := range list {
		if a.Full || a.URL.IsEmpty() || len(wanted) == maxFilled {
			continue
		}
		wanted, addresses = append(wanted, a), append(addresses, a.URL.String())
	}
	round := &round{of: len(wanted), tell: f.Report}
	pace{f.Workers, f.PerHost}.or(defaultWorkers, defaultPerHost).each(ctx, addresses, func(i int, leave bool) bool {
		added, err := 0, errLeft
		if !leave {
			added, err = 1, f.fill(ctx, wanted[i])
		}
		if ctx.Err() != nil {
			return false
		}
		var lost storeError
		if errors.As(err, &lost) {
			cancel(lost.error)
			return false
		}
		if err != nil {
			added = 0
		}
		round.done(addresses[i], added, false, err)
		return !isOfHost(err, addresses[i])
	})
	if ctx.Err() != nil {
		return round.sum, context.Cause(ctx)
	}
	return round.sum, nil
}

// fill gets one text.
func (f Filler) fill(ctx context.Context, a keep.Article) error {
	patience := f.Patience
	if patience <= 0 {
		patience = defaultPatience
	}
	asking, stop := context.WithTimeout(ctx, patience)
	defer stop()
	doc, err := f.Open(asking, a)
	switch {
	case err != nil && ctx.Err() == nil && asking.Err() != nil:
		return fmt.Errorf("%w: no answer within %v", fetch.Timeout, patience)
	case err != nil:
		return err
	}
	if err := f.Keep(ctx, a, doc); err != nil {
		return storeError{fmt.Errorf("keep the text of an article: %w", err)}
	}
	return nil
}
