package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/articles/hostile"
	"gloss/ui/witness"
)

// A desk is where commands of the shelf are run: a folder of files, and a shelf
// and a cache of its own.
type desk struct {
	t         *testing.T
	dir, home string
}

func newDesk(t *testing.T, files map[string]string) desk {
	t.Helper()
	return desk{t, folderOf(t, files), t.TempDir()}
}

// run runs the program and returns what became of it.
func (d desk) run(input string, args ...string) outcome {
	d.t.Helper()
	cmd := program(d.t, d.dir, args...)
	cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+filepath.Join(d.home, "data"), "XDG_CACHE_HOME="+filepath.Join(d.home, "cache"))
	got := finish(d.t, cmd, input)
	for _, out := range []string{got.out, got.err} {
		if found := witness.Plain.Foreign([]byte(out)); len(found) > 0 {
			d.t.Errorf("gloss %q writes %v", args, found[0])
		}
	}
	return got
}

// ok runs the program, which must succeed, and returns what it printed.
func (d desk) ok(args ...string) string {
	d.t.Helper()
	got := d.run("", args...)
	if got.code != 0 || got.err != "" {
		d.t.Fatalf("gloss %q: exit code %d, %s", args, got.code, got.err)
	}
	return got.out
}

// fails runs the program, which must fail with a code and say something.
func (d desk) fails(code int, words string, args ...string) {
	d.t.Helper()
	got := d.run("", args...)
	if got.code != code || !strings.Contains(got.err, words) {
		d.t.Errorf("gloss %q: exit code %d and %q, want %d and %q", args, got.code, got.err, code, words)
	}
}

// objects runs the program, which must print JSON, an object a line.
func (d desk) objects(args ...string) []map[string]any {
	d.t.Helper()
	var out []map[string]any
	for line := range strings.Lines(d.ok(args...)) {
		var o map[string]any
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			d.t.Fatalf("gloss %q: %v in %q", args, err, line)
		}
		out = append(out, o)
	}
	return out
}

// column returns the values that objects have under a key, in one line.
func column(objects []map[string]any, key string) string {
	var parts []string
	for _, o := range objects {
		parts = append(parts, fmt.Sprint(o[key]))
	}
	return strings.Join(parts, ", ")
}

// keptFiles are two articles in Markdown.
var keptFiles = map[string]string{
	"harvest.md": "# The harvest is in\n\nThe barns would not hold all of it, said Jane Roe on Monday.\n\nThe rain came late, and the\nrain stayed.\n",
	"mill.md":    "# The mill turns again\n\n\"We had waited for years,\" Jane Roe said. Richard Miles said that Jane Roe had paid for it.\n",
}

func TestUsageOfTheShelf(t *testing.T) {
	d := newDesk(t, nil)
	for _, test := range []struct{ args, words string }{
		{"library --sort size", "activity, added"},
		{"library --limit -1", "--limit"},
		{"library now", "now"},
		{"library search", "what to search for"},
		{"library search --limit 0 x", "--limit"},
		{"library show", "an article"},
		{"library add", "a file"},
		{"library remove", "an article"},
		{"library tag 1", "its tags"},
		{"library tag 1 farm", "+TAG"},
		{"library said", "a name"},
		{"library said --type GHOST x", "PERSON, ORG"},
		{"notes --kind nice", "important, claim"},
		{"notes add 1", "--quote or --note"},
		{"notes add --note x", "an article"},
		{"notes add 1 --note x --kind nice", "--kind"},
		{"notes edit 12345678", "--note, --kind or --tag"},
		{"notes edit 12345678 --tag farm", "+TAG"},
		{"notes export --format pdf", "markdown, webannotation, csv"},
		{"notes import", "a file"},
		{"notes corrections now", "now"},
		{"notes corrections import", "a file"},
		{"feeds add", "an address"},
		{"feeds remove", "a feed"},
		{"feeds import", "a file"},
		{"feeds now", "now"},
	} {
		d.fails(2, test.words, strings.Fields(test.args)...)
	}
	if _, err := os.Stat(filepath.Join(d.home, "data")); !os.IsNotExist(err) {
		t.Errorf("a command that was wrong has made a shelf: %v", err)
	}
}

// A shelf that cannot be opened is told of in a line.
func TestNoShelf(t *testing.T) {
	d := newDesk(t, keptFiles)
	if err := os.WriteFile(filepath.Join(d.home, "data"), []byte("a file"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"library"}, {"notes"}, {"feeds"}, {"library", "add", "mill.md"}} {
		got := d.run("", args...)
		if got.code != 1 || strings.Count(got.err, "\n") != 1 || !strings.HasPrefix(got.err, "gloss: ") || got.out != "" {
			t.Errorf("gloss %q: %+v", args, got)
		}
	}
}

// What strangers wrote acts on no terminal, whatever command prints it.
func TestHostileShelf(t *testing.T) {
	var all strings.Builder
	for _, p := range hostile.Payloads() {
		all.WriteString("# Harvest " + p.Bytes + "\n\nThe barns " + p.Bytes + " are full, said Jane Roe.\n\n")
	}
	annotation, err := json.Marshal(map[string]any{"type": "Annotation", "bodyValue": all.String()[:2000], "target": "https://gazette.example/x"})
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, map[string]string{"a.md": all.String(), "n.json": string(annotation)})
	d.ok("library", "add", "--tag", "\x1b[2Jfarm", "a.md")
	d.ok("notes", "import", "n.json")
	d.ok("notes", "add", "a.md", "--note", "\x1b]0;x\aHm.", "--tag", "\x9b2J")
	for _, args := range []string{"library", "library search barns", "library show 1", "library said Jane Roe", "notes", "notes export", "notes export --format webannotation", "feeds", "feeds export"} {
		if got := d.run("", strings.Fields(args)...); got.code != 0 { // run judges what is written
			t.Errorf("gloss %s: %+v", args, got)
		}
	}
	for _, args := range [][]string{{"library", "show", "\x1b[2J"}, {"notes", "remove", "\x1b[2Jxxxx"}, {"feeds", "remove", "\x1b[2J"}, {"library", "said", "\x1b[2J"}} {
		d.run("", args...)
	}
}
