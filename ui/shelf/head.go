package shelf

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles/clean"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// Head returns the rows over the list: the tabs with how much is in each, which
// article is selected and the order, and a rule with the filter in it.
func (p *Pane) Head() []string {
	l := p.layout()
	var rows []string
	if l.head > 0 {
		rows = append(rows, p.tabRow())
	}
	if l.head > 1 {
		label := ""
		if p.filter != "" {
			label = "/" + clean.Line(p.filter).String()
		}
		rows = append(rows, list.Rule(p.theme, p.width, label))
	}
	return rows
}

// tabRow returns the row with the tabs.
func (p *Pane) tabRow() string {
	left, right := p.head()
	return list.Row(p.theme, p.width, p.theme.Row, left, []list.Segment{list.Text(p.theme.Muted, right)})
}

// head returns the title and the names of the tabs, and at the right the order
// and which article is selected of how many. What there is no room for is left
// out: first the order, then the title, then the counts in the tabs.
func (p *Pane) head() (left []list.Segment, right string) {
	counted, bare := p.tabNames(true), p.tabNames(false)
	titled := append([]list.Segment{list.Text(p.theme.Title, " "+p.title.String()+" ")}, counted...)
	where := p.where()
	ordered := where
	switch {
	case p.tab == Feeds:
	case len(p.words) > 0:
		ordered = "the best first  " + where
	default:
		ordered = OrderName(p.sort) + "  " + where
	}
	for _, h := range []struct {
		left  []list.Segment
		right string
	}{{titled, ordered}, {titled, where}, {counted, where}} {
		if list.Width(h.left)+ansi.StringWidth(h.right) < p.width {
			return h.left, h.right
		}
	}
	return bare, where
}

// where tells which article is selected, and how many are marked.
func (p *Pane) where() string {
	if p.tab == Feeds {
		return ""
	}
	s := fmt.Sprintf("%d/%d", min(p.cursor.At+1, p.Len()), p.Len())
	if len(p.words) > 0 && p.width >= narrow {
		s += fmt.Sprintf(" of %d", p.rows.Len())
	}
	if !p.complete {
		s += "…"
	}
	if n := len(p.marked); n > 0 {
		s = fmt.Sprintf("%d marked  ", n) + s
	}
	return s + " "
}

// tabNames returns the names of the tabs, each after a space.
func (p *Pane) tabNames(counts bool) []list.Segment {
	var out []list.Segment
	for _, t := range p.shown() {
		name := t.String()
		if n := p.counts[t]; counts && n > 0 && (p.complete || apart(t) || apart(p.tab)) {
			name += fmt.Sprintf(" %d", n)
		}
		style := p.theme.Tab
		if t == p.tab {
			style = p.theme.TabNow
		}
		out = append(out, list.Text(theme.Style{}, " "), list.Text(style, name))
	}
	return out
}

// TabAt returns the tab that is named at a cell of the pane, and whether there
// is one.
func (p *Pane) TabAt(row, col int) (Tab, bool) {
	if row != 0 || p.layout().head == 0 {
		return 0, false
	}
	at, shown := 0, p.shown()
	left, _ := p.head()
	for _, s := range left {
		w := ansi.StringWidth(s.Text)
		if s.Style == p.theme.Tab || s.Style == p.theme.TabNow {
			if at <= col && col < at+w {
				return shown[0], true
			}
			shown = shown[1:]
		}
		at += w
	}
	return 0, false
}
