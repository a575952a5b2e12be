package draft_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/articles/keep"
	"gloss/ui/draft"
)

var written = draft.Draft{Body: "Who\nsays so?", Tags: "ferry, ", Kind: keep.Doubt, On: "the ferry"}

func TestDraftsOutlastTheStore(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "drafts")
	s := draft.NewStore(folder)
	key := "../../etc/note"
	if _, ok := s.Get(key); ok {
		t.Fatal("an empty store has a draft")
	}
	if err := s.Put(key, written); err != nil {
		t.Fatal(err)
	}
	files, _ := os.ReadDir(folder)
	if len(files) != 1 {
		t.Fatalf("%d files in the folder", len(files))
	}
	for _, path := range []string{folder, filepath.Join(folder, files[0].Name())} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: mode %v, %v", path, info.Mode(), err)
		}
	}
	if got, ok := draft.NewStore(folder).Get(key); !ok || got != written {
		t.Errorf("another store has %+v, %v", got, ok)
	}
	if all := draft.NewStore(folder).All(); len(all) != 1 || all[0] != written {
		t.Errorf("listed: %+v", all)
	}
	if err := s.Drop(key); err != nil {
		t.Fatal(err)
	}
	if all := s.All(); len(all) != 0 {
		t.Errorf("listed after it was dropped: %+v", all)
	}
	if err := s.Drop(key); err != nil {
		t.Errorf("dropped twice: %v", err)
	}
	if got, ok := draft.NewStore(folder).Get(key); ok {
		t.Errorf("it is there after it was dropped: %+v", got)
	}
}

func TestDraftIsHeldWhereTheDiskFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := draft.NewStore(filepath.Join(file, "drafts")) // no folder can be made there
	if err := s.Put("a", written); err == nil || !strings.HasPrefix(err.Error(), "keep the draft: ") {
		t.Errorf("put: %v", err)
	}
	if got, ok := s.Get("a"); !ok || got != written {
		t.Errorf("held is %+v, %v", got, ok)
	}
}

// A file that somebody else wrote is cleaned or left alone.
func TestForeignFiles(t *testing.T) {
	folder := t.TempDir()
	s := draft.NewStore(folder)
	if err := s.Put("a", written); err != nil {
		t.Fatal(err)
	}
	files, _ := os.ReadDir(folder)
	path := filepath.Join(folder, files[0].Name())
	for data, want := range map[string]string{
		`{"body":"a\u001b[31m\u202e","tags":"x\ny","kind":"doubt"}`: "a␛[31m\uFFFD|x\ny|doubt|true",
		`{"body":`:                               "|||false",
		``:                                       "|||false",
		`{"body":"` + strings.Repeat("x", 2<<20): "|||false",
	} {
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		d, ok := draft.NewStore(folder).Get("a")
		if got := fmt.Sprintf("%s|%s|%s|%v", d.Body, d.Tags, d.Kind, ok); got != want {
			t.Errorf("%.40q is read as %q, want %q", data, got, want)
		}
	}
}

func ExampleStore() {
	s := draft.NewStore("")
	s.Hold("a note on the ferry", draft.Draft{Body: "Who says"})
	d, ok := s.Get("a note on the ferry")
	fmt.Println(d.Body, ok)
	// Output: Who says true
}
