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
	return list.Row(p.theme, p.width, p.theme.Row, p.tabs(), []list.Segment{list.Text(p.theme.Muted, p.status())})
}

// status tells which article is selected of how many, and the order.
func (p *Pane) status() string {
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
	if p.width >= wide {
		s = orderName(p.sort) + "  " + s
	}
	return s + " "
}

// tabs returns the title and the names of the tabs. Where there is not enough
// room, the title and then the counts are left out.
func (p *Pane) tabs() []list.Segment {
	room := p.width - ansi.StringWidth(p.status()) - 1
	left := p.tabNames(true)
	title := list.Text(p.theme.Title, " "+p.title.String()+" ")
	switch full := list.Width(left); {
	case full+ansi.StringWidth(title.Text) <= room:
		return append([]list.Segment{title}, left...)
	case full <= room:
		return left
	}
	return p.tabNames(false)
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
	for _, s := range p.tabs() {
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
