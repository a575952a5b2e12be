package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// View joins the lines that the panes have made. No line is wider than the
// terminal, and there are never more lines than it has rows.
func (a *app) View() string {
	f := a.frame
	if a.waiting || a.wish.Width == 0 || a.wish.Height == 0 {
		return ""
	}
	var rows []string
	switch {
	case a.blank:
		return strings.Join(a.blankRows(), "\n")
	case a.overlay != nil && a.foot() == 0:
		r := a.overlayRect()
		rows = fit(a.overlay.view(), r.W, r.H)
	default:
		rows = a.articleRows()
		if !f.Margin.Empty() {
			rows = a.withMargin(rows)
		}
		if n := a.foot(); n > 0 {
			rows = append(rows, fit(a.overlay.view(), a.wish.Width, n)...)
		}
	}
	if !f.Bar.Empty() {
		rows = append(rows, a.bar())
	}
	if len(rows) > a.wish.Height {
		rows = rows[:a.wish.Height]
	}
	return strings.Join(rows, "\n")
}

// articleRows returns the article's pane, padded at the left so that the text
// stands in its column.
func (a *app) articleRows() []string {
	f := a.frame
	if f.Article.Empty() {
		return nil
	}
	pad := strings.Repeat(" ", max(f.Text.X-f.Article.X-f.Gutter(), 0))
	rows := a.article.View()
	for i, r := range rows {
		rows[i] = pad + r
	}
	return fit(rows, f.Article.W, f.Article.H)
}

// withMargin sets the margin beside the article or below it.
func (a *app) withMargin(rows []string) []string {
	f := a.frame
	a.margin.SetHere(a.here())
	a.margin.SetNote(a.aside())
	margin := a.margin.View(a.focusMargin)
	if !f.Beside {
		return append(rows, margin...)
	}
	edge := a.theme.Border
	if a.focusMargin {
		edge = a.theme.BorderFocus
	}
	rule := a.theme.Paint(edge, "│")
	for i := range rows {
		gap := f.Article.W - ansi.StringWidth(rows[i])
		rows[i] += strings.Repeat(" ", max(gap, 0)) + rule
		if i < len(margin) {
			rows[i] += margin[i]
		}
	}
	return rows
}

// here returns the first byte in sight.
func (a *app) here() int {
	start, _ := a.article.Visible()
	return start
}

// fit returns exactly height rows of at most width columns.
func fit(rows []string, width, height int) []string {
	if len(rows) > height {
		rows = rows[:height]
	}
	for i, r := range rows {
		if len(r) > width { // a row of few bytes has few columns
			rows[i] = ansi.Truncate(r, width, "")
		}
	}
	for len(rows) < height {
		rows = append(rows, "")
	}
	return rows
}
