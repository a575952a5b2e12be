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
	"io"
	"time"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate/engine"
	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/frame"
	"gloss/ui/keymap"
	"gloss/ui/margin"
	"gloss/ui/reader"
	"gloss/ui/theme"
)

// An app is the root model.
type app struct {
	ctx    context.Context
	engine *engine.Engine
	load   func(context.Context) (*articles.Document, error)
	out    io.Writer // the terminal, for what is no part of the screen

	keys     keymap.Map
	prefixes map[string]bool // keys that wait for a second one
	pending  string          // the first key of two

	theme  theme.Theme
	themes themes

	wish        frame.Wish
	frame       frame.Frame
	focusMargin bool
	mouseOff    bool

	article *reader.Pane
	margin  *margin.Pane
	overlay overlay // help or links over the article; nil for none

	history   reader.History
	origin    reader.Place // where the last jump began
	lastJump  jump
	coalition int // the chosen coalition, -1 for none

	prompt prompt
	search searching

	first     tea.Cmd    // finds the names for the first screen
	waiting   bool       // for them: nothing is shown yet
	docGen    int        // counts the documents shown
	loading   bool       // the rest of the text is on its way
	toEnd     bool       // go to the end once it is there
	annotated span       // the bytes that the annotations cover
	working   int        // annotation runs that are not done
	note      clean.Text // what there is to say, until the next key
	failed    bool       // note says what went wrong
}

// A span is a half-open range of bytes of the text.
type span struct{ start, end int }

// A jump is a kind of jump, for the keys that repeat the last one.
type jump uint8

const (
	noJump jump = iota
	hitJump
	statementJump
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

// A prompt is the line in which the reader types a search or a filter.
type prompt struct {
	input  textinput.Model
	active bool
	filter bool // of the margin; else a search of the text
}

// An overlay takes the place of the article and gets the keys.
type overlay interface {
	// setSize tells the columns and rows that there are.
	setSize(width, height int)
	// key handles a key. Done says that the overlay is to be closed.
	key(a *app, k string) (cmd tea.Cmd, done bool)
	view() []string
}

func newApp(ctx context.Context, o Options, th theme.Theme, ts themes) *app {
	a := &app{
		ctx: ctx, engine: o.Engine, load: o.Load, out: o.Out,
		keys: keymap.Default(), theme: th, themes: ts,
		wish:    frame.Wish{TextWidth: o.MaxWidth},
		article: reader.New(o.Head, th), coalition: -1,
		loading: o.Load != nil, docGen: 1,
	}
	a.prefixes = a.keys.Prefixes()
	a.margin = margin.New(o.Head, a.article.Index(), th)
	a.prompt.input = textinput.New()
	a.first = a.names()
	return a
}

// firstFrame is what the first screen takes at the most to be painted. What
// goes on beside it begins only then, so as not to take a processor from it.
const firstFrame = 3 * time.Second / fps

// Init asks for what the first screen can do without, and sets off the rest.
func (a *app) Init() tea.Cmd {
	start := tea.Tick(firstFrame, func(time.Time) tea.Msg { return startMsg{} })
	return tea.Batch(a.first, a.themes.ask(a.out), start)
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
