package items

import (
	"fmt"
	"time"
)

// date returns a date as it is read in a line: how long ago, within a week.
func (p *Pane) date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if p.now.IsZero() {
		return t.Format("2 Jan 2006")
	}
	t = t.In(p.now.Location())
	switch ago := p.now.Sub(t); {
	case ago < -time.Minute: // a clock is wrong, or it is announced
	case ago < time.Minute:
		return "just now"
	case ago < time.Hour:
		return fmt.Sprintf("%d min ago", ago/time.Minute)
	case ago < 24*time.Hour:
		return fmt.Sprintf("%d h ago", ago/time.Hour)
	case ago < 48*time.Hour:
		return "1 day ago"
	case ago < 7*24*time.Hour:
		return fmt.Sprintf("%d days ago", ago/(24*time.Hour))
	}
	if t.Year() == p.now.Year() {
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// shortDate returns a date as it stands in a column, in at most ten cells.
func (p *Pane) shortDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if p.now.IsZero() {
		return t.Format("2 Jan 2006")
	}
	t = t.In(p.now.Location())
	switch ago := p.now.Sub(t); {
	case ago < -time.Minute:
	case ago < time.Hour:
		return fmt.Sprintf("%d min", max(ago, 0)/time.Minute)
	case ago < 24*time.Hour:
		return fmt.Sprintf("%d h", ago/time.Hour)
	case ago < 48*time.Hour:
		return "1 day"
	case ago < 7*24*time.Hour:
		return fmt.Sprintf("%d days", ago/(24*time.Hour))
	}
	if t.Year() == p.now.Year() {
		return t.Format("2 Jan")
	}
	return t.Format("Jan 2006")
}
