package library

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"slices"
)

// maxMended is the most bytes of a damaged file whose nodes are looked at: it is in
// memory then.
const maxMended = 1 << 30

// mendNode makes a node of a table anew, in a copy of a damaged file, where it is the
// only one that cannot be read: what is below it is still there, and nothing else
// leads to that. Where it cannot be told what the node was, the copy stays as it is.
func mendNode(ctx context.Context, path string) error {
	roots, err := tableRoots(ctx, path)
	if err != nil || len(roots) == 0 {
		return err
	}
	info, err := os.Stat(path)
	if err != nil || info.Size() > maxMended {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	n, page := filePages(data).lostNode(roots)
	if page == nil {
		return nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(page, int64(n-1)*pageSize)
	return errors.Join(err, f.Close())
}

// tableRoots returns the pages at which the tables of a file begin, none where that
// cannot be read. The file's log becomes part of it.
func tableRoots(ctx context.Context, path string) (roots []uint32, err error) {
	db, err := sql.Open("sqlite", address(path, "_pragma=busy_timeout(5000)"))
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var busy, frames, done int
	if db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &done) != nil || busy != 0 {
		return nil, nil
	}
	roots = []uint32{1} // the table of the tables
	if each(ctx, db, "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage > 0", nil, func(scan func(...any) error) error {
		var n uint32
		err := scan(&n)
		roots = append(roots, n)
		return err
	}) != nil {
		return nil, nil
	}
	return roots, nil
}

// lostNode returns the number of the one page that tables lead to and that is no
// node, and that page as it must have been: the nodes to which no table leads are
// below it. It returns nil where there is more than one such page, no such node, or
// one with keys that cannot be there.
func (f filePages) lostNode(roots []uint32) (n uint32, page []byte) {
	seen, broken := f.walk(roots)
	if len(broken) != 1 || broken[0].page == 1 { // which has the header of the file: see copyWithSchema
		return 0, nil
	}
	lost := broken[0]
	below := f.unreached(seen)
	if len(below) == 0 || below[0].first < lost.first || below[len(below)-1].last > lost.last {
		return 0, nil
	}
	if len(below) == 1 { // a node with nothing but a last child is none
		return lost.page, slices.Clone(f.page(below[0].page))
	}
	return lost.page, interior(below)
}

// A branch is a page of a table and the first and the last key that can be below it.
type branch struct {
	page        uint32
	first, last int64
}

// walk returns the pages that tables lead to from their roots, and those among them
// that are no nodes.
func (f filePages) walk(roots []uint32) (seen map[uint32]bool, broken []branch) {
	seen = map[uint32]bool{}
	var todo []branch
	for _, n := range roots {
		todo = append(todo, branch{n, math.MinInt64, math.MaxInt64})
	}
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[b.page] {
			continue
		}
		seen[b.page] = true
		v, ok := f.node(b.page)
		if !ok {
			if p := f.page(b.page); p == nil || p[0] != 2 && p[0] != 10 { // tables without keys have nodes of these
				broken = append(broken, b)
			}
			continue
		}
		first := b.first
		for i, n := range v.children() {
			last := b.last
			if i < len(v.cells) {
				if row, ok := v.row(i); ok {
					last = row
				}
			}
			todo = append(todo, branch{n, first, last})
			first = last
		}
	}
	return seen, broken
}

// unreached returns the nodes that are in use and to which nothing leads, by their
// keys; none where their keys overlap.
func (f filePages) unreached(seen map[uint32]bool) (all []branch) {
	free, below := f.free(), map[uint32]bool{}
	var nodes []uint32
	for n := uint32(2); n <= f.count(); n++ {
		if seen[n] || free[n] {
			continue
		}
		if v, ok := f.node(n); ok && len(v.cells) > 0 {
			nodes = append(nodes, n)
			for _, c := range v.children() {
				below[c] = true
			}
		}
	}
	for _, n := range nodes {
		if below[n] {
			continue
		}
		first, last, ok := f.rows(n)
		if !ok {
			return nil
		}
		all = append(all, branch{n, first, last})
	}
	slices.SortFunc(all, func(a, b branch) int { return cmp.Compare(a.first, b.first) })
	for i := 1; i < len(all); i++ {
		if all[i-1].last >= all[i].first {
			return nil
		}
	}
	return all
}

// interior returns a node with these below it, nil where they are too many.
func interior(below []branch) []byte {
	page := make([]byte, pageSize)
	page[0] = interiorNode
	at := pageSize
	for i, b := range below[:len(below)-1] {
		cell := appendVarint(binary.BigEndian.AppendUint32(nil, b.page), b.last)
		if at -= len(cell); at < 12+2*(i+1) {
			return nil
		}
		copy(page[at:], cell)
		binary.BigEndian.PutUint16(page[12+2*i:], uint16(at))
	}
	binary.BigEndian.PutUint16(page[3:], uint16(len(below)-1))
	binary.BigEndian.PutUint16(page[5:], uint16(at))
	binary.BigEndian.PutUint32(page[8:], below[len(below)-1].page)
	return page
}
