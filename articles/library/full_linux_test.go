package library_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"gloss/articles/library"
)

// limitFiles lets no file of this process become longer than so many bytes,
// which is what a full disk is like, and returns what ends that.
func limitFiles(most uint64) (func() error, error) {
	signal.Ignore(syscall.SIGXFSZ)
	const fileSize = 1 // RLIMIT_FSIZE
	var was syscall.Rlimit
	if err := syscall.Getrlimit(fileSize, &was); err != nil {
		return nil, err
	}
	now := syscall.Rlimit{Cur: most, Max: was.Max}
	return func() error { return syscall.Setrlimit(fileSize, &was) }, syscall.Setrlimit(fileSize, &now)
}

// The disk becomes full at many places: in the log, in the journal, and before
// anything is written. What was acknowledged is there, and with room again
// everything goes on.
func TestFullDisk(t *testing.T) {
	template := t.TempDir()
	l := open(t, template)
	a := kept(t, l, story("ferry", "The ferry left at noon."))
	for i := range 20 { // the journal becomes longer than the log of a few notes
		n := noteOn(a, fmt.Sprint(i))
		n.Body = long(20_000)
		if _, err := l.PutNote(t.Context(), n); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	journal, err := os.Stat(filepath.Join(template, "notes.journal"))
	if err != nil {
		t.Fatal(err)
	}
	step := int64(much(1, 4))
	var limits []int64
	for k := int64(0); k < 2500; k += 237 * step {
		limits = append(limits, journal.Size()+k)
	}
	for k := int64(0); k <= 300_000; k += 33_333 * step {
		limits = append(limits, k)
	}
	for _, limit := range limits {
		folder := t.TempDir()
		if err := os.CopyFS(folder, os.DirFS(template)); err != nil {
			t.Fatal(err)
		}
		c := process("fill", folder, strconv.FormatInt(limit, 10))
		said := listen(t, c)
		acks := map[string]ack{}
		latest(acks, said())
		if err := c.Wait(); err != nil {
			t.Errorf("limit %d: %v", limit, err)
			continue
		}
		l := open(t, folder)
		if err := l.Check(t.Context()); err != nil {
			t.Errorf("limit %d: %v", limit, err)
		}
		holds(t, l, acks)
		agree(t, l, folder)
		if len(acks) == 0 {
			t.Errorf("limit %d: nothing was kept", limit)
		}
		l.Close()
	}
}

// Where there is no room for a shelf, that is what is said.
func TestNoRoomForShelf(t *testing.T) {
	for _, limit := range []string{"0", "100", "5000", "30000"} {
		c := process("fill", t.TempDir(), limit)
		var said bytes.Buffer
		c.Stderr = &said
		if err := c.Run(); err == nil || !bytes.Contains(said.Bytes(), []byte(library.ErrFull.Error())) {
			t.Errorf("limit %s: %v, %s", limit, err, &said)
		}
	}
}

// asNobody runs a test again as a user who may not write everywhere.
func asNobody(t *testing.T, name string) {
	t.Helper()
	folder, err := os.MkdirTemp("/tmp", "library")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	binary, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	const nobody = 65534
	path := filepath.Join(folder, "library.test")
	if err := os.WriteFile(path, binary, 0o755); err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(folder, "home")
	if err := errors.Join(os.Chmod(folder, 0o755), os.Mkdir(home, 0o700), os.Chown(home, nobody, nobody)); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, "-test.run=^"+name+"$", "-test.v")
	c.Dir = home
	c.Env = append(os.Environ(), "TMPDIR="+home, "HOME="+home)
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := c.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("--- PASS: "+name)) {
		t.Errorf("as another user: %v\n%s", err, out)
	}
}
