package fetch

import (
	"fmt"
	"time"
)

// Limits bound what one Get may take. A field that is zero stands for its
// default.
type Limits struct {
	Dial      time.Duration // to look up a host and connect to it: 10 s
	Handshake time.Duration // to agree on a secure connection: 10 s
	Header    time.Duration // from the request to the end of the answer's header: 15 s
	Idle      time.Duration // between two pieces of the body: 15 s
	Total     time.Duration // for all of it, redirects included: 60 s

	Rate  int64         // least bytes a second that the body must come at: 1 KiB
	Grace time.Duration // how long the body may be slower at its start: 10 s

	HeaderBytes int64 // of an answer's header: 1 MiB
	Packed      int64 // bytes of a body under a content coding, as they travel: 32 MiB
	Unpacked    int64 // bytes of a body without its coding: 64 MiB
	Ratio       int64 // how many times its size a body may unpack to: 200
	RatioFloor  int64 // unpacked bytes up to which any ratio is fine: 4 MiB

	Redirects int // how many redirects are followed: 5; none where negative
}

// DefaultLimits returns the limits that a client has unless told otherwise.
func DefaultLimits() Limits {
	return Limits{
		Dial:        10 * time.Second,
		Handshake:   10 * time.Second,
		Header:      15 * time.Second,
		Idle:        15 * time.Second,
		Total:       60 * time.Second,
		Rate:        1 << 10,
		Grace:       10 * time.Second,
		HeaderBytes: 1 << 20,
		Packed:      32 << 20,
		Unpacked:    64 << 20,
		Ratio:       200,
		RatioFloor:  4 << 20,
		Redirects:   5,
	}
}

// orDefault returns l with its zero fields replaced by their defaults.
func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	for _, field := range []struct{ value, other *time.Duration }{
		{&l.Dial, &d.Dial},
		{&l.Handshake, &d.Handshake},
		{&l.Header, &d.Header},
		{&l.Idle, &d.Idle},
		{&l.Total, &d.Total},
		{&l.Grace, &d.Grace},
	} {
		if *field.value == 0 {
			*field.value = *field.other
		}
	}
	for _, field := range []struct{ value, other *int64 }{
		{&l.Rate, &d.Rate},
		{&l.HeaderBytes, &d.HeaderBytes},
		{&l.Packed, &d.Packed},
		{&l.Unpacked, &d.Unpacked},
		{&l.Ratio, &d.Ratio},
		{&l.RatioFloor, &d.RatioFloor},
	} {
		if *field.value == 0 {
			*field.value = *field.other
		}
	}
	if l.Redirects == 0 {
		l.Redirects = d.Redirects
	}
	return l
}

// inBytes returns a number of bytes as a reader likes it: "64 MiB", "1.5 KiB".
func inBytes(n int64) string {
	for _, unit := range []struct {
		bytes int64
		name  string
	}{{1 << 30, "GiB"}, {1 << 20, "MiB"}, {1 << 10, "KiB"}} {
		switch {
		case n < unit.bytes:
		case n%unit.bytes == 0:
			return fmt.Sprintf("%d %s", n/unit.bytes, unit.name)
		default:
			return fmt.Sprintf("%.1f %s", float64(n)/float64(unit.bytes), unit.name)
		}
	}
	return fmt.Sprintf("%d bytes", n)
}
