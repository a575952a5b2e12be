package open

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// MaxSize is the most bytes a source may have.
const MaxSize = 1 << 30

// What can be wrong with a source, for callers that branch. A missing file and
// one that may not be read wrap fs.ErrNotExist and fs.ErrPermission.
var (
	ErrFolder      = errors.New("is a folder, not an article")
	ErrDevice      = errors.New("is a device, not an article")
	ErrEmpty       = errors.New("is empty")
	ErrTooLarge    = errors.New("is larger than 1 GB")
	ErrBinary      = errors.New("is not text")
	ErrUnsupported = errors.New("which Gloss cannot read yet")
)

// File reads the file at path. A message begins with the path, which is
// quoted so that it can be shown as it is.
func File(path string) (Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return Source{}, explain(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Source{}, explain(path, err)
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return Source{}, fmt.Errorf("%q %w", path, ErrFolder)
	case mode&(fs.ModeDevice|fs.ModeSocket) != 0:
		return Source{}, fmt.Errorf("%q %w", path, ErrDevice)
	}
	return load(f, path, info.Size())
}

// Reader reads an article from r. The name stands for it in messages, and its
// ending tells the format; it may be "".
func Reader(r io.Reader, name string) (Source, error) { return load(r, name, 0) }

// load reads r, of which size bytes are expected.
func load(r io.Reader, name string, size int64) (Source, error) {
	src := Source{Name: filepath.Base(name)}
	if name == "" {
		src.Name = ""
	}
	if size > MaxSize {
		return Source{}, fmt.Errorf("%s %w", src.label(), ErrTooLarge)
	}
	var b strings.Builder
	b.Grow(int(size))
	n, err := io.Copy(&b, io.LimitReader(r, MaxSize+1))
	switch {
	case err != nil:
		return Source{}, fmt.Errorf("read %s: %w", src.label(), err)
	case n > MaxSize:
		return Source{}, fmt.Errorf("%s %w", src.label(), ErrTooLarge)
	case n == 0:
		return Source{}, fmt.Errorf("%s %w", src.label(), ErrEmpty)
	}
	src.Data = b.String()
	return src, nil
}

// explain says in plain words why a file cannot be opened.
func explain(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &pathError{path, "does not exist", fs.ErrNotExist}
	case errors.Is(err, fs.ErrPermission):
		return &pathError{path, "may not be read: permission denied", fs.ErrPermission}
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("open %q: %w", path, err)
}

// pathError is a message in words of our own round a known error.
type pathError struct {
	path, words string
	err         error
}

func (e *pathError) Error() string { return fmt.Sprintf("%q %s", e.path, e.words) }
func (e *pathError) Unwrap() error { return e.err }

// label names the source in a message.
func (s Source) label() string {
	if s.Name == "" {
		return "the input"
	}
	return fmt.Sprintf("%q", s.Name)
}
