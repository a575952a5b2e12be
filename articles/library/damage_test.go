package library_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// long returns a text of about so many bytes.
func long(n int) clean.Text { return clean.Of(strings.Repeat("Wind and rain. ", n/15)) }

// A sound is a shelf in memory before it is damaged.
type sound struct {
	database, journal []byte
	notes             []string
}

// stocked returns a shelf with so many notes on some articles.
func stocked(t *testing.T, notes int) sound {
	t.Helper()
	folder := t.TempDir()
	l := open(t, folder)
	var last keep.Article
	for i := range notes {
		if i%10 == 0 {
			last = kept(t, l, story(fmt.Sprint("ferry ", i), fmt.Sprintf("The ferry left at noon, on day %d. %s", i, long(6000))))
		}
		n := noteOn(last, fmt.Sprintf("Note %d. %s", i, long(i%9*100)))
		if i%97 == 0 {
			n.Body = long(9000) // overflow pages
		}
		if _, err := l.PutNote(t.Context(), n); err != nil {
			t.Fatal(err)
		}
	}
	all, err := l.Notes(t.Context(), keep.NoteSelection{})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	s := sound{notes: bodies(all)}
	if s.database, err = os.ReadFile(filepath.Join(folder, "library.db")); err != nil {
		t.Fatal(err)
	}
	if s.journal, err = os.ReadFile(filepath.Join(folder, "notes.journal")); err != nil {
		t.Fatal(err)
	}
	return s
}

