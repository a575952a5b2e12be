package tagger

import (
	"encoding/binary"
	"errors"
	"math"

	"gloss/annotate/fingerprint"
)

// ErrCorrupt is returned for bytes that are no model.
var ErrCorrupt = errors.New("corrupt statements model")

// A Table holds rows of whole numbers by hashed key. It reads from the string
// that AppendTable made: a byte with the number b of bits that choose a bucket,
// a byte with the width of a row, 2^b+1 numbers of 32 bits that say at which row
// each bucket begins, and the rows: 16 bits of the key, a byte with the power of
// two that the row is multiplied by, and its numbers, a byte each.
type Table struct {
	bits  uint
	width int
	index string
	rows  string
}

// OpenTable returns the table at the beginning of s, and what follows it.
func OpenTable(s string) (Table, string, error) {
	if len(s) < 2 || s[0] < 1 || s[0] > 24 || s[1] < 1 || s[1] > N {
		return Table{}, "", ErrCorrupt
	}
	t := Table{bits: uint(s[0]), width: int(s[1])}
	size := 4 * (1<<t.bits + 1)
	if len(s) < 2+size {
		return Table{}, "", ErrCorrupt
	}
	t.index, s = s[2:2+size], s[2+size:]
	last := uint32(0)
	for i := 0; i < size; i += 4 {
		n := fingerprint.Uint32(t.index, i)
		if n < last {
			return Table{}, "", ErrCorrupt
		}
		last = n
	}
	end := uint64(last) * uint64(3+t.width)
	if uint64(len(s)) < end {
		return Table{}, "", ErrCorrupt
	}
	t.rows = s[:end]
	return t, s[end:], nil
}

// find returns the row of a key, or an empty string.
func (t *Table) find(key uint64) string {
	b := int(key>>(64-t.bits)) * 4
	size := 3 + t.width
	i, end := int(fingerprint.Uint32(t.index, b))*size, int(fingerprint.Uint32(t.index, b+4))*size
	low, high := byte(key), byte(key>>8)
	for ; i < end; i += size {
		if t.rows[i] == low && t.rows[i+1] == high {
			return t.rows[i+2 : i+size]
		}
	}
	return ""
}

// Number returns the first number of the row of a key, and 0 without one.
func (t *Table) Number(key uint64) int32 {
	row := t.find(key)
	if row == "" {
		return 0
	}
	return int32(int8(row[1])) << row[0]
}

// AppendTable appends the packed form of the rows, which are all of one width
// and whose numbers count units. The order of the keys is that of their size.
func AppendTable(dst []byte, keys []uint64, row func(i int) []float32, width int, unit float64) []byte {
	bits := uint(1)
	for len(keys)>>bits > 2 {
		bits++
	}
	dst = append(dst, byte(bits), byte(width))
	n := 0
	for b := range 1<<bits + 1 {
		for n < len(keys) && keys[n]>>(64-bits) < uint64(b) {
			n++
		}
		dst = binary.LittleEndian.AppendUint32(dst, uint32(n))
	}
	for i, key := range keys {
		w := row(i)
		most := 0.0
		for _, x := range w {
			most = max(most, math.Abs(float64(x))/unit)
		}
		shift := 0
		for most > float64(int(127)<<shift) && shift < 7 {
			shift++
		}
		dst = binary.LittleEndian.AppendUint16(dst, uint16(key))
		dst = append(dst, byte(shift))
		for _, x := range w {
			q := math.Round(float64(x) / unit / float64(int(1)<<shift))
			dst = append(dst, byte(int8(max(-127, min(127, q)))))
		}
	}
	return dst
}
