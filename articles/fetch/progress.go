package fetch

import (
	"net/http/httptrace"
	"sync"
	"time"
)

// A Phase is a stage of fetching.
type Phase int

// The phases, in their order. They start anew after a redirect.
const (
	LookingUp  Phase = iota // the host's address
	Connecting              // to the host, or to the proxy
	Securing                // the connection, by TLS
	Waiting                 // for the answer
	Receiving               // the answer's body
)

// String returns what is being done, as "looking up".
func (p Phase) String() string {
	switch p {
	case LookingUp:
		return "looking up"
	case Connecting:
		return "connecting"
	case Securing:
		return "securing the connection"
	case Waiting:
		return "waiting for an answer"
	}
	return "receiving"
}

// Progress is how far the fetching is.
type Progress struct {
	Phase    Phase
	Host     string // in normal form, with its port if that is not the scheme's own
	Received int64  // bytes of the body as they travel
	Total    int64  // bytes of the whole body as they travel, -1 where unknown
}

// A reporter remembers the progress and passes it on. Parts of net/http that
// outlive the request may call it late: then it does nothing.
type reporter struct {
	mu   sync.Mutex
	tell func(Progress) // nil once closed
	now  Progress
	last time.Time // when the number of bytes was last told
}

// often is how much time lies between two reports of bytes received.
const often = 50 * time.Millisecond

// host starts the phases anew with another host.
func (r *reporter) host(host string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now = Progress{Host: host, Total: -1}
	r.report()
}

// phase notes that a phase has begun. Two connections that are tried at once
// do not lead back.
func (r *reporter) phase(p Phase) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if p > r.now.Phase {
		r.now.Phase = p
		r.report()
	}
}

// expect notes that a body of total bytes begins.
func (r *reporter) expect(total int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now.Phase, r.now.Total = Receiving, max(total, -1)
	r.report()
}

// received notes how many bytes of the body have come.
func (r *reporter) received(n int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now.Received = n
	if now := time.Now(); n == r.now.Total || now.Sub(r.last) >= often {
		r.last = now
		r.report()
	}
}

// current returns the phase that goes on.
func (r *reporter) current() Phase {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.now.Phase
}

// close waits for a report that is being made; none is made after it.
func (r *reporter) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.tell = nil
}

func (r *reporter) report() {
	if r.tell != nil {
		r.tell(r.now)
	}
}

// trace returns the hooks by which net/http tells of the phases.
func (r *reporter) trace() *httptrace.ClientTrace {
	return &httptrace.ClientTrace{
		ConnectStart:      func(_, _ string) { r.phase(Connecting) },
		TLSHandshakeStart: func() { r.phase(Securing) },
		WroteRequest:      func(httptrace.WroteRequestInfo) { r.phase(Waiting) },
	}
}
