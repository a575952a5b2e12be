package library

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Check looks at the whole shelf: SQLite's own check, and the sums of notes,
// corrections and texts. The error is ErrDamaged where something is not sound.
// It reads everything, so it takes a while on a large shelf.
func (l *Library) Check(ctx context.Context) error {
	return l.read(ctx, "check the shelf", func(db *sql.DB) error { return check(ctx, db) })
}

func check(ctx context.Context, db *sql.DB) error {
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, line(strings.ReplaceAll(verdict, "*** in database main ***\n", "")))
	}
	for _, p := range proofs {
		if err := p.all(ctx, db); err != nil {
			return err
		}
	}
	return nil
}

// A proof tells whether a row of a table is sound.
type proof struct {
	table, columns string
	sound          func(scan func(...any) error) error
}

// proofs are those of the tables whose rows have sums.
var proofs = []proof{
	{"article", articleColumns, func(scan func(...any) error) error { _, err := scanArticle(scan); return err }},
	{"note", noteColumns, func(scan func(...any) error) error { _, err := scanNote(scan); return err }},
	{"correction", correctionColumns, func(scan func(...any) error) error { _, _, err := scanCorrection(scan); return err }},
	{"version", "text, hash, form", func(scan func(...any) error) error {
		var text, hash string
		var form []byte
		if err := scan(&text, &hash, &form); err != nil {
			return err
		}
		_, err := restore(text, hash, form)
		return err
	}},
}

// all proves all rows.
func (p proof) all(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "SELECT "+p.columns+" FROM "+p.table)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := p.sound(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
