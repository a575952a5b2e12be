package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Open opens the shelf in a folder, and makes both where there are none, for
// their owner only.
//
// A file that is damaged is moved aside and what is in it recovered as far as
// that is possible. A shelf that cannot be written to is opened all the same;
// changes give ErrReadOnly or ErrFull then. Notice tells of both. The error is
// ErrNewer for a shelf of a later version, and ErrReadOnly or ErrFull where there
// is none and none can be made.
func Open(ctx context.Context, folder string, o Options) (*Library, error) {
	l, err := open(ctx, folder, o)
	return l, failed("open the shelf", err)
}

func open(ctx context.Context, folder string, o Options) (*Library, error) {
	if folder == "" {
		return nil, fmt.Errorf("%w: there is no folder for it", ErrReadOnly)
	}
	steps, err := migrations()
	if err != nil {
		return nil, err
	}
	l := &Library{folder: folder, now: o.Now, steps: steps}
	if l.now == nil {
		l.now = time.Now
	}
	err = l.start(ctx)
	if errors.Is(failed("", err), ErrDamaged) || err == nil && l.suspect() {
		l.stop()
		var r Recovery
		if r, err = recoverShelf(ctx, l); err == nil {
			l.say(r.notice())
			err = l.start(ctx)
		}
	}
	if err != nil {
		l.stop()
		return nil, err
	}
	switch barred := l.shelf.barred; {
	case errors.Is(barred, ErrFull):
		l.say("The disk is full: the shelf can be read, and nothing new is kept until there is room.")
	case barred != nil:
		l.say("The shelf can only be read here: nothing new is kept.")
	}
	return l, nil
}

// start opens the shelf, and makes it agree with the journal.
func (l *Library) start(ctx context.Context) error {
	if err := l.open(ctx); err != nil {
		return err
	}
	return l.heal(ctx)
}

// stop closes what start opened, which is of no use.
func (l *Library) stop() {
	if l.shelf != nil {
		l.shelf.close()
		l.shelf = nil
	}
}

// open opens the file at its path, new where there is none.
func (l *Library) open(ctx context.Context) error {
	path := filepath.Join(l.folder, databaseName)
	err := l.provide(ctx, path)
	if err == nil {
		l.shelf, err = openShelf(ctx, path, l.steps)
	}
	if err == nil || errors.Is(err, ErrNewer) || !unwritable(err) {
		return err
	}
	if _, missing := os.Stat(path); missing != nil {
		return err
	}
	barred := ErrReadOnly
	if errors.Is(failed("", err), ErrFull) {
		barred = ErrFull
	}
	l.shelf, err = openShelfToRead(ctx, path, l.steps, barred)
	return err
}

// provide makes the folder and the files where they are not there yet.
func (l *Library) provide(ctx context.Context, path string) error {
	journal := filepath.Join(l.folder, journalName)
	if full(path) && writable(journal) == nil {
		return nil
	}
	if err := os.MkdirAll(l.folder, 0o700); err != nil {
		return err
	}
	return exclusively(ctx, l.folder, func() error {
		if !full(path) {
			if err := touch(path); err != nil {
				return err
			}
			// It becomes a shelf while nobody else looks: turning the log on cannot be
			// done by two at once.
			s, err := openShelf(ctx, path, l.steps)
			if err != nil {
				return err
			}
			if err := s.close(); err != nil {
				return err
			}
		}
		if err := touch(journal); err != nil {
			return err
		}
		if err := writable(journal); err != nil {
			return err
		}
		return syncFolder(l.folder)
	})
}

// full reports whether there is a file with something in it.
func full(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// writable returns an error where a file is not there or cannot be appended to.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

// syncFolder makes sure that the names of the files in a folder are on the disk.
// Where folders cannot be synced the system does it by itself.
func syncFolder(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer d.Close()
	_ = d.Sync() // an error says only that this file system has no such thing
	return nil
}

// unwritable reports whether an error says that files cannot be written, by
// SQLite or by the system.
func unwritable(err error) bool {
	switch code(err) & 0xff {
	case codeReadOnly, codeCantOpen, codeIO, codeFull:
		return true
	}
	err = failed("", err)
	return errors.Is(err, ErrReadOnly) || errors.Is(err, ErrFull)
}

// suspect reports whether damage was met since the shelf was looked at.
func (l *Library) suspect() bool {
	_, err := os.Stat(filepath.Join(l.folder, suspectName))
	return !errors.Is(err, fs.ErrNotExist) && err == nil
}

// again opens the file at the path where the one that is open is no longer it,
// as another program moved it aside, or where it is open for reading only.
func (l *Library) again(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.shelf == nil {
		return fmt.Errorf("the shelf is closed")
	}
	if l.shelf.current() && l.shelf.barred == nil {
		return nil
	}
	old := l.shelf
	if err := l.open(ctx); err != nil {
		l.shelf = old
		return err
	}
	return old.close()
}
