package library

import (
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestVarint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.OneOf(rapid.Int64(), rapid.SampledFrom([]int64{0, 127, 128, 1<<56 - 1, 1 << 56, math.MaxInt64, -1, math.MinInt64})).Draw(t, "value")
		b := appendVarint(nil, want)
		if got, n := varint(append(b, 0xff)); got != want || n != len(b) || n > 9 {
			t.Fatalf("%d is %x, read as %d in %d bytes", want, b, got, n)
		}
		if _, n := varint(b[:len(b)-1]); n != 0 {
			t.Fatalf("%x is read without its end", b)
		}
	})
}

// Every node of a table that has others below it is made anew so that it leads to
// the same rows, and what SQLite itself says of the file is that it is whole.
func TestLostNode(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "tables.db")
	db := tables(t, path)
	roots, err := tableRoots(ctx, path)
	if err != nil || len(roots) < 3 {
		t.Fatal(roots, err)
	}
	count := "SELECT (SELECT sum(length(x)) FROM big), (SELECT sum(length(x)) FROM small), (SELECT count(*) FROM gone)"
	read := func(path string) (sums [3]int64, whole string) {
		db := openRaw(t, path)
		defer db.Close()
		if err := db.QueryRow(count).Scan(&sums[0], &sums[1], &sums[2]); err != nil {
			return sums, err.Error()
		}
		if err := db.QueryRow("PRAGMA integrity_check").Scan(&whole); err != nil {
			return sums, err.Error()
		}
		return sums, whole
	}
	want, _ := read(path)
	db.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for n := uint32(2); n <= filePages(data).count(); n++ {
		if v, ok := filePages(data).node(n); !ok || v.right == 0 || filePages(data).free()[n] {
			continue
		}
		tried++
		damaged := filepath.Join(folder, "damaged.db")
		bad := slices.Clone(data)
		clear(filePages(bad).page(n))
		if err := os.WriteFile(damaged, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, whole := read(damaged); got == want && whole == "ok" {
			t.Errorf("page %d is needed by nothing", n)
		}
		if err := mendNode(ctx, damaged); err != nil {
			t.Fatal(err)
		}
		if got, whole := read(damaged); got != want || whole != "ok" {
			t.Errorf("page %d: %v of %v: %s", n, got, want, whole)
		}
	}
	// Where a leaf is lost there is nothing to make it of.
	for n := uint32(2); n <= filePages(data).count(); n += 7 {
		if v, ok := filePages(data).node(n); !ok || v.right != 0 {
			continue
		}
		bad := filePages(slices.Clone(data))
		clear(bad.page(n))
		if _, page := bad.lostNode(roots); page != nil {
			t.Errorf("page %d, a leaf, is made of others", n)
		}
	}
	if tried < 4 {
		t.Errorf("only %d nodes have others below them", tried)
	}
	// Of two that are lost it cannot be told what was below which.
	bad := filePages(slices.Clone(data))
	lost := 0
	for n := uint32(2); n <= bad.count() && lost < 2; n++ {
		if v, ok := bad.node(n); ok && v.right != 0 {
			clear(bad.page(n))
			lost++
		}
	}
	if n, page := bad.lostNode(roots); page != nil {
		t.Errorf("page %d is made anew though another is lost", n)
	}
}

// FuzzLostNode looks for a lost node in any file: it ends, and what it makes is a
// node that leads to pages of the file.
func FuzzLostNode(f *testing.F) {
	page := make([]byte, pageSize)
	page[0] = leafNode
	page[4], page[8], page[9] = 1, 0x0f, 0xf0
	page[0xff0], page[0xff1] = 2, 7
	f.Add(append(make([]byte, 2*pageSize), page...), uint32(2))
	f.Add(append(make([]byte, pageSize), page...), uint32(1))
	interior := make([]byte, pageSize)
	interior[0] = interiorNode
	binary.BigEndian.PutUint32(interior[8:], 2)
	f.Add(append(make([]byte, pageSize), interior...), uint32(2))
	f.Fuzz(func(t *testing.T, data []byte, root uint32) {
		file := filePages(data)
		n, page := file.lostNode([]uint32{root})
		if page == nil {
			return
		}
		if file.page(n) != nil {
			copy(file.page(n), page)
			if _, ok := file.node(n); !ok {
				t.Fatalf("page %d is made anew as none", n)
			}
		}
		v, _ := filePages(append(make([]byte, pageSize), page...)).node(2)
		for _, c := range v.children() {
			if file.page(c) == nil {
				t.Fatalf("a child %d of %d pages", c, file.count())
			}
		}
	})
}
