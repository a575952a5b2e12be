package library

import (
	"context"
	"database/sql"
)

// tidyUp takes rows out of a new shelf that are not sound: those that do not fit
// their sums, and those that belong to none.
func tidyUp(ctx context.Context, c *sql.Conn, lost *losses) error {
	for _, p := range proofs {
		var bad []int64
		rows, err := c.QueryContext(ctx, "SELECT "+p.table+".rowid, "+p.columns+" FROM "+p.table)
		if err != nil {
			return err
		}
		for rows.Next() {
			var id int64
			if p.sound(func(into ...any) error { return rows.Scan(append([]any{&id}, into...)...) }) != nil {
				bad = append(bad, id)
			}
		}
		err = rows.Err()
		rows.Close()
		if err != nil {
			return err
		}
		for _, id := range bad {
			var name string
			if p.table == "note" && c.QueryRowContext(ctx, "SELECT id FROM note WHERE rowid = ?", id).Scan(&name) == nil {
				lost.notes = append(lost.notes, name)
			} else {
				lost.others++
			}
			if _, err := c.ExecContext(ctx, "DELETE FROM "+p.table+" WHERE rowid = ?", id); err != nil {
				return err
			}
		}
	}
	for _, q := range []string{
		"DELETE FROM version WHERE article NOT IN (SELECT id FROM article)",
		"DELETE FROM place WHERE article NOT IN (SELECT id FROM article)",
		"UPDATE article SET version = '' WHERE version <> '' AND NOT EXISTS (SELECT 1 FROM version v WHERE v.article = article.id AND v.hash = article.version)",
	} {
		if _, err := c.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return nil
}
