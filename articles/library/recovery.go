package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// A Recovery tells what was recovered of a damaged shelf.
type Recovery struct {
	Notes    int    // on the shelf now, removed ones too
	Articles int    // on the shelf now, removed ones too
	Lost     int    // rows of the old file that could not be read or were not sound and that the journal does not have either
	Skipped  int    // lines of the journal that could not be read
	Aside    string // the path of the damaged file; empty where nothing had to be done
}

// notice returns the recovery in one line.
func (r Recovery) notice() string {
	if r.Aside == "" {
		return ""
	}
	s := fmt.Sprintf("The shelf's file was damaged; recovered: %s and %s", counted(r.Notes, "note"), counted(r.Articles, "article"))
	if r.Lost+r.Skipped > 0 {
		s += "; " + counted(r.Lost+r.Skipped, "row") + " could not be read"
	}
	return s + ". The damaged file is " + r.Aside
}

// counted returns a number of things with their name, as "1 note" or "2 notes".
func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// Recover makes a shelf anew of what can be read of a damaged file and of the
// journal. The damaged file is moved aside. A shelf that is sound is left alone.
func Recover(ctx context.Context, folder string, o Options) (Recovery, error) {
	steps, err := migrations()
	if err != nil {
		return Recovery{}, failed("recover the shelf", err)
	}
	l := &Library{folder: folder, now: o.Now, steps: steps}
	if l.now == nil {
		l.now = time.Now
	}
	r, err := recoverShelf(ctx, l)
	return r, failed("recover the shelf", err)
}

// recoverShelf is Recover. While it is done no other program does it nor makes a
// new shelf, and none writes to the old file, as far as that can be locked.
func recoverShelf(ctx context.Context, l *Library) (r Recovery, err error) {
	ctx = context.WithoutCancel(ctx)
	err = exclusively(ctx, l.folder, func() error {
		path := filepath.Join(l.folder, databaseName)
		if !full(path) {
			return nil // a new one is made of the journal
		}
		old, err := openShelf(ctx, path, l.steps)
		if errors.Is(err, ErrNewer) {
			return err
		}
		if err == nil {
			defer old.close()
			if err := check(ctx, old.readers); err == nil {
				return l.unsuspect() // somebody else was faster, or it was only feared
			} else if !errors.Is(failed("", err), ErrDamaged) {
				return err
			}
			// Who waits for this lock sees afterwards that the file was moved.
			if begin(ctx, old.writer) == nil {
				defer old.writer.ExecContext(ctx, "ROLLBACK")
			}
		} else if !errors.Is(failed("", err), ErrDamaged) && !brokenSchema(err) {
			return err
		}
		if r, err = l.rebuild(ctx, path, errors.Is(err, errForeign)); err != nil {
			return err
		}
		return l.unsuspect()
	})
	return r, err
}

// brokenSchema reports whether opening failed since the file's schema is not
// what its version says: SQLite has no code of its own for that.
func brokenSchema(err error) bool { return code(err)&0xff == 1 }

func (l *Library) unsuspect() error {
	err := os.Remove(filepath.Join(l.folder, suspectName))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// rebuild makes a new file of the old one and the journal, moves the old one
// aside and the new one to its place. Of a file of another program nothing is
// taken.
func (l *Library) rebuild(ctx context.Context, path string, foreign bool) (r Recovery, err error) {
	made := path + ".new"
	if err := errors.Join(removeFiles(made), touch(made)); err != nil {
		return r, err
	}
	s, err := openShelf(ctx, made, l.steps)
	if err != nil {
		return r, err
	}
	defer s.close()
	var lost losses
	if !foreign {
		if lost, err = l.salvageFrom(ctx, s, path); err != nil {
			return r, err
		}
	}
	if r, err = l.fill(ctx, s, lost); err != nil {
		return r, err
	}
	if err := s.close(); err != nil { // the log becomes part of the file
		return r, err
	}
	r.Aside = path + ".damaged-" + l.now().UTC().Format("20060102T150405.000")
	return r, replace(path, made, r.Aside)
}

// replace moves a database file aside, with its log, and another to its place,
// so that at every moment there is one of them where the file system can do that.
func replace(path, by, aside string) error {
	// The log first: it must never lie beside another file.
	for _, suffix := range []string{"-wal", "-shm"} {
		if err := os.Rename(path+suffix, aside+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if os.Link(path, aside) != nil {
		if err := os.Rename(path, aside); err != nil {
			return err
		}
	}
	if err := os.Rename(by, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// salvageFrom copies what can be read of a damaged file into a new shelf: of a copy
// in which the pages are made anew that others are found by, where they can be.
func (l *Library) salvageFrom(ctx context.Context, s *shelf, path string) (lost losses, err error) {
	var copied string
	if readable(ctx, path) {
		copied, err = copyShelf(path)
		if err != nil { // there may be no room for one
			return salvage(ctx, s.writer, path)
		}
	} else if copied, err = copyWithSchema(ctx, path, l.steps); err != nil {
		return lost, err
	}
	defer func() { err = errors.Join(err, removeFiles(copied)) }()
	if err := mendNode(ctx, copied); err != nil {
		return lost, err
	}
	return salvage(ctx, s.writer, copied)
}

// fill takes the journal into a new shelf, and counts.
func (l *Library) fill(ctx context.Context, s *shelf, lost losses) (r Recovery, err error) {
	c := &change{Conn: s.writer, ctx: ctx}
	if err := begin(ctx, s.writer); err != nil {
		return r, err
	}
	j := &journal{path: filepath.Join(l.folder, journalName)}
	if r.Skipped, err = c.replay(j, 0, l.now()); err != nil {
		return r, err
	}
	if err := c.adopt(l.now()); err != nil {
		return r, err
	}
	size, err := j.mend()
	if err != nil {
		return r, err
	}
	if err := c.setJournal(size); err != nil {
		return r, err
	}
	if err := c.row("SELECT (SELECT count(*) FROM note), (SELECT count(*) FROM article)").Scan(&r.Notes, &r.Articles); err != nil {
		return r, err
	}
	r.Lost = lost.others
	for _, id := range lost.notes {
		var n int
		if err := c.row("SELECT count(*) FROM note WHERE id = ?", id).Scan(&n); err != nil {
			return r, err
		}
		r.Lost += 1 - n
	}
	return r, c.exec("COMMIT")
}

// adopt makes articles for notes and corrections whose article is lost, and
// that the journal does not have.
func (c *change) adopt(now time.Time) error {
	return c.exec(`INSERT INTO article (id, key, title, added)
		SELECT article, 'lost:' || article, 'An article that was lost', ? FROM
			(SELECT article FROM note UNION SELECT article FROM correction WHERE article <> 0)
		WHERE article NOT IN (SELECT id FROM article)`, now.UnixMicro())
}
