package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A damaged shelf is told of in one line, which names the command that mends
// it.
func TestDamagedShelf(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "harvest.md", "mill.md")
	id := d.ok("notes", "add", "harvest.md", "--quote", "rain stayed")
	path := filepath.Join(d.home, "data", "gloss", "library.db")
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096 // bytes
	for at := page; ; at += page {
		if at >= len(sound) {
			t.Fatal("no page is missed by the check, once it is zeroed")
		}
		for i := range page {
			sound[at+i] ^= 0xff
		}
		if err := os.WriteFile(path, sound, 0o600); err != nil {
			t.Fatal(err)
		}
		got := d.run("", "library", "check")
		if got.code == 0 { // it was mended when it was opened, or was not in use
			if sound, err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got.code != 1 || strings.Count(got.err, "\n") != 1 || !strings.Contains(got.err, `"gloss library recover"`) {
			t.Errorf("the check of a damaged shelf: %+v", got)
		}
		break
	}
	if got := d.run("", "library", "recover"); got.code != 0 || !strings.Contains(got.out+got.err, "damaged") {
		t.Errorf("recovered: %+v", got)
	}
	if got := d.ok("library", "check"); !strings.Contains(got, "whole") {
		t.Errorf("checked: %q", got)
	}
	if got := column(d.objects("notes"), "id"); got != strings.TrimSpace(id) {
		t.Errorf("notes: %s", got)
	}
}
