//go:build unix

package quietterm_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/creack/pty"

	"gloss/ui/quietterm"
)

// started is what the child of the tests prints as its first own act.
const started = "main has begun"

// childKey makes the test binary the program whose start is tested.
const childKey = "GLOSS_TEST_QUIETTERM_CHILD"

// TestMain is the child's main: a program that imports Bubble Tea.
func TestMain(m *testing.M) {
	if os.Getenv(childKey) == "" {
		os.Exit(m.Run())
	}
	fmt.Println(started)
	quietterm.Restore()
	ci, found := os.LookupEnv("CI")
	fmt.Printf("CI=%q %t, profile %d\n", ci, found, lipgloss.NewRenderer(os.Stdout).ColorProfile())
	_ = tea.Quit // what matters is that the package is linked in
	os.Exit(0)
}

// TestStartIsQuiet starts a program on a terminal that answers nothing: it
// must ask nothing, for who asks waits.
func TestStartIsQuiet(t *testing.T) {
	tests := []struct {
		name string
		env  []string
		want string // what the program sees of CI after Restore
	}{
		{"absent", nil, `CI="" false`},
		{"empty", []string{"CI="}, `CI="" true`},
		{"set", []string{"CI=yes"}, `CI="yes" true`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out := runMuted(t, test.env)
			if !strings.HasPrefix(out, started) {
				t.Errorf("the terminal got %q before main began", strings.Split(out, started)[0])
			}
			if !strings.Contains(out, test.want) {
				t.Errorf("after Restore the program sees %q, want %s", out, test.want)
			}
			if strings.ContainsRune(out, '\x1b') {
				t.Errorf("the terminal was asked something: %q", out)
			}
		})
	}
}

// runMuted runs the test binary as the child on a pty that answers nothing,
// and returns what it wrote. A child that asks something waits for five
// seconds and goes on then; what it wrote tells.
func runMuted(t *testing.T, env []string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "CI=") {
			cmd.Env = append(cmd.Env, e)
		}
	}
	cmd.Env = append(cmd.Env, childKey+"=1", "TERM=xterm-256color", "GORACE=atexit_sleep_ms=0")
	cmd.Env = append(cmd.Env, env...)
	terminal, err := pty.Start(cmd)
	if err != nil {
		t.Skipf("no pty to be had: %v", err)
	}
	defer terminal.Close()

	var out strings.Builder
	done := make(chan struct{})
	go func() {
		defer close(done)
		buf := make([]byte, 4096)
		for {
			n, err := terminal.Read(buf)
			out.Write(buf[:n])
			if err != nil { // EIO is how a pty says that its last writer is gone
				return
			}
		}
	}()
	<-done
	if err := cmd.Wait(); err != nil {
		t.Fatalf("the program ended with %v, having written %q", err, out.String())
	}
	return out.String()
}
