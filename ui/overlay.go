package ui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/help"
	"gloss/ui/keymap"
)

// helpMsg brings the help page for a width.
type helpMsg struct {
	width int
	rows  []string
	err   error
}

// helpPage is the help over the article. It is set in a command, since Glamour
// takes its time.
type helpPage struct {
	under         overlay // what was there before; nil for the article
	from          string  // the section that it begins with; "" for the first
	rows          []string
	top           int
	width, height int
}

func (a *app) showHelp() tea.Cmd {
	h := &helpPage{under: a.overlay}
	if _, ok := a.overlay.(*shelfList); ok {
		h.from = keymap.OnShelf
	}
	a.overlay = h
	a.arrange()
	return a.renderHelp()
}

// renderHelp returns the command that sets the help page, if it is open and
// not yet set for its width.
func (a *app) renderHelp() tea.Cmd {
	if _, ok := a.overlay.(*helpPage); !ok {
		return nil
	}
	keys, width, th := a.keys, a.overlayRect().W, a.theme
	return func() tea.Msg {
		rows, err := help.Render(keys, width, th)
		return helpMsg{width, rows, err}
	}
}

// helpDone shows the help page unless the screen has another width by now.
func (a *app) helpDone(m helpMsg) {
	h, ok := a.overlay.(*helpPage)
	switch {
	case !ok || m.width != h.width:
	case m.err != nil:
		a.overlay = h.under
		a.fail(m.err)
	default:
		h.rows = m.rows
		if h.from != "" {
			h.top = max(slices.IndexFunc(h.rows, func(r string) bool { return strings.TrimSpace(ansi.Strip(r)) == h.from }), 0)
			h.from = "" // once: the reader may have gone elsewhere
		}
		h.scroll(0)
	}
}

func (h *helpPage) below() overlay { return h.under }

func (h *helpPage) setSize(width, height int) { h.width, h.height = width, height }

func (h *helpPage) scroll(n int) {
	h.top = max(0, min(h.top+n, len(h.rows)-h.height))
}

func (h *helpPage) key(a *app, k string) (tea.Cmd, bool) {
	keys := a.keys
	switch {
	case keymap.Matches(k, keys.Quit), keymap.Matches(k, keys.Escape), keymap.Matches(k, keys.Help):
		return nil, true
	case keymap.Matches(k, keys.Down):
		h.scroll(1)
	case keymap.Matches(k, keys.Up):
		h.scroll(-1)
	case keymap.Matches(k, keys.PageDown):
		h.scroll(h.height - 1)
	case keymap.Matches(k, keys.PageUp):
		h.scroll(1 - h.height)
	case keymap.Matches(k, keys.HalfDown):
		h.scroll(h.height / 2)
	case keymap.Matches(k, keys.HalfUp):
		h.scroll(-h.height / 2)
	case keymap.Matches(k, keys.Top):
		h.scroll(-len(h.rows))
	case keymap.Matches(k, keys.Bottom):
		h.scroll(len(h.rows))
	}
	return nil, false
}

func (h *helpPage) view() []string {
	rows := h.rows[min(h.top, len(h.rows)):]
	pad := strings.Repeat(" ", max((h.width-84)/2, 0))
	out := make([]string, 0, h.height)
	for i := 0; i < len(rows) && i < h.height; i++ {
		out = append(out, pad+rows[i])
	}
	return out
}
