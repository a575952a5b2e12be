package gate_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	osc52 "github.com/aymanbagabas/go-osc52/v2"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles/clean"
	"gloss/ui/gate"
	"gloss/ui/theme"
)

// TestCleanTextPasses holds the gate to let through all that the clean-up
// leaves: a letter of an article must not be lost here.
func TestCleanTextPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := clean.Of(rapid.String().Draw(t, "text")).String()
		if out, refused := gate.Text(s); out != s || refused != 0 {
			t.Fatalf("Text(%q) = %q, %d", s, out, refused)
		}
		if out, refused := gate.Frame([]byte(s)); string(out) != s || refused != 0 {
			t.Fatalf("Frame(%q) = %q, %d", s, out, refused)
		}
	})
}

// TestEachCharacter does the same for every code point there is, between
// letters and after an ideograph.
func TestEachCharacter(t *testing.T) {
	for r := rune(0); r <= 0x10ffff; r++ {
		s := clean.Of("a" + string(r) + "葛" + string(r) + "b").String()
		if _, refused := gate.Text(s); refused != 0 {
			t.Errorf("%U: %q is clean, and %d are refused", r, s, refused)
		}
	}
}

// TestThemePasses holds the gate to let through every style of every theme.
func TestThemePasses(t *testing.T) {
	for _, profile := range []termenv.Profile{termenv.TrueColor, termenv.ANSI256, termenv.ANSI, termenv.Ascii} {
		for _, name := range theme.Names() {
			th, err := theme.New(name, true, profile)
			if err != nil {
				t.Fatal(err)
			}
			styles := []theme.Style{{}}
			for _, k := range theme.Kinds() {
				styles = append(styles, th.Mark(k), th.Mark(k).Over(th.Mark(theme.Person)).Over(th.Text))
			}
			all := theme.Style{FG: "#ffffff", BG: "#ffffff", Bold: true, Italic: true, Faint: true, Reverse: true, Strike: true}
			for u := theme.NoUnderline; u <= theme.Dashed; u++ {
				all.Underline = u
				styles = append(styles, all)
			}
			for c := range 256 {
				styles = append(styles, theme.Style{FG: theme.Color(fmt.Sprint(c)), BG: theme.Color(fmt.Sprint(255 - c))})
			}
			for _, style := range styles {
				s := th.Sequence(style) + "x" + th.Paint(style, "y")
				if out, refused := gate.Frame([]byte(s)); string(out) != s || refused != 0 {
					t.Errorf("%s: Frame(%q) = %q, %d", name, s, out, refused)
				}
			}
		}
	}
}

// file returns a gate to a file and what reads the file so far.
func file(t *testing.T) (*gate.Gate, func() string) {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "terminal"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() }) // the test may have closed it
	return gate.New(f), func() string {
		t.Helper()
		b, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
}

func TestNoWayRoundTheGate(t *testing.T) {
	const hostile, want = "a\x1b]52;c;QQ==\ab", "a\ufffd]52;c;QQ==\ufffdb"
	for name, write := range map[string]func(*gate.Gate) error{
		"Write":          func(g *gate.Gate) error { _, err := g.Write([]byte(hostile)); return err },
		"WriteString":    func(g *gate.Gate) error { _, err := g.WriteString(hostile); return err },
		"io.WriteString": func(g *gate.Gate) error { _, err := io.WriteString(g, hostile); return err },
		"io.Copy":        func(g *gate.Gate) error { _, err := io.Copy(g, strings.NewReader(hostile)); return err },
		"ReadFrom":       func(g *gate.Gate) error { _, err := g.ReadFrom(onlyReader{strings.NewReader(hostile)}); return err },
		"Fprint":         func(g *gate.Gate) error { _, err := fmt.Fprint(g, hostile); return err },
		"Close":          func(g *gate.Gate) error { _, err := g.Write([]byte("a\x1b")); return errors.Join(err, g.Close()) },
	} {
		t.Run(name, func(t *testing.T) {
			g, written := file(t)
			if err := write(g); err != nil {
				t.Fatal(err)
			}
			got := written()
			if name == "Close" && got != "a\ufffd" || name != "Close" && got != want {
				t.Errorf("the terminal got %q", got)
			}
		})
	}
	g, written := file(t)
	if _, err := g.WriteAt([]byte(hostile), 0); !errors.Is(err, errors.ErrUnsupported) || written() != "" {
		t.Errorf("WriteAt: %v, and the terminal got %q", err, written())
	}
}

