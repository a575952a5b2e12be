//go:build unix

package main

import (
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

// terminal runs the program on a terminal, with the shelf of the desk.
func (d desk) terminal(args ...string) *session {
	d.t.Helper()
	return start(d.t, 100, 24, d.command(args...))
}

func (d desk) command(args ...string) *exec.Cmd {
	cmd := program(d.t, d.dir, args...)
	cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+filepath.Join(d.home, "data"), "XDG_CACHE_HOME="+filepath.Join(d.home, "cache"))
	return cmd
}

// database returns the path of the shelf's file.
func (d desk) database() string { return filepath.Join(d.home, "data", "gloss", "library.db") }

// awaitAll waits until all of the texts are on the screen, and none is that
// begins with a "!".
func (s *session) awaitAll(texts ...string) {
	s.t.Helper()
	s.await(strings.Join(texts, " and "), func(screen string) bool {
		for _, text := range texts {
			absent, no := strings.CutPrefix(text, "!")
			if strings.Contains(screen, absent) == no {
				return false
			}
		}
		return true
	})
}

func (s *session) quits() {
	s.t.Helper()
	if code, _ := s.end(); code != 0 {
		s.t.Errorf("exit code %d, want 0", code)
	}
}

// A reader subscribes to a feed, has it asked, reads an article, and the next
// day, with no network, reads on, searches, and opens what was found.
func TestFeedIsReadOffline(t *testing.T) {
	server := newsServer(t)
	d := newDesk(t, nil)

	s := d.terminal()
	s.awaitAll("enter reads", "In Moscow")
	s.press("+")
	s.awaitText("subscribe to:")
	s.press(server.URL + "\r")
	s.awaitAll("subscribed to “The Gazette”", "Harvest is in", "The barns would not hold it.")
	s.press("R")
	s.awaitText("0 new articles")
	s.press("g\r")
	s.awaitAll("The harvest is in.", "!enter reads")
	s.press("q")
	s.awaitAll("enter reads", "Unread 1")
	s.press("q")
	s.quits()

	server.Close()
	s = d.terminal()
	s.awaitAll("enter reads", "Harvest")
	s.press("F")
	s.awaitText("find:")
	s.press("harvest in")
	s.awaitAll("1 hit in 1 article", "The harvest is in.")
	s.press("\r\r")
	s.awaitAll("hit 1/", "The harvest is in.")
	s.press("q")
	s.awaitAll("1 hit in 1 article", "enter reads it there")
	s.press("q")
	s.awaitText("enter reads ·")
	s.press("R")
	s.awaitText("1 of 1 feed could not be had")
	s.press("q")
	s.quits()

	if got := d.objects("library", "--unread"); len(got) != 1 || got[0]["title"] == "Harvest" {
		t.Errorf("unread: %v", got)
	}
}

// Where there can be no shelf an article is read all the same, and it is said
// in a line why there is none.
func TestShelfThatCannotBeOpened(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(*testing.T, desk) error
		why   string
	}{
		{"a file in the place of the folder", func(t *testing.T, d desk) error {
			if err := os.MkdirAll(filepath.Join(d.home, "data"), 0o700); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(d.home, "data", "gloss"), nil, 0o600)
		}, "open the shelf"},
		{"a folder that cannot be written to", func(t *testing.T, d desk) error {
			if os.Geteuid() == 0 {
				t.Skip("to root all folders can be written")
			}
			if err := os.MkdirAll(filepath.Join(d.home, "data"), 0o700); err != nil {
				return err
			}
			return os.Chmod(filepath.Join(d.home, "data"), 0o500)
		}, "open the shelf"},
		{"a shelf of a later version", func(t *testing.T, d desk) error {
			d.ok("library", "add", "harvest.md")
			db, err := sql.Open("sqlite", d.database())
			if err != nil {
				return err
			}
			defer db.Close()
			_, err = db.Exec("PRAGMA user_version = 999")
			return err
		}, "later version"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDesk(t, keptFiles)
			if err := test.spoil(t, d); err != nil {
				t.Fatal(err)
			}
			s := d.terminal("harvest.md")
			s.awaitAll("The barns would not hold", test.why)
			s.press("q")
			s.quits()

			s = d.terminal()
			s.awaitAll(test.why, "!Nothing is kept")
			s.press("q")
			s.quits()

			d.fails(1, test.why, "library")
			got := d.run("", "harvest.md") // printed
			if got.code != 0 || !strings.Contains(got.out, "The barns would not hold") {
				t.Errorf("printed: %+v", got)
			}
		})
	}
}

// A damaged shelf is put right, which is said once, and is there.
func TestDamagedShelfOnATerminal(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "mill.md")
	f, err := os.OpenFile(d.database(), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("no database any more"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	s := d.terminal("harvest.md")
	s.awaitAll("The barns would not hold", "was damaged", "recovered")
	s.press("L")
	s.awaitAll("enter reads", "The mill turns again")
	s.press("q")
	s.awaitAll("The barns would not hold", "!enter reads")
	s.press("q")
	s.quits()
	if got := d.run("", "library"); got.code != 0 || got.err != "" || !strings.Contains(got.out, "The mill turns again") {
		t.Errorf("afterwards: %+v", got)
	}
}

// Two readers on one shelf see what the other one does to it, and neither
// fails.
func TestTwoReadersOnOneShelf(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "harvest.md", "mill.md")
	one, two := d.terminal(), d.terminal()
	for _, s := range []*session{one, two} {
		s.awaitAll("enter reads", "All 2", "The mill turns again", "The harvest is in")
	}
	one.press("gx")
	one.awaitAll("removed: “The mill turns again”", "All 1")
	two.press("hl") // to another tab and back
	two.awaitAll("All 1", "The harvest is in", "!The mill turns again")
	two.press("#farm\r")
	two.awaitAll("tagged:", "#farm")
	one.press("U")
	one.awaitAll("undone:", "All 2", "#farm")
	one.press("gi")
	one.awaitAll("“The mill turns again” marked as read")
	two.press("l") // to what is unread
	two.awaitAll("Unread 1", "The harvest is in", "!The mill turns again")
	one.press("q")
	two.press("q")
	one.quits()
	two.quits()
}
