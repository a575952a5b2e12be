package fetch

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// maxRetry is the longest wait that is taken for meant.
const maxRetry = 24 * time.Hour

// retryAfter returns the wait that a Retry-After header asks for, seen from
// now, up to maxRetry, and 0 where it asks for none or is malformed (RFC 9110,
// section 10.2.3).
func retryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if header == "" || len(header) > 64 {
		return 0
	}
	if strings.Trim(header, "0123456789") == "" {
		seconds, err := strconv.ParseInt(header, 10, 32)
		if err != nil { // too many digits
			return maxRetry
		}
		return min(time.Duration(seconds)*time.Second, maxRetry)
	}
	at, err := http.ParseTime(header)
	if err != nil {
		return 0
	}
	return max(0, min(at.Sub(now), maxRetry))
}

// inWords returns a wait in the largest unit that it fills, rounded up:
// "90 seconds", "3 minutes", "a day or more".
func inWords(wait time.Duration) string {
	up := func(unit time.Duration) string {
		return strconv.FormatInt(int64((wait+unit-1)/unit), 10)
	}
	switch {
	case wait >= maxRetry:
		return "a day or more"
	case wait > 2*time.Hour:
		return up(time.Hour) + " hours"
	case wait > 2*time.Minute:
		return up(time.Minute) + " minutes"
	case wait > time.Second:
		return up(time.Second) + " seconds"
	}
	return "a second"
}
