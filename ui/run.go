package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"

	"gloss/annotate/engine"
	"gloss/articles/library"
	"gloss/ui/gate"
	"gloss/ui/terminal"
)

// Options are what Run needs.
type Options struct {
	// Opened is what is read first; without a document or feed, what Start
	// opens, which Label names while it is going on.
	Opened
	Start Opener
	Label string
	// Follow returns what opens an address that an article or feed names; nil
	// where none can be opened here.
	Follow func(address string) Opener
	// File returns what opens a file that was read before; nil where none can be.
	File func(path string) Opener
	// Library opens the shelf, or returns what is open already. It is called
	// once something is to be kept or looked up, and away from the screen; nil
	// where nothing is kept.
	Library func(context.Context) (*library.Library, error)
	// Feeds asks the feeds that are subscribed to; nil where none can be.
	Feeds Feeds
	// Drafts is the folder for what is written and not saved yet; "" where that
	// is in memory alone.
	Drafts string
	// Engine annotates; nil for no annotations.
	Engine *engine.Engine
	// Theme is a name of theme.Names, the path of a Glamour style sheet, or ""
	// for "auto".
	Theme string
	// MaxWidth is the most columns that the text takes; 0 for 76.
	MaxWidth int
	// In and Out are the terminal.
	In, Out *os.File
	NoColor bool
}

// fps is how often a second the screen is painted at most. The first frame and
// every key wait for that clock, so it runs as fast as Bubble Tea allows.
const fps = 120

// defaultWidth is a comfortable measure for prose, in columns.
const defaultWidth = 76

// A SignalError says that a signal ended the program.
type SignalError struct{ Signal os.Signal }

// Error names the signal.
func (e SignalError) Error() string { return fmt.Sprintf("ended by %v", e.Signal) }

// Run shows what is opened until the reader quits. Whatever ends it, the
// terminal is left as it was found. It returns a SignalError after SIGTERM,
// SIGHUP, SIGQUIT or an interrupt from outside, and another error where the
// terminal cannot be used or the program failed, or the error of Start where that
// failed.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if o.MaxWidth == 0 {
		o.MaxWidth = defaultWidth
	}
	if o.Theme == "" {
		o.Theme = "auto"
	}
	in := terminal.NewInput(o.In)
	ts := themes{name: o.Theme, dark: terminal.DarkByEnv(os.Getenv("COLORFGBG")), profile: profile(o)}
	if terminal.Answers(os.Getenv("TERM")) {
		ts.background = in.Background()
	}
	th, err := ts.make(o.Theme)
	if err != nil {
		return err
	}
	out := gate.New(o.Out)
	a := newApp(ctx, o, out, th, ts)
	if w, h, err := term.GetSize(o.Out.Fd()); err == nil {
		a.resize(w, h) // the first screen need not wait to be told
	}

	p := tea.NewProgram(a, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out),
		tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithFPS(fps), tea.WithoutSignalHandler())
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, endSignals...)
	defer signal.Stop(caught)
	ended := make(chan os.Signal, 1)
	go func() {
		select {
		case s := <-caught:
			ended <- s
			p.Quit()
		case <-ctx.Done():
		}
	}()
	if a.untitled = !terminal.Answers(os.Getenv("TERM")); !a.untitled {
		// Who fails to keep or to restore a title has none to lose.
		_ = out.SaveTitle()
		defer func() { _ = out.RestoreTitle() }()
	}
	_, err = p.Run()
	select {
	case s := <-ended:
		return SignalError{s}
	default:
	}
	if errors.Is(err, tea.ErrProgramPanic) {
		return fmt.Errorf("the reader failed: %w", err)
	}
	if err == nil {
		err = a.ended
	}
	return err
}

// profile returns which colours the terminal has, by its environment alone.
func profile(o Options) termenv.Profile {
	if o.NoColor {
		return termenv.Ascii
	}
	return termenv.NewOutput(o.Out, termenv.WithTTY(true)).EnvColorProfile()
}
