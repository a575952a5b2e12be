package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// Find returns the article with a key.
func (l *Library) Find(ctx context.Context, key string) (a keep.Article, err error) {
	err = l.read(ctx, "look up an article", func(db *sql.DB) error {
		a, err = scanArticle(db.QueryRowContext(ctx, "SELECT "+articleColumns+" FROM article WHERE key = ?", key).Scan)
		return err
	})
	return a, err
}

// Article returns an article, also one that was removed.
func (l *Library) Article(ctx context.Context, id keep.ArticleID) (a keep.Article, err error) {
	err = l.read(ctx, "look up an article", func(db *sql.DB) error {
		a, err = articleOf(ctx, db, id)
		return err
	})
	return a, err
}

// Articles returns the articles that are wanted, in the order that is wanted.
func (l *Library) Articles(ctx context.Context, s keep.Selection) (all []keep.Article, err error) {
	query, args := selectArticles(articleColumns, s, true)
	err = l.read(ctx, "look up articles", func(db *sql.DB) error {
		all, err = askArticles(ctx, db, query, args...)
		return err
	})
	return all, err
}

// Count returns how many articles are wanted, Limit and Offset aside.
func (l *Library) Count(ctx context.Context, s keep.Selection) (n int, err error) {
	query, args := selectArticles("count(*)", s, false)
	err = l.read(ctx, "count articles", func(db *sql.DB) error {
		return db.QueryRowContext(ctx, query, args...).Scan(&n)
	})
	return n, err
}

// SetRead says of articles whether they are read, all or none. Those that are
// not count as never opened, so that they are unread again; where the eye stood
// in one is kept, unless that was its end.
func (l *Library) SetRead(ctx context.Context, read bool, ids ...keep.ArticleID) error {
	return l.write(ctx, "mark an article", func(c *change) error {
		for _, id := range ids {
			if read {
				if err := c.update("UPDATE article SET read = 1 WHERE id = ?", int64(id)); err != nil {
					return err
				}
				continue
			}
			err := c.exec("DELETE FROM place WHERE article IN (SELECT id FROM article WHERE id = ? AND progress = 1)", int64(id))
			if err == nil {
				err = c.update("UPDATE article SET read = 0, opened = NULL, progress = 0 WHERE id = ?", int64(id))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// SetReading says of articles that they are as far read as these rows of them tell,
// by Opened, Progress and Read, all or none: it takes SetRead back.
func (l *Library) SetReading(ctx context.Context, rows ...keep.Article) error {
	return l.write(ctx, "mark an article", func(c *change) error {
		for _, a := range rows {
			err := c.update("UPDATE article SET read = ?, opened = ?, progress = ? WHERE id = ?", a.Read, micros(a.Opened), a.Progress, int64(a.ID))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// SetTags gives an article these tags, in this order, and no other. Each is one
// line.
func (l *Library) SetTags(ctx context.Context, id keep.ArticleID, tags []clean.Text) error {
	return l.write(ctx, "tag an article", func(c *change) error {
		return c.update("UPDATE article SET tags = ? WHERE id = ?", joinTags(tags), int64(id))
	})
}

// Remove takes articles off the shelf, all or none. Their texts and notes stay,
// so that Restore brings them back as they were.
func (l *Library) Remove(ctx context.Context, ids ...keep.ArticleID) error {
	return l.write(ctx, "remove articles", func(c *change) error {
		for _, id := range ids {
			if err := c.update("UPDATE article SET removed = coalesce(removed, ?) WHERE id = ?", l.now().UnixMicro(), int64(id)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Restore brings articles back to the shelf that were removed, all or none.
func (l *Library) Restore(ctx context.Context, ids ...keep.ArticleID) error {
	return l.write(ctx, "restore articles", func(c *change) error {
		for _, id := range ids {
			if err := c.update("UPDATE article SET removed = NULL WHERE id = ?", int64(id)); err != nil {
				return err
			}
		}
		return nil
	})
}

// update runs a statement that changes one row: sql.ErrNoRows where there is none.
func (c *change) update(query string, args ...any) error {
	r, err := c.ExecContext(c.ctx, query, args...)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n > 0 {
		return err
	}
	return sql.ErrNoRows
}

// articleColumns are what scanArticle reads, of the table article.
const articleColumns = `article.id, article.key, article.url, article.title, article.byline, article.site, article.lang, article.summary,
	article.published, article.added, article.opened, article.words, article.progress, article.read, article.version, article.tags,
	article.feed, article.removed, (SELECT count(*) FROM note WHERE note.article = article.id AND note.removed IS NULL)`

// scanArticle reads a row of articleColumns.
func scanArticle(scan func(...any) error) (keep.Article, error) {
	var (
		a                                             keep.Article
		id, feed, added                               int64
		url, title, byline, site, lang, summary, tags string
		published, opened, removed                    *int64
	)
	err := scan(&id, &a.Key, &url, &title, &byline, &site, &lang, &summary, &published, &added, &opened, &a.Words, &a.Progress,
		&a.Read, &a.Version, &tags, &feed, &removed, &a.Notes)
	if errors.Is(err, sql.ErrNoRows) || code(err) != 0 {
		return keep.Article{}, err
	}
	if err != nil {
		return keep.Article{}, fmt.Errorf("%w: %w", ErrDamaged, err) // a value of the wrong type
	}
	a.ID, a.Feed = keep.ArticleID(id), keep.FeedID(feed)
	a.URL, a.Title, a.Byline, a.Site, a.Lang, a.Summary = clean.Line(url), clean.Line(title), clean.Line(byline), clean.Line(site), clean.Line(lang), clean.Line(summary)
	a.Published, a.Added, a.Opened, a.Removed = timeOf(published), timeOf(&added), timeOf(opened), timeOf(removed)
	a.Progress = max(0, min(a.Progress, 1))
	a.Full = a.Version != ""
	a.Tags = splitTags(tags)
	return a, nil
}

func articleOf(ctx context.Context, a asker, id keep.ArticleID) (keep.Article, error) {
	return scanArticle(a.QueryRowContext(ctx, "SELECT "+articleColumns+" FROM article WHERE id = ?", int64(id)).Scan)
}

func askArticles(ctx context.Context, a asker, query string, args ...any) ([]keep.Article, error) {
	rows, err := a.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []keep.Article
	for rows.Next() {
		one, err := scanArticle(rows.Scan)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// recordArticle returns what names an article in the journal.
func (c *change) recordArticle(id int64) (r articleRecord, err error) {
	err = c.row("SELECT key, url, title, version FROM article WHERE id = ?", id).Scan(&r.Key, &r.URL, &r.Title, &r.Version)
	r.Key = strings.ToValidUTF8(r.Key, "\uFFFD") // as JSON has it
	return r, err
}

// provideArticle returns the article that a line of the journal names, and makes
// a row for it where there is none.
func (c *change) provideArticle(r articleRecord, now time.Time) (id int64, err error) {
	err = c.row("SELECT id FROM article WHERE key = ?", r.Key).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	err = c.row("INSERT INTO article (key, url, title, added) VALUES (?, ?, ?, ?) RETURNING id",
		r.Key, clean.Line(r.URL).String(), clean.Line(r.Title).String(), now.UnixMicro()).Scan(&id)
	return id, err
}
