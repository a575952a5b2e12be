package ui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/ui/frame"
	"gloss/ui/search"
)

// Update handles one message. It is a table: what each message does is
// elsewhere.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(m.Width, m.Height)
		cmd = a.renderHelp()
	case tea.KeyMsg:
		cmd = a.typed(m)
	case tea.MouseMsg:
		cmd = a.mouse(m)
	case tea.ResumeMsg:
		cmd = tea.ClearScreen
	case startMsg:
		cmd = tea.Batch(a.loadRest(), a.annotate(), a.keepArticle())
	case arrivedMsg:
		cmd = a.arrived(m)
	case result:
		cmd = m.arrive(a)
	case openingTickMsg:
		cmd = a.ticked(m)
	case namesMsg:
		a.named(m)
	case loadedMsg:
		cmd = a.loaded(m)
	case annotatedMsg:
		cmd = a.annotatedDone(m)
	case correctedMsg:
		cmd = a.correctedDone(m)
	case correctionMsg:
		cmd = a.correctionDone(m)
	case hitsMsg:
		a.found(m)
	case backgroundMsg:
		a.background(m.dark)
	case helpMsg:
		a.helpDone(m)
	case copiedMsg:
		a.copied(m)
	case browsedMsg:
		a.browsed(m)
	}
	return a, tea.Batch(cmd, a.annotateInSight(), a.moved())
}

// resize takes the size of the terminal and gives the panes theirs.
func (a *app) resize(width, height int) {
	a.wish.Width, a.wish.Height = width, height
	a.arrange()
}

// arrange divides the screen anew: after a resize, or where another pane is to
// be shown.
func (a *app) arrange() {
	a.wish.MarginFocus = a.focusMargin
	f := a.divided()
	a.frame = f
	if !f.Text.Empty() {
		a.article.SetSize(f.Text.W, f.Text.H, f.Gutter())
	}
	a.margin.SetSize(f.Margin.W, f.Margin.H)
	if a.overlay != nil {
		r := a.overlayRect()
		a.overlay.setSize(r.W, r.H)
	}
}

// overlayRect is the part of the screen that an overlay takes: all but the bar,
// or the rows over it.
func (a *app) overlayRect() frame.Rect {
	if n := a.foot(); n > 0 {
		return frame.Rect{Y: a.wish.Height - n - a.frame.Bar.H, W: a.wish.Width, H: n}
	}
	return frame.Rect{W: a.wish.Width, H: max(a.wish.Height-a.frame.Bar.H, 1)}
}

// find begins the search for what is in the prompt. A search that is still
// going on is given up.
func (a *app) find(query string) tea.Cmd {
	s := &a.search
	if s.cancel != nil {
		s.cancel()
	}
	a.gens++
	s.gen = a.gens
	s.query = query
	if query == "" {
		a.article.SetHits(nil)
		return nil
	}
	ctx, cancel := context.WithCancel(a.ctx)
	s.cancel = cancel
	gen, text := s.gen, a.article.Doc().Text.String()
	return func() tea.Msg {
		return hitsMsg{gen, search.Find(ctx, text, query)}
	}
}

// searchAgain searches once more, after the text has grown.
func (a *app) searchAgain() tea.Cmd {
	if a.search.query == "" {
		return nil
	}
	return a.find(a.search.query)
}

// found shows the hits of a search and goes to the first one after the place
// where the search began.
func (a *app) found(m hitsMsg) {
	if m.gen != a.search.gen {
		return
	}
	_, at := a.article.Hits()
	a.article.SetHits(m.hits)
	if at < 0 || a.prompt.active {
		a.article.Return(a.search.from)
		if c := a.search.from.Cursor; c >= 0 {
			a.article.Aim(c - 1) // a hit where the reader stands counts
		}
		a.article.JumpHit(false)
	}
	a.lastJump = hitJump
}
