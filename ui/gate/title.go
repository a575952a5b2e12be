package gate

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// maxTitle is the most cells of a window's title.
const maxTitle = 80

// Title names the terminal's window (OSC 2 of xterm's control sequences): in
// one line of printable text, made so here, of at most 80 cells. What is
// written to the gate cannot name it.
func (g *Gate) Title(text string) error { return g.command(titleSequence(text)) }

// SaveTitle has the terminal keep the window's title as it is, and
// RestoreTitle has it put that back (XTWINOPS 22 and 23).
func (g *Gate) SaveTitle() error { return g.command("\x1b[22;2t") }

// RestoreTitle undoes what Title did since SaveTitle.
func (g *Gate) RestoreTitle() error { return g.command("\x1b[23;2t") }

func titleSequence(text string) string {
	text, _ = Text(text)
	text = ansi.Truncate(strings.Join(strings.Fields(text), " "), maxTitle, "…")
	return "\x1b]2;" + text + "\x1b\\"
}
