package compare

import (
	"fmt"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/event"
	"gloss/ui/list"
	"gloss/ui/saying"
	"gloss/ui/theme"
)

const (
	// Rows of the pane from which the tabs stand over the list, and the titles of
	// the articles over them.
	tabbed, titled = 3, 8
	// airy is the least rows at which an empty one parts the groups.
	airy = 18
	// Lines that a statement takes at the most, and where it is chosen.
	lines, linesChosen = 3, 12
)

// sides are the articles, in order.
var sides = [2]event.Side{event.Left, event.Right}

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
	if head > 1 {
		rows = append(rows, p.titles()...)
	}
	if head > 0 {
		rows = append(rows, p.tabLine())
	}
	p.cursor.ScrollTall(p.room(), p.tall())
	rows = append(rows, p.cursor.TallRows(p.room(), len(p.items), p.rows)...)
	if len(p.items) == 0 && len(rows) < p.height {
		rows = append(rows, p.row([]list.Segment{{Style: p.theme.Muted, Text: "  " + p.nothing()}}, nil))
	}
	for len(rows) < p.height {
		rows = append(rows, p.row(nil, nil))
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

// SelectAt selects the line at a row and, where the articles stand side by
// side, the one at a column. It reports whether that was selected already.
func (p *Pane) SelectAt(row, col int) (already bool) {
	place := p.At(row)
	if place < 0 {
		return false
	}
	side := p.side
	if p.beside() {
		side = event.Left
		if col > p.columns()[0] {
			side = event.Right
		}
	}
	already = place == p.cursor.At && side == p.here()
	p.Select(place)
	p.side = side
	return already
}

// nothing says why the list is empty.
func (p *Pane) nothing() string {
	if p.filter != "" {
		return "nothing here has “" + clean.Line(p.filter).String() + "” in it"
	}
	return "neither article has any"
}

func (p *Pane) row(left, right []list.Segment) string {
	return list.Row(p.theme, p.width, p.theme.Row, left, right)
}

// columns returns the widths of the columns of the articles.
func (p *Pane) columns() [2]int {
	l := max((p.width-1)/2, 0)
	return [2]int{l, max(p.width-1-l, 0)}
}

// rows returns the rows of the line at a place, after the title of its group
// where it is the first one of it.
func (p *Pane) rows(place int, chosen bool) []string {
	it := p.items[place]
	var rows []string
	if it.begin {
		if place > 0 && p.height >= airy {
			rows = append(rows, p.row(nil, nil))
		}
		rows = append(rows, p.groupRow(it.group))
	}
	if p.beside() {
		return append(rows, p.besideRows(it, chosen)...)
	}
	if it.group == both && p.tab != Statements {
		return append(rows, p.sharedRow(it.at[0], chosen))
	}
	for _, s := range sides {
		if it.at[s] >= 0 {
			rows = append(rows, p.cell(it, s, p.width, chosen && s == p.here())...)
		}
	}
	return rows
}

// groupRow returns the title of a group.
func (p *Pane) groupRow(g group) string {
	title := func(text string, n int) []list.Segment {
		return []list.Segment{{Style: p.theme.Title, Text: " " + text}, {Style: p.theme.Muted, Text: fmt.Sprintf("  %d", n)}}
	}
	what := [...]string{"Quoted by ", "Said in ", "Named in "}[p.tab]
	switch g {
	case both:
		return p.row(title(what+"both", p.sizes[0]), nil)
	case left:
		return p.row(title(what+p.label(event.Left)+" only", p.sizes[1]), nil)
	case right:
		return p.row(title(what+p.label(event.Right)+" only", p.sizes[2]), nil)
	}
	return p.besides([2][]list.Segment{title(what+p.label(event.Left)+" only", p.sizes[1]), title(what+p.label(event.Right)+" only", p.sizes[2])})
}

// besideRows returns the rows of a line in two columns.
func (p *Pane) besideRows(it item, chosen bool) []string {
	widths := p.columns()
	var cells [2][]string
	for _, s := range sides {
		if it.at[s] >= 0 {
			cells[s] = p.cell(it, s, widths[s], chosen && s == p.here())
		}
	}
	rows := make([]string, 0, max(len(cells[0]), len(cells[1])))
	for i := range cap(rows) {
		var parts [2]string
		for _, s := range sides {
			if i < len(cells[s]) {
				parts[s] = cells[s][i]
			} else {
				parts[s] = list.Row(p.theme, widths[s], p.theme.Row, nil, nil)
			}
		}
		edge := p.edge()
		if i == 0 && it.group == both && p.tab == Statements {
			edge = p.theme.Paint(p.theme.Border, p.likeness(it.at[0]))
		}
		rows = append(rows, parts[0]+edge+parts[1])
	}
	return rows
}

// likeness returns a sign for how much a statement of both is the same.
func (p *Pane) likeness(i int) string {
	if p.c.Statements[i].Exact {
		return "="
	}
	return "≈"
}

// cell returns the rows of what one article has of a line.
func (p *Pane) cell(it item, s event.Side, width int, chosen bool) []string {
	if p.tab == Statements {
		l := saying.Layout{Width: width, Indent: 3, Lines: lines, Who: true, Chosen: chosen}
		if chosen {
			l.Lines = linesChosen
		}
		if s == event.Right && it.group == both && !p.beside() {
			l.Indent += 2 // it belongs to the one above
		}
		return saying.Rows(p.theme, p.statement(it.at[s], s), l)
	}
	n := p.name(it.at[s])
	base, lead := p.theme.Row, "   "
	if chosen {
		base, lead = p.theme.RowNow, " › "
	}
	return []string{list.Row(p.theme, width, base, p.nameOf(n.Ref[s], lead), []list.Segment{{Style: saying.Muted(p.theme, chosen), Text: fmt.Sprintf(" %d ", n.Count[s])}})}
}

// sharedRow returns the row of a name that both articles have, where they
// stand one under the other.
func (p *Pane) sharedRow(i int, chosen bool) string {
	n := p.name(i)
	base, lead := p.theme.Row, "   "
	if chosen {
		base, lead = p.theme.RowNow, " › "
	}
	first, second := theme.Style{}, theme.Style{}
	if chosen && p.side == event.Left {
		first.Underline = theme.Single
	} else if chosen {
		second.Underline = theme.Single
	}
	return list.Row(p.theme, p.width, base, p.nameOf(n.Ref[p.side], lead), []list.Segment{
		{Text: " "}, {Style: first, Text: fmt.Sprint(n.Count[0])}, {Text: " : "}, {Style: second, Text: fmt.Sprint(n.Count[1])}, {Text: " "},
	})
}

// nameOf returns a name with the sign of its type.
func (p *Pane) nameOf(r keep.Ref, lead string) []list.Segment {
	sign, style := saying.Sigil(p.theme, r)
	return []list.Segment{{Text: lead}, {Style: style, Text: sign}, {Text: " " + clean.Line(r.Name).String()}}
}
