package library

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// Entities and statements have the ID of their article in the upper bits of
// theirs: see schema/002.sql.
const (
	partBits = 20
	maxPart  = 1<<partBits - 1
)

// partID returns the ID of an article's part i.
func partID(article keep.ArticleID, i int) int64 { return int64(article)<<partBits | int64(maxPart-i) }

// partOf is the inverse of partID.
func partOf(id int64) (article keep.ArticleID, i int) {
	return keep.ArticleID(id >> partBits), maxPart - int(id&maxPart)
}

// SetFindings keeps what the annotator found in an article, in place of what it
// found before. It can be found again, and so it is not in the journal. The
// error is ErrNotFound where the article is not there.
func (l *Library) SetFindings(ctx context.Context, id keep.ArticleID, f keep.Findings) error {
	return l.write(ctx, "keep what was found", func(c *change) error { return c.setFindings(id, f) })
}

func (c *change) setFindings(id keep.ArticleID, f keep.Findings) error {
	var there int
	if err := c.row("SELECT 1 FROM article WHERE id = ?", int64(id)).Scan(&there); err != nil {
		return err
	}
	if err := c.exec("DELETE FROM finding WHERE article = ?", int64(id)); err != nil {
		return err
	}
	if err := c.exec("INSERT INTO finding VALUES (?, ?, ?)", int64(id), f.Version, f.Annotator); err != nil {
		return err
	}
	for i, e := range f.Entities[:min(len(f.Entities), maxPart)] {
		if err := c.addEntity(partID(id, i), lineEntity(e)); err != nil {
			return err
		}
	}
	for i, s := range f.Statements[:min(len(f.Statements), maxPart)] {
		if err := c.addStatement(partID(id, i), s); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) addEntity(id int64, e keep.Entity) error {
	err := c.exec("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)",
		id, e.Name, e.Type, strings.Join(e.Aliases, "\n"), e.Mentions, e.First.Start, e.First.End)
	for i, key := range e.Keys() {
		if err == nil {
			err = c.exec("INSERT INTO entity_key VALUES (?, ?, ?)", []byte(key), i == 0, id)
		}
	}
	return err
}

func (c *change) addStatement(id int64, s keep.Statement) error {
	var about []string
	for _, i := range s.About {
		about = append(about, strconv.Itoa(i))
	}
	return c.exec("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		id, s.Span.Start, s.Span.End, s.Text.String(), line(s.Speaker.Name), line(s.Speaker.Type), s.Act, s.Kind, strings.Join(about, " "), line(s.Cue))
}

// Findings returns what was found in an article. The error is ErrNotFound where
// nothing was kept.
func (l *Library) Findings(ctx context.Context, id keep.ArticleID) (f keep.Findings, err error) {
	err = l.atOnce(ctx, "look up what was found", func(tx *sql.Tx) error {
		row := tx.QueryRowContext(ctx, "SELECT version, annotator FROM finding WHERE article = ?", int64(id))
		if err := row.Scan(&f.Version, &f.Annotator); err != nil {
			return err
		}
		entities, err := askEntities(ctx, tx, "id BETWEEN ? AND ?", partID(id, maxPart), partID(id, 0))
		if err != nil {
			return err
		}
		for _, e := range entities {
			f.Entities = append(f.Entities, e.Entity)
		}
		statements, err := askStatements(ctx, tx, "id BETWEEN ? AND ?", partID(id, maxPart), partID(id, 0))
		if err != nil {
			return err
		}
		for _, s := range statements {
			s.About = slices.DeleteFunc(s.About, func(i int) bool { return i >= len(f.Entities) })
			f.Statements = append(f.Statements, s.Statement)
		}
		return nil
	})
	return f, err
}

// atOnce runs f, whose queries all see the shelf as it is at one moment.
func (l *Library) atOnce(ctx context.Context, doing string, f func(*sql.Tx) error) error {
	return l.read(ctx, doing, func(db *sql.DB) error {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer tx.Rollback() // nothing was changed
		return f(tx)
	})
}

// A keptEntity is an entity with its ID.
type keptEntity struct {
	id int64
	keep.Entity
}

// askEntities returns the entities for which a condition holds, those of the
// newest article first.
func askEntities(ctx context.Context, a asker, where string, args ...any) (found []keptEntity, err error) {
	err = each(ctx, a, "SELECT id, name, type, aliases, mentions, first, last FROM entity WHERE "+where+" ORDER BY id DESC", args,
		func(scan func(...any) error) error {
			var e keptEntity
			var aliases string
			if err := scan(&e.id, &e.Name, &e.Type, &aliases, &e.Mentions, &e.First.Start, &e.First.End); err != nil {
				return err
			}
			if aliases != "" {
				e.Aliases = strings.Split(aliases, "\n")
			}
			e.Entity = lineEntity(e.Entity)
			e.First = orderly(e.First)
			found = append(found, e)
			return nil
		})
	return found, err
}

// A keptStatement is a statement with its ID.
type keptStatement struct {
	id int64
	keep.Statement
}

// askStatements returns the statements for which a condition holds, those of
// the newest article first.
func askStatements(ctx context.Context, a asker, where string, args ...any) (found []keptStatement, err error) {
	err = each(ctx, a, "SELECT id, first, last, text, speaker, speaker_type, act, kind, about, cue FROM statement WHERE "+where+" ORDER BY id DESC", args,
		func(scan func(...any) error) error {
			var s keptStatement
			var text, about string
			if err := scan(&s.id, &s.Span.Start, &s.Span.End, &text, &s.Speaker.Name, &s.Speaker.Type, &s.Act, &s.Kind, &about, &s.Cue); err != nil {
				return err
			}
			s.Span, s.Text = orderly(s.Span), clean.Of(text)
			s.Speaker = keep.Ref{Name: line(s.Speaker.Name), Type: line(s.Speaker.Type)}
			s.Act, s.Kind, s.Cue = line(s.Act), line(s.Kind), line(s.Cue)
			for _, field := range strings.Fields(about) {
				if i, err := strconv.Atoi(field); err == nil && i >= 0 {
					s.About = append(s.About, i)
				}
			}
			found = append(found, s)
			return nil
		})
	return found, err
}

// each calls f for each row that a query gives.
func each(ctx context.Context, a asker, query string, args []any, f func(scan func(...any) error) error) error {
	rows, err := a.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// lineEntity returns an entity whose names are clean and of one line.
func lineEntity(e keep.Entity) keep.Entity {
	e.Name, e.Type = line(e.Name), line(e.Type)
	var aliases []string
	for _, a := range e.Aliases {
		if a = line(a); a != "" {
			aliases = append(aliases, a)
		}
	}
	e.Aliases = aliases
	return e
}

func line(s string) string { return clean.Line(s).String() }

// orderly returns a span whose ends are in order and not before the text.
func orderly(s articles.Span) articles.Span {
	s.Start = max(s.Start, 0)
	return articles.Span{Start: s.Start, End: max(s.Start, s.End)}
}
