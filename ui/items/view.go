package items

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles/clean"
	"gloss/articles/feed"
	"gloss/articles/link"
	"gloss/ui/ago"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	l := p.layout()
	p.cursor.Scroll(l.perPage, p.Len())
	rows := make([]string, 0, p.height)
	if l.head > 0 {
		rows = append(rows, p.title())
	}
	if l.head > 1 {
		rows = append(rows, p.rule())
	}
	end := p.height - l.foot
	for place := p.cursor.First; place < p.Len() && place < p.cursor.First+l.perPage; place++ {
		for _, r := range p.rows(place, l) {
			if len(rows) < end {
				rows = append(rows, r)
			}
		}
	}
	if p.Len() == 0 && len(rows) < end {
		why := "no articles in this feed"
		if p.filter != "" {
			why = "nothing here has “" + clean.Line(p.filter).String() + "” in it"
		}
		rows = append(rows, list.Row(p.theme, p.width, p.theme.Row, []list.Segment{list.Text(p.theme.Muted, "  "+why)}, nil))
	}
	for len(rows) < end {
		rows = append(rows, list.Row(p.theme, p.width, p.theme.Row, nil, nil))
	}
	if l.foot > 0 {
		rows = append(rows, p.notice())
	}
	return rows
}

// title returns the row of the feed itself: its title, and which of how many
// items is selected.
func (p *Pane) title() string {
	count := fmt.Sprintf("%d/%d ", min(p.cursor.At+1, p.Len()), p.Len())
	if p.order != nil {
		count = fmt.Sprintf("%d/%d of %d ", min(p.cursor.At+1, p.Len()), p.Len(), len(p.feed.Items))
	}
	name := p.feed.Title.String()
	if name == "" {
		name = link.Host(p.feed.Link.String()).String()
	}
	if name == "" {
		name = "Feed"
	}
	left := []list.Segment{list.Text(p.theme.Title, " "+name)}
	if about := p.feed.Description.String(); about != "" && about != name && p.width >= narrow {
		left = append(left, list.Text(p.theme.Muted, "  "+about))
	}
	return list.Row(p.theme, p.width, p.theme.Row, left, []list.Segment{list.Text(p.theme.Muted, " "+count)})
}

// rule returns the line under the title, with the filter in it.
func (p *Pane) rule() string {
	label := ""
	if p.filter != "" {
		label = "/" + clean.Line(p.filter).String()
	}
	return list.Rule(p.theme, p.width, label)
}

// notice returns the row that tells what was left out of the feed.
func (p *Pane) notice() string {
	text := " " + p.feed.Notices[0].String()
	if more := len(p.feed.Notices) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return list.Row(p.theme, p.width, p.theme.Row, []list.Segment{list.Text(p.theme.Muted, text)}, nil)
}

// rows returns the rows of the item at a place.
func (p *Pane) rows(place int, l layout) []string {
	it := p.feed.Items[p.item(place)]
	base, lead := p.theme.Row, "   "
	if place == p.cursor.At {
		base, lead = p.theme.RowNow, " › "
	}
	title := theme.Style{Bold: it.Full}
	below := p.theme.Muted
	if place == p.cursor.At {
		// What is muted could hardly be read on the ground of the row.
		below = theme.Style{}
	}
	if l.text == 1 {
		var right []list.Segment
		if date := ago.Short(it.Date, p.now); date != "" {
			right = []list.Segment{list.Text(below, " "+date+" ")}
		}
		return []string{list.Row(p.theme, p.width, base, []list.Segment{list.Text(title, lead+it.Title.String())}, right)}
	}
	out := []string{list.Row(p.theme, p.width, base, []list.Segment{list.Text(title, lead+it.Title.String())}, nil)}
	base.Bold = false
	out = append(out, list.Row(p.theme, p.width, base, []list.Segment{list.Text(below, "   "+p.below(it))}, nil))
	if l.each > l.text {
		out = append(out, list.Row(p.theme, p.width, p.theme.Row, nil, nil))
	}
	return out
}

// below returns what stands beneath the title: by whom or where, when, and how
// it begins.
func (p *Pane) below(it feed.Item) string {
	var parts []string
	if by := it.Byline.String(); by != "" {
		parts = append(parts, ansi.Truncate(by, max(p.width/3, 12), "…"))
	} else if host := link.Host(it.Link.String()).String(); host != "" && host != link.Host(p.feed.Link.String()).String() {
		parts = append(parts, host)
	}
	if date := ago.Long(it.Date, p.now); date != "" {
		parts = append(parts, date)
	}
	if text := it.Summary.String(); text != "" && text != it.Title.String() {
		parts = append(parts, text)
	}
	return strings.Join(parts, " · ")
}
