package margin

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/ui/typeset"
)

// len returns the number of items that pass the filter.
func (v *view) len() int {
	if v.order == nil {
		return v.list.len()
	}
	return len(v.order)
}

// at returns the item at a place among those that pass the filter.
func (v *view) at(i int) int {
	if v.order == nil {
		return i
	}
	return v.order[i]
}

// find returns the place of an item among those that pass the filter, or -1.
func (v *view) find(item int) int {
	if v.order == nil {
		if item < v.list.len() {
			return item
		}
		return -1
	}
	return slices.Index(v.order, item)
}

// apply sets the filter.
func (v *view) apply(filter string) {
	v.filter, v.order = filter, nil
	if want := strings.ToLower(filter); want != "" {
		v.order = []int{}
		for i := range v.list.len() {
			if strings.Contains(strings.ToLower(v.list.key(i)), want) {
				v.order = append(v.order, i)
			}
		}
	}
	v.sel = max(0, min(v.sel, v.len()-1))
	v.first = min(v.first, v.sel)
}

// scroll moves the first item so that the selected one is on screen with all
// its rows, if it fits into height.
func (v *view) scroll(width, height int) {
	v.first = max(0, min(v.first, v.sel))
	used := 0
	for i := v.sel; i >= v.first; i-- {
		used += len(v.list.rows(v.at(i), width, i == v.sel))
		if used > height {
			v.first = min(i+1, v.sel)
			return
		}
	}
}

// head is the number of rows over the list: the tabs and a rule.
const head = 2

// View returns the rows of the pane, all of its width. Focus says that it has
// the keys.
func (p *Pane) View(focus bool) []string {
	out := make([]string, 0, p.height)
	out = append(out, p.tabLine(focus))
	if p.height > 3 {
		out = append(out, p.rule(focus))
	}
	v := &p.views[p.tab]
	room := p.height - len(out)
	if v.len() == 0 {
		why := v.list.empty()
		if v.filter != "" {
			why = "nothing here has “" + v.filter + "” in it"
		} else if p.note != "" {
			why = p.note
		}
		for _, l := range typeset.Wrap(why, p.width-2, 4) {
			out = append(out, p.paint(row{segments: []segment{{p.theme.Muted, " " + l}}}, false))
		}
	} else {
		v.scroll(p.width, room)
		for i := v.first; i < v.len() && len(out) < p.height; i++ {
			for _, r := range v.list.rows(v.at(i), p.width, i == v.sel) {
				out = append(out, p.paint(r, focus && i == v.sel))
			}
		}
	}
	for len(out) < p.height {
		out = append(out, strings.Repeat(" ", max(p.width, 0)))
	}
	return out[:max(p.height, 0)]
}

// ItemAt returns the place in the open tab of the item that View shows at a
// row, and whether there is one; tab tells the tab named at that cell of the
// first row instead.
func (p *Pane) ItemAt(line, col int) (place int, tab Tab, kind Hit) {
	if line == 0 {
		at := 0
		for t := range tabs {
			w := ansi.StringWidth(p.tabName(t))
			if col >= at && col < at+w {
				return 0, t, OnTab
			}
			at += w
		}
		return 0, 0, OnNothing
	}
	if p.height > 3 {
		line -= head
	} else {
		line--
	}
	v := &p.views[p.tab]
	for i := v.first; i < v.len() && line >= 0; i++ {
		n := len(v.list.rows(v.at(i), p.width, i == v.sel))
		if line < n {
			return i, 0, OnItem
		}
		line -= n
	}
	return 0, 0, OnNothing
}

// Hit tells what is at a cell of the margin.
type Hit uint8

// What may be at a cell.
const (
	OnNothing Hit = iota
	OnItem
	OnTab
)

// Select selects the item at a place of the open tab.
func (p *Pane) Select(place int) { p.Move(place - p.views[p.tab].sel) }

// names are the titles of the tabs, and the short ones for a narrow margin.
var names = [tabs][2]string{
	Entities:   {"Entities", "Ent"},
	Coalitions: {"Coalitions", "Coa"},
	Statements: {"Statements", "Sta"},
	Notes:      {"Notes", "Not"},
	Contents:   {"Contents", "Con"},
}

// tabName returns the title of a tab: in full as far as there is room, that which
// is open before others, and a shorter one before a longer one.
func (p *Pane) tabName(t Tab) string {
	room := p.width
	for _, n := range names {
		room -= len(n[1]) + 2
	}
	for i, o := range [...]Tab{p.tab, Notes, Entities, Contents, Coalitions, Statements} {
		if i > 0 && o == p.tab {
			continue
		}
		if room -= len(names[o][0]) - len(names[o][1]); room < 0 {
			break
		}
		if o == t {
			return " " + names[t][0] + " "
		}
	}
	return " " + names[t][1] + " "
}

func (p *Pane) tabLine(focus bool) string {
	var r row
	for t := range tabs {
		style := p.theme.Tab
		if t == p.tab {
			style = p.theme.TabNow
		}
		r.segments = append(r.segments, segment{style, p.tabName(t)})
	}
	return p.paint(r, false)
}

// rule returns the line under the tabs, with the filter or what goes on in it.
func (p *Pane) rule(focus bool) string {
	style := p.theme.Border
	if focus {
		style = p.theme.BorderFocus
	}
	v := &p.views[p.tab]
	label := ""
	switch {
	case v.filter != "":
		label = fmt.Sprintf(" /%s %d ", v.filter, v.len())
	case p.note != "" && v.len() > 0:
		label = " " + p.note + " "
	case v.len() > 0:
		label = fmt.Sprintf(" %d ", v.list.count())
	}
	label = ansi.Truncate(label, max(p.width-4, 0), "…")
	line := strings.Repeat("─", max(p.width-ansi.StringWidth(label)-1, 0))
	return p.paint(row{segments: []segment{{style, line}, {p.theme.Muted, label}, {style, "─"}}}, false)
}
