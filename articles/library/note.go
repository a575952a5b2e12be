package library

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// maxID is the most bytes of an identifier of a note.
const maxID = 200

// PutNote keeps a note: a new one where it has no ID or one that is not there
// yet, as of an import, else a change of the one that is there. It returns the
// note as it is kept, on the disk. Times that are zero are set; of a note that
// is there the time of its creation stays. The error is ErrNotFound where its article
// is not there.
func (l *Library) PutNote(ctx context.Context, n keep.Note) (keep.Note, error) {
	if n.ID == "" {
		n.ID = uuid.NewString()
	}
	if len(n.ID) > maxID || clean.Line(n.ID).String() != n.ID {
		return keep.Note{}, errors.New("keep a note: its identifier is not one short line")
	}
	err := l.write(ctx, "keep a note", func(c *change) error {
		now := l.now()
		n.Revision = 1
		old, err := noteOf(c.ctx, c, n.ID)
		switch {
		case err == nil:
			n.Created, n.Modified, n.Revision = old.Created, now, old.Revision+1
		case !errors.Is(err, sql.ErrNoRows):
			return err
		}
		if n.Created.IsZero() {
			n.Created = now
		}
		if n.Modified.IsZero() {
			n.Modified = n.Created
		}
		n = settled(n)
		return c.keepNote(n)
	})
	if err != nil {
		return keep.Note{}, err
	}
	return n, nil
}

// Note returns the note with an ID, also one that was removed.
func (l *Library) Note(ctx context.Context, id string) (n keep.Note, err error) {
	err = l.read(ctx, "look up a note", func(db *sql.DB) error {
		n, err = noteOf(ctx, db, id)
		return err
	})
	return n, err
}

// Notes returns the notes that are wanted, the newest first.
func (l *Library) Notes(ctx context.Context, s keep.NoteSelection) (notes []keep.Note, err error) {
	query, args := selectNotes(s)
	err = l.read(ctx, "look up notes", func(db *sql.DB) error {
		notes, err = askNotes(ctx, db, query, args...)
		return err
	})
	return notes, err
}

// RemoveNote takes a note away. It can be had back with RestoreNote.
func (l *Library) RemoveNote(ctx context.Context, id string) error {
	return l.write(ctx, "remove a note", func(c *change) error { return c.setRemoved(id, l.now()) })
}

// RestoreNote brings a note back that was removed.
func (l *Library) RestoreNote(ctx context.Context, id string) error {
	return l.write(ctx, "restore a note", func(c *change) error { return c.setRemoved(id, time.Time{}) })
}

// setRemoved sets when a note was removed; zero for a note that is there.
func (c *change) setRemoved(id string, when time.Time) error {
	n, err := noteOf(c.ctx, c, id)
	if err != nil {
		return err
	}
	if n.Removed.IsZero() == when.IsZero() {
		return nil
	}
	n.Removed = moment(when)
	n.Revision++
	return c.keepNote(n)
}

// settled returns a note as it comes back when it was kept.
func settled(n keep.Note) keep.Note {
	n.Kind = keep.Kind(clean.Line(string(n.Kind)).String())
	n.Tags = splitTags(joinTags(n.Tags))
	n.Target.On = keep.TargetKind(clean.Line(string(n.Target.On)).String())
	n.Target.At = tidy(n.Target.At)
	n.Target.Version = clean.Line(n.Target.Version).String()
	n.Target.Entity.Name = clean.Line(n.Target.Entity.Name).String()
	n.Target.Entity.Type = clean.Line(n.Target.Entity.Type).String()
	n.Created, n.Modified, n.Removed = moment(n.Created), moment(n.Modified), moment(n.Removed)
	return n
}

// keepNote writes a note's row and its line in the journal.
func (c *change) keepNote(n keep.Note) error {
	a, err := c.recordArticle(int64(n.Article))
	if err != nil {
		return err
	}
	if err := c.putNote(n); err != nil {
		return err
	}
	return c.journal(record{Note: recordOf(n), Article: &a})
}

// replayNote writes a note's row where it is newer than the one there, or the
// article of that one was lost.
func (c *change) replayNote(n keep.Note) error {
	var revision int
	err := c.row("SELECT revision FROM note WHERE id = ? AND article IN (SELECT id FROM article)", n.ID).Scan(&revision)
	if err != nil && !errors.Is(err, sql.ErrNoRows) || revision >= n.Revision {
		return err
	}
	return c.putNote(settled(n))
}

const noteColumns = `id, article, kind, body, tags, target, version, exact, prefix, suffix, first, last,
	entity, entity_type, created, modified, removed, revision, sum`

