package gate

import (
	"errors"
	"fmt"

	osc52 "github.com/aymanbagabas/go-osc52/v2"

	"gloss/ui/terminal"
)

// MaxCopy is the most bytes of text that Copy takes. Their sequence has less
// than the 100 KB that terminals take.
const MaxCopy = 64 << 10

// ErrTooLong says that a text has more than MaxCopy bytes.
var ErrTooLong = errors.New("too long for the clipboard")

// Copy hands text to the terminal's clipboard (OSC 52 of xterm's control
// sequences), wrapped for the multiplexer that the program runs in, if any. The
// text is made plain as by Text: who pastes it pastes no controls. Whether the
// terminal took it cannot be known. The error is ErrTooLong or that of the
// terminal.
//
// No other way leads to the clipboard: what is written to the gate cannot.
func (g *Gate) Copy(text string, through osc52.Mode) error {
	if len(text) > MaxCopy {
		return fmt.Errorf("copy %d bytes: %w", len(text), ErrTooLong)
	}
	text, _ = Text(text)
	return g.command(osc52.New(text).Mode(through).String())
}

// AskBackground asks the terminal for its background colour. The answer comes
// with the keys: see package terminal.
func (g *Gate) AskBackground() error { return g.command(terminal.Query) }

// command writes a sequence that the gate has made itself.
func (g *Gate) command(sequence string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	_, err := g.File.WriteString(sequence)
	return err
}
