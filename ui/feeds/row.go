package feeds

import (
	"fmt"
	"strings"

	"gloss/articles/keep"
	"gloss/articles/link"
	"gloss/ui/ago"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// narrow is the least columns at which it is told when a feed was asked last,
// and where it is from.
const narrow = 60

// feed returns the row of a feed.
func (p *Pane) feed(f keep.Feed, now bool) string {
	base, muted, lead := p.theme.Row, p.theme.Muted, "   "
	failed := p.theme.Error
	if now {
		// What is muted could hardly be read on the ground of the row.
		base, muted, failed, lead = p.theme.RowNow, theme.Style{}, theme.Style{}, " › "
		base.Bold = false
	}
	sign := "  "
	if f.Unread > 0 {
		sign = "● "
	}
	host := link.Host(f.URL).String()
	title := f.Title.String()
	if title == "" {
		title = host
	}
	left := []list.Segment{list.Text(theme.Style{}, lead+sign), list.Text(theme.Style{Bold: f.Unread > 0}, title)}
	switch {
	case !f.Failure.IsEmpty():
		left = append(left, list.Text(failed, "  ⚠ "+why(f)))
	case host != title && p.width >= narrow:
		left = append(left, list.Text(muted, "  "+host))
	}
	right := fmt.Sprintf(" %d/%d", f.Unread, f.Total)
	if p.width >= narrow {
		checked := ago.Short(f.Checked, p.now)
		if checked == "" {
			checked = "not yet"
		}
		right = list.Column(right, 10, true) + " " + list.Column(checked, 8, true)
	}
	return list.Row(p.theme, p.width, base, left, []list.Segment{list.Text(muted, right+" ")})
}

// why tells what was wrong with a feed, without its address, which is known.
func why(f keep.Feed) string {
	return strings.TrimPrefix(f.Failure.String(), f.URL+" ")
}
