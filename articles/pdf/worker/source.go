package worker

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ledongthuc/pdf"

	"gloss/articles/pdf/wire"
)

// source is the bytes of a PDF.
type source struct {
	r    io.ReaderAt
	size int64
}

// open returns what in gives: a file is not read into memory, a pipe is, up to
// size bytes.
func open(in *os.File, size int64) (source, error) {
	if info, err := in.Stat(); err == nil && info.Mode().IsRegular() {
		if info.Size() > MaxFile {
			return source{}, errors.New("file is too large")
		}
		return source{in, info.Size()}, nil
	}
	data := make([]byte, size)
	n, err := io.ReadFull(in, data)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return source{}, fmt.Errorf("reading the PDF: %w", err)
	}
	return source{bytes.NewReader(data[:n]), int64(n)}, nil
}

const (
	// header is what the library wants a file to begin with.
	header = "%PDF-1.7\n"
	// maxBefore is how many bytes may stand before the header, and maxAfter how
	// many behind the end, as mail and web servers add some.
	maxBefore = 1 << 10
	maxAfter  = 64 << 10
)

// view is a source as the library wants it: without what stands before the
// header and behind the end, and of a version that it knows. Versions differ
// in nothing that it looks at.
type view struct {
	src    source
	off    int64
	size   int64
	append []byte // stands behind the source's bytes
}

// viewOf returns a view of the source that ends with its last mark of an end,
// where it has one, and reports whether it has.
func viewOf(src source) (v view, complete bool) {
	v = view{src: src, size: src.size}
	head := make([]byte, min(maxBefore, src.size))
	n, _ := src.r.ReadAt(head, 0)
	if i := bytes.Index(head[:n], []byte("%PDF-")); i > 0 {
		v.off = int64(i)
		v.size -= v.off
	}
	tail := make([]byte, min(maxAfter, v.size))
	n, _ = src.r.ReadAt(tail, src.size-int64(len(tail)))
	i := bytes.LastIndex(tail[:n], []byte("%%EOF"))
	if i < 0 {
		return v, false
	}
	v.size += int64(i + len("%%EOF") - len(tail))
	return v, true
}

// ReadAt reads as io.ReaderAt tells. The library asks for bytes before the
// first one, which are not there.
func (v view) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 {
		return 0, io.EOF
	}
	n := 0
	if off < v.size {
		part := p[:min(int64(len(p)), v.size-off)]
		var err error
		n, err = v.src.r.ReadAt(part, v.off+off)
		if off < int64(len(header)) {
			copy(part[:n], header[off:])
		}
		if n < len(part) {
			return n, err
		}
	}
	if n < len(p) {
		if rest := off + int64(n) - v.size; rest < int64(len(v.append)) {
			n += copy(p[n:], v.append[rest:])
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (v view) length() int64 { return v.size + int64(len(v.append)) }

// openDocument opens a PDF. Where its table of objects is of no use, or must
// not be used, the objects are searched. It returns a reason of package wire
// where no page is found.
func openDocument(src source, mended bool) (*document, string) {
	v, complete := viewOf(src)
	if complete && !mended {
		r, err := pdf.NewReader(v, v.length())
		if err == nil && hasPages(r) {
			return &document{r: r, fonts: map[string]*font{}}, ""
		}
		if isEncrypted(r, err) {
			return nil, wire.Encrypted
		}
	}
	v.size = src.size - v.off
	r, err := mend(v)
	switch {
	case isEncrypted(r, err):
		return nil, wire.Encrypted
	case err != nil || !hasPages(r):
		return nil, wire.Broken
	}
	return &document{r: r, mended: true, fonts: map[string]*font{}}, ""
}

// isEncrypted tells whether an error came from a file that is encrypted in
// another way than with an empty password and a method that the library knows.
func isEncrypted(r *pdf.Reader, err error) bool {
	if errors.Is(err, pdf.ErrInvalidPassword) || errors.Is(err, errEncrypted) {
		return true
	}
	return err != nil && (bytes.HasPrefix([]byte(err.Error()), []byte("unsupported PDF: encryption")))
}

// hasPages tells whether a page can be found.
func hasPages(r *pdf.Reader) bool {
	if r == nil {
		return false
	}
	d := document{r: r}
	found := false
	_ = try(func() {
		d.pages(func(_ int, p *page) bool {
			found = p != nil
			return !found
		})
	})
	return found
}
