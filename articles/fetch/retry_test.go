package fetch

import (
	"testing"
	"time"
)

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		header string
		want   time.Duration
		words  string // "" where no wait is said
	}{
		{"", 0, ""},
		{"0", 0, ""},
		{"1", time.Second, "a second"},
		{" 90 ", 90 * time.Second, "90 seconds"},
		{"121", 121 * time.Second, "3 minutes"},
		{"7200", 2 * time.Hour, "120 minutes"},
		{"7201", 7201 * time.Second, "3 hours"},
		{"86399", 86399 * time.Second, "24 hours"},
		{"86400", maxRetry, "a day or more"},
		{"1000000000", maxRetry, "a day or more"},
		{"99999999999999999999999999", maxRetry, "a day or more"},
		{"Mon, 02 Mar 2026 10:01:00 GMT", time.Minute, "60 seconds"},
		{"Monday, 02-Mar-26 10:01:00 GMT", time.Minute, "60 seconds"},
		{"Sun, 01 Mar 2026 10:00:00 GMT", 0, ""},
		{"Fri, 31 Dec 9999 23:59:59 GMT", maxRetry, "a day or more"},
		{"-1", 0, ""},
		{"1.5", 0, ""},
		{"1e9", 0, ""},
		{"soon\x1b[2J", 0, ""},
		{"٣", 0, ""},
	} {
		got := retryAfter(test.header, now)
		if got != test.want {
			t.Errorf("retryAfter(%q) is %v, want %v", test.header, got, test.want)
		}
		if words := inWords(got); test.words != "" && words != test.words {
			t.Errorf("inWords(%v) is %q, want %q", got, words, test.words)
		}
	}
}

func FuzzRetryAfter(f *testing.F) {
	f.Add("120", int64(0))
	f.Add("Mon, 02 Mar 2026 10:01:00 GMT", int64(1772445600))
	f.Add("999999999999", int64(1<<40))
	f.Fuzz(func(t *testing.T, header string, now int64) {
		got := retryAfter(header, time.Unix(now%(1<<40), 0))
		if got < 0 || got > maxRetry {
			t.Errorf("retryAfter(%q) is %v", header, got)
		}
		checkMessage(t, inWords(got), "")
	})
}
