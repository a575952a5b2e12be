package library

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/link"
)

// Subscribe adds a feed, and returns it as it is kept. Where there is one with
// the address that one is returned; that the reader gave the address is then
// kept too, and nothing else. Without a title it has its host as one.
func (l *Library) Subscribe(ctx context.Context, f keep.Feed) (kept keep.Feed, err error) {
	if f.URL == "" {
		return keep.Feed{}, errors.New("subscribe to a feed: it has no address")
	}
	if f.Title.IsEmpty() {
		f.Title = link.Host(f.URL)
	}
	err = l.write(ctx, "subscribe to a feed", func(c *change) error {
		err := c.exec(`INSERT INTO feed (url, title, site, folder, typed, added, failure) VALUES (?, ?, ?, ?, ?, ?, '')
			ON CONFLICT (url) DO UPDATE SET typed = typed OR excluded.typed`,
			strings.ToValidUTF8(f.URL, "\uFFFD"), line(f.Title.String()), line(f.Site.String()), line(f.Folder.String()), f.Typed, l.now().UnixMicro())
		if err != nil {
			return err
		}
		feeds, err := askFeeds(c.ctx, c, "WHERE feed.url = ?", strings.ToValidUTF8(f.URL, "\uFFFD"))
		if err == nil {
			kept = feeds[0]
		}
		return err
	})
	return kept, err
}

// Unsubscribe takes a feed away. The articles that it brought stay.
func (l *Library) Unsubscribe(ctx context.Context, id keep.FeedID) error {
	return l.write(ctx, "unsubscribe from a feed", func(c *change) error {
		if err := c.update("DELETE FROM feed WHERE id = ?", int64(id)); err != nil {
			return err
		}
		return c.exec("UPDATE article SET feed = 0 WHERE feed = ?", int64(id))
	})
}

// Adopt says of articles that a feed brought them, all or none: it takes back
// what Unsubscribe did to them.
func (l *Library) Adopt(ctx context.Context, id keep.FeedID, ids ...keep.ArticleID) error {
	return l.write(ctx, "give articles to a feed", func(c *change) error {
		for _, article := range ids {
			if err := c.update("UPDATE article SET feed = (SELECT id FROM feed WHERE id = ?) WHERE id = ?", int64(id), int64(article)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Feeds returns all feeds by folder and title.
func (l *Library) Feeds(ctx context.Context) (feeds []keep.Feed, err error) {
	err = l.read(ctx, "look up the feeds", func(db *sql.DB) error {
		feeds, err = askFeeds(ctx, db, "")
		return err
	})
	return feeds, err
}

// askFeeds returns the feeds for which a WHERE clause holds.
func askFeeds(ctx context.Context, a asker, where string, args ...any) (feeds []keep.Feed, err error) {
	err = each(ctx, a, `SELECT feed.id, feed.url, feed.title, feed.site, feed.folder, feed.typed, feed.added, feed.checked, feed.failure,
			coalesce(n.unread, 0), coalesce(n.total, 0)
		FROM feed LEFT JOIN (
			SELECT article.feed AS feed, count(*) AS total, sum(article.opened IS NULL AND NOT article.read) AS unread
			FROM article WHERE article.feed <> 0 AND article.removed IS NULL GROUP BY article.feed
		) n ON n.feed = feed.id `+where+` ORDER BY feed.folder COLLATE NOCASE, feed.title COLLATE NOCASE, feed.id`, args,
		func(scan func(...any) error) error {
			var f keep.Feed
			var title, site, folder, failure string
			var added, checked *int64
			err := scan(&f.ID, &f.URL, &title, &site, &folder, &f.Typed, &added, &checked, &failure, &f.Unread, &f.Total)
			f.Title, f.Site, f.Folder, f.Failure = clean.Line(title), clean.Line(site), clean.Line(folder), clean.Line(failure)
			f.Added, f.Checked = timeOf(added), timeOf(checked)
			feeds = append(feeds, f)
			return err
		})
	return feeds, err
}

// SetFolder puts a feed into a folder; the empty one for none.
func (l *Library) SetFolder(ctx context.Context, id keep.FeedID, folder clean.Text) error {
	return l.write(ctx, "put a feed into a folder", func(c *change) error {
		return c.update("UPDATE feed SET folder = ? WHERE id = ?", line(folder.String()), int64(id))
	})
}

// Checked keeps that a feed was asked just now: what it says of itself, where
// that is not empty, and what went wrong, empty for nothing.
func (l *Library) Checked(ctx context.Context, id keep.FeedID, title, site clean.Text, failure string) error {
	return l.write(ctx, "keep how a feed is", func(c *change) error {
		return c.update(`UPDATE feed SET title = coalesce(nullif(?, ''), title), site = coalesce(nullif(?, ''), site),
			checked = ?, failure = ? WHERE id = ?`,
			line(title.String()), line(site.String()), l.now().UnixMicro(), line(failure), int64(id))
	})
}

// AddItems takes the items of a feed, given in its order, as unread articles
// without their texts, and returns how many are new. Of one whose key is known
// the title and the like are brought up to date, where its text is not here; one
// that was removed stays removed. Items without key and address are left out.
func (l *Library) AddItems(ctx context.Context, id keep.FeedID, items []keep.Item) (added int, err error) {
	err = l.write(ctx, "keep what a feed brought", func(c *change) error {
		added = 0
		var site string
		if err := c.row("SELECT title FROM feed WHERE id = ?", int64(id)).Scan(&site); err != nil {
			return err
		}
		for _, item := range oldestFirst(items) {
			n, err := c.addItem(id, site, item, l.now().UnixMicro())
			if err != nil {
				return err
			}
			added += n
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

// oldestFirst returns the items of a feed in the order in which they come onto the
// shelf, where the last one stands above the others: by their dates where all have
// one, else against the order of the feed, whose first is the newest mostly.
func oldestFirst(items []keep.Item) []keep.Item {
	out := slices.Clone(items)
	slices.Reverse(out)
	if !slices.ContainsFunc(out, func(it keep.Item) bool { return it.Published.IsZero() }) {
		slices.SortStableFunc(out, func(a, b keep.Item) int { return a.Published.Compare(b.Published) })
	}
	return out
}

// addItem keeps an item, and returns 1 where it is new.
func (c *change) addItem(id keep.FeedID, site string, item keep.Item, now int64) (added int, err error) {
	key := item.Key
	if key == "" {
		key, _, _ = strings.Cut(item.URL.String(), "#")
	}
	if key = strings.ToValidUTF8(key, "\uFFFD"); key == "" {
		return 0, nil
	}
	values := []any{line(item.URL.String()), line(item.Title.String()), line(item.Byline.String()), line(item.Summary.String()), micros(item.Published), key}
	r, err := c.ExecContext(c.ctx, `INSERT INTO article (url, title, byline, summary, published, key, site, added, feed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`, append(values[:6:6], line(site), now, int64(id))...)
	if err != nil {
		return 0, err
	}
	if n, err := r.RowsAffected(); err != nil || n > 0 {
		return int(n), err
	}
	return 0, c.exec(`UPDATE article SET url = coalesce(nullif(?, ''), url), title = coalesce(nullif(?, ''), title),
		byline = coalesce(nullif(?, ''), byline), summary = coalesce(nullif(?, ''), summary), published = coalesce(?, published)
		WHERE key = ? AND version = '' AND removed IS NULL`, values...)
}
