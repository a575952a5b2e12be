package ui

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
)

// A chore is work that goes on beside what the reader does, as the refreshing
// of feeds. There is one at a time.
type chore struct {
	gen    int
	cancel context.CancelFunc
	stage  *atomic.Pointer[string] // how far it has come, in words
}

// choreMsg brings the end of chore gen.
type choreMsg struct {
	gen  int
	then func(a *app) tea.Cmd
	err  error
}

// choreTickMsg asks for the stage of chore gen to be shown again.
type choreTickMsg struct{ gen int }

// choreTick is how often it is shown.
const choreTick = 150 * time.Millisecond

// result is a message that knows what to do where it arrives.
type result interface{ arrive(a *app) tea.Cmd }

// work begins a chore, which says how far it has come and returns what is to be
// done with what it made. Begins is said until it says something.
func (a *app) work(begins string, do func(ctx context.Context, say func(string)) (then func(*app) tea.Cmd, err error)) tea.Cmd {
	if a.chore != nil {
		a.say("still at it: " + *a.chore.stage.Load() + "; " + a.keys.Escape.Help().Key + " gives it up")
		return nil
	}
	a.gens++
	ctx, cancel := context.WithCancel(a.ctx)
	c := &chore{gen: a.gens, cancel: cancel, stage: &atomic.Pointer[string]{}}
	c.stage.Store(&begins)
	a.chore = c
	gen, stage := c.gen, c.stage
	run := func() tea.Msg {
		then, err := do(ctx, func(s string) { stage.Store(&s) })
		return choreMsg{gen, then, err}
	}
	return tea.Batch(run, c.tick())
}

func (c *chore) tick() tea.Cmd {
	gen := c.gen
	return tea.Tick(choreTick, func(time.Time) tea.Msg { return choreTickMsg{gen} })
}

// arrive shows how far the chore has come, which the next screen does.
func (m choreTickMsg) arrive(a *app) tea.Cmd {
	if a.chore == nil || a.chore.gen != m.gen {
		return nil
	}
	return a.chore.tick()
}

// arrive ends the chore.
func (m choreMsg) arrive(a *app) tea.Cmd {
	if a.chore == nil || a.chore.gen != m.gen {
		return nil
	}
	a.endChore()
	if m.err != nil && !errors.Is(m.err, context.Canceled) {
		a.fail(m.err)
	}
	if m.then == nil {
		return nil
	}
	return m.then(a)
}

// endChore gives up what goes on, or tidies up after it.
func (a *app) endChore() {
	if a.chore != nil {
		a.chore.cancel()
		a.chore = nil
	}
}

// says tells how far the chore has come; "" for none.
func (c *chore) says() string {
	if c == nil {
		return ""
	}
	return clean.Line(*c.stage.Load()).String()
}

// inTurn returns a command that carries out others one after the other, and
// brings what they bring once all are done. Those that are nil are left out.
func inTurn(cmds ...tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		var done tea.BatchMsg
		for _, c := range cmds {
			if c != nil {
				m := c()
				done = append(done, func() tea.Msg { return m })
			}
		}
		return done
	}
}
