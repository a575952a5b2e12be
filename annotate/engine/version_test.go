package engine_test

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gloss/annotate/engine"
)

var update = flag.Bool("update", false, "write the golden files")

// learned are the models and tables that decide what is found.
var learned = []string{"../names/model.bin", "../names/*/*.bin", "../cluster/*.bin", "../statement/model.bin", "../gazetteer/data/*", "../organisation/data/*", "../quote/data/*"}

// A change of a model or table without another Version would leave old
// annotations in what is kept.
func TestVersionFollowsTheModels(t *testing.T) {
	sum := sha256.New()
	for _, pattern := range learned {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no file is %s (%v)", pattern, err)
		}
		slices.Sort(paths)
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			sum.Write([]byte(filepath.Base(p) + "\n"))
			sum.Write(data)
		}
	}
	got := engine.Version + " " + hex.EncodeToString(sum.Sum(nil)) + "\n"
	golden := filepath.Join("testdata", "version.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the models and tables are %swhere the golden file has %sraise Version and run with -update", got, want)
	}
}
