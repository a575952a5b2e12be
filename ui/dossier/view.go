package dossier

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/list"
	"gloss/ui/saying"
	"gloss/ui/theme"
	"gloss/ui/typeset"
)

const (
	// narrow is the least columns at which an article takes one row, with its
	// outlet at the right.
	narrow = 60
	// airy is the least rows at which an empty one parts the articles.
	airy = 18
	// Rows of the pane from which there is a title over the list, the views under
	// it, and the names and months between.
	titled, tabbed, told = 3, 6, 10
)

// head returns how many rows are above the list.
func (p *Pane) head() int {
	switch {
	case p.height >= told:
		return 3
	case p.height >= tabbed:
		return 2
	case p.height >= titled:
		return 1
	}
	return 0
}

// room returns how many rows the list has.
func (p *Pane) room() int { return max(p.height-p.head(), 0) }

// tall tells the list's cursor how many rows the lines take.
func (p *Pane) tall() list.Tall {
	return list.Tall{Items: len(p.items), Rows: func(i int, chosen bool) int { return len(p.rows(i, chosen)) }}
}

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	rows := make([]string, 0, p.height)
	head := p.head()
	if head > 0 {
		rows = append(rows, p.title())
	}
	if head > 2 {
		rows = append(rows, p.names())
	}
	if head > 1 {
		rows = append(rows, p.tabs())
	}
	p.cursor.ScrollTall(p.room(), p.tall())
	rows = append(rows, p.cursor.TallRows(p.room(), len(p.items), p.rows)...)
	if len(p.items) == 0 && len(rows) < p.height {
		rows = append(rows, p.row(p.theme.Row, []list.Segment{{Style: p.theme.Muted, Text: "  " + p.nothing()}}, nil))
	}
	for len(rows) < p.height {
		rows = append(rows, p.row(p.theme.Row, nil, nil))
	}
	return rows
}

// At returns the place of the line that View shows at a row of the pane, -1
// where there is none.
func (p *Pane) At(row int) int {
	p.cursor.ScrollTall(p.room(), p.tall())
	if row >= p.height {
		return -1
	}
	return p.cursor.TallAt(row-p.head(), p.tall())
}

// nothing says why the list is empty.
func (p *Pane) nothing() string {
	switch {
	case p.filter != "":
		return "nothing here has “" + clean.Line(p.filter).String() + "” in it"
	case p.view == Said:
		return "no article has anything it said"
	case p.view == About:
		return "no article has anything that was said of it"
	}
	return "no article on the shelf names it"
}

func (p *Pane) row(base theme.Style, left, right []list.Segment) string {
	return list.Row(p.theme, p.width, base, left, right)
}

// title returns the row of the entity itself: its type, its name, and how many
// articles of how many outlets name it.
func (p *Pane) title() string {
	counts := typeset.Count(len(p.d.all), "article")
	if p.papers != len(p.d.all) {
		counts = fmt.Sprintf("%d of %s", p.papers, counts)
	}
	if p.d.papers > 0 && p.width >= narrow {
		counts += " · " + typeset.Count(p.d.papers, "outlet")
	}
	sign, style := saying.Sigil(p.theme, p.d.ref)
	return p.row(p.theme.Row,
		[]list.Segment{{Style: p.theme.Text, Text: " "}, {Style: style, Text: sign}, {Style: p.theme.Title, Text: " " + clean.Line(p.d.ref.Name).String()}},
		[]list.Segment{{Style: p.theme.Muted, Text: " " + counts + " "}})
}

// names returns the row of the other forms of the name, and of the months in
// which articles name it.
func (p *Pane) names() string {
	var right []list.Segment
	if !p.d.first.IsZero() {
		period := p.d.first.Format("Jan 2006")
		if last := p.d.last.Format("Jan 2006"); last != period {
			period += " – " + last
		}
		right = []list.Segment{{Style: p.theme.Sparkline, Text: " " + p.d.bars(max(min(p.width/4, 36), 4))}, {Style: p.theme.Muted, Text: " " + period + " "}}
	}
	if len(p.d.forms) == 0 || p.width < narrow {
		return p.row(p.theme.Row, append([]list.Segment{{Text: " "}}, right...), nil)
	}
	return p.row(p.theme.Row, []list.Segment{{Style: p.theme.Muted, Text: "   also " + strings.Join(p.d.forms, ", ")}}, right)
}

