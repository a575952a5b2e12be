//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// On a terminal lists are tables, no wider than it is.
func TestTablesOnATerminal(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "--tag", "farm", "harvest.md")
	d.ok("notes", "add", "harvest.md", "--quote", "would not hold all of it", "--note", "Who says so?", "--kind", "claim")
	for _, test := range []struct{ args, want string }{
		{"library", "The harvest is in #farm"},
		{"library --json", `"title":"The harvest is in"`},
		{"library --removed", "No articles."},
		{"library search barns", "body"},
		{"notes", "claim"},
		{"notes --kind doubt", "No notes."},
		{"feeds", "No feeds."},
	} {
		cmd := program(t, d.dir, strings.Fields(test.args)...)
		cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+filepath.Join(d.home, "data"))
		code, raw := start(t, 400, 10, cmd).end()
		if code != 0 || !strings.Contains(raw, test.want) || strings.HasPrefix(raw, "{") != strings.Contains(test.args, "--json") {
			t.Errorf("gloss %s: exit code %d, %q", test.args, code, raw)
		}
	}
}
