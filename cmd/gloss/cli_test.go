package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"gloss/articles/pdf"
)

// mainKey makes the test binary the program itself.
const mainKey = "GLOSS_TEST_MAIN"

func TestMain(m *testing.M) {
	if code, ok := pdf.Work(os.Args[1:], os.Stdin, os.Stdout); ok {
		os.Exit(code) // the child that reads a PDF has no environment
	}
	if os.Getenv(mainKey) != "" {
		main()
	}
	os.Exit(m.Run())
}

// program returns the command that runs the program in a folder, without what
// the tester's own environment says of terminals and colours.
func program(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Dir = dir
	cmd.WaitDelay = 10 * time.Second
	for _, e := range os.Environ() {
		name, _, _ := strings.Cut(e, "=")
		if !slices.Contains([]string{"CI", "COLUMNS", "LINES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLORFGBG", "TERM"}, name) {
			cmd.Env = append(cmd.Env, e)
		}
	}
	// The race detector, where it is on, would sleep a second at each end.
	home := t.TempDir() // never the shelf of whoever runs the tests
	cmd.Env = append(cmd.Env, mainKey+"=1", "TERM=xterm-256color", "GORACE=atexit_sleep_ms=0",
		"XDG_DATA_HOME="+filepath.Join(home, "data"), "XDG_CACHE_HOME="+filepath.Join(home, "cache"))
	return cmd
}

// An outcome is what a run of the program left.
type outcome struct {
	out, err string
	code     int
}

// gloss runs the program to its end, with input on its standard input.
func gloss(t *testing.T, dir, input string, args ...string) outcome {
	t.Helper()
	return finish(t, program(t, dir, args...), input)
}

