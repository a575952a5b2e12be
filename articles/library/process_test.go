package library_test

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

var (
	kills      = flag.Int("kills", 20, "how many times two processes that write are killed")
	operations = flag.Int("operations", 400, "how many changes two processes make at once")
	pages      = flag.Int("pages", 37, "each so many-th page of a file is damaged; 1 for all")
)

// much returns how much a test does: the second where tests are to be short.
func much(full, short int) int {
	if testing.Short() {
		return short
	}
	return full
}

// role is the variable that makes the test binary another process of a test.
const role = "LIBRARY_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(role) {
	case "":
		os.Exit(m.Run())
	case "write":
		write(os.Args[1], -1)
	case "operate":
		n, _ := strconv.Atoi(os.Args[2])
		write(os.Args[1], n)
	case "fill":
		fill(os.Args[1], os.Args[2:])
	case "migrate":
		l, err := library.Open(context.Background(), os.Args[1], library.Options{})
		if err != nil {
			fail(err)
		}
		l.Close()
	}
}

// process returns the test binary as another process.
func process(as string, args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), role+"="+as)
	c.Stderr = os.Stderr
	return c
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// An ack is what a process says when it was told that a note is kept.
type ack struct {
	ID       string
	Revision int
	Body     string
	Removed  bool
	Took     time.Duration
}

// write makes and changes notes, n times, -1 for ever, and says what was kept.
func write(folder string, n int) {
	ctx := context.Background()
	l, err := library.Open(ctx, folder, library.Options{})
	if err != nil {
		fail(err)
	}
	a, err := l.Find(ctx, "ferry")
	if err != nil {
		fail(err)
	}
	say := json.NewEncoder(os.Stdout)
	var mine []keep.Note
	for i := 0; i != n; i++ {
		note := noteOn(a, fmt.Sprintf("%d of %d: %d", i, os.Getpid(), rand.Int()))
		var k int
		what := rand.IntN(4)
		if len(mine) == 0 {
			what = 0
		}
		if what > 0 {
			k = rand.IntN(len(mine))
			body := note.Body
			note = mine[k]
			note.Body = body
		}
		begun := time.Now()
		switch {
		case what == 3 && note.Removed.IsZero():
			err = l.RemoveNote(ctx, note.ID)
		case what == 3:
			err = l.RestoreNote(ctx, note.ID)
		default:
			note.Removed = time.Time{}
			note, err = l.PutNote(ctx, note)
		}
		took := time.Since(begun)
		if err == nil && what == 3 {
			note, err = l.Note(ctx, note.ID)
		}
		if err != nil {
			fail(err)
		}
		if what == 0 {
			mine = append(mine, note)
		} else {
			mine[k] = note
		}
		if err := say.Encode(ack{note.ID, note.Revision, note.Body.String(), !note.Removed.IsZero(), took}); err != nil {
			fail(err)
		}
	}
	if err := l.Close(); err != nil {
		fail(err)
	}
}

// listen gathers what a process says; a line that was cut off is none. The
// function that it returns waits for the end.
func listen(t *testing.T, c *exec.Cmd) func() []ack {
	t.Helper()
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var acks []ack
	var wg sync.WaitGroup
	wg.Go(func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			var a ack
			if json.Unmarshal(lines.Bytes(), &a) == nil {
				acks = append(acks, a)
			}
		}
	})
	return func() []ack { wg.Wait(); return acks }
}

// holds checks that what processes were told is kept is there, as they were told
// or in a later revision.
func holds(t *testing.T, l *library.Library, acks map[string]ack) (lost int) {
	t.Helper()
	notes := map[string]keep.Note{}
	for _, removed := range []bool{false, true} {
		all, err := l.Notes(t.Context(), keep.NoteSelection{Removed: removed})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range all {
			notes[n.ID] = n
		}
	}
	for id, want := range acks {
		got, ok := notes[id]
		same := got.Body == clean.Of(want.Body) && got.Removed.IsZero() != want.Removed
		if !ok || got.Revision < want.Revision || got.Revision == want.Revision && !same {
			t.Errorf("kept %+v, is %+v", want, got)
			lost++
		}
	}
	return lost
}

