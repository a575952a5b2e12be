package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNotes(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "harvest.md", "mill.md")
	id := strings.TrimSpace(d.ok("notes", "add", "harvest.md", "--quote", "late, and the rain stayed", "--note", "Who *says* so?", "--kind", "claim", "--tag", "rain,farm"))
	whole := strings.TrimSpace(d.ok("notes", "add", "mill.md", "--note", "Read again."))
	got := d.run("First line\nsecond\n", "notes", "add", "mill.md", "--quote", "Richard Miles said that", "--note", "-")
	if got.code != 0 {
		t.Fatalf("%+v", got)
	}
	piped := strings.TrimSpace(got.out)

	list := d.objects("notes", "--kind", "claim")
	if len(list) != 1 || list[0]["id"] != id || list[0]["state"] != "exact" || list[0]["note"] != "Who *says* so?" || fmt.Sprint(list[0]["tags"]) != "[rain farm]" && fmt.Sprint(list[0]["tags"]) != "[farm rain]" {
		t.Errorf("listed: %v", list)
	}
	if got := column(d.objects("notes", "--article", "mill.md"), "id"); !strings.Contains(got, whole) || !strings.Contains(got, piped) || strings.Contains(got, id) {
		t.Errorf("on the mill: %s", got)
	}
	if got := column(d.objects("notes", "--tag", "rain"), "id"); got != id {
		t.Errorf("tagged: %s", got)
	}

	d.ok("notes", "edit", id[:8], "--note", "Nobody.", "--kind", "doubt", "--tag", "+later,-rain")
	edited := d.objects("notes", "--kind", "doubt")
	if len(edited) != 1 || edited[0]["note"] != "Nobody." || !strings.Contains(fmt.Sprint(edited[0]["tags"]), "later") || strings.Contains(fmt.Sprint(edited[0]["tags"]), "rain") {
		t.Errorf("edited: %v", edited)
	}
	d.ok("notes", "remove", id)
	if got := d.objects("notes"); len(got) != 2 {
		t.Errorf("after one was removed: %v", got)
	}
	if got := column(d.objects("notes", "--removed"), "id"); got != id {
		t.Errorf("removed: %s", got)
	}
	d.ok("notes", "restore", id[:8])
	if got := d.objects("notes"); len(got) != 3 {
		t.Errorf("after it was restored: %v", got)
	}

	// The article changes: what stood before the words counts no longer.
	if err := os.WriteFile(filepath.Join(d.dir, "mill.md"), []byte("# The mill\n\nOne line more.\n\n"+keptFiles["mill.md"]), 0o666); err != nil {
		t.Fatal(err)
	}
	d.ok("library", "add", "mill.md")
	text := d.ok("library", "show", "mill.md")
	if got := d.ok("notes", "export", "--article", "mill.md"); !strings.Contains(got, "> Richard Miles said that") || !strings.Contains(got, "line 7 of the text") {
		t.Errorf("exported: %s\nof %s", got, text)
	}
	// And the words of another are gone.
	if err := os.WriteFile(filepath.Join(d.dir, "harvest.md"), []byte("# The harvest is in\n\nIt was sunny all the time and nobody complained.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	d.ok("library", "add", "harvest.md")
	if got := column(d.objects("notes", "--orphans"), "id"); got != id {
		t.Errorf("orphans: %s", got)
	}

	d.fails(1, "does not have these words", "notes", "add", "mill.md", "--quote", "windmills of steel")
	d.fails(1, "2 times", "notes", "add", "mill.md", "--quote", "Jane Roe")
	d.fails(1, "no such note", "notes", "remove", "ffffffff")
	d.fails(1, "characters", "notes", "remove", "f")
}

func TestNotesTravel(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "harvest.md")
	id := strings.TrimSpace(d.ok("notes", "add", "harvest.md", "--quote", "would not hold all of it", "--note", "Who *says* so?", "--kind", "claim", "--tag", "rain"))
	markdown := d.ok("notes", "export")
	for _, want := range []string{"## The harvest is in\n", "- > would not hold all of it\n", "**claim** · tags: rain", "  Who *says* so?\n"} {
		if !strings.Contains(markdown, want) {
			t.Errorf("no %q in\n%s", want, markdown)
		}
	}
	d.ok("notes", "export", "--format", "csv", "-o", "notes.csv")
	if table, err := os.ReadFile(filepath.Join(d.dir, "notes.csv")); err != nil || strings.Count(string(table), "\r\n") != 2 || !strings.Contains(string(table), id) {
		t.Errorf("%v, table %q", err, table)
	}
	d.ok("notes", "export", "--format", "webannotation", "--output", "notes.json")
	data, err := os.ReadFile(filepath.Join(d.dir, "notes.json"))
	if err != nil || !strings.Contains(string(data), `"TextPositionSelector"`) {
		t.Fatalf("%v in %s", err, data)
	}
	if err := os.Symlink("notes.csv", filepath.Join(d.dir, "link.csv")); err == nil {
		d.ok("notes", "export", "-o", "link.csv") // the file is written, not the link
		if table, err := os.ReadFile(filepath.Join(d.dir, "notes.csv")); err != nil || string(table) != markdown {
			t.Errorf("%v, behind the link %q", err, table)
		}
	}
	d.fails(1, "is a directory", "notes", "export", "-o", ".")
	d.fails(1, "make the output file: no such file", "notes", "export", "-o", filepath.Join("none", "x.md"))
	if left, err := filepath.Glob(filepath.Join(d.dir, ".gloss-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}

	other := newDesk(t, map[string]string{"notes.json": string(data), "h.json": `{"rows":[
		{"id":"a","uri":"https://gazette.example/x","text":"Hm.","target":[{"selector":[{"type":"TextQuoteSelector","exact":"barns"}]}],"document":{"title":["Barns"]}},
		{"id":"b","uri":"https://gazette.example/x","text":"No doubt.","references":["a"],"user":"acct:jo@example.org"}]}`, "no.json": `{"x":1}`})
	if got := other.run("", "notes", "import", "notes.json"); got.code != 0 || !strings.Contains(got.out, "0 new") || !strings.Contains(got.err, "1 left out: on files") {
		t.Errorf("a file of another machine: %+v", got)
	}
	for _, want := range []string{"1 new, 0 here already", "0 new, 1 here already"} {
		if got := other.ok("notes", "import", "h.json"); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	list := other.objects("notes")
	if len(list) != 1 || list[0]["title"] != "Barns" || list[0]["url"] != "https://gazette.example/x" || list[0]["note"] != "Hm.\n\njo: No doubt." {
		t.Errorf("imported: %v", list)
	}
	other.fails(1, "neither web annotations", "notes", "import", "no.json")
	other.fails(1, "none.json", "notes", "import", "none.json")

	// What was removed and is imported again stays as it is; what is new comes
	// with its words found in the text.
	if err := os.RemoveAll(filepath.Join(d.home, "data")); err != nil {
		t.Fatal(err)
	}
	d.ok("library", "add", "harvest.md")
	if got := d.ok("notes", "import", "notes.json"); !strings.Contains(got, "1 new") {
		t.Errorf("imported again: %q", got)
	}
	back := d.objects("notes")
	if len(back) != 1 || back[0]["id"] != id || back[0]["state"] != "exact" || back[0]["note"] != "Who *says* so?" || back[0]["kind"] != "claim" {
		t.Errorf("came back: %v", back)
	}
}
