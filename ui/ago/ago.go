// Package ago writes when something was, as a reader thinks of it: how long
// ago within a week, and the day before that.
package ago

import (
	"fmt"
	"time"
)

// Long returns a time as it is read in a line: "just now", "5 h ago",
// "10 Nov 2014". Without now, the zero time, the day is told. It is "" for the
// zero time.
func Long(t, now time.Time) string {
	switch age, ok := age(t, now); {
	case ok && age == "0 min":
		return "just now"
	case ok:
		return age + " ago"
	}
	return day(t, now, "2 Jan 2006")
}

// Short returns a time as it stands in a column, in at most ten cells, or
// eight where now is known.
func Short(t, now time.Time) string {
	if age, ok := age(t, now); ok {
		return age
	}
	return day(t, now, "Jan 2006")
}

// age tells how long ago a time within the last week was. A time to come has
// none: a clock is wrong, or it is announced.
func age(t, now time.Time) (age string, ok bool) {
	if t.IsZero() || now.IsZero() {
		return "", false
	}
	switch ago := now.Sub(t); {
	case ago < -time.Minute:
	case ago < time.Hour:
		return fmt.Sprintf("%d min", max(ago, 0)/time.Minute), true
	case ago < 24*time.Hour:
		return fmt.Sprintf("%d h", ago/time.Hour), true
	case ago < 48*time.Hour:
		return "1 day", true
	case ago < 7*24*time.Hour:
		return fmt.Sprintf("%d days", ago/(24*time.Hour)), true
	}
	return "", false
}

// day returns the day of a time in the zone of now: without the year where
// that is this one, and else in the layout given.
func day(t, now time.Time, layout string) string {
	switch {
	case t.IsZero():
		return ""
	case now.IsZero():
		return t.Format("2 Jan 2006")
	}
	if t = t.In(now.Location()); t.Year() == now.Year() {
		layout = "2 Jan"
	}
	return t.Format(layout)
}
