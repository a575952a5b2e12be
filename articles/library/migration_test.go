package library_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gloss/articles/keep"
	"gloss/articles/library"
)

// old makes a shelf as it was after the first steps of the schema, with some
// articles.
func old(t *testing.T, folder string, steps []string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(folder, "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, step := range append(steps,
		"PRAGMA journal_mode = WAL",
		"PRAGMA application_id = 1198288755",
		fmt.Sprintf("PRAGMA user_version = %d", len(steps)),
	) {
		if _, err := db.Exec(step); err != nil {
			t.Fatal(err)
		}
	}
	if len(steps) == 0 {
		return
	}
	for i := range 50 {
		_, err := db.Exec("INSERT INTO article (key, title, added) VALUES (?, 'An old article', 1)", fmt.Sprint("old ", i))
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(steps) < 2 {
		return
	}
	for _, row := range []string{
		"INSERT INTO finding VALUES (1, 'v', 'an annotator')",
		"INSERT INTO statement (id, first, last, text, speaker, speaker_type, act, kind, about) VALUES (1 << 20 | 1048575, 0, 5, 'It was late.', 'Ada Lovell', 'PERSON', 'say', 'direct', '')",
	} {
		if _, err := db.Exec(row); err != nil {
			t.Fatal(err)
		}
	}
}

// fresh checks that a shelf is one of today, with so many articles, and a
// statement where one was found.
func fresh(t *testing.T, folder string, articles int, found bool) {
	t.Helper()
	l := open(t, folder)
	defer l.Close()
	if err := l.Check(t.Context()); err != nil {
		t.Error(err)
	}
	if n, err := l.Count(t.Context(), keep.Selection{}); err != nil || n != articles {
		t.Errorf("%d articles of %d, %v", n, articles, err)
	}
	if found {
		f, err := l.Findings(t.Context(), 1)
		if err != nil || len(f.Statements) != 1 || f.Statements[0].Text.String() != "It was late." || f.Statements[0].Speaker.Name != "Ada Lovell" {
			t.Errorf("%+v, %v", f, err)
		}
	}
	a := kept(t, l, story("new", "The ferry left at noon."))
	if _, err := l.PutNote(t.Context(), noteOn(a, "a note")); err != nil {
		t.Error(err)
	}
}

func TestMigrations(t *testing.T) {
	steps, err := library.Steps()
	if err != nil {
		t.Fatal(err)
	}
	for version := range len(steps) + 1 {
		articles := 50
		if version == 0 {
			articles = 0
		}
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			folder := t.TempDir()
			old(t, folder, steps[:version:version])
			fresh(t, folder, articles, version >= 2)
		})
		t.Run(fmt.Sprint(version, " killed"), func(t *testing.T) {
			for range 5 {
				folder := t.TempDir()
				old(t, folder, steps[:version:version])
				c := process("migrate", folder)
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Duration(rand.IntN(40)) * time.Millisecond)
				c.Process.Kill() // where it is not done yet
				c.Wait()         // tells only that
				fresh(t, folder, articles, version >= 2)
			}
		})
	}
}

// A shelf of a later version is left as it is.
func TestNewer(t *testing.T) {
	folder := t.TempDir()
	steps, err := library.Steps()
	if err != nil {
		t.Fatal(err)
	}
	old(t, folder, append(steps, "CREATE TABLE later (x)"))
	path := filepath.Join(folder, "library.db")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := library.Open(context.Background(), folder, library.Options{}); !errors.Is(err, library.ErrNewer) {
		t.Errorf("opened: %v", err)
	}
	if _, err := library.Recover(context.Background(), folder, library.Options{}); !errors.Is(err, library.ErrNewer) {
		t.Errorf("recovered: %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("it was changed: %v", err)
	}
}
