//go:build unix

package main

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"syscall"
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

// A shelf that a command has made, and that is empty, is one to begin with.
func TestFirstArticle(t *testing.T) {
	d := newDesk(t, nil)
	d.ok("library")
	cmd := program(t, d.dir)
	cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+filepath.Join(d.home, "data"))
	s := start(t, 100, 30, cmd)
	s.readFirst()
	s.leave()
	if code, _ := s.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	d.ok("library", "remove", "1")
	cmd = program(t, d.dir)
	cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+filepath.Join(d.home, "data"))
	s = start(t, 100, 30, cmd)
	s.awaitText("Nothing is kept yet.") // what was removed does not come back
	s.press("q")
	s.end()
}

// A command that waits for a server ends at once when it is asked to.
func TestCommandsEndedBySignals(t *testing.T) {
	asked, release := make(chan struct{}, 10), make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		asked <- struct{}{}
		<-release
	}))
	defer server.Close()
	defer close(release)
	d := newDesk(t, nil)
	cmd := program(t, d.dir, "feeds", "add", server.URL)
	cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+filepath.Join(d.home, "data"), "XDG_CACHE_HOME="+filepath.Join(d.home, "cache"))
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	<-asked
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitSignal+int(syscall.SIGINT) || stderr.String() != "" {
		t.Errorf("exit code %d, %q, %v", code, stderr.String(), err)
	}
	if got := d.objects("feeds"); len(got) != 0 {
		t.Errorf("feeds: %v", got)
	}
}
