package compare

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/event"
	"gloss/ui/list"
)

// head returns how many rows are above the list.
func (p *Pane) head() int {
	switch {
	case p.height >= titled:
		return 3
	case p.height >= tabbed:
		return 1
	}
	return 0
}

// label names an article in a word or two: by its outlet where that tells the
// two apart, else by where it stands.
func (p *Pane) label(s event.Side) string {
	outlet, other := line(p.c.Sources[s].Article.Site), line(p.c.Sources[s.Other()].Article.Site)
	switch {
	case outlet != "" && list.Fold(outlet) != list.Fold(other):
		return outlet
	case p.beside():
		return [2]string{"the left one", "the right one"}[s]
	}
	return [2]string{"the first", "the second"}[s]
}

// titles returns the rows of the articles: two in each column, or one each.
func (p *Pane) titles() []string {
	var titles, sources [2][]list.Segment
	for _, s := range sides {
		a := p.c.Sources[s].Article
		title := line(a.Title)
		if title == "" {
			title = line(a.URL)
		}
		source := line(a.Site)
		if t := date(a); t != "" {
			source = strings.TrimPrefix(source+" · "+t, " · ")
		}
		titles[s] = []list.Segment{{Style: p.theme.Title, Text: " " + title}}
		sources[s] = []list.Segment{{Style: p.theme.Muted, Text: " " + source}}
	}
	if p.beside() {
		return []string{p.besides(titles), p.besides(sources)}
	}
	return []string{
		p.row(titles[0], []list.Segment{{Style: p.theme.Muted, Text: " " + ansi.Truncate(p.label(event.Left), p.width/3, "…") + " "}}),
		p.row(titles[1], []list.Segment{{Style: p.theme.Muted, Text: " " + ansi.Truncate(p.label(event.Right), p.width/3, "…") + " "}}),
	}
}

// besides returns a row of two columns.
func (p *Pane) besides(cells [2][]list.Segment) string {
	w := p.columns()
	return list.Row(p.theme, w[0], p.theme.Row, cells[0], nil) + p.edge() + list.Row(p.theme, w[1], p.theme.Row, cells[1], nil)
}

// edge returns what parts the columns.
func (p *Pane) edge() string { return p.theme.Paint(p.theme.Border, "│") }

// date returns the day of an article, "" where it is not known.
func date(a keep.Article) string {
	t := a.Published
	if t.IsZero() {
		t = a.Added
	}
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 Jan 2006")
}

// tabLine returns the row of the tabs, with the filter at its end.
func (p *Pane) tabLine() string {
	var left []list.Segment
	for t := range tabs {
		style := p.theme.Tab
		if t == p.tab {
			style = p.theme.TabNow
		}
		left = append(left, list.Segment{Style: style, Text: " " + [...]string{"Quoted", "Statements", "Names"}[t] + " "})
	}
	label := fmt.Sprintf(" %d in both · %d · %d ", p.sizes[0], p.sizes[1], p.sizes[2])
	if p.filter != "" {
		label = " /" + clean.Line(p.filter).String() + label
	}
	label = ansi.Truncate(label, max(p.width-list.Width(left)-4, 0), "…")
	rule := strings.Repeat("─", max(p.width-list.Width(left)-ansi.StringWidth(label)-1, 0))
	return p.row(append(left, list.Segment{Style: p.theme.Border, Text: rule}, list.Segment{Style: p.theme.Muted, Text: label}, list.Segment{Style: p.theme.Border, Text: "─"}), nil)
}
