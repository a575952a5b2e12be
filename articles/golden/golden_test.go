package golden

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDiffer(t *testing.T) {
	for _, c := range []struct {
		got, want string
		line      int
	}{
		{"", "", 0},
		{"a\nb\n", "a\nb\n", 0},
		{"a\nb\n", "a\nc\n", 2},
		{"a\nb", "a\nb\n", 3},
		{"a\n(nothing)", "a", 2},
		{"a\r\n", "a\n", 1},
	} {
		if line, _, _ := differ(c.got, c.want); line != c.line {
			t.Errorf("%q and %q differ in line %d, want %d", c.got, c.want, line, c.line)
		}
	}
}

func TestCheck(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.golden")
	if err := os.WriteFile(path, []byte("one\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	Check(t, path, "one\n")
	var other failing
	other.TB = t
	if Check(&other, path, "two\n"); !*update && !other.failed {
		t.Error("what differs is taken for the same")
	}
}

// A failing takes the failure of a test.
type failing struct {
	testing.TB
	failed bool
}

func (f *failing) Errorf(string, ...any) { f.failed = true }
