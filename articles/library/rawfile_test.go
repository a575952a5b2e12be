package library

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
)

// openRaw opens a database file as it is.
func openRaw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", address(path, ""))
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// tables makes a file of tables: a deep one, one with gaps in its keys and with long
// rows, one without rowids, and one of which much was deleted.
func tables(t *testing.T, path string) *sql.DB {
	t.Helper()
	db := openRaw(t, path)
	for _, statement := range []string{
		"PRAGMA page_size = 4096",
		"CREATE TABLE big (id INTEGER PRIMARY KEY, x TEXT)",
		"CREATE TABLE small (id INTEGER PRIMARY KEY, x TEXT)",
		"CREATE TABLE pairs (a TEXT PRIMARY KEY, b TEXT) WITHOUT ROWID",
		"CREATE TABLE gone (x TEXT)",
		"CREATE INDEX big_x ON big (x)",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) INSERT INTO big SELECT i, printf('%0900d', i) FROM n",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90) INSERT INTO small SELECT i * i * 1000003 - 5000000, printf('%06000d', i) FROM n",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) INSERT INTO pairs SELECT printf('%0200d', i), i FROM n",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) INSERT INTO gone SELECT printf('%0600d', i) FROM n",
		"DELETE FROM gone WHERE rowid > 30",
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(fmt.Errorf("%s: %w", strings.Fields(statement)[0], err))
		}
	}
	for i := range 60 { // the table of the tables is deep too
		if _, err := db.Exec(fmt.Sprintf("CREATE TABLE t%d (%s TEXT)", i, strings.Repeat("x", 200))); err != nil {
			t.Fatal(err)
		}
	}
	return db
}
