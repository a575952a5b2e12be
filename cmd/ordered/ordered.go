// Package ordered runs work side by side and gives the results in the order
// in which the work came, holding only a bounded number of items at a time.
package ordered

import (
	"context"
	"iter"
)

// backlog is how many items for each worker may be done or waiting ahead of
// the one whose result is next, so that one slow item does not leave the other
// workers idle at once.
const backlog = 4

// Map calls f on every item of in, on at most jobs items at a time (one, where
// jobs is less), and yields the results in the order of the items. Items are
// taken from in only as results are used, so that no more than 4 x jobs + 1 of
// them, with their results, are held at any time.
//
// in is run in a goroutine of its own, and f is called in several. When ctx is
// done or the caller stops ranging, no further item is taken from in, and Map
// returns when in and all calls of f have returned. Results that are not
// yielded by then are dropped.
func Map[In, Out any](ctx context.Context, jobs int, in iter.Seq[In], f func(context.Context, In) Out) iter.Seq[Out] {
	jobs = max(jobs, 1)
	return func(yield func(Out) bool) {
		ctx, cancel := context.WithCancel(ctx)
		results := make(chan chan Out, backlog*jobs-1)
		go func() {
			defer close(results)
			slots := make(chan struct{}, jobs)
			for item := range in {
				result := make(chan Out, 1)
				select {
				case results <- result:
				case <-ctx.Done():
					return
				}
				select {
				case slots <- struct{}{}:
				case <-ctx.Done():
					close(result)
					return
				}
				go func() {
					defer func() { <-slots }()
					result <- f(ctx, item)
				}()
			}
		}()
		defer func() {
			cancel()
			for result := range results {
				<-result
			}
		}()
		for result := range results {
			select {
			case out, ok := <-result:
				if !ok || ctx.Err() != nil || !yield(out) {
					return
				}
			case <-ctx.Done():
				<-result
				return
			}
		}
	}
}
