package library

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// pageSize is how long a page of a shelf's file is, in bytes.
const pageSize = 4096

// withFirstPage makes a copy of a damaged file whose first page, which tells
// where all tables begin, is that of a new shelf. In a shelf that was made with
// the same schema they begin at the same pages; in another one what is read is
// not sound, which the sums of the rows tell. The copy is to be removed with
// removeFiles.
func withFirstPage(ctx context.Context, path string, steps []string) (copied string, err error) {
	fresh := path + ".first"
	defer func() { err = errors.Join(err, removeFiles(fresh)) }()
	first, err := firstPage(ctx, fresh, steps)
	if err != nil {
		return "", err
	}
	copied = path + ".copy"
	if err := removeFiles(copied); err != nil {
		return "", err
	}
	if err := copyFile(copied+"-wal", path+"-wal"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	if err := copyFile(copied, path); err != nil {
		return "", err
	}
	info, err := os.Stat(copied)
	if err != nil {
		return "", err
	}
	binary.BigEndian.PutUint32(first[28:], uint32(info.Size()/pageSize)) // the length of the file
	clear(first[32:40])                                                  // no free pages
	f, err := os.OpenFile(copied, os.O_WRONLY, 0)
	if err != nil {
		return "", err
	}
	_, err = f.WriteAt(first, 0)
	return copied, errors.Join(err, f.Close())
}

// firstPage returns the first page of a new shelf, which is made at a path.
func firstPage(ctx context.Context, path string, steps []string) ([]byte, error) {
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
	return bytes.Clone(data[:pageSize]), nil
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
