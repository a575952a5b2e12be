package tagger

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// ErrCorrupt is returned for bytes that are no model.
var ErrCorrupt = errors.New("corrupt statements model")

// A table holds the weights of features, found by hash. It is made of lines of
// 64 bytes, so that a feature costs one look into memory: a part of the hash
// chooses the line, which holds seven rows. First come 16 bits of the hash of
// each row, then for each a byte with the power of two that it is multiplied by,
// then six numbers of a byte each: the weights of all labels but Outside, which
// has 0. An empty row has nothing but zeros.
type table struct {
	lines string
	n     uint64
}

const (
	lineSize = 64
	rowsLine = 7
	width    = N - 1
	shiftAt  = 2 * rowsLine
	rowsAt   = 3 * rowsLine
)

func openTable(s string) (table, error) {
	if len(s) == 0 || len(s)%lineSize != 0 {
		return table{}, ErrCorrupt
	}
	return table{s, uint64(len(s) / lineSize)}, nil
}

// lineOf returns which of n lines a hash belongs to.
func lineOf(hash, n uint64) uint64 {
	hi, _ := bits.Mul64(hash, n)
	return hi
}

func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// everyLane has a 1 in each of four lanes of 16 bits.
const everyLane = 0x0001_0001_0001_0001

// zeroLane returns the lowest of the four lanes of 16 bits that is zero, or 4.
func zeroLane(x uint64) int {
	return bits.TrailingZeros64((x-everyLane)&^x&(everyLane<<15)) >> 4
}

// batch is how many features are looked up at a time: their lines are all
// asked for before the first is used.
const batch = 32

// add adds the weights of the features to the sum.
func (t *table) add(features []uint64, sum *Sum) {
	var at [batch]int
	var low [batch]uint64
	for len(features) > 0 {
		n := min(len(features), batch)
		for i, f := range features[:n] {
			at[i] = int(lineOf(f, t.n)) * lineSize
			low[i] = load(t.lines[at[i]:])
		}
		for i, f := range features[:n] {
			hash := f & 0xffff * everyLane
			row := zeroLane(low[i] ^ hash)
			line := t.lines[at[i] : at[i]+lineSize]
			if row == 4 {
				// The lane after the last hash has other things in it.
				row = 4 + zeroLane(load(line[8:])^hash|1<<63)
				if row >= rowsLine {
					continue
				}
			}
			shift := line[shiftAt+row] & 7
			w := line[rowsAt+row*width : rowsAt+row*width+width]
			for k := range width {
				sum[1+k] += int32(int8(w[k])) << shift
			}
		}
		features = features[n:]
	}
}

// A weighted feature is one with its weights.
type weighted struct {
	key uint64
	row Row
}

// appendTable appends the packed rows, which are in the order of their
// importance. Where a line is full, the less important ones are left out.
func appendTable(dst []byte, rows []weighted) []byte {
	n := uint64(len(rows)/6 + 1)
	lines := make([]byte, n*lineSize)
	used := make([]uint8, n)
	for _, r := range rows {
		k := lineOf(r.key, n)
		i := int(used[k])
		if i == rowsLine {
			continue
		}
		used[k]++
		line := lines[k*lineSize:][:lineSize]
		most := 0.0
		for _, x := range r.row[1:] {
			most = max(most, math.Abs(float64(x))/Unit)
		}
		shift := 0
		for most > float64(int(127)<<shift) && shift < 7 {
			shift++
		}
		binary.LittleEndian.PutUint16(line[2*i:], uint16(r.key))
		line[shiftAt+i] = byte(shift)
		for t, x := range r.row[1:] {
			q := math.Round(float64(x) / Unit / float64(int(1)<<shift))
			line[rowsAt+i*width+t] = byte(int8(max(-127, min(127, q))))
		}
	}
	return append(dst, lines...)
}
