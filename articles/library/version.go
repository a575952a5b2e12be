package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library/docform"
	"gloss/articles/link"
)

// An Entry is an article that comes to the shelf with its text.
type Entry struct {
	Doc    *articles.Document
	Key    string      // as keep.Article.Key; "" for one made from the document's address, else its text
	Opened bool        // it is being read
	Feed   keep.FeedID // that brought it, 0 for none
}

// Keep keeps an article with its text: a new one, or a new version of the one
// that has its key. An older version is dropped unless a note is anchored in
// it. One that was removed comes back to the shelf where it is being read. A
// partial document is not kept; one without a text makes a row only, or leaves
// the text that is here.
func (l *Library) Keep(ctx context.Context, e Entry) (a keep.Article, err error) {
	if e.Doc == nil || e.Doc.Partial {
		return keep.Article{}, errors.New("keep an article: only a part of it is here")
	}
	form, err := docform.Encode(e.Doc)
	if err != nil {
		return keep.Article{}, fmt.Errorf("keep an article: %w", err)
	}
	text, hash := e.Doc.Text.String(), ""
	if text != "" {
		hash = anchor.Hash(text)
	}
	key := strings.ToValidUTF8(e.Key, "\uFFFD")
	if key == "" {
		key, _, _ = strings.Cut(e.Doc.Meta.URL.String(), "#")
	}
	if key == "" {
		key = anchor.Hash(text)
	}
	err = l.write(ctx, "keep an article", func(c *change) error {
		now := l.now().UnixMicro()
		id, err := c.putArticle(key, hash, now, e)
		if err != nil {
			return err
		}
		if hash == "" {
			a, err = articleOf(c.ctx, c, keep.ArticleID(id))
			return err
		}
		err = c.exec(`INSERT INTO version (article, hash, text, form, seen) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (article, hash) DO UPDATE SET form = excluded.form, seen = excluded.seen`, id, hash, text, form, now)
		if err != nil {
			return err
		}
		err = c.exec(`DELETE FROM version WHERE article = ?1 AND hash <> ?2
			AND hash NOT IN (SELECT version FROM note WHERE article = ?1)`, id, hash)
		if err != nil {
			return err
		}
		a, err = articleOf(c.ctx, c, keep.ArticleID(id))
		return err
	})
	return a, err
}

// putArticle writes an article's row. What the document does not know stays.
func (c *change) putArticle(key, hash string, now int64, e Entry) (id int64, err error) {
	doc := e.Doc
	site := doc.Meta.Source // where a page names none, what its feed is called is better than its host
	if site.IsEmpty() {
		site = link.Host(doc.Meta.URL.String())
	}
	summary := beginning(doc)
	title := doc.Meta.Title
	if title.IsEmpty() {
		title = heading(doc)
	}
	var opened any
	if e.Opened {
		opened = now
	}
	err = c.row(`INSERT INTO article (key, url, title, byline, site, lang, summary, published, added, opened, words, version, feed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET
			url = coalesce(nullif(excluded.url, ''), url), title = coalesce(nullif(excluded.title, ''), title),
			byline = coalesce(nullif(excluded.byline, ''), byline), site = coalesce(nullif(?, ''), nullif(site, ''), excluded.site),
			lang = coalesce(nullif(excluded.lang, ''), lang), summary = coalesce(nullif(summary, ''), excluded.summary),
			published = coalesce(excluded.published, published), opened = coalesce(excluded.opened, opened),
			words = iif(excluded.version = '', words, excluded.words), version = coalesce(nullif(excluded.version, ''), version),
			feed = CASE WHEN feed = 0 THEN excluded.feed ELSE feed END,
			removed = CASE WHEN excluded.opened IS NULL THEN removed END
		RETURNING id`,
		key, doc.Meta.URL.String(), title.String(), doc.Meta.Byline.String(), site.String(), doc.Meta.Lang.String(), summary.String(),
		micros(doc.Meta.Date), now, opened, len(strings.Fields(doc.Text.String())), hash, int64(e.Feed),
		doc.Meta.Source.String()).Scan(&id)
	return id, err
}

// maxSummary is the most bytes of a summary that is made of a text.
const maxSummary = 240

// beginning returns how a document begins, in one line.
func beginning(doc *articles.Document) clean.Text {
	for _, b := range doc.Blocks {
		if b.Kind == articles.Paragraph && b.Span.Len() > 0 {
			return clip(b.Span.Of(doc.Text))
		}
	}
	return clip(doc.Text.String())
}

// heading returns what a document without a title is called: its first heading,
// else how it begins.
func heading(doc *articles.Document) clean.Text {
	for _, b := range doc.Blocks {
		if b.Kind == articles.Heading {
			return clip(b.Span.Of(doc.Text))
		}
	}
	return beginning(doc)
}

// clip returns the beginning of a text in one line, with an ellipsis where there
// is more.
func clip(s string) clean.Text {
	line := clean.Line(s[:min(len(s), 8*maxSummary)]).String()
	if len(line) <= maxSummary {
		return clean.Line(line)
	}
	end := maxSummary
	for !utf8.RuneStart(line[end]) {
		end--
	}
	if space := strings.LastIndexByte(line[:end], ' '); space > 0 {
		end = space
	}
	return clean.Line(line[:end] + " …")
}

// Document returns the newest version of an article. The error is ErrNotFound
// where only a feed's summary is here.
func (l *Library) Document(ctx context.Context, id keep.ArticleID) (doc *articles.Document, err error) {
	err = l.read(ctx, "read an article", func(db *sql.DB) error {
		var text, hash string
		var form []byte
		err := db.QueryRowContext(ctx, `SELECT text, version.hash, form FROM article JOIN version
			ON version.article = article.id AND version.hash = article.version WHERE article.id = ?`, int64(id)).Scan(&text, &hash, &form)
		if err != nil {
			return err
		}
		doc, err = restore(text, hash, form)
		return err
	})
	return doc, err
}

// restore makes the document of a row of the table version again: ErrDamaged
// where it is not what was kept.
func restore(text, hash string, form []byte) (*articles.Document, error) {
	if anchor.Hash(text) != hash {
		return nil, fmt.Errorf("%w: a text does not fit its hash", ErrDamaged)
	}
	doc, err := docform.Decode(clean.Of(text), form)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return doc, nil
}

// Text returns the text of a version of an article: the newest, or one that a
// note is anchored in.
func (l *Library) Text(ctx context.Context, id keep.ArticleID, version string) (text clean.Text, err error) {
	err = l.read(ctx, "read a snapshot", func(db *sql.DB) error {
		var raw string
		err := db.QueryRowContext(ctx, "SELECT text FROM version WHERE article = ? AND hash = ?", int64(id), version).Scan(&raw)
		if err != nil {
			return err
		}
		if anchor.Hash(raw) != version {
			return fmt.Errorf("%w: a text does not fit its hash", ErrDamaged)
		}
		text = clean.Of(raw)
		return nil
	})
	return text, err
}
