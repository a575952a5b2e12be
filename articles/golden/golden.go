// Package golden compares what comes out of a test with a file that somebody has
// looked through. It is for tests only, which write their files anew with the
// flag -update.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// Check fails a test where got is not what the file at path has, and tells the
// first line that differs. With -update it writes the file, and its folder.
func Check(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if line, g, w := differ(got, string(want)); line > 0 {
		t.Errorf("%s, line %d (see what -update changes):\n got %q\nwant %q", path, line, g, w)
	}
}

// differ returns the number of the first line that differs, from 1, and what it
// is in both texts; 0 where none does.
func differ(got, want string) (line int, inGot, inWant string) {
	gots, wants := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(gots), len(wants)) {
		g, w := "(nothing)", "(nothing)"
		if i < len(gots) {
			g = gots[i]
		}
		if i < len(wants) {
			w = wants[i]
		}
		if g != w || (i < len(gots)) != (i < len(wants)) {
			return i + 1, g, w
		}
	}
	return 0, "", ""
}
