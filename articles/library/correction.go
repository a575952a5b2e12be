package library

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// PutCorrection keeps a correction: a new one where it has no ID or one that is
// not there yet, else another content of the one that is there. It returns the
// correction as it is kept, on the disk. The error is ErrNotFound where its
// article is not there.
func (l *Library) PutCorrection(ctx context.Context, k keep.Correction) (keep.Correction, error) {
	if k.ID == "" {
		k.ID = uuid.NewString()
	}
	if len(k.ID) > maxID || clean.Line(k.ID).String() != k.ID {
		return keep.Correction{}, errors.New("keep a correction: its identifier is not one short line")
	}
	data, err := json.Marshal(json.RawMessage(k.Data)) // as the journal has it: without blanks
	if err != nil || len(k.Data) == 0 {
		return keep.Correction{}, errors.New("keep a correction: it is not JSON")
	}
	k.Data = data
	err = l.write(ctx, "keep a correction", func(c *change) error {
		old, revision, err := correctionOf(c, k.ID)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		switch {
		case err == nil:
			k.Created = old.Created
		case k.Created.IsZero():
			k.Created = l.now()
		}
		k.Created, k.Undone = moment(k.Created), moment(k.Undone)
		return c.keepCorrection(k, revision+1)
	})
	if err != nil {
		return keep.Correction{}, err
	}
	return k, nil
}

// UndoCorrection makes a correction hold no more. RedoCorrection brings it back.
func (l *Library) UndoCorrection(ctx context.Context, id string) error {
	return l.write(ctx, "undo a correction", func(c *change) error { return c.setUndone(id, l.now()) })
}

// RedoCorrection makes a correction hold again that was undone.
func (l *Library) RedoCorrection(ctx context.Context, id string) error {
	return l.write(ctx, "redo a correction", func(c *change) error { return c.setUndone(id, time.Time{}) })
}

// Corrections returns the corrections of an article and those of every article,
// in the order they were made, undone ones too; of article 0 only those of every
// article.
func (l *Library) Corrections(ctx context.Context, article keep.ArticleID) (all []keep.Correction, err error) {
	err = l.read(ctx, "look up corrections", func(db *sql.DB) error {
		rows, err := db.QueryContext(ctx, "SELECT "+correctionColumns+" FROM correction WHERE article IN (0, ?) ORDER BY seq", int64(article))
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			k, _, err := scanCorrection(rows.Scan)
			if err != nil {
				return err
			}
			all = append(all, k)
		}
		return rows.Err()
	})
	return all, err
}

// setUndone sets when a correction was undone; zero for one that holds.
func (c *change) setUndone(id string, when time.Time) error {
	k, revision, err := correctionOf(c, id)
	if err != nil || k.Undone.IsZero() == when.IsZero() {
		return err
	}
	k.Undone = moment(when)
	return c.keepCorrection(k, revision+1)
}

// keepCorrection writes a correction's row and its line in the journal.
func (c *change) keepCorrection(k keep.Correction, revision int) error {
	r := record{Correction: recordOfCorrection(k, revision)}
	if k.Article != 0 {
		a, err := c.recordArticle(int64(k.Article))
		if err != nil {
			return err
		}
		r.Article = &a
	}
	if err := c.putCorrection(k, revision); err != nil {
		return err
	}
	return c.journal(r)
}

// replayCorrection writes a correction's row where it is newer than the one
// there, or the article of that one was lost.
func (c *change) replayCorrection(k keep.Correction, revision int) error {
	var there int
	err := c.row("SELECT revision FROM correction WHERE id = ? AND (article = 0 OR article IN (SELECT id FROM article))", k.ID).Scan(&there)
	if err != nil && !errors.Is(err, sql.ErrNoRows) || there >= revision {
		return err
	}
	return c.putCorrection(k, revision)
}

const correctionColumns = "id, article, data, created, undone, revision, sum"

func (c *change) putCorrection(k keep.Correction, revision int) error {
	return c.exec("INSERT INTO correction ("+correctionColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET article = excluded.article, data = excluded.data, created = excluded.created,
		undone = excluded.undone, revision = excluded.revision, sum = excluded.sum`,
		k.ID, int64(k.Article), k.Data, k.Created.UnixMicro(), micros(k.Undone), revision, correctionSum(k, revision))
}

// correctionSum returns the sum of a correction's row.
func correctionSum(k keep.Correction, revision int) int64 {
	return sum(nil).text(k.ID, string(k.Data)).number(revision).time(k.Created, k.Undone).value()
}

// scanCorrection reads a row of correctionColumns. Its error is ErrDamaged
// where the row does not fit its sum.
func scanCorrection(scan func(...any) error) (k keep.Correction, revision int, err error) {
	var article, created, sum int64
	var undone *int64
	err = scan(&k.ID, &article, &k.Data, &created, &undone, &revision, &sum)
	if errors.Is(err, sql.ErrNoRows) || code(err) != 0 {
		return keep.Correction{}, 0, err
	}
	if err != nil {
		return keep.Correction{}, 0, fmt.Errorf("%w: %w", ErrDamaged, err) // a value of the wrong type
	}
	k.Article, k.Created, k.Undone = keep.ArticleID(article), moment(time.UnixMicro(created)), timeOf(undone)
	if correctionSum(k, revision) != sum {
		return keep.Correction{}, 0, fmt.Errorf("%w: a correction does not fit its sum", ErrDamaged)
	}
	return k, revision, nil
}

func correctionOf(c *change, id string) (keep.Correction, int, error) {
	return scanCorrection(c.row("SELECT "+correctionColumns+" FROM correction WHERE id = ?", id).Scan)
}

// recordCorrections calls f for a record of each correction, in their order.
func (c *change) recordCorrections(f func(record) error) error {
	rows, err := c.QueryContext(c.ctx, "SELECT "+correctionColumns+" FROM correction ORDER BY seq")
	if err != nil {
		return err
	}
	defer rows.Close()
	var all []record
	var of []int64
	for rows.Next() {
		k, revision, err := scanCorrection(rows.Scan)
		if err != nil {
			return err
		}
		all = append(all, record{Correction: recordOfCorrection(k, revision)})
		of = append(of, int64(k.Article))
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for i, r := range all {
		if of[i] != 0 {
			a, err := c.recordArticle(of[i])
			if err != nil {
				return err
			}
			r.Article = &a
		}
		if err := f(r); err != nil {
			return err
		}
	}
	return nil
}

// A correctionRecord is a correction as the journal has it.
type correctionRecord struct {
	ID       string          `json:"id"`
	Revision int             `json:"revision"`
	Data     json.RawMessage `json:"data"`
	Created  time.Time       `json:"created"`
	Undone   time.Time       `json:"undone,omitzero"`
}

func recordOfCorrection(k keep.Correction, revision int) *correctionRecord {
	return &correctionRecord{ID: k.ID, Revision: revision, Data: k.Data, Created: k.Created, Undone: k.Undone}
}

// correction is the inverse of recordOfCorrection. 0 stands for every article.
func (r *correctionRecord) correction(article int64) keep.Correction {
	return keep.Correction{ID: r.ID, Article: keep.ArticleID(article), Data: r.Data, Created: moment(r.Created), Undone: moment(r.Undone)}
}
