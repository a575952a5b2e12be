package shelf

import (
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/ago"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	l := p.layout()
	p.cursor.Scroll(l.perPage, p.Len())
	rows := append(make([]string, 0, p.height), p.Head()...)
	for at := p.cursor.First; at < p.Len() && at < p.cursor.First+l.perPage; at++ {
		for _, r := range p.lines(at, l) {
			if len(rows) < p.height {
				rows = append(rows, r)
			}
		}
	}
	if p.Len() == 0 && len(rows) < p.height {
		for _, line := range p.empty() {
			if len(rows) < p.height {
				rows = append(rows, p.line(p.theme.Row, list.Text(p.theme.Muted, "  "+line)))
			}
		}
	}
	for len(rows) < p.height {
		rows = append(rows, p.line(p.theme.Row))
	}
	return rows
}

// line returns a row that has nothing at its right.
func (p *Pane) line(base theme.Style, left ...list.Segment) string {
	return list.Row(p.theme, p.width, base, left, nil)
}

// empty returns what is said where the list is empty.
func (p *Pane) empty() []string {
	switch {
	case !p.failure.IsEmpty():
		return append([]string{""}, strings.Split(ansi.Wrap(p.failure.String(), max(p.width-4, 1), ""), "\n")...)
	case !p.complete:
		return []string{"looking …"}
	case p.filter != "":
		return []string{"nothing here has “" + clean.Line(p.filter).String() + "” in it"}
	case p.tab == Unread && p.counts[All] > 0:
		return []string{"everything here is read"}
	case p.tab == Begun && p.counts[All] > 0:
		return []string{"nothing is left half read"}
	case p.tab == Removed:
		return []string{"nothing was removed"}
	}
	return append([]string{""}, strings.Split(p.hint.String(), "\n")...)
}

// lines returns the rows of the article at a place in the list.
func (p *Pane) lines(at int, l layout) []string {
	a := p.rows.articles[p.order[at]]
	texts := []string{a.Title.String(), a.Site.String(), a.Byline.String()}
	for _, t := range a.Tags {
		texts = append(texts, t.String())
	}
	if texts[titleField] == "" {
		texts[titleField] = a.Key
	}
	marks := make([][][2]int, len(texts))
	if len(p.words) > 0 {
		marks = p.rows.marks(p.order[at], p.words, texts)
	}
	now := at == p.cursor.At
	base, below := p.theme.Row, p.theme.Muted
	if now {
		// What is muted could hardly be read on the ground of the row.
		base, below = p.theme.RowNow, theme.Style{}
	}
	mark := theme.Style{FG: p.theme.Key.FG, Bold: true, Underline: theme.Single}
	marked := func(field int, style theme.Style) []list.Segment {
		return list.Marked(texts[field], marks[field], style, mark)
	}
	title := theme.Style{Bold: a.Unread()}
	left := append([]list.Segment{list.Text(theme.Style{}, p.lead(a, now))}, marked(titleField, title)...)
	var tags []list.Segment
	for i := range a.Tags {
		tags = append(append(tags, list.Text(below, " #")), marked(tagFields+i, below)...)
	}
	if l.each == 1 {
		left = append(left, tags...)
	}
	out := []string{list.Row(p.theme, p.width, base, left, p.right(a, l, below, marked))}
	if l.each == 1 {
		return out
	}
	base.Bold = false
	second := []list.Segment{list.Text(below, "     ")}
	part := func(segments []list.Segment) {
		if list.Width(segments) == 0 {
			return
		}
		if len(second) > 1 {
			second = append(second, list.Text(below, " · "))
		}
		second = append(second, segments...)
	}
	part(marked(siteField, below))
	part(marked(bylineField, below))
	if len(tags) > 0 {
		tags[0].Text = "#"
		part(tags)
	}
	if s := a.Summary.String(); s != texts[titleField] {
		part([]list.Segment{list.Text(below, s)})
	}
	return append(out, p.line(base, second...))
}

// lead returns the signs before the title: whether the article is selected,
// marked, unread.
func (p *Pane) lead(a keep.Article, now bool) string {
	lead := []string{" ", " ", " ", " "}
	if now {
		lead[0] = "›"
	}
	if p.marked[a.ID] {
		lead[1] = "✓"
	}
	if a.Unread() {
		lead[2] = "●"
	}
	return " " + strings.Join(lead, "")
}

// right returns what stands right of the title.
func (p *Pane) right(a keep.Article, l layout, style theme.Style, marked func(int, theme.Style) []list.Segment) []list.Segment {
	out := []list.Segment{list.Text(style, " ")}
	if l.site > 0 {
		out = append(out, list.Fit(marked(siteField, style), l.site)...)
		out = append(out, list.Text(style, " "))
	}
	notes := ""
	if a.Notes > 0 {
		notes = fmt.Sprintf("✎%d", min(a.Notes, 99))
	}
	if l.notes > 0 {
		out = append(out, list.Text(style, list.Column(notes, l.notes, true)+" "))
	}
	if l.bar > 0 {
		full := 0
		if begun(a) {
			full = max(int(a.Progress*float64(l.bar)+0.5), 1)
		}
		rest := l.bar - full
		if !begun(a) {
			rest = 0
		}
		out = append(out, list.Text(theme.Style{FG: p.theme.Sparkline.FG}, strings.Repeat("━", full)),
			list.Text(style, strings.Repeat("┄", rest)+strings.Repeat(" ", l.bar-full-rest)+" "))
	}
	if l.read > 0 {
		out = append(out, list.Text(style, list.Column(progress(a), l.read, true)+" "))
	}
	if l.date > 0 {
		out = append(out, list.Text(style, list.Column(ago.Short(when(a, p.sort), p.now), l.date, true)+" "))
	}
	return out
}

// progress tells how much of an article was read; "" for nothing.
func progress(a keep.Article) string {
	switch {
	case a.Read:
		return "read"
	case a.Progress > 0:
		return fmt.Sprintf("%d%%", min(max(int(a.Progress*100), 1), 99))
	}
	return ""
}

// when returns the time of an article that its row shows: when it
// was published, or added where that is the order or all that is known.
func when(a keep.Article, order keep.Order) time.Time {
	if order == keep.ByAdded || a.Published.IsZero() {
		return a.Added
	}
	return a.Published
}
