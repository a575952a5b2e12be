package items

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles/clean"
	"gloss/articles/feed"
	"gloss/articles/link"
	"gloss/ui/theme"
)

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	l := p.layout()
	p.scroll(l)
	rows := make([]string, 0, p.height)
	if l.head > 0 {
		rows = append(rows, p.title())
	}
	if l.head > 1 {
		rows = append(rows, p.rule())
	}
	end := p.height - l.foot
	for place := p.first; place < p.Len() && place < p.first+l.perPage; place++ {
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
		rows = append(rows, p.paint(p.theme.Row, []segment{{p.theme.Muted, "  " + why}}, nil))
	}
	for len(rows) < end {
		rows = append(rows, p.paint(p.theme.Row, nil, nil))
	}
	if l.foot > 0 {
		rows = append(rows, p.notice())
	}
	return rows
}

// title returns the row of the feed itself: its title, and which of how many
// items is selected.
func (p *Pane) title() string {
	count := fmt.Sprintf("%d/%d ", min(p.sel+1, p.Len()), p.Len())
	if p.order != nil {
		count = fmt.Sprintf("%d/%d of %d ", min(p.sel+1, p.Len()), p.Len(), len(p.feed.Items))
	}
	name := p.feed.Title.String()
	if name == "" {
		name = link.Host(p.feed.Link.String()).String()
	}
	if name == "" {
		name = "Feed"
	}
	left := []segment{{p.theme.Title, " " + name}}
	if about := p.feed.Description.String(); about != "" && about != name && p.width >= narrow {
		left = append(left, segment{p.theme.Muted, "  " + about})
	}
	return p.paint(p.theme.Row, left, []segment{{p.theme.Muted, " " + count}})
}

// rule returns the line under the title, with the filter in it.
func (p *Pane) rule() string {
	label := ""
	if p.filter != "" {
		label = ansi.Truncate(" /"+clean.Line(p.filter).String()+" ", max(p.width-4, 0), "…")
	}
	line := strings.Repeat("─", max(p.width-ansi.StringWidth(label)-1, 0))
	return p.paint(p.theme.Row, []segment{{p.theme.Border, line}, {p.theme.Muted, label}, {p.theme.Border, "─"}}, nil)
}

// notice returns the row that tells what was left out of the feed.
func (p *Pane) notice() string {
	text := " " + p.feed.Notices[0].String()
	if more := len(p.feed.Notices) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return p.paint(p.theme.Row, []segment{{p.theme.Muted, text}}, nil)
}

// rows returns the rows of the item at a place.
func (p *Pane) rows(place int, l layout) []string {
	it := p.feed.Items[p.item(place)]
	base, lead := p.theme.Row, "   "
	if place == p.sel {
		base, lead = p.theme.RowNow, " › "
	}
	title := theme.Style{Bold: it.Full}
	below := p.theme.Muted
	if place == p.sel {
		// What is muted could hardly be read on the ground of the row.
		below = theme.Style{}
	}
	if l.text == 1 {
		var right []segment
		if date := p.shortDate(it.Date); date != "" {
			right = []segment{{below, " " + date + " "}}
		}
		return []string{p.paint(base, []segment{{title, lead + it.Title.String()}}, right)}
	}
	out := []string{p.paint(base, []segment{{title, lead + it.Title.String()}}, nil)}
	base.Bold = false
	out = append(out, p.paint(base, []segment{{below, "   " + p.below(it)}}, nil))
	if l.each > l.text {
		out = append(out, p.paint(p.theme.Row, nil, nil))
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
	if date := p.date(it.Date); date != "" {
		parts = append(parts, date)
	}
	if text := it.Summary.String(); text != "" && text != it.Title.String() {
		parts = append(parts, text)
	}
	return strings.Join(parts, " · ")
}
