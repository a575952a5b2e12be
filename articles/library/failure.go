package library

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
)

// Errors that callers branch on.
var (
	ErrNotFound = errors.New("not on the shelf")
	ErrNewer    = errors.New("the shelf was made by a later version of this program")
	ErrReadOnly = errors.New("the shelf cannot be written to here")
	ErrFull     = errors.New("the disk is full")
	ErrDamaged  = errors.New("the shelf's file is damaged")
)

// Result codes of SQLite.
const (
	codeBusy     = 5
	codeReadOnly = 8
	codeIO       = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26
	codeIOWrite  = codeIO | 3<<8
	codeIOLength = codeIO | 18<<8 // the log's index cannot be made long enough
	codeIOShm    = codeIO | 19<<8
)

// code returns the extended result code of SQLite that an error has, else 0.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// failed returns an error with what was being done, as one that callers can
// branch on; nil for nil.
func failed(doing string, err error) error {
	if err == nil {
		return nil
	}
	for _, known := range []error{ErrNotFound, ErrNewer, ErrReadOnly, ErrFull, ErrDamaged} {
		if errors.Is(err, known) {
			return fmt.Errorf("%s: %w", doing, err)
		}
	}
	c := code(err)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("%s: %w", doing, ErrNotFound)
	case c&0xff == codeCorrupt, c&0xff == codeNotADB:
		return fmt.Errorf("%s: %w: %w", doing, ErrDamaged, err)
	case c&0xff == codeFull, c == codeIOWrite, c == codeIOLength, c == codeIOShm,
		errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return fmt.Errorf("%s: %w", doing, ErrFull)
	case c&0xff == codeReadOnly, errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%s: %w", doing, ErrReadOnly)
	}
	return fmt.Errorf("%s: %w", doing, err)
}