func (c *change) putNote(n keep.Note) error {
	at := n.Target.At
	return c.exec("INSERT INTO note ("+noteColumns+") VALUES (?"+strings.Repeat(", ?", 18)+`)
		ON CONFLICT (id) DO UPDATE SET article = excluded.article, kind = excluded.kind, body = excluded.body, tags = excluded.tags,
		target = excluded.target, version = excluded.version, exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix,
		first = excluded.first, last = excluded.last, entity = excluded.entity, entity_type = excluded.entity_type,
		created = excluded.created, modified = excluded.modified, removed = excluded.removed, revision = excluded.revision, sum = excluded.sum`,
		n.ID, int64(n.Article), string(n.Kind), n.Body.String(), joinTags(n.Tags), string(n.Target.On), n.Target.Version,
		at.Exact, at.Prefix, at.Suffix, at.Start, at.End, n.Target.Entity.Name, n.Target.Entity.Type,
		n.Created.UnixMicro(), n.Modified.UnixMicro(), micros(n.Removed), n.Revision, noteSum(n))
}

// noteSum returns the sum of a note's row.
func noteSum(n keep.Note) int64 {
	at := n.Target.At
	return sum(nil).text(n.ID, string(n.Kind), n.Body.String(), joinTags(n.Tags), string(n.Target.On), n.Target.Version,
		at.Exact, at.Prefix, at.Suffix, n.Target.Entity.Name, n.Target.Entity.Type).
		number(at.Start, at.End, n.Revision).time(n.Created, n.Modified, n.Removed).value()
}

// scanNote reads a row of noteColumns. Its error is ErrDamaged where the row
// does not fit its sum.
func scanNote(scan func(...any) error) (keep.Note, error) {
	var (
		n                          keep.Note
		at                         anchor.Selector
		kind, body, tags, on       string
		article, created, modified int64
		removed                    *int64
		sum                        int64
	)
	err := scan(&n.ID, &article, &kind, &body, &tags, &on, &n.Target.Version, &at.Exact, &at.Prefix, &at.Suffix, &at.Start, &at.End,
		&n.Target.Entity.Name, &n.Target.Entity.Type, &created, &modified, &removed, &n.Revision, &sum)
	if errors.Is(err, sql.ErrNoRows) || code(err) != 0 {
		return keep.Note{}, err
	}
	if err != nil {
		return keep.Note{}, fmt.Errorf("%w: %w", ErrDamaged, err) // a value of the wrong type
	}
	n.Article, n.Kind, n.Body, n.Tags = keep.ArticleID(article), keep.Kind(kind), clean.Of(body), splitTags(tags)
	n.Target.On, n.Target.At = keep.TargetKind(on), at
	n.Created, n.Modified, n.Removed = moment(time.UnixMicro(created)), moment(time.UnixMicro(modified)), timeOf(removed)
	n = settled(n)
	if noteSum(n) != sum {
		return keep.Note{}, fmt.Errorf("%w: a note does not fit its sum", ErrDamaged)
	}
	return n, nil
}

func noteOf(ctx context.Context, a asker, id string) (keep.Note, error) {
	return scanNote(a.QueryRowContext(ctx, "SELECT "+noteColumns+" FROM note WHERE id = ?", id).Scan)
}

func askNotes(ctx context.Context, a asker, query string, args ...any) ([]keep.Note, error) {
	rows, err := a.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var notes []keep.Note
	for rows.Next() {
		n, err := scanNote(rows.Scan)
		if err != nil {
			return nil, err
		}
		notes = append(notes, n)
	}
	return notes, rows.Err()
}

// selectNotes returns the query for notes.
func selectNotes(s keep.NoteSelection) (query string, args []any) {
	query = "SELECT " + noteColumns + " FROM note WHERE removed IS "
	if s.Removed {
		query += "NOT "
	}
	query += "NULL"
	if s.Article != 0 {
		query, args = query+" AND article = ?", append(args, int64(s.Article))
	}
	if s.Kind != "" {
		query, args = query+" AND kind = ?", append(args, string(s.Kind))
	}
	if !s.Tag.IsEmpty() {
		query, args = query+" AND "+hasTag, append(args, s.Tag.String())
	}
	if s.IDs != nil {
		ids, _ := json.Marshal(s.IDs) // strings always can be
		query, args = query+" AND id IN (SELECT value FROM json_each(?))", append(args, string(ids))
	}
	query += " ORDER BY created DESC, rowid DESC"
	if s.Limit > 0 {
		query, args = query+" LIMIT ?", append(args, s.Limit)
	}
	return query, args
}

// hasTag is the condition that a row has a tag.
const hasTag = "instr(char(10) || tags || char(10), char(10) || ? || char(10)) > 0"

// recordNotes calls f for a record of each note, in the order they were made.
func (c *change) recordNotes(f func(record) error) error {
	notes, err := askNotes(c.ctx, c, "SELECT "+noteColumns+" FROM note ORDER BY created, id")
	if err != nil {
		return err
	}
	for _, n := range notes {
		a, err := c.recordArticle(int64(n.Article))
		if err != nil {
			return err
		}
		if err := f(record{Note: recordOf(n), Article: &a}); err != nil {
			return err
		}
	}
	return nil
}