// latest adds what was said to what is known, each note in its last revision.
func latest(known map[string]ack, said []ack) {
	for _, a := range said {
		if known[a.ID].Revision < a.Revision {
			known[a.ID] = a
		}
	}
}

// Two processes write until they are killed, again and again.
func TestKilled(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	kept(t, l, story("ferry", "The ferry left at noon."))
	l.Close()
	all, total, lost := map[string]ack{}, 0, 0
	for round := range *kills {
		var waits []func() []ack
		var writers []*exec.Cmd
		for range 2 {
			c := process("write", folder)
			waits, writers = append(waits, listen(t, c)), append(writers, c)
		}
		time.Sleep(time.Duration(rand.IntN(250)) * time.Millisecond)
		for _, c := range writers {
			if err := c.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
		}
		now := map[string]ack{}
		for i, c := range writers {
			said := waits[i]()
			c.Wait() // tells that it was killed
			if !killed(c) {
				t.Fatalf("a writer ended by itself: %v", c.ProcessState)
			}
			total += len(said)
			latest(now, said)
			latest(all, said)
		}
		l := open(t, folder)
		if notice := l.Notice(); !notice.IsEmpty() {
			t.Errorf("round %d: %s", round, notice)
		}
		if round%50 == 0 {
			lost += holds(t, l, now)
		}
		l.Close()
	}
	l = open(t, folder)
	if err := l.Check(t.Context()); err != nil {
		t.Error(err)
	}
	lost += holds(t, l, all)
	agree(t, l, folder)
	t.Logf("%d times two processes killed, %d changes acknowledged on %d notes, %d lost", *kills, total, len(all), lost)
}

// killed reports whether a process was ended by a signal.
func killed(c *exec.Cmd) bool { return c.ProcessState != nil && !c.ProcessState.Exited() }

// agree checks that the notes of a shelf and those of its journal are the same:
// a shelf that is made of the journal alone has them all.
func agree(t *testing.T, l *library.Library, folder string) {
	t.Helper()
	other := t.TempDir()
	data, err := os.ReadFile(filepath.Join(folder, "notes.journal"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(other, "notes.journal"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	twin := open(t, other)
	for _, removed := range []bool{false, true} {
		s := keep.NoteSelection{Removed: removed}
		want, err := l.Notes(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		got, err := twin.Notes(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := bodies(got), bodies(want); !slices.Equal(a, b) {
			t.Errorf("the journal has %d notes, the shelf %d, or others", len(a), len(b))
		}
	}
}

// bodies returns what tells notes from others, in order.
func bodies(notes []keep.Note) (all []string) {
	for _, n := range notes {
		all = append(all, fmt.Sprint(n.ID, n.Revision, n.Body, n.Removed))
	}
	slices.Sort(all)
	return all
}

// Two processes make changes at once, and none has an error.
func TestTwoProcesses(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	kept(t, l, story("ferry", "The ferry left at noon."))
	var waits []func() []ack
	var writers []*exec.Cmd
	for range 2 {
		c := process("operate", folder, strconv.Itoa(*operations/2))
		waits, writers = append(waits, listen(t, c)), append(writers, c)
	}
	all := map[string]ack{}
	var took []time.Duration
	for i, c := range writers {
		said := waits[i]()
		if err := c.Wait(); err != nil {
			t.Error(err)
		}
		if len(said) != *operations/2 {
			t.Errorf("%d operations of %d", len(said), *operations/2)
		}
		latest(all, said)
		for _, a := range said {
			took = append(took, a.Took)
		}
	}
	holds(t, l, all)
	agree(t, l, folder)
	slices.Sort(took)
	t.Logf("%d operations; a commit takes %v (p50), %v (p99), %v at most", len(took), took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
}

// Many open a shelf at once that is not there yet.
func TestMadeAtOnce(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "shelf")
	var all []*exec.Cmd
	for range 6 {
		c := process("migrate", folder)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	for _, c := range all {
		if err := c.Wait(); err != nil {
			t.Error(err)
		}
	}
	l := open(t, folder)
	if err := l.Check(t.Context()); err != nil {
		t.Error(err)
	}
	for name, want := range map[string]os.FileMode{"": 0o700, "library.db": 0o600, "library.db-wal": 0o600, "notes.journal": 0o600} {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%q: %v, %v, want %v", name, info.Mode(), err, want)
		}
	}
}
