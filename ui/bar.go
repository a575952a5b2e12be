package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles/clean"
	"gloss/ui/theme"
)

// bar returns the line at the foot of the screen: at the left the prompt, what
// there is to say or the article's title, at the right where the reader is.
func (a *app) bar() string {
	width := a.wish.Width
	th := a.theme
	right := a.place()
	if a.prompt.active {
		left := a.prompt.input.View()
		room := max(width-ansi.StringWidth(left)-1, 0)
		right = ansi.Truncate(right, room, "")
		return ansi.Truncate(left+strings.Repeat(" ", max(room-ansi.StringWidth(right), 0))+th.Paint(th.Muted, right), width, "")
	}
	style, left := th.Bar, ""
	switch who := a.who(); {
	case !a.note.IsEmpty() && a.failed:
		style, left = th.Error, a.note.String()
	case !a.note.IsEmpty():
		left = a.note.String()
	case a.opening != nil && a.opening.says() != "":
		style, left = th.BarAccent, a.opening.says()
	case a.chore != nil:
		style, left = th.BarAccent, a.chore.says()
	case a.pending != "":
		left = a.pending + " …"
	case a.selecting != nil && a.overlay == nil:
		style, left = th.BarAccent, a.selectHint()
	case who != "" && a.overlay == nil:
		style, left = th.BarAccent, who
	default:
		left = a.heading()
	}
	hint := ""
	if h := a.keys.Help.Help().Key + " help "; ansi.StringWidth(left)+ansi.StringWidth(right)+len(h)+4 <= width {
		hint = h
	}
	room := width - ansi.StringWidth(right) - len(hint) - 2
	if room < 12 {
		right, hint, room = "", "", width-1
	}
	left = " " + ansi.Truncate(clean.Line(left).String(), room, "…")
	gap := strings.Repeat(" ", max(width-ansi.StringWidth(left)-ansi.StringWidth(right)-len(hint), 0))
	return th.Paint(style, left) + th.Paint(th.Bar, gap+right) + th.Paint(th.Muted.Over(theme.Style{BG: th.Bar.BG}), hint)
}

// place tells where the reader is: which hit, how far into the text.
func (a *app) place() string {
	if l, ok := a.overlay.(headed); ok {
		_, right := l.heading()
		return right
	}
	var parts []string
	if n, at := a.article.Hits(); n > 0 {
		if at < 0 {
			parts = append(parts, fmt.Sprintf("%d hits", n))
		} else {
			parts = append(parts, fmt.Sprintf("hit %d/%d", at+1, n))
		}
	} else if a.search.query != "" {
		parts = append(parts, "no hits")
	}
	if a.frame.Margin.Empty() {
		if p := a.progress(); p != "" {
			parts = append(parts, p)
		} else if len(a.notices) > 0 {
			parts = append(parts, "⚠")
		}
	}
	if !a.article.Show.All {
		parts = append(parts, "highlights off")
	}
	where := fmt.Sprintf("%3.0f%%", 100*a.article.Progress())
	if a.article.AtEnd() {
		where = " end"
	}
	return strings.Join(append(parts, where), "  ") + " "
}

// aside says under the margin's tabs what is still going on or, after that, what
// was left out of the article; "" for nothing.
func (a *app) aside() string {
	if p := a.progress(); p != "" || len(a.notices) == 0 {
		return p
	}
	return "⚠ " + a.notices[0].String()
}

// progress says what is still going on; "" for nothing.
func (a *app) progress() string {
	switch {
	case a.loading:
		return "reading the rest …"
	case a.working > 0 && a.annotated == (span{}):
		return "annotating …"
	case a.working > 0:
		return "annotating the rest …"
	}
	return ""
}

// heading names the article: its title, who wrote it, when.
func (a *app) heading() string {
	if l, ok := a.overlay.(headed); ok {
		left, _ := l.heading()
		return left
	}
	m := a.article.Doc().Meta
	parts := []string{}
	for _, s := range []clean.Text{m.Title, m.Byline, m.Source} {
		if !s.IsEmpty() {
			parts = append(parts, s.String())
		}
	}
	if !m.Date.IsZero() {
		parts = append(parts, m.Date.Format("2 January 2006"))
	}
	return strings.Join(parts, " · ")
}
