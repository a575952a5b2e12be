package library

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
)

// pageSize is how long a page of a shelf's file is, in bytes.
const pageSize = 4096

// copyWithSchema makes a copy of a damaged file whose first page, which tells where
// all tables begin, is that of a new shelf, and so are the pages to which it goes on,
// where the damaged file has them at the same places. In a shelf that was made with
// the same schema the tables begin at the same pages; in another one what is read is
// not sound, which the sums of the rows tell. The copy is to be removed with
// removeFiles.
func copyWithSchema(ctx context.Context, path string, steps []string) (copied string, err error) {
	made := path + ".first"
	defer func() { err = errors.Join(err, removeFiles(made)) }()
	fresh, err := newFile(ctx, made, steps)
	if err != nil {
		return "", err
	}
	if copied, err = copyShelf(path); err != nil {
		return "", err
	}
	if err := putSchema(copied, fresh); err != nil {
		return "", errors.Join(err, removeFiles(copied))
	}
	return copied, nil
}

// putSchema writes the pages of the schema of a new shelf into a file.
func putSchema(path string, fresh filePages) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	was := make(filePages, pageSize)
	if _, err := f.ReadAt(was, 0); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	first := slices.Clone(fresh.page(1))
	binary.BigEndian.PutUint32(first[28:], uint32(info.Size()/pageSize)) // the length of the file
	clear(first[32:40])                                                  // no free pages
	if _, err := f.WriteAt(first, 0); err != nil {
		return err
	}
	a, _ := fresh.node(1)
	b, ok := was.node(1)
	if !ok || !slices.Equal(a.children(), b.children()) {
		return nil
	}
	for _, n := range a.children() {
		if _, err := f.WriteAt(fresh.page(n), int64(n-1)*pageSize); err != nil {
			return err
		}
	}
	return nil
}

// copyShelf copies a shelf's file and its log beside it. The copy is to be removed
// with removeFiles.
func copyShelf(path string) (copied string, err error) {
	copied = path + ".copy"
	if err := removeFiles(copied); err != nil {
		return "", err
	}
	if err := copyFile(copied+"-wal", path+"-wal"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", errors.Join(err, removeFiles(copied))
	}
	if err := copyFile(copied, path); err != nil {
		return "", errors.Join(err, removeFiles(copied))
	}
	return copied, nil
}

// newFile returns the file of a new shelf, which is made at a path.
func newFile(ctx context.Context, path string, steps []string) (filePages, error) {
	if err := errors.Join(removeFiles(path), touch(path)); err != nil {
		return nil, err
	}
	s, err := openShelf(ctx, path, steps)
	if err != nil {
		return nil, err
	}
	if err := s.close(); err != nil { // the log becomes part of the file
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(data) < pageSize {
		return nil, io.ErrUnexpectedEOF
	}
	return data, nil
}

// removeFiles removes a database file and what belongs to it, where they are.
func removeFiles(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// copyFile copies a file to a new one that only its owner reads.
func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
