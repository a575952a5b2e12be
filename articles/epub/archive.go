package epub

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// What can be wrong with a member. What could be read of it comes with
// errCut and errBroken, nothing with the others.
var (
	errMissing = errors.New("is missing")
	errLocked  = errors.New("is encrypted")
	errCut     = errors.New("is too large")
	errBomb    = errors.New("is packed as only a trap is")
	errBroken  = errors.New("is damaged")
)

// archive is the open file with its members by name.
type archive struct {
	r       io.ReaderAt
	size    int64 // bytes of the file
	limits  Limits
	members map[string]*zip.File // of several with one name the first
	folded  map[string]string    // the names in lower case
	names   []string             // in the order of the archive's list
	locked  map[string]bool      // the encrypted ones, as the book says
	left    int64                // decoded bytes that may still be read
	over    bool                 // there are more members than are looked at
}

// openArchive reads the list of an archive's members. The error says what is
// wrong with the file.
func openArchive(r io.ReaderAt, size int64, limits Limits) (*archive, error) {
	budget := &directoryReader{r: r, left: limits.Directory + 256<<10}
	list, err := zip.NewReader(budget, size)
	switch {
	case budget.left <= 0:
		return nil, fmt.Errorf("%w: it has too many members", ErrDamaged)
	case errors.Is(err, zip.ErrInsecurePath): // the names are looked at below
	case err != nil:
		return nil, fmt.Errorf("%w: the list of its members cannot be read", ErrDamaged)
	}
	a := &archive{
		r: r, size: size, limits: limits, left: limits.Decoded,
		members: map[string]*zip.File{}, folded: map[string]string{},
	}
	for i, f := range list.File {
		if i == limits.Members {
			a.over = true
			break
		}
		name, ok := memberName(f.Name)
		if !ok || !f.Mode().IsRegular() {
			continue
		}
		if _, taken := a.members[name]; taken {
			continue
		}
		a.members[name] = f
		a.names = append(a.names, name)
		if low := strings.ToLower(name); a.folded[low] == "" {
			a.folded[low] = name
		}
	}
	return a, nil
}

// directoryReader stops the reading of a list of members that has no end.
type directoryReader struct {
	r    io.ReaderAt
	left int64
}

func (d *directoryReader) ReadAt(p []byte, off int64) (int, error) {
	d.left -= int64(len(p))
	if d.left <= 0 {
		return 0, errCut
	}
	return d.r.ReadAt(p, off)
}

// find returns the name of a member as the archive has it. Books made on
// systems that do not tell capitals apart are forgiven for mixing them up.
func (a *archive) find(name string) (string, bool) {
	if _, ok := a.members[name]; ok {
		return name, true
	}
	name, ok := a.folded[strings.ToLower(name)]
	return name, ok
}

// stored returns the name of a member as the archive has it, and any other name
// as it is.
func (a *archive) stored(name string) string {
	if found, ok := a.find(name); ok {
		return found
	}
	return name
}

// lock notes that members are encrypted.
func (a *archive) lock(names map[string]bool) {
	a.locked = map[string]bool{}
	for name := range names {
		a.locked[a.stored(name)] = true
	}
}

// read returns up to most decoded bytes of a member. No size that the archive
// states is relied on: compressed data end by themselves, and what they give
// is counted as it comes.
func (a *archive) read(name string, most int64) ([]byte, error) {
	name, ok := a.find(name)
	if !ok {
		return nil, errMissing
	}
	f := a.members[name]
	if a.locked[name] || f.Flags&1 != 0 {
		return nil, errLocked
	}
	start, err := f.DataOffset()
	if err != nil || start < 0 || start > a.size {
		return nil, errBroken
	}
	stored := &countingReader{r: io.NewSectionReader(a.r, start, a.size-start)}
	var decoded io.Reader
	switch f.Method {
	case zip.Store:
		decoded = io.LimitReader(stored, int64(min(f.CompressedSize64, uint64(a.size))))
	case zip.Deflate:
		decoded = flate.NewReader(bufio.NewReader(stored))
	default:
		return nil, errBroken
	}
	data, err := a.take(decoded, stored, min(most, a.left))
	a.left -= int64(len(data))
	if errors.Is(err, errBomb) {
		a.left -= a.limits.RatioFrom
	}
	if err == nil && crc32.ChecksumIEEE(data) != f.CRC32 {
		err = errBroken
	}
	return data, err
}

// take reads up to most bytes, and no more than the ratio to the stored ones
// allows.
func (a *archive) take(decoded io.Reader, stored *countingReader, most int64) ([]byte, error) {
	var data []byte
	chunk := make([]byte, 32<<10)
	for {
		n, err := decoded.Read(chunk)
		if int64(len(data)+n) > most {
			return append(data, chunk[:most-int64(len(data))]...), errCut
		}
		data = append(data, chunk[:n]...)
		switch size := int64(len(data)); {
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return data, errBroken
		case size > a.limits.RatioFrom && size/a.limits.Ratio > stored.n:
			return nil, errBomb
		}
	}
}

// countingReader counts the bytes that went through it.
type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
