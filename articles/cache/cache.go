// Package cache keeps pages that were fetched, each in a file of one folder, so
// that an article once read opens without a network.
//
// An entry is written to a new file and then moved to its place, so several
// programs can use one folder at once, and a reader sees an old entry or a new
// one, never half of one. A damaged entry counts as none. The folder is kept
// below a size: the pages that were not used for the longest time go first.
package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// DefaultLimit is the most bytes that the files of a cache take together.
const DefaultLimit = 256 << 20

// What callers branch on.
var (
	// ErrNotFound says that a page is not in the cache, or is damaged there.
	ErrNotFound = errors.New("is not in the cache")
	// ErrTooLarge says that a page alone is larger than the cache may be.
	ErrTooLarge = errors.New("is larger than the whole cache may be")
)

// A Cache keeps pages in a folder. It may be used by several goroutines and
// several programs at once.
type Cache struct {
	folder string
	limit  int64 // bytes
}

// New returns the cache in a folder, which is made when the first page is
// stored. The files together take up to limit bytes; 0 stands for DefaultLimit.
func New(folder string, limit int64) *Cache {
	if limit <= 0 {
		limit = DefaultLimit
	}
	return &Cache{folder: folder, limit: limit}
}

// suffix ends the name of each entry's file.
const suffix = ".page"

// path returns the file of an address: its name is a hash, so that no address
// can name a file elsewhere.
func (c *Cache) path(address string) string {
	sum := sha256.Sum256([]byte(address))
	return filepath.Join(c.folder, hex.EncodeToString(sum[:])+suffix)
}

// Load returns the page of an address and notes that it was used. The error is
// ErrNotFound, wrapped, where the page is not there, is damaged or cannot be
// read.
func (c *Cache) Load(address string) (Entry, error) {
	path := c.path(address)
	data, err := c.read(path)
	if err != nil {
		return Entry{}, fmt.Errorf("the page %w", ErrNotFound)
	}
	entry, err := decode(data)
	if err != nil || entry.Address != address {
		return Entry{}, fmt.Errorf("the page %w", ErrNotFound)
	}
	now := time.Now()
	_ = os.Chtimes(path, now, now) // a folder that cannot be written is still read
	return entry, nil
}

// read returns the content of an entry's file. Only a regular file of a size
// that Store could have written is opened, since a pipe would block.
func (c *Cache) read(path string) (string, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() || info.Size() > c.limit {
		return "", ErrNotFound
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var data strings.Builder
	data.Grow(int(info.Size()))
	if _, err := io.Copy(&data, io.LimitReader(f, c.limit)); err != nil {
		return "", err
	}
	return data.String(), nil
}

// Store keeps a page in place of the one that its address had, and removes
// others where the cache has grown too large. The folder is made with
// permissions for its owner alone, and so is the file.
func (c *Cache) Store(e Entry) error {
	head, err := encodeHead(e)
	if err != nil {
		return fmt.Errorf("keep the page: %w", err)
	}
	if int64(len(head)+len(e.Body)) > c.limit {
		return fmt.Errorf("keep the page: it %w", ErrTooLarge)
	}
	if err := os.MkdirAll(c.folder, 0o700); err != nil {
		return fmt.Errorf("keep the page: make the folder: %w", cause(err))
	}
	if err := c.write(c.path(e.Address), head, e.Body); err != nil {
		return fmt.Errorf("keep the page: write its file: %w", cause(err))
	}
	if err := c.trim(); err != nil {
		return fmt.Errorf("keep the pages within their limit: %w", cause(err))
	}
	return nil
}

// cause returns what is wrong with a file without its path, which would make a
// message of several lines long and could hold any characters.
func cause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}

// write puts an entry into a new file beside its place, and moves it there
// once it is on the disk.
func (c *Cache) write(path, head, body string) (err error) {
	f, err := os.CreateTemp(c.folder, unfinished+"*") // with permissions 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	for _, part := range []string{head, body} {
		if _, err = io.WriteString(f, part); err != nil {
			return err
		}
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
