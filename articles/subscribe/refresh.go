// Package subscribe finds the feeds of pages, asks feeds for what is new, and
// gets the whole texts of what they bring.
//
//	found, err := subscribe.Discover(ctx, client, "gazette.example")
//	summary, err := subscribe.Refresher{Client: client, Store: library}.Refresh(ctx, feeds)
//
// Many are asked at once, but no more than two things of one host; each has its
// time, and one that fails stops none of the others. A host that says that it
// is asked too much, or that cannot be reached, is left alone for the rest of
// the round.
package subscribe

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"gloss/articles/clean"
	"gloss/articles/fetch"
	"gloss/articles/keep"
)

const (
	defaultWorkers  = 8
	defaultPerHost  = 2
	defaultPatience = 30 * time.Second
)

// A Store takes what feeds bring. *library.Library is one.
type Store interface {
	// AddItems takes items as unread articles and returns how many are new.
	AddItems(ctx context.Context, id keep.FeedID, items []keep.Item) (added int, err error)
	// Checked takes that a feed was asked, and what went wrong, if anything.
	Checked(ctx context.Context, id keep.FeedID, title, site clean.Text, failure string) error
}

// A Refresher asks feeds for what is new. Client and Store must be set; the
// other fields have good defaults.
type Refresher struct {
	Client   Client
	Store    Store
	Workers  int           // feeds asked at once: 8
	PerHost  int           // of one host: 2
	Patience time.Duration // for one feed: 30 s
	// Report, where it is not nil, is told of each feed that is done. It is
	// called by one goroutine at a time, not after Refresh has returned.
	Report func(Progress)
}

// A Progress tells how far a round is.
type Progress struct {
	Done, Of int // feeds, or articles
	New      int // articles that came so far
	Failed   int
	URL      string // of the one that is done
	Err      error  // what was wrong with it; nil for nothing
}

// A Summary tells what a round has brought.
type Summary struct {
	Done      int // feeds asked, or articles
	Unchanged int // feeds that had nothing to tell
	New       int // articles that came
	Failed    int
}

// errLeft says that a host is left alone.
var errLeft = errors.New("not asked, since its host could not be reached or asked to wait")

// Refresh asks the feeds for what is new and puts it into the store. What is
// wrong with a feed is told to the store. It returns an error when the store
// fails or ctx is done, with what was done before.
func (r Refresher) Refresh(ctx context.Context, feeds []keep.Feed) (Summary, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	addresses := make([]string, len(feeds))
	for i, f := range feeds {
		addresses[i] = f.URL
	}
	round := &round{of: len(feeds), tell: r.Report}
	pace{r.Workers, r.PerHost}.or(defaultWorkers, defaultPerHost).each(ctx, addresses, func(i int, leave bool) bool {
		f := feeds[i]
		added, unchanged, err := 0, false, errLeft
		if !leave {
			added, unchanged, err = r.refresh(ctx, f)
		}
		if ctx.Err() != nil {
			return false // broken off: that is not the feed's failure
		}
		var lost storeError
		if errors.As(err, &lost) {
			cancel(lost.error)
			return false
		}
		if err != nil {
			if e := r.Store.Checked(ctx, f.ID, f.Title, f.Site, err.Error()); e != nil && ctx.Err() == nil {
				cancel(fmt.Errorf("note what is wrong with a feed: %w", e))
				return false
			}
		}
		round.done(f.URL, added, unchanged, err)
		return !isOfHost(err, f.URL)
	})
	if ctx.Err() != nil {
		return round.sum, context.Cause(ctx)
	}
	return round.sum, nil
}

// A storeError is an error of the store, which all feeds would have.
type storeError struct{ error }

func (e storeError) Unwrap() error { return e.error }

// refresh asks one feed.
func (r Refresher) refresh(ctx context.Context, f keep.Feed) (added int, unchanged bool, err error) {
	patience := r.Patience
	if patience <= 0 {
		patience = defaultPatience
	}
	asking, stop := context.WithTimeout(ctx, patience)
	defer stop()
	origin := fetch.Linked
	if f.Typed {
		origin = fetch.Typed
	}
	page, err := r.Client.Get(asking, fetch.Request{URL: f.URL, Origin: origin})
	switch {
	case err != nil && ctx.Err() == nil && asking.Err() != nil:
		return 0, false, fmt.Errorf("%w: no answer within %v", fetch.Timeout, patience)
	case err != nil:
		return 0, false, err
	case page.Stale != nil:
		return 0, false, page.Stale
	}
	title, site := f.Title, f.Site
	// What has not changed was taken the last time, if that went well.
	unchanged = page.Status == 304 && !f.Checked.IsZero() && f.Failure.IsEmpty()
	if !unchanged {
		read, err := readFeed(page)
		if err != nil {
			return 0, false, err
		}
		if !read.Title.IsEmpty() {
			title = read.Title
		}
		if !read.Link.IsEmpty() {
			site = read.Link
		}
		if added, err = r.Store.AddItems(ctx, f.ID, itemsOf(read, f.URL)); err != nil {
			return 0, false, storeError{fmt.Errorf("keep the items of a feed: %w", err)}
		}
	}
	if err := r.Store.Checked(ctx, f.ID, title, site, ""); err != nil {
		return added, unchanged, storeError{fmt.Errorf("note that a feed was asked: %w", err)}
	}
	return added, unchanged, nil
}

// isOfHost tells whether a failure is of the host of an address rather than of
// the address, or of another host that it led to.
func isOfHost(err error, address string) bool {
	var failure *fetch.Failure
	if !errors.As(err, &failure) {
		return errors.Is(err, errLeft)
	}
	switch failure.Kind {
	case fetch.Busy, fetch.NoHost, fetch.Refused, fetch.NoRoute:
		return hostOf(failure.Address) == hostOf(address)
	}
	return false
}

// A round counts what is done.
type round struct {
	mu   sync.Mutex
	of   int
	sum  Summary
	tell func(Progress)
}

func (r *round) done(url string, added int, unchanged bool, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.sum.Done++
	r.sum.New += added
	if unchanged {
		r.sum.Unchanged++
	}
	if err != nil {
		r.sum.Failed++
	}
	if r.tell != nil {
		r.tell(Progress{Done: r.sum.Done, Of: r.of, New: r.sum.New, Failed: r.sum.Failed, URL: url, Err: err})
	}
}
