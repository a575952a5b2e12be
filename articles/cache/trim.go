package cache

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	// unfinished begins the names of files that are being written.
	unfinished = "new-"
	// abandoned is the age from which such a file is one of a program that died.
	abandoned = time.Hour
)

// trim removes the entries that were not used for the longest time until the
// rest keeps to the limit, and what dead programs left behind. An entry that
// another program removes meanwhile is no error.
func (c *Cache) trim() error {
	names, err := os.ReadDir(c.folder)
	if err != nil {
		return err
	}
	var files []os.FileInfo
	var total int64
	for _, name := range names {
		info, err := name.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		switch {
		case strings.HasSuffix(info.Name(), suffix):
			files = append(files, info)
			total += info.Size()
		case strings.HasPrefix(info.Name(), unfinished) && time.Since(info.ModTime()) > abandoned:
			_ = os.Remove(filepath.Join(c.folder, info.Name()))
		}
	}
	if total <= c.limit {
		return nil
	}
	slices.SortFunc(files, func(a, b os.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), strings.Compare(a.Name(), b.Name()))
	})
	for _, info := range files {
		if total <= c.limit {
			break
		}
		if err := os.Remove(filepath.Join(c.folder, info.Name())); err != nil && !os.IsNotExist(err) {
			return err
		}
		total -= info.Size()
	}
	return nil
}
