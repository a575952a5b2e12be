//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pierRest is an article after its beginning, which a second version has other
// words in.
const pierRest = "Nobody may walk there now, and the keeper has locked the gate.\n\n" +
	"The harbour board said on Monday that the old pier would stay closed for the whole winter.\n\n" +
	"The fishermen will have to land their catch at the new quay, which is a mile away.\n"

const (
	pier      = "# The pier is closed\n\n" + pierRest
	pierLater = "# The pier is closed\n\nA storm came in the night and broke nine of the piles.\n\n" + pierRest
)

// reads runs the reader on a file of the desk.
func (d desk) reads(file string) *session {
	d.t.Helper()
	cmd := program(d.t, d.dir, file)
	cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+filepath.Join(d.home, "data"), "XDG_CACHE_HOME="+filepath.Join(d.home, "cache"))
	s := start(d.t, 120, 30, cmd)
	s.awaitText("Nobody may walk there now")
	return s
}

// awaitDraft waits until words that are being written are on the disk.
func (d desk) awaitDraft(words string) {
	d.t.Helper()
	for late := time.Now().Add(patience); time.Now().Before(late); time.Sleep(20 * time.Millisecond) {
		files, err := filepath.Glob(filepath.Join(d.home, "data", "gloss", "drafts", "*.json"))
		if err != nil {
			d.t.Fatal(err)
		}
		for _, f := range files {
			if data, err := os.ReadFile(f); err == nil && strings.Contains(string(data), words) {
				return
			}
		}
	}
	d.t.Fatalf("no draft has %q", words)
}

// writes selects the last sentence and writes a note on it.
func (s *session) writes(words string) {
	s.t.Helper()
	s.press("vjj")
	s.awaitText("H marks")
	s.press("a")
	s.awaitText("Note on a passage")
	s.press(words)
	s.awaitText(words)
}

// saves saves the note and waits until it says so.
func (s *session) saves() {
	s.t.Helper()
	s.press("\x13") // ctrl+s
	s.await("saved note", func(screen string) bool {
		return strings.Contains(screen, "\n saved") && !strings.Contains(screen, "ctrl+s saves")
	})
}

// A note is written, saved and found again when the article has changed.
func TestNoteOutlastsAnEdit(t *testing.T) {
	d := newDesk(t, map[string]string{"pier.md": pier})
	s := d.reads("pier.md")
	s.press("vjjj2")
	s.awaitText("saved")
	s.press("g")
	s.writes("Who told them?")
	s.press("\t")
	s.press("pier, winter")
	s.awaitText("pier, winter")
	s.saves()
	s.awaitText("#pier #winter")
	s.press("q")
	if code, _ := s.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}

	if err := os.WriteFile(filepath.Join(d.dir, "pier.md"), []byte(pierLater), 0o600); err != nil {
		t.Fatal(err)
	}
	s = d.reads("pier.md")
	s.awaitText("✎")
	s.press("g]n")
	s.await("note beside its words", func(screen string) bool {
		return strings.Contains(screen, "important 1/2 · Who told them?") && strings.Contains(screen, "│ #pier #winter")
	})
	s.press("q")
	s.end()
	md := d.ok("notes", "export", "--format", "markdown")
	for _, want := range []string{"Who told them?", "stay closed for the whole winter", "pier"} {
		if !strings.Contains(md, want) {
			t.Errorf("%q is not in the export:\n%s", want, md)
		}
	}
}

// A note is there when the program is killed as soon as it has said "saved", and
// what was being written is offered.
func TestNoteOutlastsAKill(t *testing.T) {
	d := newDesk(t, map[string]string{"pier.md": pier})
	s := d.reads("pier.md")
	s.writes("Who told them?")
	s.saves()
	s.signal(syscall.SIGKILL)
	_ = s.cmd.Wait()
	if got := d.objects("notes"); len(got) != 1 {
		t.Fatalf("the notes are %v", got)
	}

	s = d.reads("pier.md")
	s.press("v")
	s.awaitText("H marks")
	s.press("a")
	s.awaitText("Note on a passage")
	s.press("half a thought")
	d.awaitDraft("half a thought")
	s.signal(syscall.SIGKILL)
	_ = s.cmd.Wait()

	s = d.reads("pier.md")
	s.awaitText("a note is not saved; y opens the one on a passage")
	s.press("y")
	s.awaitText("half a thought")
	s.saves()
	s.press("q")
	s.end()
	if got := d.objects("notes"); len(got) != 2 {
		t.Errorf("the notes are %v", got)
	}
}
