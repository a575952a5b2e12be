package open

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gloss/articles/charset"
)

// The most bytes that are read of a source. Of text, what is beyond is left
// out, and a notice says so; a book or PDF that is larger is ErrTooLarge.
const (
	MaxText = 64 << 20
	MaxBook = 256 << 20
)

// sniff is how many bytes of a file are read to see what it is.
const sniff = 4 << 10

// What can be wrong with a source, for callers that branch. A missing file and
// one that may not be read wrap fs.ErrNotExist and fs.ErrPermission.
var (
	ErrFolder      = errors.New("is a folder, not an article")
	ErrDevice      = errors.New("is a device, not an article")
	ErrEmpty       = errors.New("is empty")
	ErrTooLarge    = errors.New("is too large: books and PDFs may have 256 MB")
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

// load reads r, of which size bytes are expected, 0 where that is not known.
// What is neither text nor a book is not read to its end.
func load(r io.Reader, name string, size int64) (Source, error) {
	src := Source{Name: filepath.Base(name)}
	if name == "" {
		src.Name = ""
	}
	var b strings.Builder
	read := func(upTo int64) error {
		if want := min(upTo, size); want > int64(b.Len()) {
			b.Grow(int(want) - b.Len() + 1) // the end is seen without growing
		}
		if _, err := io.Copy(&b, io.LimitReader(r, upTo-int64(b.Len()))); err != nil {
			return fmt.Errorf("read %s: %w", src.label(), err)
		}
		return nil
	}
	if err := read(sniff); err != nil {
		return Source{}, err
	}
	head := b.String()
	if err := check(head); err != nil && !strings.HasPrefix(head, zipStart) {
		return Source{}, fmt.Errorf("%s %w", src.label(), err)
	}
	most := int64(MaxText)
	if book(head) {
		most = MaxBook
	}
	if err := read(most + 1); err != nil {
		return Source{}, err
	}
	src.Data = b.String()
	if int64(b.Len()) > most {
		if book(head) {
			return Source{}, fmt.Errorf("%s %w", src.label(), ErrTooLarge)
		}
		src.Data = src.Data[:charset.Cut(charset.UTF8, src.Data, int(most))]
		if src.Left = size - int64(len(src.Data)); src.Left <= 0 {
			src.Left = -1
		}
	}
	src.Format = src.Detect()
	return src, nil
}

// zipStart is what an archive begins with, such as an EPUB. Whether it is one
// cannot be seen from its beginning alone.
const zipStart = "PK\x03\x04"

// book reports whether a source that begins so must be read as a whole.
func book(head string) bool {
	return strings.HasPrefix(head, zipStart) || container(head) == PDF
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
