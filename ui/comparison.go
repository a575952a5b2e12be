package ui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/ui/compare"
	"gloss/ui/event"
	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// A comparison shows two articles side by side, over what was there before.
type comparison struct {
	under overlay
	pane  *compare.Pane
}

func (a *app) showComparison(c event.Comparison) {
	a.overlay = &comparison{a.overlay, compare.New(c, a.theme)}
	a.arrange()
}

func (c *comparison) setSize(width, height int) { c.pane.SetSize(width, height) }
func (c *comparison) view() []string            { return c.pane.View() }
func (c *comparison) below() overlay            { return c.under }

func (c *comparison) setTheme(th theme.Theme) {
	c.pane.SetTheme(th)
	if o, ok := c.under.(themed); ok {
		o.setTheme(th)
	}
}

func (c *comparison) heading() (left, right string) {
	left = "enter opens it there · tab the other article · h l quoted, statements, names · / filters"
	if c.pane.Len() > 0 {
		right = fmt.Sprintf("%d/%d ", c.pane.Index()+1, c.pane.Len())
	}
	return left, right
}

func (c *comparison) key(a *app, k string) (tea.Cmd, bool) {
	keys := &a.keys
	switch {
	case keymap.Matches(k, keys.Escape) && c.pane.Filter() != "":
		c.pane.SetFilter("")
	case keymap.Matches(k, keys.Escape), keymap.Matches(k, keys.Quit):
		return nil, true
	case a.stepped(k, c.pane):
	case keymap.Matches(k, keys.NextTab):
		c.pane.Turn(1)
	case keymap.Matches(k, keys.PrevTab):
		c.pane.Turn(-1)
	case keymap.Matches(k, keys.Focus):
		c.pane.Cross()
	case keymap.Matches(k, keys.Search):
		return a.openPrompt(c.pane), false
	case keymap.Matches(k, keys.Choose):
		return c.open(a), false
	case keymap.Matches(k, keys.Dossier):
		if ref, ok := c.pane.Whose(); ok {
			return a.dossierOf(ref), false
		}
		a.say("choose somebody, or a statement whose speaker is named")
	case keymap.Matches(k, keys.Copy):
		return a.copyLine(c.pane.Words()), false
	default:
		return a.overlayKey(k), false
	}
	return nil, false
}

// open opens the selected article at the selected place.
func (c *comparison) open(a *app) tea.Cmd {
	if article, at, ok := c.pane.Selected(); ok {
		return a.openFrom(c, article, at)
	}
	return nil
}

func (c *comparison) click(a *app, x, y int) tea.Cmd {
	if c.pane.SelectAt(y, x) {
		return c.open(a)
	}
	return nil
}
