package cache

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// page returns an entry with a body of some bytes.
func page(address string, size int) Entry {
	return Entry{
		Address:      address,
		Final:        address + "#final",
		ContentType:  "text/html",
		Charset:      "iso-8859-1",
		ETag:         `W/"a\"b"`,
		LastModified: "Mon, 02 Mar 2026 10:00:00 GMT",
		Fetched:      time.Date(2026, 3, 2, 10, 0, 0, 123, time.UTC),
		Body:         strings.Repeat("\xff\x00é\n", size)[:size],
	}
}

func TestStoreThenLoad(t *testing.T) {
	c := New(filepath.Join(t.TempDir(), "deep", "pages"), 0)
	if _, err := c.Load("https://example.org/"); !errors.Is(err, ErrNotFound) {
		t.Fatalf("Load before Store: %v, want ErrNotFound", err)
	}
	for _, size := range []int{0, 1, 100_000, 10} { // the same address again and again
		want := page("https://example.org/", size)
		if err := c.Store(want); err != nil {
			t.Fatal(err)
		}
		got, err := c.Load(want.Address)
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("Load gave %+v, want %+v", got, want)
		}
	}
	if _, err := c.Load("https://example.org/other"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Load of another address: %v, want ErrNotFound", err)
	}
	if names := list(t, c.folder); len(names) != 1 {
		t.Errorf("the folder holds %q, want one file", names)
	}
}

func TestPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions are those of Unix")
	}
	c := New(filepath.Join(t.TempDir(), "pages"), 0)
	e := page("https://example.org/", 10)
	if err := c.Store(e); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{c.folder: 0o700, c.path(e.Address): 0o600} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has permissions %o, want %o", filepath.Base(path), got, want)
		}
	}
}

