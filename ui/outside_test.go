package ui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gloss/ui/editor"
)

func TestOutsideEditor(t *testing.T) {
	for _, c := range []struct {
		visual, editor string
		want           []string
	}{
		{"", "", nil},
		{" ", "vi", []string{"vi"}},
		{"code --wait", "vi", []string{"code", "--wait"}},
		{"", "x; rm -rf $HOME", []string{"x;", "rm", "-rf", "$HOME"}}, // no shell reads it
	} {
		if got := outsideEditor(c.visual, c.editor); !slices.Equal(got, c.want) {
			t.Errorf("VISUAL=%q EDITOR=%q: %q, want %q", c.visual, c.editor, got, c.want)
		}
	}
}

func TestOutAndBack(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	path, err := setOut("Who says so?\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, filepath.Dir(path)} {
		info, err := os.Stat(p)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", p, info.Mode(), err)
		}
	}
	if !strings.HasSuffix(path, ".md") {
		t.Errorf("an editor does not see that %s is Markdown", path)
	}
	if err := os.WriteFile(path, []byte("The council.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := fetchBack(path, nil); got != "The council.\n" || err != nil {
		t.Errorf("back came %q, %v", got, err)
	}
	d := openNote(t, 80, 24)
	d.send(outsideDoneMsg{in: d.a.overlay.(*noteEditor), words: "The council.\n", path: path})
	d.sees("The council.")
	d.barSays("taken over from your editor")
	if _, err := os.Stat(filepath.Dir(path)); !os.IsNotExist(err) {
		t.Errorf("the folder is left: %v", err)
	}
}

// Where the words cannot be taken back the file stays, and is named.
func TestOutsideWordsAreNotLost(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	failed := errors.New("exit status 1")
	for name, c := range map[string]struct {
		words  string
		failed error
		want   error
	}{
		"the editor failed": {"The council.", failed, failed},
		"too long":          {strings.Repeat("x", editor.MaxBody+1), nil, editor.ErrLong},
	} {
		path, err := setOut(c.words)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := fetchBack(path, c.failed); !errors.Is(err, c.want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := os.ReadFile(path); string(got) != c.words || err != nil {
			t.Errorf("%s: the file has %.20q, %v", name, got, err)
		}
	}
	if _, err := fetchBack(filepath.Join(t.TempDir(), "gone"), failed); !errors.Is(err, failed) {
		t.Errorf("without a file: %v", err)
	}
}
