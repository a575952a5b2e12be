package fetch

import (
	"net/http"
	"time"
)

// statusFailure returns why an answer with this status brings no page, or nil
// where it brings one. It says nothing that the server said but the numbers.
func statusFailure(status int, header http.Header, now time.Time) *Failure {
	f := &Failure{Status: status}
	switch {
	case status == http.StatusOK, status == http.StatusNonAuthoritativeInfo:
		return nil
	case status == http.StatusUnauthorized:
		f.Kind, f.why = Denied, "asks for a name and a password"
	case status == http.StatusForbidden:
		f.Kind, f.why = Denied, "may not be read by everyone"
	case status == http.StatusProxyAuthRequired:
		f.Kind, f.why = Denied, "cannot be reached: the proxy asks for a name and a password"
	case status == http.StatusUnavailableForLegalReasons:
		f.Kind, f.why = Denied, "is withheld for legal reasons"
	case status == http.StatusNotFound:
		f.Kind, f.why = Missing, "was not found"
	case status == http.StatusGone:
		f.Kind, f.why = Missing, "is gone for good"
	case status == http.StatusTooManyRequests:
		f.Kind, f.why = Busy, "was asked for too often"
	case status >= 500:
		f.Kind, f.why = Trouble, "cannot be read: the server is in trouble"
	default:
		f.Kind, f.why = Unexpected, "brings no page"
	}
	if f.Kind == Busy || f.Kind == Trouble {
		if f.RetryAfter = retryAfter(header.Get("Retry-After"), now); f.RetryAfter > 0 {
			f.why += "; try again in " + inWords(f.RetryAfter)
		}
	}
	f.why += failf("", " (status %d)", status).why
	return f
}
