package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A change is a transaction that writes.
type change struct {
	*sql.Conn
	ctx   context.Context
	lines []byte // of the journal
}

// exec runs a statement.
func (c *change) exec(query string, args ...any) error {
	_, err := c.ExecContext(c.ctx, query, args...)
	return err
}

// row asks for one row.
func (c *change) row(query string, args ...any) *sql.Row {
	return c.QueryRowContext(c.ctx, query, args...)
}

// An asker asks the database: a change, or a connection that reads.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// read runs f, which only reads. Errors say what was being done.
func (l *Library) read(ctx context.Context, doing string, f func(db *sql.DB) error) error {
	s, done, err := l.use(ctx)
	if err != nil {
		return failed(doing, err)
	}
	defer done()
	return l.met(failed(doing, f(s.readers)))
}

// use returns the shelf at the path. It stays open until done is called.
func (l *Library) use(ctx context.Context) (s *shelf, done func(), err error) {
	for range 3 {
		l.mu.RLock()
		if l.shelf == nil {
			l.mu.RUnlock()
			return nil, nil, errors.New("the shelf is closed")
		}
		if l.shelf.current() {
			return l.shelf, l.mu.RUnlock, nil
		}
		l.mu.RUnlock()
		if err := l.again(ctx); err != nil {
			return nil, nil, err
		}
	}
	return nil, nil, errors.New("the shelf's file is replaced again and again")
}

// write runs f in a transaction, which is on the disk when write returns
// without an error; after an error nothing of it is. It is not broken off in the
// middle where ctx ends.
func (l *Library) write(ctx context.Context, doing string, f func(c *change) error) error {
	if err := ctx.Err(); err != nil {
		return failed(doing, err)
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	return l.met(failed(doing, l.change(context.WithoutCancel(ctx), f)))
}

// change is write without its lock and its words.
func (l *Library) change(ctx context.Context, f func(c *change) error) error {
	for range 3 {
		s, done, err := l.use(ctx)
		if err != nil {
			return err
		}
		if s.barred != nil {
			done()
			// What was in the way may be gone, as where the disk was full.
			if err := l.again(ctx); err != nil {
				return err
			}
			if s, done, err = l.use(ctx); err != nil {
				return err
			}
			if s.barred != nil {
				done()
				return s.barred
			}
		}
		if err := l.inTurn(func() error { return begin(ctx, s.writer) }); err != nil {
			done()
			return err
		}
		if s.current() {
			err := l.finish(&change{Conn: s.writer, ctx: ctx}, f)
			done()
			return err
		}
		// The file was moved aside while we waited for its lock.
		s.writer.ExecContext(ctx, "ROLLBACK")
		done()
	}
	return errors.New("the shelf's file is replaced again and again")
}

// finish runs f in a transaction that has begun, and ends it. The lines of the
// journal are on the disk before the commit: where the program dies between
// the two, the next one takes the change from the journal.
func (l *Library) finish(c *change, f func(c *change) error) (err error) {
	j := &journal{path: filepath.Join(l.folder, journalName)}
	written := int64(-1)
	defer func() {
		if err == nil {
			return
		}
		if written >= 0 {
			// While the lock is held. What remains where this fails is a change that
			// nobody was told is kept.
			err = errors.Join(err, j.cut(written))
		}
		c.ExecContext(c.ctx, "ROLLBACK") // fails where SQLite did it already
	}()
	if err := l.catchUp(c, j); err != nil {
		return err
	}
	if err := f(c); err != nil {
		return err
	}
	if len(c.lines) > 0 {
		if written, err = j.size(); err != nil {
			return err
		}
		if err := j.append(c.lines); err != nil {
			return err
		}
		if err := c.setJournal(written + int64(len(c.lines))); err != nil {
			return err
		}
	}
	return c.exec("COMMIT")
}

// journalled returns the length of the journal that the database has the changes of.
func journalled(ctx context.Context, a asker) (length int64, err error) {
	err = a.QueryRowContext(ctx, "SELECT value FROM state WHERE name = 'journal'").Scan(&length)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil // lost by damage: all of it is replayed
	}
	return length, err
}

func (c *change) setJournal(length int64) error {
	return c.exec("INSERT INTO state VALUES ('journal', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", length)
}

// catchUp makes the database and the journal agree: it takes in what the journal
// has beyond the database, and writes it anew where it was lost.
func (l *Library) catchUp(c *change, j *journal) error {
	known, err := journalled(c.ctx, c)
	if err != nil {
		return err
	}
	size, err := j.size()
	if err != nil || size == known {
		return err
	}
	from := known
	if size < known {
		from = 0
	}
	if _, err := c.replay(j, from, l.now()); err != nil {
		return err
	}
	if size < known {
		size, err = c.rewrite(j)
	} else {
		size, err = j.mend()
	}
	if err != nil {
		return err
	}
	return c.setJournal(size)
}

// heal makes the database and the journal agree where they do not.
func (l *Library) heal(ctx context.Context) error {
	if l.shelf.barred != nil {
		return nil
	}
	known, err := journalled(ctx, l.shelf.readers)
	if err != nil {
		return err
	}
	j := &journal{path: filepath.Join(l.folder, journalName)}
	if size, err := j.size(); err != nil || size == known {
		return err
	}
	return l.change(context.WithoutCancel(ctx), func(*change) error { return nil })
}

// met notes down that damage was met, so that the next opening looks at the
// whole shelf.
func (l *Library) met(err error) error {
	if errors.Is(err, ErrDamaged) {
		if e := touch(filepath.Join(l.folder, suspectName)); e != nil && !os.IsExist(e) {
			return fmt.Errorf("%w (and this could not be noted down: %w)", err, e)
		}
	}
	return err
}
