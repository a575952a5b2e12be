package ui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/ui/dossier"
	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// A dossierList shows what all articles have of an entity, over what was there
// before.
type dossierList struct {
	under overlay
	pane  *dossier.Pane
}

func (a *app) showDossier(d *dossier.Dossier) {
	a.overlay = &dossierList{a.overlay, dossier.New(d, a.theme)}
	a.arrange()
}

func (l *dossierList) setSize(width, height int) { l.pane.SetSize(width, height) }
func (l *dossierList) view() []string            { return l.pane.View() }
func (l *dossierList) below() overlay            { return l.under }

func (l *dossierList) setTheme(th theme.Theme) {
	l.pane.SetTheme(th)
	if o, ok := l.under.(themed); ok {
		o.setTheme(th)
	}
}

func (l *dossierList) heading() (left, right string) {
	left = "enter opens it there · h l said, said of it · r order · d u articles · / words, site: or act:"
	if l.pane.Len() > 0 {
		right = fmt.Sprintf("%d/%d ", l.pane.Index()+1, l.pane.Len())
	}
	return left, right
}

func (l *dossierList) key(a *app, k string) (tea.Cmd, bool) {
	keys := &a.keys
	switch {
	case keymap.Matches(k, keys.Escape) && l.pane.Filter() != "":
		l.pane.SetFilter("")
	case keymap.Matches(k, keys.Escape), keymap.Matches(k, keys.Quit):
		return nil, true
	case keymap.Matches(k, keys.HalfDown):
		l.pane.MoveArticle(false)
	case keymap.Matches(k, keys.HalfUp):
		l.pane.MoveArticle(true)
	case a.stepped(k, l.pane):
	case keymap.Matches(k, keys.NextTab):
		l.pane.Turn(1)
	case keymap.Matches(k, keys.PrevTab):
		l.pane.Turn(-1)
	case keymap.Matches(k, keys.Order):
		l.pane.Reorder()
		a.say("articles " + l.pane.Order().String())
	case keymap.Matches(k, keys.Search):
		return a.openPrompt(l.pane), false
	case keymap.Matches(k, keys.Choose):
		return l.open(a), false
	case keymap.Matches(k, keys.Dossier):
		if ref, ok := l.pane.Speaker(); ok {
			return a.dossierOf(ref), false
		}
		a.say("choose a statement whose speaker is named")
	case keymap.Matches(k, keys.Copy):
		return a.copyLine(l.pane.Words()), false
	default:
		return a.overlayKey(k), false
	}
	return nil, false
}

// open opens the selected article at the selected place.
func (l *dossierList) open(a *app) tea.Cmd {
	if article, at, ok := l.pane.Selected(); ok {
		return a.openFrom(l, article, at)
	}
	return nil
}

func (l *dossierList) click(a *app, _, y int) tea.Cmd {
	place := l.pane.At(y)
	switch {
	case place < 0:
		return nil
	case place == l.pane.Index():
		return l.open(a)
	}
	l.pane.Select(place)
	return nil
}

// copyLine copies a line of a list.
func (a *app) copyLine(words string) tea.Cmd {
	if words == "" {
		return nil
	}
	a.say("copied: " + words)
	return a.copy(words)
}
