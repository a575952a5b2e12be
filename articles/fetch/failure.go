package fetch

import (
	"context"
	"fmt"
	"time"

	"gloss/articles/clean"
)

// A Kind says what sort of thing went wrong. Kinds are errors, so that a
// caller may branch with errors.Is(err, fetch.NoHost), or look at the Kind of a
// *Failure.
type Kind string

func (k Kind) Error() string { return string(k) }

// The kinds of failure.
const (
	Address    Kind = "no address to fetch"    // neither http nor https, or malformed
	Private    Kind = "private address"        // of this machine or network, and nobody typed it
	Redirect   Kind = "refused redirect"       // too many, in a circle, to http, or nowhere
	NoHost     Kind = "no such host"           // or it could not be looked up
	Refused    Kind = "connection refused"     // nobody listens there
	NoRoute    Kind = "no route"               // no network, or no way to the host
	Timeout    Kind = "timed out"              // at any stage, or too slow
	Insecure   Kind = "no secure connection"   // a certificate that does not hold, or no common protocol
	Denied     Kind = "access denied"          // status 401, 403, 407 or 451
	Missing    Kind = "not found"              // status 404 or 410
	Busy       Kind = "too many requests"      // status 429
	Trouble    Kind = "trouble at the server"  // status 500 and above
	Unexpected Kind = "unexpected status"      // any other that brings no page
	TooLarge   Kind = "too large"              // packed, unpacked or in its header
	NotText    Kind = "not text"               // a picture, a sound, a film, a font
	Coding     Kind = "unknown content coding" // other than gzip and deflate, or several
	Broken     Kind = "broken off"             // the connection, or the packed data, ended early
	Malformed  Kind = "malformed answer"       // no proper HTTP
	Cancelled  Kind = "cancelled"              // by the caller; also wraps context.Canceled
)

// A Failure says why an address could not be fetched. All errors of this
// package are of this type.
type Failure struct {
	Kind       Kind
	Address    string        // in its normal form, and shortened; after redirects, the one that failed
	Status     int           // of the answer, where that is the failure; else 0
	RetryAfter time.Duration // what the server asks to wait, at most a day; 0 where it says nothing

	why string // what Error says of the address
}

// Error returns one line in lower case, without control characters: the
// address, and what is wrong with it.
func (f *Failure) Error() string {
	if f.Address == "" {
		return f.why
	}
	return f.Address + " " + f.why
}

// Unwrap returns the kind, and context.Canceled for Cancelled.
func (f *Failure) Unwrap() []error {
	if f.Kind == Cancelled {
		return []error{f.Kind, context.Canceled}
	}
	return []error{f.Kind}
}

// failf returns a failure; the caller knows the address.
func failf(kind Kind, format string, args ...any) *Failure {
	return &Failure{Kind: kind, why: fmt.Sprintf(format, args...)}
}

// line returns text of others as it may stand in a message: clean, on one line,
// and up to so many code points.
func line(s string, most int) string {
	if len(s) > 8*most { // a long text is not cleaned whole
		s = s[:8*most]
	}
	runes := []rune(clean.Line(s).String())
	if len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return string(runes)
}
