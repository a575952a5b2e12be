package ago_test

import (
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"gloss/ui/ago"
)

var now = time.Date(2015, 12, 15, 18, 0, 0, 0, time.UTC)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		ago         time.Duration
		long, short string
	}{
		{0, "just now", "0 min"}, {-30 * time.Second, "just now", "0 min"}, {59 * time.Minute, "59 min ago", "59 min"}, {time.Hour, "1 h ago", "1 h"},
		{25 * time.Hour, "1 day ago", "1 day"}, {48 * time.Hour, "2 days ago", "2 days"}, {8 * 24 * time.Hour, "7 Dec", "7 Dec"},
		{400 * 24 * time.Hour, "10 Nov 2014", "Nov 2014"}, {-time.Hour, "15 Dec", "15 Dec"},
	} {
		at := now.Add(-c.ago)
		if long, short := ago.Long(at, now), ago.Short(at, now); long != c.long || short != c.short {
			t.Errorf("%v ago: %q, %q, want %q, %q", c.ago, long, short, c.long, c.short)
		}
	}
	var never time.Time
	if got := ago.Long(now, never) + "|" + ago.Short(now, never) + ago.Long(never, never) + ago.Short(never, now); got != "15 Dec 2015|15 Dec 2015" {
		t.Errorf("without a clock: %q", got)
	}
}

// A column of times within this age is never wider than eight cells.
func TestColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(0, 253402300799).Draw(t, "at"), 0)
		if s := ago.Short(at, now); ansi.StringWidth(s) > 8 {
			t.Fatalf("%q", s)
		}
	})
}
