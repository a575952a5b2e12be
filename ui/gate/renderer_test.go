//go:build unix

package gate_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"

	"gloss/ui/gate"
)

// patience is how long a test waits for what must come before it gives up.
const patience = 30 * time.Second

// A terminal collects what reaches it.
type terminal struct {
	mu   sync.Mutex
	seen strings.Builder
	news chan struct{}
}

func (s *terminal) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen.String()
}

// await waits until a text has been seen.
func (s *terminal) await(t *testing.T, text string) {
	t.Helper()
	late := time.After(patience)
	for !strings.Contains(s.text(), text) {
		select {
		case <-s.news:
		case <-late:
			t.Errorf("no %q in %q", text, s.text())
			return
		}
	}
}

// pages is a model that shows its pages in turn.
type pages []string

func (pages) Init() tea.Cmd { return nil }

func (p pages) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok {
		switch k.String() {
		case "n":
			return p[1:], nil
		case "c":
			return p, tea.ClearScreen
		case "m":
			return p, tea.Sequence(tea.DisableMouse, tea.EnableMouseCellMotion)
		case "q":
			return p, tea.Quit
		}
	}
	return p, nil
}

func (p pages) View() string { return p[0] }

// run shows pages on a terminal as the reader does, and presses keys when a
// text has been seen. It returns what reached the terminal and what was refused.
func run(t *testing.T, p pages, keys ...[2]string) (string, int) {
	t.Helper()
	outer, inner, err := pty.Open()
	if err != nil {
		t.Skipf("no pty to be had: %v", err)
	}
	defer inner.Close()
	defer outer.Close()
	if err := pty.Setsize(outer, &pty.Winsize{Cols: 30, Rows: 6}); err != nil {
		t.Fatal(err)
	}
	seen := &terminal{news: make(chan struct{}, 1)}
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := outer.Read(buf)
			seen.mu.Lock()
			seen.seen.Write(buf[:n])
			seen.mu.Unlock()
			select {
			case seen.news <- struct{}{}:
			default:
			}
			if err != nil {
				return
			}
		}
	}()
	g := gate.New(inner)
	program := tea.NewProgram(p, tea.WithInput(inner), tea.WithOutput(g), tea.WithAltScreen(), tea.WithMouseCellMotion(),
		tea.WithFPS(120), tea.WithoutSignalHandler())
	go func() {
		for _, k := range keys {
			seen.await(t, k[0])
			if _, err := outer.WriteString(k[1]); err != nil {
				t.Error(err)
			}
		}
	}()
	late := time.AfterFunc(patience, program.Kill)
	defer late.Stop()
	if _, err := program.Run(); err != nil {
		t.Fatal(err)
	}
	if _, err := inner.WriteString("the end of the test"); err != nil {
		t.Fatal(err)
	}
	seen.await(t, "the end of the test")
	return seen.text(), g.Refused()
}

// TestRendererPasses shows frames of all shapes through Bubble Tea: nothing of
// what it makes is refused.
func TestRendererPasses(t *testing.T) {
	full := strings.Repeat("x", 30)
	raw, refused := run(t, pages{
		"one\n\x1b[1mtwo\x1b[m",
		"one\nsecond\n" + full + "\n\n\nsix",                             // as many lines as rows, one of them full
		"one\nother\n" + full + full + "\n\n\n" + full + "\nfour\nthird", // too many lines, too wide
		"short",
		"", // Bubble Tea makes a space of it
		"fifth\n" + full,
	},
		[2]string{"two", "n"}, [2]string{"six", "n"}, [2]string{"third", "n"}, [2]string{"short", "n"}, [2]string{"\x1b[H \x1b[K", "n"},
		[2]string{"fifth", "c"}, [2]string{"\x1b[2J\x1b[H\x1b[H\r", "m"},
		[2]string{"\x1b[?1003l", "q"})
	if refused != 0 || strings.Contains(raw, "\ufffd") {
		t.Errorf("%d refused: %q", refused, raw)
	}
	for _, want := range []string{"\x1b[?1049h", "\x1b[?1049l", "\x1b[J", "\x1b[K", "\x1b[2J", "\x1b[2K", "\x1b[2;H", "\x1b[?25h", "\x1b[?2004l", "\x1b[?1006h"} {
		if !strings.Contains(raw, want) {
			t.Errorf("%q was not made: nothing was checked", want)
		}
	}
}

// TestRendererHoldsNothingBack shows a view that nobody cleaned.
func TestRendererHoldsNothingBack(t *testing.T) {
	raw, refused := run(t, pages{"a\x1b[?1049lb\n\x1b]52;c;QQ==\a\n\x1b[2J\x1b[3;3Hc\n\x1b[8md\n\u009bxe\u202e\nend"}, [2]string{"end", "q"})
	if refused == 0 {
		t.Error("nothing was refused")
	}
	for _, not := range []string{"\x1b[?1049lb", "\x1b]", "\a", "\x1b[3;3H", "\x1b[8m", "\u009b", "\u202e"} {
		if strings.Contains(raw, not) {
			t.Errorf("%q reached the terminal: %q", not, raw)
		}
	}
	if strings.Count(raw, "\x1b[2J") != 1 { // that of the start
		t.Errorf("the screen was erased: %q", raw)
	}
}

var _ interface { // what Bubble Tea asks of a terminal (term.File)
	Read([]byte) (int, error)
	Write([]byte) (int, error)
	Close() error
	Fd() uintptr
} = (*gate.Gate)(nil)
