package library

import (
	"context"
	"database/sql"
	"errors"
	"math"

	"gloss/articles/keep"
)

// Place returns where the eye stood in an article; the zero Place where it was
// not read yet.
func (l *Library) Place(ctx context.Context, id keep.ArticleID) (p keep.Place, err error) {
	err = l.read(ctx, "look up the place", func(db *sql.DB) error {
		a, err := articleOf(ctx, db, id)
		if err != nil {
			return err
		}
		err = db.QueryRowContext(ctx, "SELECT off, exact, prefix, suffix, first, last FROM place WHERE article = ?", int64(id)).
			Scan(&p.Off, &p.At.Exact, &p.At.Prefix, &p.At.Suffix, &p.At.Start, &p.At.End)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		p.Off, p.At, p.Progress = max(p.Off, 0), tidy(p.At), a.Progress
		return nil
	})
	return p, err
}

// SetPlace keeps where the eye stands in an article. One that was read to its
// end is marked as read.
func (l *Library) SetPlace(ctx context.Context, id keep.ArticleID, p keep.Place) error {
	return l.write(ctx, "keep the place", func(c *change) error {
		p.At = tidy(p.At)
		progress := max(0, min(p.Progress, 1))
		if math.IsNaN(progress) {
			progress = 0
		}
		err := c.update("UPDATE article SET progress = ?, read = read OR ? WHERE id = ?", progress, progress == 1, int64(id))
		if err != nil {
			return err
		}
		return c.exec(`INSERT INTO place (article, off, exact, prefix, suffix, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (article) DO UPDATE SET off = excluded.off, exact = excluded.exact, prefix = excluded.prefix,
			suffix = excluded.suffix, first = excluded.first, last = excluded.last`,
			int64(id), p.Off, p.At.Exact, p.At.Prefix, p.At.Suffix, p.At.Start, p.At.End)
	})
}
