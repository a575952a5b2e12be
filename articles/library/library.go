// Package library keeps what a reader keeps: articles with their texts, notes,
// corrections and feeds, in one SQLite file, library.db, in a folder. Beside it
// lies a second file, notes.journal, with each change of a note or a correction
// in one line.
//
// What is promised: when PutNote or another change returns without an error,
// it is on the disk, in both files, and stays there when the program or the
// machine stops at any moment after that. Several programs may use one shelf at
// once. A file that is damaged is never written over: it is moved aside, what
// can be read of it is copied, and notes are taken from the journal. When
// writing fails, as on a full disk, reading goes on.
//
// How it is tested: processes that write are killed at random moments, and
// every change they were told is kept must be there. Each page of a file is
// filled with zeros in turn, and the notes must come back. The disk is made full
// at many places. Old schemas are brought up to date, also by processes that
// are killed meanwhile. Two processes write at once, without an error. The
// tests' flags -kills, -operations and -pages do this more often.
//
// What comes out of the files is taken for text of strangers: it is cleaned,
// and checked before it becomes a document.
package library

import (
	"sync"
	"time"

	"gloss/articles/clean"
)

// The files in the folder of a shelf.
const (
	databaseName = "library.db"
	journalName  = "notes.journal"
	lockName     = "library.lock"
	turnName     = "library.turn"
	// suspectName is there after damage was met: the next opening looks at all of
	// the shelf.
	suspectName = "library.suspect"
)

// Options say how a shelf is used.
type Options struct {
	Now func() time.Time // nil: time.Now
}

// A Library is a shelf that is open. It may be used by several goroutines.
type Library struct {
	folder string
	now    func() time.Time
	steps  []string // of the schema

	writing sync.Mutex // one change at a time

	mu     sync.RWMutex // held for reading while shelf is used
	shelf  *shelf
	notice clean.Text
}

// Close closes the shelf.
func (l *Library) Close() error {
	l.writing.Lock()
	defer l.writing.Unlock()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.shelf == nil {
		return nil
	}
	err := l.shelf.close()
	l.shelf = nil
	return failed("close the shelf", err)
}

// Notice returns in one line what the reader should know of how the shelf was
// opened, as that notes were recovered; empty for nothing.
func (l *Library) Notice() clean.Text {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.notice
}

// say sets the notice.
func (l *Library) say(notice string) { l.notice = clean.Line(notice) }
