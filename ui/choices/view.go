package choices

import (
	"strings"

	"gloss/articles/clean"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// head is how many rows the title takes.
const head = 1

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	if p.height == 0 {
		return nil
	}
	rows := []string{p.head()}
	p.cursor.Scroll(p.perPage(), len(p.order))
	for at := p.cursor.First; at < len(p.order) && len(rows) < p.height; at++ {
		rows = append(rows, p.row(at))
	}
	if len(p.order) == 0 && len(rows) < p.height {
		why := "nothing to choose from"
		if p.filter != "" {
			why = "nothing here has “" + clean.Line(p.filter).String() + "” in it"
		}
		rows = append(rows, list.Row(p.theme, p.width, p.theme.Row, []list.Segment{{Style: p.theme.Muted, Text: "   " + why}}, nil))
	}
	for len(rows) < p.height {
		rows = append(rows, list.Row(p.theme, p.width, p.theme.Row, nil, nil))
	}
	return rows
}

// At returns the choice that View shows at a row of the pane, -1 where there
// is none.
func (p *Pane) At(row int) int {
	p.cursor.Scroll(p.perPage(), len(p.order))
	at := p.cursor.First + row - head
	if row < head || row >= p.height || at >= len(p.order) || p.choices[p.order[at]].Heading {
		return -1
	}
	return p.order[at]
}

func (p *Pane) perPage() int { return max(p.height-head, 1) }

// head returns the row of the title, drawn into the rule that parts the pane
// from what stands above it.
func (p *Pane) head() string {
	title := clean.Line(p.title.String()).String()
	if p.filter != "" {
		title += "  /" + clean.Line(p.filter).String()
	}
	left := []list.Segment{{Style: p.theme.Border, Text: "── "}, {Style: p.theme.Title, Text: title}, {Style: p.theme.Border, Text: " "}}
	if gap := p.width - list.Width(left); gap > 0 {
		left = append(left, list.Segment{Style: p.theme.Border, Text: strings.Repeat("─", gap)})
	}
	return list.Row(p.theme, p.width, theme.Style{}, left, nil)
}

// row returns the row of the choice at a place among those that are listed.
func (p *Pane) row(at int) string {
	c := p.choices[p.order[at]]
	if c.Heading {
		return list.Row(p.theme, p.width, p.theme.Row, []list.Segment{{Style: p.theme.Muted, Text: " " + clean.Line(c.Words.String()).String()}}, nil)
	}
	base, lead, muted := p.theme.Row, "   ", p.theme.Muted
	if at == p.cursor.At {
		// What is muted could hardly be read on the ground of the row.
		base, lead, muted = p.theme.RowNow, " › ", theme.Style{}
	}
	left := []list.Segment{{Text: lead}}
	if p.keyed() {
		left = append(left, list.Segment{Style: p.theme.Key, Text: list.Column(c.Key, 2, false)})
	}
	if c.Sign != "" {
		left = append(left, list.Segment{Style: c.Style, Text: c.Sign + " "})
	}
	left = append(left, list.Segment{Text: clean.Line(c.Words.String()).String()})
	var right []list.Segment
	if !c.More.IsEmpty() {
		right = []list.Segment{{Style: muted, Text: "  " + list.Column(clean.Line(c.More.String()).String(), min(len(c.More.String()), p.width/2), true) + " "}}
	}
	return list.Row(p.theme, p.width, base, left, right)
}

// keyed reports whether any choice has a key, so that all keep its column
// free.
func (p *Pane) keyed() bool {
	for _, i := range p.order {
		if p.choices[i].Key != "" {
			return true
		}
	}
	return false
}
