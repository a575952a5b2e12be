package library

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// Losses are what could not be taken over from a damaged file.
type losses struct {
	notes  []string // the IDs of rows that were not sound
	others int      // rows, as far as can be known
}

// maxGap is how many places of rows are tried one by one where a part of a
// table cannot be read.
const maxGap = 20_000

// salvage copies the rows that can be read and are sound from a damaged file
// into a new shelf. A file of which nothing can be read gives nothing, and no
// error: errors are those of writing.
func salvage(ctx context.Context, to *sql.Conn, path string) (lost losses, err error) {
	// Without a transaction that lasts: each table is read for itself.
	old, err := sql.Open("sqlite", address(path, toSalvage))
	if err != nil {
		return lost, err
	}
	defer old.Close()
	old.SetMaxOpenConns(2)
	tables, err := plainTables(ctx, to)
	if err != nil {
		return lost, err
	}
	if _, err := to.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return lost, err
	}
	defer to.ExecContext(ctx, "PRAGMA foreign_keys = ON") // the connection is closed soon in any case
	if err := begin(ctx, to); err != nil {
		return lost, err
	}
	for _, t := range tables {
		if err := copyTable(ctx, to, old, t, &lost); err != nil {
			to.ExecContext(ctx, "ROLLBACK")
			return lost, err
		}
	}
	if err := tidyUp(ctx, to, &lost); err != nil {
		to.ExecContext(ctx, "ROLLBACK")
		return lost, err
	}
	_, err = to.ExecContext(ctx, "COMMIT")
	return lost, err
}

// toSalvage is how a damaged file is opened.
const toSalvage = "_pragma=busy_timeout(5000)&_pragma=query_only(1)&_pragma=cell_size_check(1)"

// readable reports whether the schema of a damaged file can be read.
func readable(ctx context.Context, path string) bool {
	db, err := sql.Open("sqlite", address(path, toSalvage))
	if err != nil {
		return false
	}
	defer db.Close()
	return len(columnsOf(ctx, db, "article")) > 0
}

