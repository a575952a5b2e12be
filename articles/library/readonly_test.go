package library_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"gloss/articles/keep"
	"gloss/articles/library"
)

// A folder that cannot be written to: what is in it is read, and changes say
// that they cannot be made.
func TestReadOnlyHome(t *testing.T) {
	if os.Getuid() == 0 {
		asNobody(t, "TestReadOnlyHome") // who is root may write everywhere
		return
	}
	readOnlyHome(t, t.TempDir())
}

func readOnlyHome(t *testing.T, home string) {
	folder := filepath.Join(home, "shelf")
	l := open(t, folder)
	a := kept(t, l, story("ferry", "The ferry left at noon."))
	n, err := l.PutNote(t.Context(), noteOn(a, "kept before"))
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod(filepath.Join(folder, "notes.journal"), 0o400), os.Chmod(folder, 0o500), os.Chmod(home, 0o500)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(home, 0o700)
	defer os.Chmod(folder, 0o700)
	if l, err = library.Open(context.Background(), folder, library.Options{}); err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if l.Notice().IsEmpty() {
		t.Error("nothing is said")
	}
	if got, err := l.Note(t.Context(), n.ID); err != nil || got.Body != n.Body {
		t.Errorf("%+v, %v", got, err)
	}
	if all, err := l.Articles(t.Context(), keep.Selection{}); err != nil || len(all) != 1 {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := l.PutNote(t.Context(), noteOn(a, "")); !errors.Is(err, library.ErrReadOnly) {
		t.Error(err)
	}
	if _, err := l.Note(t.Context(), n.ID); err != nil {
		t.Errorf("after a change that failed: %v", err)
	}
	if _, err := library.Open(t.Context(), filepath.Join(home, "other"), library.Options{}); !errors.Is(err, library.ErrReadOnly) {
		t.Errorf("a new shelf: %v", err)
	}
	// The reader makes it writable again.
	if err := errors.Join(os.Chmod(folder, 0o700), os.Chmod(filepath.Join(folder, "notes.journal"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.PutNote(t.Context(), noteOn(a, "")); err != nil {
		t.Error(err)
	}
}
