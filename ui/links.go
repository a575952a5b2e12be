package ui

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/clean"
	where "gloss/articles/link"
	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// linkList is the list of links over the article. The whole address is shown
// before anything is opened.
type linkList struct {
	theme         theme.Theme
	text          clean.Text        // of the article
	links         []articles.Inline // in it
	sel, top      int
	width, height int
}

// showLinks lists the links, at the first one in sight.
func (a *app) showLinks() {
	doc := a.article.Doc()
	l := &linkList{theme: a.theme, text: doc.Text}
	start, _ := a.article.Visible()
	found := false
	for _, in := range doc.Inlines {
		if in.Kind != articles.Link {
			continue
		}
		l.links = append(l.links, in)
		if !found && in.Span.Start >= start {
			l.sel, found = len(l.links)-1, true
		}
	}
	if len(l.links) == 0 {
		a.say("no links in this text")
		return
	}
	a.overlay = l
	a.arrange()
}

func (l *linkList) setSize(width, height int) { l.width, l.height = width, height }

func (l *linkList) key(a *app, k string) (tea.Cmd, bool) {
	keys := a.keys
	move := func(n int) { l.sel = max(0, min(l.sel+n, len(l.links)-1)) }
	switch {
	case keymap.Matches(k, keys.Quit), keymap.Matches(k, keys.Escape):
		return nil, true
	case keymap.Matches(k, keys.Down):
		move(1)
	case keymap.Matches(k, keys.Up):
		move(-1)
	case keymap.Matches(k, keys.PageDown):
		move(l.rowsPerPage())
	case keymap.Matches(k, keys.PageUp):
		move(-l.rowsPerPage())
	case keymap.Matches(k, keys.Top):
		move(-len(l.links))
	case keymap.Matches(k, keys.Bottom):
		move(len(l.links))
	case keymap.Matches(k, keys.Copy):
		target := l.links[l.sel].Target.String()
		a.say("copied: " + target)
		return a.copy(target), false
	case keymap.Matches(k, keys.Links), keymap.Matches(k, keys.Choose):
		return a.followLink(l.links[l.sel].Target.String()), true
	case keymap.Matches(k, keys.Browser):
		return a.browse(l.links[l.sel].Target.String()), true
	}
	return nil, false
}

// rowsPerPage is how many links are in sight: each takes two rows.
func (l *linkList) rowsPerPage() int { return max((l.height-2)/2, 1) }

func (l *linkList) view() []string {
	th := l.theme
	per := l.rowsPerPage()
	l.top = max(min(l.top, l.sel), l.sel-per+1)
	rows := []string{th.Paint(th.Title, fmt.Sprintf(" Links %d/%d", l.sel+1, len(l.links))) +
		th.Paint(th.Muted, "   enter reads it here, O in the browser, y copies, q goes back"), ""}
	for i := l.top; i < len(l.links) && i < l.top+per; i++ {
		style, lead := th.Row, "   "
		if i == l.sel {
			style, lead = th.RowNow, " › "
		}
		rows = append(rows,
			th.Paint(style, ansi.Truncate(lead+l.words(i), l.width, "…")),
			th.Paint(th.Muted, ansi.Truncate("     "+l.address(i), l.width, "…")))
	}
	return rows
}

// words returns the words of a link, on one line.
func (l *linkList) words(i int) string {
	text := l.links[i].Span.Of(l.text)
	return clean.Line(text[:min(len(text), 400)]).String()
}

// address shows where a link leads: its host first, since that is what tells
// a trap.
func (l *linkList) address(i int) string {
	target := l.links[i].Target
	if host := where.Host(target.String()); !host.IsEmpty() {
		return host.String() + "  " + target.String()
	}
	return target.String()
}
