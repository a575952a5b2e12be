//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// patience is how long a test waits for what must come before it gives up. The
// terminal of these tests answers nothing.
const patience = 30 * time.Second

// A session is the program at work on a terminal.
type session struct {
	t            *testing.T
	cmd          *exec.Cmd
	outer, inner *os.File      // the ends of the pty: the terminal's and the program's
	before       *term.State   // the terminal's mode before the program
	drawn        chan struct{} // is sent to, if there is room, after every output
	closed       chan struct{} // is closed when there is no more output

	mu     sync.Mutex
	screen vt10x.Terminal
	raw    bytes.Buffer // all output
}

// start runs the program on a terminal of the given size.
func start(t *testing.T, cols, rows int, cmd *exec.Cmd) *session {
	t.Helper()
	outer, inner, err := pty.Open()
	if err != nil {
		t.Skipf("no pty to be had: %v", err)
	}
	s := &session{
		t: t, cmd: cmd, outer: outer, inner: inner, screen: vt10x.New(vt10x.WithSize(cols, rows)),
		drawn: make(chan struct{}, 1), closed: make(chan struct{}),
	}
	go s.watch()
	t.Cleanup(func() {
		if cmd.Process != nil {
			_ = cmd.Process.Kill() // it has ended already unless the test failed
		}
		inner.Close()
		<-s.closed
		outer.Close()
	})
	if s.before, err = term.GetState(inner.Fd()); err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(outer, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		t.Fatal(err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = inner, inner, inner
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return s
}

// watch draws the program's output until there is no more.
func (s *session) watch() {
	defer close(s.closed)
	buf := make([]byte, 1<<16)
	for {
		n, err := s.outer.Read(buf)
		s.mu.Lock()
		s.raw.Write(buf[:n])
		_, _ = s.screen.Write(buf[:n]) // it takes everything
		s.mu.Unlock()
		select {
		case s.drawn <- struct{}{}:
		default:
		}
		if err != nil { // how a pty says that its last user is gone
			return
		}
	}
}

// await waits until the screen is as it should be.
func (s *session) await(what string, good func(screen string) bool) {
	s.t.Helper()
	late := time.After(patience)
	for {
		s.mu.Lock()
		screen := s.screen.String()
		s.mu.Unlock()
		if good(screen) {
			return
		}
		select {
		case <-s.drawn:
		case <-late:
			s.t.Fatalf("no %s on the screen:\n%s", what, screen)
		}
	}
}

func (s *session) awaitText(text string) {
	s.t.Helper()
	s.await(text, func(screen string) bool { return strings.Contains(screen, text) })
}

func (s *session) press(keys string) {
	s.t.Helper()
	if _, err := s.outer.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

func (s *session) signal(sig syscall.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

// end waits for the program's end, checks that the terminal is left as it was
// found, and returns the exit code and all output.
func (s *session) end() (code int, raw string) {
	s.t.Helper()
	late := time.AfterFunc(patience, func() { _ = s.cmd.Process.Kill() })
	_ = s.cmd.Wait() // the exit code tells
	if !late.Stop() {
		s.t.Fatal("the program does not end")
	}
	after, err := term.GetState(s.inner.Fd())
	if err != nil {
		s.t.Fatal(err)
	}
	if !reflect.DeepEqual(after, s.before) {
		s.t.Error("the terminal is left in another mode (raw, without echo)")
	}
	s.inner.Close()
	<-s.closed
	raw = s.raw.String()
	for mode, on := range privateModes(raw) {
		if initially := mode == "25"; on != initially { // the cursor is shown
			s.t.Errorf("private mode %s is left: on = %t", mode, on)
		}
	}
	return s.cmd.ProcessState.ExitCode(), raw
}

// readFirst opens the article that is on a new shelf.
func (s *session) readFirst() {
	s.t.Helper()
	s.await("the shelf", func(screen string) bool {
		return strings.Contains(screen, "enter reads") && strings.Contains(screen, "Moscow")
	})
	s.press("\r")
	s.await("the article", func(screen string) bool {
		return strings.Contains(screen, "MOSCOW") && !strings.Contains(screen, "enter reads")
	})
}

// leave goes back to the shelf and ends the program.
func (s *session) leave() {
	s.t.Helper()
	s.press("q")
	s.awaitText("enter reads")
	s.press("q")
}

// privateModes returns the modes that the output sets or resets, as it leaves
// them: 25 is the cursor, 1049 the other screen, 1000 to 1006 the mouse.
func privateModes(raw string) map[string]bool {
	modes := make(map[string]bool)
	for _, m := range regexp.MustCompile(`\x1b\[\?([0-9;]+)([hl])`).FindAllStringSubmatch(raw, -1) {
		for mode := range strings.SplitSeq(m[1], ";") {
			modes[mode] = m[2] == "h"
		}
	}
	return modes
}

func TestReaderOpensAndQuits(t *testing.T) {
	s := start(t, 100, 30, program(t, ""))
	s.readFirst()
	s.leave()
	code, raw := s.end()
	if code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	if strings.Contains(raw, "\x1b[6n") || strings.Contains(raw, "\x1b[c") {
		t.Error("the terminal was asked what would have to be waited for")
	}
	modes := privateModes(raw)
	for _, mode := range []string{"1049", "25", "1002"} {
		if _, used := modes[mode]; !used {
			t.Errorf("private mode %s is not used: nothing was checked", mode)
		}
	}
}

func TestReaderEndedBySignals(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGINT} {
		t.Run(sig.String(), func(t *testing.T) {
			s := start(t, 80, 24, program(t, ""))
			s.readFirst()
			s.signal(sig)
			if code, _ := s.end(); code != 128+int(sig) {
				t.Errorf("exit code %d, want %d", code, 128+int(sig))
			}
		})
	}
}

func TestReaderResizes(t *testing.T) {
	s := start(t, 120, 40, program(t, ""))
	s.readFirst()
	for _, size := range []pty.Winsize{{Cols: 50, Rows: 20}, {Cols: 20, Rows: 6}, {Cols: 200, Rows: 60}, {Cols: 80, Rows: 24}} {
		s.mu.Lock()
		s.screen.Resize(int(size.Cols), int(size.Rows))
		_, _ = s.screen.Write([]byte("\x1b[2J\x1b[H")) // what is seen next is new
		s.mu.Unlock()
		if err := pty.Setsize(s.outer, &size); err != nil {
			t.Fatal(err)
		}
		s.await("text after the resize", func(screen string) bool {
			return strings.Contains(screen, "Kerry") || strings.Contains(screen, "MOSCOW") || strings.Contains(screen, "Moscow")
		})
	}
	s.leave()
	if code, _ := s.end(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}

// TestReaderOfStandardInput reads an article from a pipe and the keys from the
// terminal.
func TestReaderOfStandardInput(t *testing.T) {
	cmd := program(t, "")
	shell := exec.CommandContext(t.Context(), "sh", "-c", `printf 'The harvest is in, said Jane Roe.\n' | "$0" -`, cmd.Path)
	shell.Env = cmd.Env
	s := start(t, 80, 24, shell)
	s.awaitText("The harvest is in")
	s.press("q")
	if code, _ := s.end(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}

// TestReaderWithoutColours sees no sequence that sets a colour where the user
// wants none.
func TestReaderWithoutColours(t *testing.T) {
	colour := regexp.MustCompile(`\x1b\[([0-9;:]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;:]*m`)
	for _, want := range []bool{false, true} {
		cmd := program(t, "")
		if !want {
			cmd.Env = append(cmd.Env, "NO_COLOR=1")
		}
		s := start(t, 80, 24, cmd)
		s.readFirst()
		s.leave()
		if _, raw := s.end(); colour.MatchString(raw) != want {
			t.Errorf("colours: %t, want %t", !want, want)
		}
	}
}

// TestReaderSuspends stops the program from a shell with job control and brings
// it back. In between, the terminal is the shell's.
func TestReaderSuspends(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash, which has job control in scripts")
	}
	cmd := program(t, "")
	shell := exec.CommandContext(t.Context(), bash, "-c", `set -m; "$0"; echo the shell is back; read; fg >&2`, cmd.Path)
	shell.Env = cmd.Env
	s := start(t, 80, 24, shell)
	s.readFirst()
	s.press("\x1a") // ctrl+z
	s.await("shell", func(screen string) bool {
		return strings.Contains(screen, "the shell is back") && !strings.Contains(screen, "Kerry")
	})
	s.press("\r")
	s.awaitText("MOSCOW")
	s.leave()
	if code, _ := s.end(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}
