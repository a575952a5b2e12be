package subscribe

import (
	"context"
	"net/url"
	"sync"
	"sync/atomic"
)

// A pace says how many things are done at once.
type pace struct {
	workers int // in all
	perHost int // with one host
}

// or returns the pace with its zero fields replaced.
func (p pace) or(workers, perHost int) pace {
	if p.workers <= 0 {
		p.workers = workers
	}
	if p.perHost <= 0 {
		p.perHost = perHost
	}
	return p
}

// each calls do for each address at the pace, in order as far as that allows,
// and returns when all calls have. When do returns false for one, the host is
// to be left alone, and the calls for its other addresses are told so. After
// ctx is done no more calls begin.
func (p pace) each(ctx context.Context, addresses []string, do func(i int, leave bool) bool) {
	var order []string
	queues := make(map[string][]int)
	for i, address := range addresses {
		host := hostOf(address)
		if queues[host] == nil {
			order = append(order, host)
		}
		queues[host] = append(queues[host], i)
	}
	slots := make(chan struct{}, p.workers)
	var running sync.WaitGroup
	for _, host := range order {
		queue := queues[host]
		jobs := make(chan int, len(queue))
		for _, i := range queue {
			jobs <- i
		}
		close(jobs)
		leave := new(atomic.Bool)
		for range min(p.perHost, len(queue)) {
			running.Go(func() {
				for i := range jobs {
					select {
					case slots <- struct{}{}:
					case <-ctx.Done():
						return
					}
					if ctx.Err() == nil && !do(i, leave.Load()) {
						leave.Store(true)
					}
					<-slots
				}
			})
		}
	}
	running.Wait()
}

// hostOf returns the host and port of an address, and the address itself where
// it has none.
func hostOf(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return address
}
