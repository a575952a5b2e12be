package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"gloss/ui/margin"
	"gloss/ui/selection"
)

// wheel is the number of lines that a turn of the wheel moves.
const wheel = 3

// mouse handles the wheel and clicks.
func (a *app) mouse(m tea.MouseMsg) tea.Cmd {
	step := 0
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		step = wheel
	case m.Button == tea.MouseButtonWheelUp:
		step = -wheel
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress && a.overlay == nil:
		a.say("")
		a.press(m.X, m.Y)
		return nil
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionMotion && a.overlay == nil:
		a.drag(m.X, m.Y)
		return nil
	case m.Action == tea.MouseActionRelease:
		a.release(m.X, m.Y)
		return nil
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress:
		if l, ok := a.overlay.(clickable); ok {
			a.say("")
			return l.click(a, m.X, m.Y)
		}
		return nil
	default:
		return nil
	}
	switch {
	case a.overlay != nil:
		k := "down"
		if step < 0 {
			k = "up"
		}
		_, _ = a.overlay.key(a, k)
	case a.frame.Margin.Contains(m.X, m.Y):
		a.margin.Move(step / wheel)
		a.follow()
	default:
		a.article.Scroll(step)
	}
	return nil
}

// press handles a press of the button. In the text it may be the beginning of a
// selection: what a click does there is done when the button is let go.
func (a *app) press(x, y int) {
	if a.selecting != nil {
		a.endSelecting()
	}
	a.pressed = -1
	if f := a.frame; f.Article.Contains(x, y) {
		a.pressed = a.article.Nearest(y-f.Text.Y, x-f.Text.X)
		return
	}
	a.click(x, y)
}

// release ends a selection or, where nothing was selected, does what a click in
// the text does.
func (a *app) release(x, y int) {
	if a.pressed >= 0 && a.selecting == nil && a.overlay == nil && a.frame.Article.Contains(x, y) {
		a.click(x, y)
	}
	a.pressed = -1
}

// drag selects the words from where the button was pressed. At the edge of the
// text it goes on.
func (a *app) drag(x, y int) {
	if a.pressed < 0 {
		return
	}
	f := a.frame
	off := a.article.Nearest(min(max(y-f.Text.Y, 0), f.Text.H-1), x-f.Text.X)
	if off == a.pressed && a.selecting == nil {
		return
	}
	if s, ok := selection.Between(a.article.Doc(), a.pressed, off, selection.Word); ok {
		a.selecting = &selecting{Selection: s, extend: true}
		a.article.SetSelection(s.Span())
	}
	switch {
	case y <= f.Text.Y:
		a.article.Scroll(-1)
	case y >= f.Text.Y+f.Text.H-1:
		a.article.Scroll(1)
	}
}

// click handles a click: on a name in the text it chooses it, on a statement
// it goes there, on the margin it opens a tab or chooses a row.
func (a *app) click(x, y int) {
	f := a.frame
	if f.Margin.Contains(x, y) {
		place, tab, on := a.margin.ItemAt(y-f.Margin.Y, x-f.Margin.X)
		switch on {
		case margin.OnTab:
			a.margin.Open(tab)
		case margin.OnItem:
			a.margin.Select(place)
			a.follow()
			a.choose()
		}
		return
	}
	if !f.Article.Contains(x, y) {
		return
	}
	if a.focusMargin {
		a.switchFocus()
	}
	off, ok := a.article.OffsetAt(y-f.Text.Y, x-f.Text.X)
	if !ok {
		return
	}
	found := a.article.Index()
	if m, ok := found.MentionAt(off); ok {
		a.article.Choose(m.Entity)
		a.article.Aim(m.Span.Start)
		a.lastJump = mentionJump
		a.margin.ShowEntity(m.Entity)
		return
	}
	if i := found.StatementAt(off); i >= 0 {
		a.article.GoStatement(i)
		a.lastJump = statementJump
		a.margin.ShowStatement(i)
		return
	}
	if ids := a.article.NotesAt(off); len(ids) > 0 {
		a.article.GoNote(ids[0])
		a.lastJump = noteJump
		a.margin.ShowNote(ids[0])
	}
}