func finish(t *testing.T, cmd *exec.Cmd, input string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("run %q: %v", cmd.Args, err)
	}
	return outcome{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// folderOf writes files, by their names, into a new folder.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestUsageErrors(t *testing.T) {
	dir := folderOf(t, map[string]string{"a.txt": "Text.", "b.txt": "Text."})
	tests := []struct {
		args string
		want string // in the first line
	}{
		{"--nosuch", "--nosuch"},
		{"--width -1 a.txt", "--width"},
		{"--width wide a.txt", "--width"},
		{"--theme nosuch a.txt", "nosuch"},
		{"a.txt b.txt", "one article at a time"},
		{"annotate", "no input"},
		{"annotate --nosuch a.txt", "--nosuch"},
		{"annotate --format xml a.txt", "json, jsonl, table"},
		{"annotate --only verbs a.txt", "entities, quotes, coalitions"},
		{"annotate --jobs 0 a.txt", "--jobs"},
		{"annotate --date yesterday a.txt", "2015-12-15"},
		{"version now", "now"},
		{"completion", "bash, zsh, fish or powershell"},
		{"completion tcsh", "tcsh"},
	}
	for _, test := range tests {
		t.Run(test.args, func(t *testing.T) {
			got := gloss(t, dir, "", strings.Fields(test.args)...)
			if got.code != 2 {
				t.Errorf("exit code %d, want 2", got.code)
			}
			if got.out != "" {
				t.Errorf("standard output is %q", got.out)
			}
			lines := strings.Split(strings.TrimSuffix(got.err, "\n"), "\n")
			if len(lines) != 2 || !strings.HasPrefix(lines[0], "gloss: ") || !strings.Contains(lines[0], test.want) {
				t.Errorf("standard error is %q, want a line with %q and a hint", got.err, test.want)
			}
			if !strings.Contains(lines[len(lines)-1], "--help") {
				t.Errorf("no hint at --help in %q", got.err)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"help"}, {"annotate", "-h"}, {"help", "annotate"}} {
		got := gloss(t, "", "", args...)
		if got.code != 0 || got.err != "" || !strings.Contains(got.out, "Usage:") {
			t.Errorf("gloss %q: exit code %d, standard error %q, standard output %q", args, got.code, got.err, got.out)
		}
	}
}

func TestVersion(t *testing.T) {
	got := gloss(t, "", "", "version")
	if got.code != 0 || got.err != "" || !strings.HasPrefix(got.out, "gloss ") || !strings.Contains(got.out, " go1.") {
		t.Errorf("gloss version: %+v", got)
	}
	if flag := gloss(t, "", "", "--version"); flag != got {
		t.Errorf("gloss --version: %+v, but gloss version: %+v", flag, got)
	}
}

func TestCompletion(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		got := gloss(t, "", "", "completion", shell)
		if got.code != 0 || got.err != "" || !strings.Contains(got.out, "gloss") {
			t.Errorf("completion %s: exit code %d, standard error %q, %d bytes", shell, got.code, got.err, len(got.out))
		}
	}
	got := gloss(t, "", "", "__complete", "annotate", "--format", "")
	for _, format := range []string{"json", "jsonl", "table"} {
		if !slices.Contains(strings.Split(got.out, "\n"), format) {
			t.Errorf("--format is not completed with %s: %q", format, got.out)
		}
	}
}

func TestUnreadableArticles(t *testing.T) {
	dir := folderOf(t, map[string]string{"empty.txt": "", "picture.txt": "\x89PNG\r\n\x1a\n\x00\x00", "sub/a.txt": "Text."})
	for _, args := range [][]string{{"missing.txt"}, {"empty.txt"}, {"picture.txt"}, {"sub"}, {"missing\x1b[31m.txt"}} {
		for _, command := range [][]string{nil, {"annotate"}} {
			if command != nil && args[0] == "sub" {
				continue // annotate takes folders
			}
			got := gloss(t, dir, "", append(command, args...)...)
			if got.code != 1 || got.out != "" {
				t.Errorf("%q: exit code %d, standard output %q", args, got.code, got.out)
			}
			if !strings.HasPrefix(got.err, "gloss: ") || strings.Count(got.err, "\n") != 1 || strings.ContainsRune(got.err, '\x1b') {
				t.Errorf("%q: standard error is %q, want one clean line", args, got.err)
			}
			if name, _, _ := strings.Cut(args[0], "\x1b"); !strings.Contains(got.err, name) {
				t.Errorf("%q: standard error does not name it: %q", args, got.err)
			}
		}
	}
}

func TestPlainText(t *testing.T) {
	long := strings.Repeat("Ministers met in the capital to talk about the harvest. ", 50)
	dir := folderOf(t, map[string]string{"a.md": "# The harvest\n\n" + long + "\n\nA *word* of \x1b[31mred\x1b[0m and &#27;[31m.\n"})
	tests := []struct {
		name  string
		args  []string
		env   string
		input string
		width int
	}{
		{"file", []string{"a.md"}, "", "", 80},
		{"COLUMNS", []string{"a.md"}, "COLUMNS=40", "", 40},
		{"COLUMNS that is no number", []string{"a.md"}, "COLUMNS=wide", "", 80},
		{"width before COLUMNS", []string{"--width", "60", "a.md"}, "COLUMNS=40", "", 60},
		{"standard input", []string{"-"}, "", long + "harvest", 80},
		{"plain", []string{"--plain", "a.md"}, "", "", 80},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cmd := program(t, dir, test.args...)
			if test.env != "" {
				cmd.Env = append(cmd.Env, test.env)
			}
			got := finish(t, cmd, test.input)
			if got.code != 0 || got.err != "" {
				t.Fatalf("exit code %d, standard error %q", got.code, got.err)
			}
			if !strings.Contains(got.out, "harvest") {
				t.Errorf("the article is not in the output")
			}
			widest := 0
			for line := range strings.Lines(got.out) {
				line = strings.TrimSuffix(line, "\n")
				widest = max(widest, utf8.RuneCountInString(line))
				if strings.ContainsFunc(line, func(r rune) bool { return r < 0x20 || r == 0x7f }) {
					t.Errorf("control characters in %q", line)
				}
			}
			if widest > test.width || widest < test.width/2 {
				t.Errorf("the widest line has %d columns, want at most %d and not much less", widest, test.width)
			}
		})
	}
}

// TestPlainTextIsWhole prints articles around the size that is printed at a
// time, and counts their lines.
func TestPlainTextIsWhole(t *testing.T) {
	for _, n := range []int{1, 127, 128, 129, 255, 256, 257, 1000} {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(&text, "Paragraph %d of the long report ends here, at the word number%d.\n\n", i, i)
		}
		got := gloss(t, "", text.String(), "-")
		for i := range n {
			if c := strings.Count(got.out, fmt.Sprintf("number%d.", i)); c != 1 {
				t.Fatalf("of %d paragraphs, paragraph %d is printed %d times", n, i, c)
			}
		}
	}
}

// A record is what is checked of an annotated article.
type record struct {
	ID, Title, Date, Text string
	Entities              []struct {
		Name     string
		Mentions []struct {
			Start, End int
			Text       string
		}
	}
	Quotes, Coalitions []json.RawMessage
}

// records reads JSON Lines.
func records(t *testing.T, lines string) []record {
	t.Helper()
	var all []record
	for line := range strings.Lines(lines) {
		var r record
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v in line %q", err, line)
		}
		all = append(all, r)
	}
	return all
}

// ids returns the identifiers of records, parted by spaces.
func ids(all []record) string {
	var list []string
	for _, r := range all {
		list = append(list, r.ID)
	}
	return strings.Join(list, " ")
}
