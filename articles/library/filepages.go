package library

import (
	"encoding/binary"
	"slices"
)

// The pages of a database file are numbered from 1, and each node of a table's
// b-tree is one (SQLite's Database File Format, section 1.6). They are read here
// where a damaged one keeps SQLite from reading those below it.
type filePages []byte

// What kinds of pages a table's b-tree has, by their first byte.
const (
	interiorNode = 5
	leafNode     = 13
)

// deepest is more levels than a b-tree has that a disk can hold.
const deepest = 20

func (f filePages) count() uint32 { return uint32(len(f) / pageSize) }

// page returns a page, nil where there is none of the number.
func (f filePages) page(n uint32) []byte {
	if n == 0 || n > f.count() {
		return nil
	}
	return f[int(n-1)*pageSize : int(n)*pageSize]
}

// A node is a sound page of a table's b-tree.
type node struct {
	page  []byte
	cells []int  // where they begin
	right uint32 // the last child of an interior one, else 0
}

// node reads the node that a page is; ok is false where it is none.
func (f filePages) node(n uint32) (v node, ok bool) {
	v.page = f.page(n)
	if v.page == nil {
		return v, false
	}
	head, size := 0, 8
	if n == 1 {
		head = 100 // the header of the file
	}
	switch v.page[head] {
	case interiorNode:
		size = 12
		v.right = binary.BigEndian.Uint32(v.page[head+8:])
	case leafNode:
	default:
		return v, false
	}
	count := int(binary.BigEndian.Uint16(v.page[head+3:]))
	from := head + size
	if from+2*count > pageSize {
		return v, false
	}
	for i := range count {
		at := int(binary.BigEndian.Uint16(v.page[from+2*i:]))
		if at < from+2*count || at >= pageSize-4 {
			return v, false
		}
		v.cells = append(v.cells, at)
	}
	return v, v.right != 0 || v.page[head] == leafNode
}

// children returns the pages below a node, in order.
func (v node) children() (all []uint32) {
	if v.right == 0 {
		return nil
	}
	for _, at := range v.cells {
		all = append(all, binary.BigEndian.Uint32(v.page[at:]))
	}
	return append(all, v.right)
}

// row returns the key of a cell: of a leaf's row, or the last that is below a
// child.
func (v node) row(cell int) (int64, bool) {
	at := v.cells[cell] + 4 // behind the child's number
	if v.right == 0 {
		_, n := varint(v.page[v.cells[cell]:]) // how long the row is
		if n == 0 {
			return 0, false
		}
		at = v.cells[cell] + n
	}
	row, n := varint(v.page[at:])
	return row, n > 0
}

// rows returns the first and the last key below a page.
func (f filePages) rows(n uint32) (first, last int64, ok bool) {
	end := func(right bool) (int64, bool) {
		at := n
		for range deepest {
			v, ok := f.node(at)
			switch below := v.children(); {
			case !ok || len(v.cells) == 0:
				return 0, false
			case below != nil && right:
				at = below[len(below)-1]
			case below != nil:
				at = below[0]
			case right:
				return v.row(len(v.cells) - 1)
			default:
				return v.row(0)
			}
		}
		return 0, false
	}
	first, ok = end(false)
	if !ok {
		return 0, 0, false
	}
	last, ok = end(true)
	return first, last, ok && first <= last
}

// free returns the pages that are in no use.
func (f filePages) free() map[uint32]bool {
	all := map[uint32]bool{}
	if len(f) < pageSize {
		return all
	}
	for trunk := binary.BigEndian.Uint32(f[32:]); trunk != 0 && !all[trunk]; {
		all[trunk] = true
		page := f.page(trunk)
		if page == nil {
			break
		}
		for i := range min(binary.BigEndian.Uint32(page[4:]), pageSize/4-2) {
			all[binary.BigEndian.Uint32(page[8+4*i:])] = true
		}
		trunk = binary.BigEndian.Uint32(page)
	}
	return all
}

// varint reads a number of up to nine bytes, and returns how many it has; 0 where it
// is cut off.
func varint(b []byte) (value int64, n int) {
	for i := range min(len(b), 9) {
		if i == 8 {
			return value<<8 | int64(b[i]), 9
		}
		value = value<<7 | int64(b[i]&0x7f)
		if b[i] < 0x80 {
			return value, i + 1
		}
	}
	return 0, 0
}

// appendVarint appends a number as varint reads it.
func appendVarint(b []byte, value int64) []byte {
	v := uint64(value)
	if v >= 1<<56 {
		b = append(b, 0, 0, 0, 0, 0, 0, 0, 0, byte(v))
		v >>= 8
		for i := len(b) - 2; i >= len(b)-9; i-- {
			b[i] = byte(v&0x7f) | 0x80
			v >>= 7
		}
		return b
	}
	from := len(b)
	for {
		b = append(b, byte(v&0x7f)|0x80)
		if v >>= 7; v == 0 {
			break
		}
	}
	slices.Reverse(b[from:])
	b[len(b)-1] &= 0x7f
	return b
}