// plainTables returns the tables of a shelf without virtual ones and what
// belongs to those.
func plainTables(ctx context.Context, c *sql.Conn) (tables []string, err error) {
	tables, err = names(ctx, c, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'state'")
	// Triggers look up the article of other rows.
	slices.Sort(tables)
	if i := slices.Index(tables, "article"); i > 0 {
		tables = slices.Insert(slices.Delete(tables, i, i+1), 0, "article")
	}
	return tables, err
}

// columnsOf returns the columns of a table that values can be put in, as far as they
// can be read.
func columnsOf(ctx context.Context, a asker, table string) []string {
	columns, _ := names(ctx, a, "SELECT name FROM pragma_table_info(?)", table)
	return columns
}

// names returns the names that a query gives, with an error those up to it.
func names(ctx context.Context, a asker, query string, args ...any) (all []string, err error) {
	err = each(ctx, a, query, args, func(scan func(...any) error) error {
		var name string
		if err := scan(&name); err != nil {
			return err
		}
		all = append(all, name)
		return nil
	})
	return all, err
}

// A salvager copies one table.
type salvager struct {
	ctx     context.Context
	to      *sql.Conn
	old     *sql.DB
	table   string
	columns []string
	rowid   string // how the place of a row is asked for
	insert  string
	skip    int // how many values of a row are not inserted
	lost    *losses
	failed  error // of writing
}

// copyTable copies the rows of a table that can be read: from the first on to
// where the file is damaged, then from the last one back, then each place
// between the two by itself.
func copyTable(ctx context.Context, to *sql.Conn, old *sql.DB, table string, lost *losses) error {
	there := columnsOf(ctx, old, table)
	s := &salvager{ctx: ctx, to: to, old: old, table: table, rowid: "rowid", lost: lost}
	for _, c := range columnsOf(ctx, to, table) {
		if slices.Contains(there, c) {
			s.columns = append(s.columns, c)
		}
	}
	if len(s.columns) == 0 {
		return nil
	}
	var plain bool // without a rowid
	if err := to.QueryRowContext(ctx, "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", table).Scan(&plain); err != nil {
		return err
	}
	if plain {
		// What is in such a table is read from its two ends only.
		s.rowid, s.skip = "1", 1
		s.insert = "INSERT OR IGNORE INTO " + table + " (" + strings.Join(s.columns, ", ") + ") VALUES (" + strings.Repeat(", ?", len(s.columns))[2:] + ")"
		if _, whole := s.run("ORDER BY " + strings.Join(s.columns, ", ")); !whole && s.failed == nil {
			s.run("ORDER BY " + strings.Join(s.columns, " DESC, ") + " DESC")
		}
		return s.failed
	}
	s.insert = "INSERT OR IGNORE INTO " + table + " (rowid, " + strings.Join(s.columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(s.columns)) + ")"
	first, whole := s.run("ORDER BY rowid")
	if whole || s.failed != nil {
		return s.failed
	}
	last, _ := s.run("ORDER BY rowid DESC")
	if s.failed != nil {
		return s.failed
	}
	ids, known := s.between(first, last)
	for _, id := range ids {
		if n, _ := s.run("WHERE rowid = ?", id); n == 0 && known {
			s.lost.others++
		}
		if s.failed != nil {
			return s.failed
		}
	}
	return nil
}

// between returns the places of rows between two that were read, and whether
// they are known from an index; else they are guessed.
func (s *salvager) between(first, last int64) (ids []int64, known bool) {
	if first == 0 && last == 0 {
		return nil, false // not even the root can be read
	}
	for _, index := range uniqueIndexes(s.ctx, s.old, s.table) {
		ids = ids[:0]
		rows, err := s.old.QueryContext(s.ctx, "SELECT rowid FROM "+s.table+" INDEXED BY "+index[0]+" ORDER BY "+index[1])
		if err != nil {
			continue
		}
		for rows.Next() {
			var id int64
			if rows.Scan(&id) == nil && id > first && (id < last || last == 0) {
				ids = append(ids, id)
			}
		}
		err = rows.Err()
		rows.Close()
		if err == nil {
			return ids, true
		}
	}
	if last == 0 || last-first > maxGap {
		last = first + maxGap
	}
	ids = ids[:0]
	for id := first + 1; id < last; id++ {
		ids = append(ids, id)
	}
	return ids, false
}

// uniqueIndexes returns the unique indexes of a table over all its rows, each
// with its first column.
func uniqueIndexes(ctx context.Context, old *sql.DB, table string) (all [][2]string) {
	rows, err := old.QueryContext(ctx, `SELECT l.name, i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i
		WHERE l."unique" AND NOT l.partial AND i.seqno = 0`, table)
	if err != nil {
		return nil
	}
	defer rows.Close()
	for rows.Next() {
		var index [2]string
		if rows.Scan(&index[0], &index[1]) == nil {
			all = append(all, index)
		}
	}
	return all
}

// run copies the rows of a query until one cannot be read. It returns the place
// of the last row that was read, and whether all were.
func (s *salvager) run(which string, args ...any) (last int64, whole bool) {
	rows, err := s.old.QueryContext(s.ctx, "SELECT "+s.rowid+", "+strings.Join(s.columns, ", ")+" FROM "+s.table+" "+which, args...)
	if err != nil {
		return 0, false
	}
	defer rows.Close()
	values := make([]any, len(s.columns)+1)
	into := make([]any, len(values))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if rows.Scan(into...) != nil {
			return last, false
		}
		id, ok := values[0].(int64)
		if !ok {
			return last, false
		}
		last = id
		if !s.put(values) {
			return last, false
		}
	}
	return last, rows.Err() == nil
}

// put writes a row into the new shelf. A row that the schema forbids is lost.
func (s *salvager) put(values []any) bool {
	_, err := s.to.ExecContext(s.ctx, s.insert, values[s.skip:]...)
	if err == nil {
		return true
	}
	if c := code(err) & 0xff; c == 19 || c == 20 || c == 1 { // a constraint, a type, a trigger
		s.lost.others++
		return true
	}
	s.failed = fmt.Errorf("table %s: %w", s.table, err)
	return false
}
