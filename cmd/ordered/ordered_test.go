package ordered_test

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"gloss/cmd/ordered"
)

func ExampleMap() {
	words := slices.Values([]string{"the", "quick", "brown", "fox"})
	upper := func(_ context.Context, s string) string { return strings.ToUpper(s) }
	for s := range ordered.Map(context.Background(), 4, words, upper) {
		fmt.Println(s)
	}
	// Output:
	// THE
	// QUICK
	// BROWN
	// FOX
}

// count yields 0 to n-1 and keeps in taken how many it has yielded.
func count(n int, taken *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapKeepsOrder(t *testing.T) {
	for _, jobs := range []int{-1, 0, 1, 2, 7, 100} {
		t.Run(fmt.Sprint(jobs), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var taken atomic.Int64
				// Every third item takes long, so that the ones after it are done first.
				square := func(_ context.Context, i int) int {
					if i%3 == 0 {
						time.Sleep(time.Second)
					}
					return i * i
				}
				next := 0
				for got := range ordered.Map(t.Context(), jobs, count(50, &taken), square) {
					if got != next*next {
						t.Fatalf("result %d is %d, want %d", next, got, next*next)
					}
					next++
				}
				if next != 50 {
					t.Errorf("got %d results, want 50", next)
				}
			})
		})
	}
}

func TestMapIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const jobs = 3
		var taken, running, most atomic.Int64
		work := func(_ context.Context, i int) int {
			most.Store(max(most.Load(), running.Add(1)))
			defer running.Add(-1)
			time.Sleep(time.Millisecond)
			return i
		}
		for got := range ordered.Map(t.Context(), jobs, count(1000, &taken), work) {
			time.Sleep(time.Second) // a slow caller
			synctest.Wait()
			if held := taken.Load() - int64(got); held > 4*jobs+1 {
				t.Fatalf("%d items held at result %d, want at most %d", held, got, 4*jobs+1)
			}
		}
		if most.Load() != jobs {
			t.Errorf("%d calls at a time, want %d", most.Load(), jobs)
		}
	})
}

func TestMapStops(t *testing.T) {
	tests := []struct {
		name string
		stop func(cancel context.CancelFunc) bool // whether the caller goes on ranging
	}{
		{"caller breaks", func(context.CancelFunc) bool { return false }},
		{"context is cancelled", func(cancel context.CancelFunc) bool { cancel(); return true }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			// synctest fails where a goroutine outlives the function.
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				var taken, running atomic.Int64
				work := func(ctx context.Context, i int) int {
					running.Add(1)
					defer running.Add(-1)
					select {
					case <-time.After(time.Duration(i) * time.Second):
					case <-ctx.Done():
					}
					return i
				}
				yielded := 0
				for range ordered.Map(ctx, 4, count(1_000_000, &taken), work) {
					if yielded++; yielded == 3 && !test.stop(cancel) {
						break
					}
				}
				if yielded != 3 {
					t.Errorf("%d results were yielded, want 3", yielded)
				}
				if running.Load() != 0 {
					t.Errorf("%d calls were still running", running.Load())
				}
				if n := taken.Load(); n > 100 {
					t.Errorf("%d items were taken after the end", n)
				}
			})
		})
	}
}
