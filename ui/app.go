// Package ui is the reader: the root model that joins the article's pane, the
// margin and the bar, and carries out what keys, the mouse and finished work
// ask for.
//
// Nothing is computed in Update or View but what is in sight. Reading, searching
// and annotating run in commands, and their results carry the generation of
// what they were computed from, so that a stale one is dropped.
package ui

import (
	"context"
	"os"
	"time"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate/engine"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/draft"
	"gloss/ui/frame"
	"gloss/ui/gate"
	"gloss/ui/keymap"
	"gloss/ui/reader"
	"gloss/ui/theme"
)

// An app is the root model.
type app struct {
	ctx    context.Context
	engine *engine.Engine
	out    *gate.Gate // the terminal, for what is no part of the screen; nil for none

	keys     keymap.Map
	prefixes map[string]bool // keys that wait for a second one
	pending  string          // the first key of two

	theme  theme.Theme
	themes themes

	wish        frame.Wish
	frame       frame.Frame
	focusMargin bool
	mouseOff    bool

	*reading
	beneath   []*reading                                      // what the reading was opened from, the nearest last
	gens      int                                             // counts the readings and openings
	opening   *opening                                        // what is being opened; nil for nothing
	chore     *chore                                          // what goes on beside; nil for nothing
	opener    func(address string) Opener                     // opens what a page or feed names; may be nil
	files     func(path string) Opener                        // opens a file that was read before; may be nil
	library   func(context.Context) (*library.Library, error) // opens the shelf, once; nil for none
	feeds     Feeds                                           // asks feeds; nil for none
	noticed   bool                                            // what the shelf has to say was said
	undos     []undo                                          // how the last changes are taken back, the newest last
	questions questions                                       // what is being looked up across articles
	ended     error                                           // why the program ends, where it failed

	prompt   prompt
	lastKind keep.Kind // of the highlight made last; "" for none
	untitled bool      // the terminal cannot be trusted to take one

	later func(time.Duration, tea.Msg) tea.Cmd // brings a message after a while

	drafts   *draft.Store       // what is being written
	asked    func(*app) tea.Cmd // what y does as the next key; nil for what it usually does
	onceKept func(*app) tea.Cmd // what is done when the article is on the shelf, unless a key comes first
	in       *os.File           // the keyboard; nil where there is none
	first    tea.Cmd            // what begins before the first screen
	waiting  bool               // for the names of the first screen: nothing is shown yet
	note     clean.Text         // what there is to say, until the next key
	failed   bool               // note says what went wrong
}

// A span is a half-open range of bytes of the text.
type span struct{ start, end int }

// A jump is a kind of jump, for the keys that repeat the last one.
type jump uint8

const (
	noJump jump = iota
	hitJump
	statementJump
	noteJump
	mentionJump
	memberJump
	headingJump
)

// A searching is a search that is going on or has been made.
type searching struct {
	gen    int
	query  string
	from   reader.Place // where the reader was when it began
	cancel context.CancelFunc
}

// An overlay takes the place of the article and gets the keys.
type overlay interface {
	// setSize tells the columns and rows that there are.
	setSize(width, height int)
	// key handles a key. Done says that the overlay is to be closed.
	key(a *app, k string) (cmd tea.Cmd, done bool)
	view() []string
}

// A headed overlay has words of its own for the bar.
type headed interface{ heading() (left, right string) }

// A clickable overlay takes clicks, on a cell of the screen.
type clickable interface {
	click(a *app, x, y int) tea.Cmd
}

// A stacked overlay was opened over another, or over the article where that is
// nil.
type stacked interface{ below() overlay }

// A typist is an overlay in which text is written: it gets every key as it
// comes. Done says that it is to be closed.
type typist interface {
	typed(a *app, m tea.KeyMsg) (cmd tea.Cmd, done bool)
}

// A returner is an overlay that is told when what was opened over it is left.
type returner interface{ comeBack(a *app) tea.Cmd }

// A themed overlay takes a change of the theme.
type themed interface{ setTheme(theme.Theme) }

func newApp(ctx context.Context, o Options, out *gate.Gate, th theme.Theme, ts themes) *app {
	a := &app{
		ctx: ctx, engine: o.Engine, out: out, opener: o.Follow, files: o.File, library: o.Library, feeds: o.Feeds,
		keys: keymap.Default(), theme: th, themes: ts,
		wish: frame.Wish{TextWidth: o.MaxWidth}, drafts: draft.NewStore(o.Drafts), in: o.In,
		later: func(d time.Duration, m tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return m })
		},
	}
	a.prefixes = a.keys.Prefixes()
	a.prompt.input = textinput.New()
	a.reading = a.newReading(o.Opened)
	if l, ok := a.overlay.(*shelfList); ok {
		a.first = l.start(a)
	} else if a.blank && o.Start != nil {
		a.first = a.begin(o.Label, o.Start)
	} else {
		a.greet(o.Opened)
		a.first = a.names()
	}
	return a
}

// firstFrame is what the first screen takes at the most to be painted. What
// goes on beside it begins only then, so as not to take a processor from it.
const firstFrame = 3 * time.Second / fps

// Init asks for what the first screen can do without, and sets off the rest.
func (a *app) Init() tea.Cmd {
	start := tea.Tick(firstFrame, func(time.Time) tea.Msg { return startMsg{} })
	return tea.Batch(a.first, a.themes.ask(a.out), a.setTitle(), start)
}

// jumpFrom keeps the place that a jump begins at.
func (a *app) jumpFrom() {
	a.origin = a.article.Place()
	a.history.Push(a.origin)
}

// say shows a line in the bar until the next key.
func (a *app) say(note string) { a.note, a.failed = clean.Line(note), false }

// fail shows in the bar what went wrong.
func (a *app) fail(err error) { a.note, a.failed = clean.Line(err.Error()), true }
