package items

import (
	"fmt"
	"time"
)

// date returns a date as it is read in a line: how long ago, within a week.
func (p *Pane) date(t time.Time) string {
	switch age, ok := p.age(t); {
	case ok && age == "0 min":
		return "just now"
	case ok:
		return age + " ago"
	}
	return p.day(t, "2 Jan 2006")
}

// shortDate returns a date as it stands in a column, in at most ten cells.
func (p *Pane) shortDate(t time.Time) string {
	if age, ok := p.age(t); ok {
		return age
	}
	return p.day(t, "Jan 2006")
}

// age tells how long ago a time within the last week was. A time to come has
// none: a clock is wrong, or it is announced.
func (p *Pane) age(t time.Time) (age string, ok bool) {
	if t.IsZero() || p.now.IsZero() {
		return "", false
	}
	switch ago := p.now.Sub(t); {
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

// day returns the day of a time: without the year where that is this one, and
// else in the layout given.
func (p *Pane) day(t time.Time, layout string) string {
	switch {
	case t.IsZero():
		return ""
	case p.now.IsZero():
		return t.Format("2 Jan 2006")
	}
	if t = t.In(p.now.Location()); t.Year() == p.now.Year() {
		layout = "2 Jan"
	}
	return t.Format(layout)
}
