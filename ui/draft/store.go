// Package draft keeps what is being written until it is saved: in memory and,
// where there is a folder for them, in a file each, so that it outlasts the end
// of the program, however that comes.
package draft

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// maxFile is the most bytes that a file of a draft is read to.
const maxFile = 1 << 20

// A Draft is what has been written, saved or not.
type Draft struct {
	Body string    `json:"body"` // cleaned, as Get returns it
	Tags string    `json:"tags"` // as they are typed
	Kind keep.Kind `json:"kind"`
	On   string    `json:"on,omitempty"` // what it is on, in words for its writer

	// The note that it becomes: its ID, "" for a new one, and what that is on.
	Note    string         `json:"note,omitempty"`
	Article keep.ArticleID `json:"article,omitempty"`
	Target  keep.Target    `json:"target,omitzero"`
}

// A Store holds drafts, each under a key of any form. Its methods may be called
// by several goroutines.
type Store struct {
	folder string // "" for none
	mu     sync.Mutex
	drafts map[string]Draft
}

// NewStore returns a store with a folder, which is made when it is first
// needed; "" for memory alone.
func NewStore(folder string) *Store { return &Store{folder: folder, drafts: map[string]Draft{}} }

// Lasts reports whether drafts outlast the program.
func (s *Store) Lasts() bool { return s.folder != "" }

// Hold keeps a draft in memory. It does not touch the disk.
func (s *Store) Hold(key string, d Draft) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drafts[key] = d
}

// Put keeps a draft, and returns once it is on the disk, if there is a folder.
// Where it fails the draft is in memory all the same.
func (s *Store) Put(key string, d Draft) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drafts[key] = d
	if s.folder == "" {
		return nil
	}
	data, err := json.Marshal(d)
	if err == nil {
		err = s.write(s.path(key), data)
	}
	if err != nil {
		return fmt.Errorf("keep the draft: %w", err)
	}
	return nil
}

// HeldOn returns the drafts of notes on an article that are in memory, ordered by
// what they are on.
func (s *Store) HeldOn(id keep.ArticleID) []Draft {
	s.mu.Lock()
	defer s.mu.Unlock()
	var on []Draft
	for _, d := range s.drafts {
		if d.Article == id && id != 0 {
			on = append(on, d)
		}
	}
	slices.SortFunc(on, func(a, b Draft) int { return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Note, b.Note)) })
	return on
}

// Held returns the draft of a key that is in memory.
func (s *Store) Held(key string) (d Draft, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, ok = s.drafts[key]
	return d, ok
}

// Get returns the draft of a key, cleaned, if there is one that can be read.
func (s *Store) Get(key string) (d Draft, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d, ok = s.drafts[key]; ok || s.folder == "" {
		return d, ok
	}
	if d, ok = read(s.path(key)); ok {
		s.drafts[key] = d
	}
	return d, ok
}

// read returns the draft in a file, cleaned, if it can be read.
func read(path string) (d Draft, ok bool) {
	f, err := os.Open(path)
	if err != nil {
		return Draft{}, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile))
	if err != nil || json.Unmarshal(data, &d) != nil {
		return Draft{}, false
	}
	d.Body, d.Tags, d.On = clean.Of(d.Body).String(), clean.Of(d.Tags).String(), clean.Line(d.On).String()
	d.Kind = keep.Kind(clean.Line(string(d.Kind)).String())
	return d, true
}

// maxListed is how many files of drafts are read for a list of them.
const maxListed = 1_000

// All returns the drafts that there are, in no order: those in the folder, or
// without one those in memory. What cannot be read is left out.
func (s *Store) All() []Draft {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Draft
	if s.folder == "" {
		for _, d := range s.drafts {
			all = append(all, d)
		}
		return all
	}
	files, err := os.ReadDir(s.folder)
	if err != nil {
		return nil
	}
	for _, f := range files[:min(len(files), maxListed)] {
		if d, ok := read(filepath.Join(s.folder, f.Name())); ok {
			all = append(all, d)
		}
	}
	return all
}

// Drop forgets the draft of a key.
func (s *Store) Drop(key string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.drafts, key)
	if s.folder == "" {
		return nil
	}
	if err := os.Remove(s.path(key)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("drop the draft: %w", err)
	}
	return nil
}

// path returns the file of a key, whose own characters are never part of it.
func (s *Store) path(key string) string {
	sum := sha256.Sum256([]byte(key))
	return filepath.Join(s.folder, hex.EncodeToString(sum[:16])+".json")
}

// write puts data in the place of a file at once: it is the old or the new one
// at any time.
func (s *Store) write(path string, data []byte) (err error) {
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(s.folder, "new-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