// recovered opens a damaged shelf as a reader does who looks at all of it, and
// returns how many notes are as they were, and the shelf.
func (s sound) recovered(t *testing.T, folder string) (same int, l *library.Library) {
	t.Helper()
	l, err := library.Open(t.Context(), folder, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Check(t.Context()); errors.Is(err, library.ErrDamaged) {
		l.Close()
		if l, err = library.Open(t.Context(), folder, library.Options{}); err != nil {
			t.Fatal(err)
		}
		if l.Notice().IsEmpty() {
			t.Error("nothing is said of the recovery")
		}
	} else if err != nil {
		t.Fatal(err)
	}
	if err := l.Check(t.Context()); err != nil {
		t.Errorf("after it: %v", err)
	}
	all, err := l.Notes(t.Context(), keep.NoteSelection{})
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, b := range bodies(all) {
		there[b] = true
	}
	for _, b := range s.notes {
		if there[b] {
			same++
		}
	}
	return same, l
}

// lay writes a shelf's files into a new folder.
func lay(t *testing.T, database, journal []byte) string {
	t.Helper()
	folder := t.TempDir()
	if database != nil {
		if err := os.WriteFile(filepath.Join(folder, "library.db"), database, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if journal != nil {
		if err := os.WriteFile(filepath.Join(folder, "notes.journal"), journal, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// A page of zeros anywhere loses no more than one note of a hundred.
func TestZeroedPages(t *testing.T) {
	const size = 4096
	s := stocked(t, much(1000, 100))
	worst, alone, articles := len(s.notes), len(s.notes), 1000
	n := len(s.database) / size
	tried := 0
	for page := 0; page < n; page += max(*pages, 1) {
		damaged := bytes.Clone(s.database)
		clear(damaged[page*size : (page+1)*size])
		same, l := s.recovered(t, lay(t, damaged, s.journal))
		if same*100 < len(s.notes)*99 {
			t.Errorf("page %d: %d of %d notes", page+1, same, len(s.notes))
		}
		full := 0
		all, err := l.Articles(t.Context(), keep.Selection{})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range all {
			if _, err := l.Document(t.Context(), a.ID); err == nil {
				full++
			}
		}
		l.Close()
		// A leaf has some texts; what is above the leaves is made anew.
		if full*100 < len(all)*85 || len(all)*10 < len(s.notes)*85/100 {
			t.Errorf("page %d: %d of %d texts", page+1, full, len(all))
		}
		worst, articles = min(worst, same), min(articles, full)
		same, l = s.recovered(t, lay(t, damaged, nil)) // the journal is lost too
		if len(s.notes)-same > 30 {                    // more than a leaf has
			t.Errorf("page %d, without the journal: %d of %d notes", page+1, same, len(s.notes))
		}
		alone = min(alone, same)
		l.Close()
		tried++
	}
	t.Logf("%d of %d pages: at the worst %d of %d notes and %d of 100 texts were there; without the journal %d notes",
		tried, n, worst, len(s.notes), articles, alone)
}

// Files that are damaged otherwise.
func TestDamagedFiles(t *testing.T) {
	n := much(200, 40)
	s := stocked(t, n)
	middle := bytes.Clone(s.journal)
	for i := range 300 { // a line or two
		middle[len(middle)/2+i] = 'x'
	}
	for _, test := range []struct {
		name              string
		database, journal []byte
		want              int
		aside             bool
	}{
		{"empty file", []byte{}, s.journal, n, false},
		{"no file", nil, s.journal, n, false},
		{"half a file", s.database[:len(s.database)/2], s.journal, n, true},
		{"half a page", s.database[:2000], s.journal, n, true},
		{"garbage before", append([]byte("garbage of 16 b."), s.database[16:]...), s.journal, n, true},
		{"not a database", []byte("Dear diary, today it rained."), s.journal, n, true},
		{"the journal damaged", s.database, middle, n, false},
		{"the journal cut off", s.database, s.journal[:len(s.journal)-7], n, false},
		{"no journal", s.database, nil, n, false},
		{"both damaged", s.database[:len(s.database)/2], middle, n - 3, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := lay(t, test.database, test.journal)
			same, l := s.recovered(t, folder)
			defer l.Close()
			if same < test.want {
				t.Errorf("%d notes of %d", same, test.want)
			}
			asides, _ := filepath.Glob(filepath.Join(folder, "library.db.damaged-*"))
			if test.aside != (len(asides) > 0) {
				t.Errorf("moved aside: %v", asides)
			}
			if test.aside {
				if data, err := os.ReadFile(asides[0]); err != nil || !bytes.Equal(data, test.database) {
					t.Errorf("the damaged file is another one: %v", err)
				}
			}
			all, err := l.Articles(t.Context(), keep.Selection{Limit: 1})
			if err != nil || len(all) != 1 {
				t.Fatal(all, err)
			}
			if _, err := l.PutNote(t.Context(), noteOn(all[0], "after it")); err != nil {
				t.Error(err)
			}
			for _, q := range []keep.Query{{Words: "ferry"}, {Words: "rain"}} { // of a title, of a note
				if hits, err := l.Search(t.Context(), q, 1, 0); err != nil || len(hits) != 1 {
					t.Errorf("search for %q: %v, %v", q.Words, hits, err)
				}
			}
		})
	}
}

// A database of another program is moved aside, and nothing of it is taken.
func TestForeignDatabase(t *testing.T) {
	s := stocked(t, 10)
	folder := lay(t, nil, s.journal)
	db, err := sql.Open("sqlite", filepath.Join(folder, "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE article (key TEXT, title TEXT, added INTEGER); INSERT INTO article VALUES ('x', 'Of another program', 1); PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	same, l := s.recovered(t, folder)
	defer l.Close()
	if n, err := l.Count(t.Context(), keep.Selection{}); err != nil || n != 1 || same != 10 {
		t.Errorf("%d articles, %d notes, %v", n, same, err)
	}
}

// What is in the log and not in the file yet is damaged.
func TestDamagedLog(t *testing.T) {
	for i := range 5 {
		folder := t.TempDir()
		l := open(t, folder)
		a := kept(t, l, story("ferry", "The ferry left at noon."))
		for i := range 50 {
			if _, err := l.PutNote(t.Context(), noteOn(a, fmt.Sprint("note ", i))); err != nil {
				t.Fatal(err)
			}
		}
		all, err := l.Notes(t.Context(), keep.NoteSelection{})
		if err != nil {
			t.Fatal(err)
		}
		stopped := t.TempDir() // as a process leaves it that dies
		for _, name := range []string{"library.db", "library.db-wal", "notes.journal"} {
			data, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			if name == "library.db-wal" {
				at := len(data) * i / 5
				clear(data[at:min(at+4096, len(data))])
			}
			if err := os.WriteFile(filepath.Join(stopped, name), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		same, l := sound{notes: bodies(all)}.recovered(t, stopped)
		if same != 50 {
			t.Errorf("damage %d: %d notes of 50", i, same)
		}
		l.Close()
	}
}

// Another program moves the file aside while it is open here.
func TestMovedAside(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	a := kept(t, l, story("ferry", "The ferry left at noon."))
	first, err := l.PutNote(t.Context(), noteOn(a, "before"))
	if err != nil {
		t.Fatal(err)
	}
	for _, suffix := range []string{"-wal", "-shm", ""} {
		path := filepath.Join(folder, "library.db"+suffix)
		if err := os.Rename(path, path+".aside"); err != nil {
			t.Fatal(err)
		}
	}
	a = kept(t, l, story("ferry", "The ferry left at noon."))
	if _, err := l.PutNote(t.Context(), noteOn(a, "after")); err != nil {
		t.Fatal(err)
	}
	other := open(t, folder)
	if n, err := other.Note(t.Context(), first.ID); err != nil || n.Body != first.Body {
		t.Errorf("%+v, %v", n, err)
	}
	if all, err := other.Notes(t.Context(), keep.NoteSelection{}); err != nil || len(all) != 2 {
		t.Errorf("%d notes, %v", len(all), err)
	}
}

// A program that recovers a shelf is killed at any moment; the next one has all
// the notes.
func TestRecoveryKilled(t *testing.T) {
	s := stocked(t, 200)
	damaged := bytes.Clone(s.database)
	clear(damaged[:4096])
	for range much(10, 3) {
		folder := lay(t, damaged, s.journal)
		c := process("migrate", folder)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.IntN(150)) * time.Millisecond)
		c.Process.Kill() // where it is not done yet
		c.Wait()         // tells only that
		same, l := s.recovered(t, folder)
		full := 0
		all, err := l.Articles(t.Context(), keep.Selection{})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range all {
			if a.Full {
				full++
			}
		}
		if same != len(s.notes) || full != 20 {
			t.Errorf("%d notes of %d, %d texts of 20", same, len(s.notes), full)
		}
		l.Close()
	}
}

// Recover leaves a shelf alone that is sound.
func TestRecoverSound(t *testing.T) {
	s := stocked(t, 3)
	folder := lay(t, s.database, s.journal)
	r, err := library.Recover(t.Context(), folder, library.Options{})
	if err != nil || r != (library.Recovery{}) {
		t.Errorf("%+v, %v", r, err)
	}
}
