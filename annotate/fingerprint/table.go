package fingerprint

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
)

// A Table maps keys to values of 16 bits. The zero Table is empty. It reads
// from the string that Pack made: a byte with the number b of bits that choose
// a bucket, 2^b+1 numbers of 32 bits that say at which entry each bucket
// begins, and the entries, 16 bits of the key and the value each. All numbers
// are little-endian.
type Table struct {
	bits    uint
	index   string
	entries string
}

// ErrCorrupt is returned for bytes that are no table.
var ErrCorrupt = errors.New("corrupt fingerprint table")

// Open returns the table that is packed in s, without copying it.
func Open(s string) (Table, error) {
	if len(s) < 1 || s[0] > 24 {
		return Table{}, ErrCorrupt
	}
	bits := uint(s[0])
	size := 4 * (1<<bits + 1)
	if len(s) < 1+size {
		return Table{}, ErrCorrupt
	}
	t := Table{bits: bits, index: s[1 : 1+size], entries: s[1+size:]}
	last := uint32(0)
	for i := 0; i < size; i += 4 {
		n := Uint32(t.index, i)
		if n < last {
			return Table{}, ErrCorrupt
		}
		last = n
	}
	if uint64(last)*4 != uint64(len(t.entries)) {
		return Table{}, ErrCorrupt
	}
	return t, nil
}

// Find returns the value of key, and whether there is one.
func (t *Table) Find(key uint64) (uint16, bool) {
	if t.index == "" {
		return 0, false
	}
	at := int(key>>(64-t.bits)) * 4
	first, end := Uint32(t.index, at), Uint32(t.index, at+4)
	want := uint16(key)
	for i := int(first) * 4; i < int(end)*4; i += 4 {
		if Uint16(t.entries, i) == want {
			return Uint16(t.entries, i+2), true
		}
	}
	return 0, false
}

// Pack returns the table of the values, keyed by hash.
func Pack(values map[uint64]uint16) []byte {
	keys := make([]uint64, 0, len(values))
	for k := range values {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b uint64) int { return cmp.Compare(a, b) })
	bits := uint(1)
	for len(keys)>>bits > 4 {
		bits++
	}
	out := []byte{byte(bits)}
	n := 0
	for b := range 1<<bits + 1 {
		for n < len(keys) && keys[n]>>(64-bits) < uint64(b) {
			n++
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, k := range keys {
		out = binary.LittleEndian.AppendUint16(out, uint16(k))
		out = binary.LittleEndian.AppendUint16(out, values[k])
	}
	return out
}

// Uint16 returns the little-endian number of 16 bits at byte i of s.
func Uint16(s string, i int) uint16 { return uint16(s[i]) | uint16(s[i+1])<<8 }

// Uint32 returns the little-endian number of 32 bits at byte i of s.
func Uint32(s string, i int) uint32 {
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}
