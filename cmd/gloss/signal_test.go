//go:build unix

package main

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestAnnotateInterrupted ends the program while it waits for more of its
// standard input. What it has written by then are whole lines.
func TestAnnotateInterrupted(t *testing.T) {
	for signal, code := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
		t.Run(signal.String(), func(t *testing.T) {
			cmd := program(t, "", "annotate", "-")
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			stdout, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			// It is more than pipes hold, so the program is at work when it is written.
			if _, err := io.WriteString(stdin, strings.Repeat(line("x", speech), 1000)); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewReader(stdout)
			first, err := lines.ReadString('\n')
			if err != nil {
				t.Fatalf("no article was written: %v", err)
			}
			if err := cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			rest, err := io.ReadAll(lines)
			if err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait() // the exit code tells
			if got := cmd.ProcessState.ExitCode(); got != code {
				t.Errorf("exit code %d, want %d", got, code)
			}
			records(t, first+string(rest)) // fails where a line is not whole
			if !strings.HasSuffix(first+string(rest), "\n") {
				t.Error("the last line has no end")
			}
			if stderr.Len() > 0 {
				t.Errorf("standard error is %q", stderr.String())
			}
		})
	}
}

// TestReaderOfOutputGoesAway closes the pipe that the program prints into, as
// head does. The program must end, and say nothing.
func TestReaderOfOutputGoesAway(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"long.txt": strings.Repeat("The ministers met again to talk about the harvest.\n\n", 100_000),
		"c.jsonl":  strings.Repeat(line("x", speech), 20_000),
	})
	for _, args := range [][]string{{"long.txt"}, {"annotate", "c.jsonl"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			cmd := program(t, dir, args...)
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			var stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = w, &stderr
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			w.Close()
			if _, err := io.ReadFull(r, make([]byte, 1000)); err != nil {
				t.Fatal(err)
			}
			r.Close()
			_ = cmd.Wait() // that it fails is right
			if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGPIPE {
				t.Errorf("the program ended with %v, want SIGPIPE", cmd.ProcessState)
			}
			if stderr.Len() > 0 {
				t.Errorf("standard error is %q", stderr.String())
			}
		})
	}
}
