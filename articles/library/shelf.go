package library

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"os"
	"strings"
	"time"
)

// A shelf is an open database file.
type shelf struct {
	path    string
	info    os.FileInfo // of the file that was opened
	writers *sql.DB
	writer  *sql.Conn // nil where the shelf can only be read
	readers *sql.DB
	barred  error // ErrReadOnly or ErrFull where the shelf can only be read
}

// How many connections read at once.
const readers = 4

// How a connection that writes is opened, and one that reads. Who writes waits
// in patiently, since SQLite waits longer and longer each time.
const (
	toWrite = "_pragma=busy_timeout(0)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_txlock=immediate"
	toRead  = "_pragma=busy_timeout(5000)&_pragma=query_only(1)"
)

// address returns how package sqlite names a file, with parameters.
func address(path, query string) string {
	var b strings.Builder
	b.WriteString("file:")
	for i := range len(path) {
		switch c := path[i]; c {
		case '?', '#', '%':
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		default:
			b.WriteByte(c)
		}
	}
	return b.String() + "?" + query
}

// openShelf opens a database file that is there, and brings its schema up to
// date.
func openShelf(ctx context.Context, path string, steps []string) (_ *shelf, err error) {
	s := &shelf{path: path}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	if s.info, err = os.Stat(path); err != nil {
		return nil, err
	}
	if s.writers, err = sql.Open("sqlite", address(path, toWrite)); err != nil {
		return nil, err
	}
	err = patiently(ctx, func() error {
		s.writer, err = s.writers.Conn(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := patiently(ctx, func() error { return migrate(ctx, s.writer, steps) }); err != nil {
		return nil, err
	}
	if s.readers, err = sql.Open("sqlite", address(path, toRead)); err != nil {
		return nil, err
	}
	s.readers.SetMaxOpenConns(readers)
	s.readers.SetMaxIdleConns(readers)
	return s, nil
}

// openShelfToRead opens a database file that cannot be written to, for the
// reason that barred is. It is of no use where its schema is not the newest: the
// error is barred then.
func openShelfToRead(ctx context.Context, path string, steps []string, barred error) (*shelf, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	// In a folder that cannot be written to, SQLite reads a file in WAL mode only
	// where it is told that nobody changes it.
	for _, mode := range []string{"mode=ro&", "mode=ro&immutable=1&"} {
		var db *sql.DB
		if db, err = sql.Open("sqlite", address(path, mode+toRead)); err != nil {
			return nil, err
		}
		db.SetMaxOpenConns(readers)
		var version int
		version, err = versionOf(ctx, db)
		switch {
		case err == nil && version > len(steps):
			err = ErrNewer
		case err == nil && version < len(steps):
			err = barred
		case err == nil:
			return &shelf{path: path, info: info, readers: db, barred: barred}, nil
		}
		db.Close()
	}
	return nil, err
}

// current reports whether the file that was opened is still the one at its path.
func (s *shelf) current() bool {
	info, err := os.Stat(s.path)
	return err == nil && os.SameFile(info, s.info)
}

func (s *shelf) close() error {
	var errs []error
	if s.readers != nil {
		errs = append(errs, s.readers.Close())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.Close())
	}
	if s.writers != nil {
		errs = append(errs, s.writers.Close())
	}
	return errors.Join(errs...)
}

// begin begins a transaction that writes.
func begin(ctx context.Context, c *sql.Conn) error {
	return patiently(ctx, func() error {
		_, err := c.ExecContext(ctx, "BEGIN IMMEDIATE")
		return err
	})
}

// patiently does something again for as long as another program is in the way:
// SQLite does not wait by itself where it fears that two wait for each other, or
// while a file's log is being put away. A change takes about a millisecond, so
// it is done again much sooner, and less and less often after a while.
func patiently(ctx context.Context, f func() error) error {
	end := time.Now().Add(20 * time.Second)
	for tries := 0; ; tries++ {
		err := f()
		if code(err)&0xff != codeBusy || time.Now().After(end) || ctx.Err() != nil {
			return err
		}
		time.Sleep(pause(tries))
	}
}

// pause returns how long one waits after so many tries: a fifth of a millisecond
// at first, ten in the end, and no two for the same time.
func pause(tries int) time.Duration {
	return time.Duration(1+min(tries/10, 49)) * time.Duration(100+rand.IntN(200)) * time.Microsecond
}
