package main

import (
	"strings"
	"testing"
)

// Corrections are written as they were read, whatever shelf they are on.
func TestCorrectionsTravel(t *testing.T) {
	const (
		everywhere = `{"id":"0b0f6f8a-5a0c-4f0e-9a3c-1a2b3c4d5e6f","created":"2026-03-02T10:00:00.5Z","correction":{"kind":"merge","entity":{"name":"Roe","type":"PERSON"},"to":{"name":"Jane Roe","type":"PERSON"}}}`
		gone       = `{"id":"2b0f6f8a-5a0c-4f0e-9a3c-1a2b3c4d5e6f","article":"https://gazette.example/gone","correction":{"kind":"retype","to":{"type":"ORG"}}}`
	)
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "harvest.md", "mill.md")
	key, ok := d.objects("library", "--sort", "title")[0]["key"].(string)
	if !ok {
		t.Fatal("no key")
	}
	here := `{"id":"1b0f6f8a-5a0c-4f0e-9a3c-1a2b3c4d5e6f","article":"` + key + `","title":"The harvest is in","created":"2026-03-02T11:00:00Z",` +
		`"correction":{"kind":"dismiss","at":{"exact":"Monday","prefix":"on ","start":64,"end":70}}}`
	if got := d.ok("notes", "corrections"); got != "" {
		t.Errorf("of a new shelf: %q", got)
	}

	got := d.run(here+"\n"+everywhere+"\n"+gone+"\n", "notes", "corrections", "import", "-")
	if got.code != 0 || got.out != "-: 2 new, 0 here already\n" || !strings.Contains(got.err, "1 left out") {
		t.Errorf("imported: %+v", got)
	}
	want := everywhere + "\n" + here + "\n" // in the order in which they were made
	if got := d.ok("notes", "corrections"); got != want {
		t.Errorf("exported\n%swant\n%s", got, want)
	}
	if got := d.ok("notes", "corrections", "--article", "mill.md"); got != everywhere+"\n" {
		t.Errorf("of the other article: %s", got)
	}
	if got := d.run(want, "notes", "corrections", "import", "-"); got.out != "-: 0 new, 2 here already\n" || got.code != 0 {
		t.Errorf("imported again: %+v", got)
	}

	for data, words := range map[string]string{
		"nothing":                               "correction 1",
		everywhere + `{"id":"x"}`:               "correction 2: its id",
		strings.ReplaceAll(here, "dismiss", ""): "what it corrects",
		strings.ReplaceAll(here, "2026-03-02T11:00:00Z", "today"): "RFC 3339",
	} {
		got := d.run(data, "notes", "corrections", "import", "-")
		if got.code != 1 || !strings.Contains(got.err, words) || got.out != "" {
			t.Errorf("%s: %+v, want %q", data, got, words)
		}
	}
}