// tabs returns the row of the views, with the order and the filter at its end.
func (p *Pane) tabs() string {
	var left []list.Segment
	for v := range views {
		style := p.theme.Tab
		if v == p.view {
			style = p.theme.TabNow
		}
		left = append(left, list.Segment{Style: style, Text: fmt.Sprintf(" %s %d ", [...]string{"All", "Said", "Said of it"}[v], p.counts[v])})
	}
	label := p.order.String()
	if p.filter != "" {
		label = "/" + clean.Line(p.filter).String()
	}
	label = ansi.Truncate(" "+label+" ", max(p.width-list.Width(left)-4, 0), "…")
	line := strings.Repeat("─", max(p.width-list.Width(left)-ansi.StringWidth(label)-1, 0))
	left = append(left, list.Segment{Style: p.theme.Border, Text: line}, list.Segment{Style: p.theme.Muted, Text: label}, list.Segment{Style: p.theme.Border, Text: "─"})
	return p.row(p.theme.Row, left, nil)
}

// rows returns the rows of the line at a place.
func (p *Pane) rows(place int, chosen bool) []string {
	base, lead := p.theme.Row, "   "
	if chosen {
		base, lead = p.theme.RowNow, " › "
	}
	it := p.items[place]
	if s, ok := p.statement(it); ok {
		return p.statementRows(s, it.about, chosen)
	}
	rows := p.articleRows(it.article, base, lead, chosen)
	if place > 0 && p.height >= airy {
		rows = append([]string{p.row(p.theme.Row, nil, nil)}, rows...)
	}
	return rows
}

// articleRows returns the rows of an article: its date, title and outlet, and
// how much of the entity it has.
func (p *Pane) articleRows(article int, base theme.Style, lead string, chosen bool) []string {
	a := p.d.all[article]
	muted := saying.Muted(p.theme, chosen)
	day := ""
	if t := date(a.Article); !t.IsZero() {
		day = t.Format("2 Jan 2006")
	}
	title := line(a.Article.Title)
	if title == "" {
		title = line(a.Article.URL)
	}
	outlet := p.d.outlets[article]
	var has []string
	if n := len(a.Said); n > 0 {
		has = append(has, fmt.Sprintf("%d said", n))
	}
	if n := len(a.About); n > 0 {
		has = append(has, fmt.Sprintf("%d of it", n))
	}
	switch n := a.Entity.Mentions; {
	case len(has) > 0:
	case n > 0:
		has = append(has, fmt.Sprintf("named %d×", n))
	default:
		has = append(has, "not by name")
	}
	if p.width >= narrow {
		right := strings.Join(has, " · ")
		if outlet != "" {
			right = ansi.Truncate(outlet, p.width/4, "…") + "  " + right
		}
		return []string{p.row(base,
			[]list.Segment{{Style: muted, Text: lead + list.Column(day, 12, false)}, {Style: theme.Style{Bold: true}, Text: title}},
			[]list.Segment{{Style: muted, Text: "  " + right + " "}})}
	}
	below := []string{}
	for _, part := range append([]string{day, outlet}, has...) {
		if part != "" {
			below = append(below, part)
		}
	}
	under := base
	under.Bold = false
	return []string{
		p.row(base, []list.Segment{{Style: theme.Style{Bold: true}, Text: lead + title}}, nil),
		p.row(under, []list.Segment{{Style: muted, Text: "   " + strings.Join(below, " · ")}}, nil),
	}
}

// Lines that a statement takes at the most, and where it is chosen.
const lines, linesChosen = 2, 12

// statementRows returns the rows of a statement.
func (p *Pane) statementRows(s keep.Statement, about, chosen bool) []string {
	l := saying.Layout{Width: p.width, Indent: 6, Lines: lines, Who: about, Chosen: chosen}
	if p.width < narrow {
		l.Indent = 3
	}
	if chosen {
		l.Lines = linesChosen
	}
	return saying.Rows(p.theme, s, l)
}