// TestDamageIsNotFound flips a bit in each byte of a file, and cuts the file at
// each: none of these files may be taken for a page.
func TestDamageIsNotFound(t *testing.T) {
	c := New(t.TempDir(), 0)
	e := page("https://example.org/", 50)
	if err := c.Store(e); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(c.path(e.Address))
	if err != nil {
		t.Fatal(err)
	}
	try := func(data []byte, what string) {
		t.Helper()
		if err := os.WriteFile(c.path(e.Address), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Load(e.Address); !errors.Is(err, ErrNotFound) {
			t.Errorf("Load with %s: %v, want ErrNotFound", what, err)
		}
	}
	for i := range whole {
		damaged := append([]byte(nil), whole...)
		damaged[i] ^= 1
		try(damaged, fmt.Sprintf("byte %d changed", i))
		try(whole[:i], fmt.Sprintf("%d of %d bytes", i, len(whole)))
	}
	try(append(whole[:len(whole):len(whole)], 'x'), "a byte too many")
	if err := c.Store(e); err != nil {
		t.Fatal(err)
	}
	if got, err := c.Load(e.Address); err != nil || got != e {
		t.Errorf("a damaged entry was not replaced: %v", err)
	}
}

func TestEntryOfAnotherAddressIsNotFound(t *testing.T) {
	c := New(t.TempDir(), 0)
	e := page("https://example.org/a", 10)
	if err := c.Store(e); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(c.path(e.Address), c.path("https://example.org/b")); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Load("https://example.org/b"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Load of a file that was moved: %v, want ErrNotFound", err)
	}
}

func TestOnlyRegularFilesAreRead(t *testing.T) {
	c := New(t.TempDir(), 0)
	if err := os.Mkdir(c.path("https://example.org/folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	e := page("https://example.org/link", 10)
	if err := c.Store(e); err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.Rename(c.path(e.Address), elsewhere); err != nil {
		t.Fatal(err)
	}
	addresses := []string{"https://example.org/folder"}
	if os.Symlink(elsewhere, c.path(e.Address)) == nil {
		addresses = append(addresses, e.Address)
	}
	for _, address := range addresses {
		if _, err := c.Load(address); !errors.Is(err, ErrNotFound) {
			t.Errorf("Load(%s): %v, want ErrNotFound", address, err)
		}
	}
}

// TestLeastRecentlyUsedGoesFirst stores pages until they are too large
// together, with one that was read in between.
func TestLeastRecentlyUsedGoesFirst(t *testing.T) {
	c := New(t.TempDir(), 5000)
	start := time.Now().Add(-time.Hour)
	for i, name := range []string{"a", "b", "c"} {
		e := page("https://example.org/"+name, 1000)
		if err := c.Store(e); err != nil {
			t.Fatal(err)
		}
		used := start.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(c.path(e.Address), used, used); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Load("https://example.org/a"); err != nil { // now the last used
		t.Fatal(err)
	}
	if err := c.Store(page("https://example.org/d", 1500)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true} {
		if _, err := c.Load("https://example.org/" + name); (err == nil) != want {
			t.Errorf("page %s is there: %t, want %t", name, err == nil, want)
		}
	}
}

func TestSizeStaysBelowTheLimit(t *testing.T) {
	c := New(t.TempDir(), 20_000)
	for i := range 60 {
		if err := c.Store(page(fmt.Sprintf("https://example.org/%d", i), 100*i)); err != nil {
			t.Fatal(err)
		}
		var total int64
		for _, name := range list(t, c.folder) {
			info, err := os.Stat(filepath.Join(c.folder, name))
			if err != nil {
				t.Fatal(err)
			}
			total += info.Size()
		}
		if total > c.limit {
			t.Fatalf("after %d pages the files take %d bytes, more than %d", i+1, total, c.limit)
		}
	}
}

func TestPageLargerThanTheCache(t *testing.T) {
	c := New(t.TempDir(), 1000)
	if err := c.Store(page("https://example.org/", 1000)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("Store: %v, want ErrTooLarge", err)
	}
	if names := list(t, c.folder); len(names) != 0 {
		t.Errorf("the folder holds %q", names)
	}
}

func TestAbandonedFilesAreRemoved(t *testing.T) {
	c := New(t.TempDir(), 0)
	old, young, other := unfinished+"1", unfinished+"2", "notes.txt"
	past := time.Now().Add(-2 * abandoned)
	for name, at := range map[string]time.Time{old: past, young: time.Now(), other: past} {
		path := filepath.Join(c.folder, name)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Store(page("https://example.org/", 1)); err != nil {
		t.Fatal(err)
	}
	names := strings.Join(list(t, c.folder), " ")
	if strings.Contains(names, old) || !strings.Contains(names, young) || !strings.Contains(names, other) {
		t.Errorf("the folder holds %s", names)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file\x1b[2J")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Skip("this system has no such names")
	}
	c := New(filepath.Join(blocked, "pages"), 0)
	err := c.Store(page("https://example.org/", 1))
	if err == nil {
		t.Fatal("Store below a file gave no error")
	}
	if strings.ContainsAny(err.Error(), "\x1b\n") {
		t.Errorf("the error holds control characters: %q", err)
	}
	if _, err := c.Load("https://example.org/"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Load: %v, want ErrNotFound", err)
	}
}

// TestSeveralAtOnce has caches over one folder, as several programs would,
// store and load the same pages while others are removed. What is loaded must
// be whole.
func TestSeveralAtOnce(t *testing.T) {
	folder := t.TempDir()
	var wait sync.WaitGroup
	for worker := range 6 {
		wait.Go(func() {
			c := New(folder, 30_000)
			for i := range 30 {
				e := page(fmt.Sprintf("https://example.org/%d", i%5), 1000*(1+(worker+i)%9))
				if err := c.Store(e); err != nil {
					t.Errorf("Store: %v", err)
				}
				got, err := c.Load(e.Address)
				if err != nil && !errors.Is(err, ErrNotFound) {
					t.Errorf("Load: %v", err)
				}
				if err == nil && got != page(e.Address, len(got.Body)) {
					t.Errorf("Load gave a page that nobody stored")
				}
			}
		})
	}
	wait.Wait()
}

func list(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
