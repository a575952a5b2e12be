package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/feed"
)

// Opened is what an address or a file gave: an article or a feed.
type Opened struct {
	// Doc is the article, or its beginning where Load is not nil.
	Doc *articles.Document
	// Load reads the whole article; nil if Doc is all of it.
	Load func(context.Context) (*articles.Document, error)
	// Feed is the list of articles, where it is one.
	Feed *feed.Feed
	// Shelf says that it is neither, but the list of what is kept.
	Shelf bool
	// Note is what the reader should know of it, as that it is an old copy.
	Note clean.Text
	// Key is what the shelf knows the article by: see keep.Article. Where it is
	// "", its text tells it from others.
	Key string
	// Excerpt says that Doc is only what a feed says of an article, which is not
	// kept for its text.
	Excerpt bool
	// At is where it is to be shown; where that is empty, where it was left.
	At articles.Span
	// Lit are the words that it is shown for, in order.
	Lit []articles.Span
}

// notices returns what was left out of what was opened.
func (o Opened) notices() []clean.Text {
	switch {
	case o.Feed != nil:
		return o.Feed.Notices
	case o.Doc != nil:
		return o.Doc.Notices
	}
	return nil
}

// Progress is how far an opening has come.
type Progress struct {
	Stage    string // what is being done, as "connecting to example.org"
	Received int64  // bytes
	Total    int64  // bytes, 0 where it is not known
}

// An Opener opens something. It may take long, says how far it has come, and
// ends when the context does.
type Opener func(ctx context.Context, report func(Progress)) (Opened, error)

// An opening is something that is being opened. What is on screen stays there
// until it has come.
type opening struct {
	gen    int
	label  clean.Text
	began  time.Time
	now    time.Time
	cancel context.CancelFunc
	stage  *atomic.Pointer[Progress]

	instead bool // it takes the place of what is read
}

// arrivedMsg brings what opening gen has opened.
type arrivedMsg struct {
	gen    int
	opened Opened
	err    error
}

// openingTickMsg asks for the progress of opening gen to be shown again.
type openingTickMsg struct {
	gen int
	now time.Time
}

// openingTick is how often the progress is shown.
const openingTick = 100 * time.Millisecond

// quick is how long an opening may take before anything is said of it.
const quick = 150 * time.Millisecond

// begin opens something that the label names. Whatever else is being opened is
// given up.
func (a *app) begin(label string, open Opener) tea.Cmd {
	a.giveUp()
	a.gens++
	ctx, cancel := context.WithCancel(a.ctx)
	o := &opening{gen: a.gens, label: clean.Line(label), cancel: cancel, stage: &atomic.Pointer[Progress]{}, began: time.Now()}
	o.now = o.began
	a.opening = o
	gen, stage := o.gen, o.stage
	work := func() tea.Msg {
		opened, err := open(ctx, func(p Progress) { stage.Store(&p) })
		return arrivedMsg{gen, opened, err}
	}
	return tea.Batch(work, o.tick())
}

func (o *opening) tick() tea.Cmd {
	gen := o.gen
	return tea.Tick(openingTick, func(t time.Time) tea.Msg { return openingTickMsg{gen, t} })
}

// ticked shows how far the opening has come.
func (a *app) ticked(m openingTickMsg) tea.Cmd {
	if a.opening == nil || m.gen != a.opening.gen {
		return nil
	}
	a.opening.now = m.now
	return a.opening.tick()
}

// giveUp ends what is being opened. It reports whether there was anything.
func (a *app) giveUp() bool {
	if a.opening == nil {
		return false
	}
	a.opening.cancel()
	a.opening = nil
	return true
}

// arrived shows what was opened, or says why it was not. Where there is nothing
// else to show, that ends the program.
func (a *app) arrived(m arrivedMsg) tea.Cmd {
	if a.opening == nil || m.gen != a.opening.gen {
		return nil
	}
	label, instead := a.opening.label, a.opening.instead
	a.opening.cancel()
	a.opening = nil
	if m.err == nil {
		a.blank = a.blank || instead
		return a.show(m.opened)
	}
	if a.blank {
		a.ended = m.err
		return tea.Quit
	}
	if errors.Is(m.err, context.Canceled) {
		a.say("not opened: " + label.String())
		return nil
	}
	a.fail(m.err)
	return nil
}

// says tells in a line how far the opening has come, once it takes long enough
// to ask.
func (o *opening) says() string {
	took := o.now.Sub(o.began)
	if took < quick {
		return ""
	}
	line := "opening " + o.label.String()
	if p := o.stage.Load(); p != nil {
		if p.Stage != "" {
			line = clean.Line(p.Stage).String()
		}
		switch {
		case p.Total > 0:
			line += fmt.Sprintf("  %s of %s", size(p.Received), size(p.Total))
		case p.Received > 0:
			line += "  " + size(p.Received)
		}
	}
	if took >= time.Second {
		line += fmt.Sprintf("  %d s", int(took.Seconds()))
	}
	return line + "  esc gives up"
}

// size writes a number of bytes for the eye.
func size(n int64) string {
	switch {
	case n >= 10<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%d KB", (n+1023)>>10)
}

// blankRows is the screen while the first article is being opened.
func (a *app) blankRows() []string {
	rows := make([]string, a.wish.Height)
	if a.opening == nil || len(rows) == 0 {
		return rows
	}
	line := a.opening.says()
	if line == "" {
		return rows
	}
	line = ansi.Truncate(line, a.wish.Width, "…")
	pad := max(a.wish.Width-ansi.StringWidth(line), 0) / 2
	rows[len(rows)/2] = strings.Repeat(" ", pad) + a.theme.Paint(a.theme.Muted, line)
	return rows
}