type onlyReader struct{ io.Reader }

func TestCopy(t *testing.T) {
	for name, mode := range map[string]osc52.Mode{"alone": osc52.DefaultMode, "tmux": osc52.TmuxMode, "screen": osc52.ScreenMode} {
		g, written := file(t)
		text := strings.Repeat("“The harvest is in” — J. Roe. ", 20)
		if err := g.Copy(text, mode); err != nil {
			t.Fatal(err)
		}
		if got, want := written(), osc52.New(text).Mode(mode).String(); got != want {
			t.Errorf("%s: the terminal got %q, want %q", name, got, want)
		}
		if _, err := io.WriteString(g, written()); err != nil {
			t.Fatal(err)
		}
		if g.Refused() == 0 {
			t.Errorf("%s: the same passes as text", name)
		}
	}
	g, written := file(t)
	if err := g.Copy("a\x1b[201~ls\r", osc52.DefaultMode); err != nil {
		t.Fatal(err)
	}
	if got, want := written(), osc52.New("a\ufffd[201~ls\ufffd").String(); got != want {
		t.Errorf("the terminal got %q, want %q", got, want)
	}
	if err := g.Copy(strings.Repeat("a", gate.MaxCopy+1), osc52.DefaultMode); !errors.Is(err, gate.ErrTooLong) {
		t.Errorf("a text too long: %v", err)
	}
}

func TestAskBackground(t *testing.T) {
	g, written := file(t)
	if err := g.AskBackground(); err != nil {
		t.Fatal(err)
	}
	if got, want := written(), "\x1b]11;?\x1b\\"; got != want {
		t.Errorf("the terminal got %q, want %q", got, want)
	}
}

// TestManyWriters has several goroutines write whole frames: none is torn by
// another.
func TestManyWriters(t *testing.T) {
	const frame = "\x1b[H\r\x1b[1mThe harvest\x1b[m\x1b[K\x1b[H"
	g, written := file(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if _, err := io.WriteString(g, frame); err != nil {
					t.Error(err)
				}
				_ = g.Refused()
			}
		})
	}
	wg.Wait()
	if got := written(); got != strings.Repeat(frame, 400) || g.Refused() != 0 {
		t.Errorf("%d bytes, %d refused", len(got), g.Refused())
	}
}

func TestPlainWriter(t *testing.T) {
	var b bytes.Buffer
	p := gate.NewPlain(&b)
	for _, w := range []string{"safe\r", "\nnext\r", "EVIL \xe2\x80", "\x94 \x1b[1m", "\xe2"} {
		if n, err := io.WriteString(p, w); n != len(w) || err != nil {
			t.Fatalf("%d of %d: %v", n, len(w), err)
		}
	}
	if err := p.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "safe\r\nnext\ufffdEVIL — \ufffd[1m\ufffd"; got != want || p.Refused() != 3 {
		t.Errorf("got %q, %d refused; want %q", got, p.Refused(), want)
	}
}

func BenchmarkFrame(b *testing.B) {
	for _, bench := range []struct{ name, line string }{
		{"plain", "The quick brown fox jumps over the lazy dog and then goes home again.\r\n"},
		{"painted", "“The \x1b[0;38;2;230;195;132mtalks\x1b[m”, he said — and he’d know.\x1b[K\r\n"},
		{"arabic", "محادثات في موسكو حول سوريا بين وزير الخارجية\r\n"},
		{"hostile", "a\x1b[2Jb\x1b]52;c;QQ==\a\u202e\x9b"},
		{"unfinished", "\x1b[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1"},
	} {
		frame := []byte(strings.Repeat(bench.line, (1<<20)/len(bench.line)))
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(frame)))
			b.ReportAllocs()
			for b.Loop() {
				gate.Frame(frame)
			}
		})
	}
}

func ExampleText() {
	fmt.Println(gate.Text("Breaking\x1b]0;title\a news"))
	// Output: Breaking�]0;title� news 2
}

func ExampleFrame() {
	out, refused := gate.Frame([]byte("\x1b[1mBreaking\x1b[m news\x1b[2J"))
	fmt.Printf("%q %d\n", out, refused)
	// Output: "\x1b[1mBreaking\x1b[m news�[2J" 1
}
