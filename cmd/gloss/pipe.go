package main

import (
	"context"
	"io"
	"sync/atomic"
	"time"

	"gloss/articles/open"
	"gloss/ui"
)

// pipePatience is how long the first screen waits for the end of standard
// input. What writes to it may go on for long.
const pipePatience = 100 * time.Millisecond

// A pipe is standard input that is being read.
type pipe struct {
	received atomic.Int64  // bytes
	done     chan struct{} // is closed when src and err are there
	src      open.Source
	err      error
}

// readPipe begins to read standard input.
func readPipe(in io.Reader) *pipe {
	p := &pipe{done: make(chan struct{})}
	go func() {
		defer close(p.done)
		p.src, p.err = open.Reader(p.counting(in), "")
	}()
	return p
}

// counting returns a reader that counts what is read of in.
func (p *pipe) counting(in io.Reader) io.Reader { return pipeReader{in, &p.received} }

type pipeReader struct {
	io.Reader
	received *atomic.Int64
}

func (r pipeReader) Read(b []byte) (int, error) {
	n, err := r.Reader.Read(b)
	r.received.Add(int64(n))
	return n, err
}

// pipe returns what opens standard input when it has come to its end. A read of
// it cannot be broken off; it is left behind then.
func (o *opener) pipe(p *pipe) ui.Opener {
	return func(ctx context.Context, report func(ui.Progress)) (ui.Opened, error) {
		tick := time.NewTicker(50 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-p.done:
				if p.err != nil {
					return ui.Opened{}, p.err
				}
				return o.opened(ctx, p.src)
			case <-tick.C:
				report(ui.Progress{Stage: "reading standard input", Received: p.received.Load()})
			case <-ctx.Done():
				return ui.Opened{}, ctx.Err()
			}
		}
	}
}
