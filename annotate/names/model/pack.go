package model

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"gloss/annotate/fingerprint"
	"gloss/annotate/names/tag"
)

// Weights are what a learner has found, before they are packed.
type Weights struct {
	Features map[uint64]*[tag.N]float32
	// Edges are those of every token; Kinds are what is added to them for
	// tokens of a kind.
	Edges [tag.N][tag.N]float32
	Kinds map[uint64]*[tag.N][tag.N]float32
	Curve [Curves]Curve
}

// Add adds the weights of more to those of w.
func (w *Weights) Add(more *Weights) {
	for k, row := range more.Features {
		into := w.Features[k]
		if into == nil {
			into = new([tag.N]float32)
			w.Features[k] = into
		}
		for t, x := range row {
			into[t] += x
		}
	}
	addEdges(&w.Edges, &more.Edges)
	for k, e := range more.Kinds {
		into := w.Kinds[k]
		if into == nil {
			into = new([tag.N][tag.N]float32)
			w.Kinds[k] = into
		}
		addEdges(into, e)
	}
}

func addEdges(into, more *[tag.N][tag.N]float32) {
	for next := range into {
		for prev := range into[next] {
			into[next][prev] += more[next][prev]
		}
	}
}

// largest is the largest weight that a row can hold, in units.
const largest = 127 << 7

// Pack returns the model with at most keep weights of features, those of the
// largest magnitude, and the size of the unit that all its scores count in.
func (w *Weights) Pack(keep int) ([]byte, float64) {
	var sizes []float32
	for _, row := range w.Features {
		for _, x := range row {
			if x != 0 {
				sizes = append(sizes, float32(math.Abs(float64(x))))
			}
		}
	}
	slices.SortFunc(sizes, func(a, b float32) int { return cmp.Compare(b, a) })
	least, unit := float32(0), 1.0
	if len(sizes) > 0 {
		least = sizes[min(keep, len(sizes))-1]
		unit = float64(sizes[0]) / largest
	}
	bits, index, rows := w.packRows(least, unit)
	kinds, edges := w.packEdges(unit)
	out := append([]byte(magic), byte(bits))
	for _, n := range []int{len(index), len(rows), len(kinds), len(edges)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, c := range w.Curve {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(c.Slope))
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(c.Base))
	}
	return slices.Concat(out, index, rows, kinds, edges), unit
}

// packRows packs the weights of at least the given magnitude.
func (w *Weights) packRows(least float32, unit float64) (bits uint, index, rows []byte) {
	keys := make([]uint64, 0, len(w.Features))
	for k, row := range w.Features {
		for _, x := range row {
			if x != 0 && float32(math.Abs(float64(x))) >= least {
				keys = append(keys, k)
				break
			}
		}
	}
	slices.Sort(keys)
	bits = 1
	for len(keys)>>bits > 3 {
		bits++
	}
	n := 0
	for b := range 1<<bits + 1 {
		for n < len(keys) && keys[n]>>(64-bits) < uint64(b) {
			rows = appendRow(rows, keys[n], w.Features[keys[n]], least, unit)
			n++
		}
		index = binary.LittleEndian.AppendUint32(index, uint32(len(rows)))
	}
	return bits, index, rows
}

func appendRow(dst []byte, key uint64, row *[tag.N]float32, least float32, unit float64) []byte {
	most := 0.0
	for _, x := range row {
		most = max(most, math.Abs(float64(x))/unit)
	}
	shift := 0
	for most > float64(int(127)<<shift) && shift < 7 {
		shift++
	}
	dst = binary.LittleEndian.AppendUint16(dst, uint16(key))
	head := len(dst)
	dst = append(dst, byte(shift<<5))
	for t, x := range row {
		q := math.Round(float64(x) / unit / float64(int(1)<<shift))
		if q == 0 || float32(math.Abs(float64(x))) < least {
			continue
		}
		dst = append(dst, byte(t), byte(int8(max(-127, min(127, q)))))
		dst[head]++
	}
	return dst
}

func (w *Weights) packEdges(unit float64) (kinds, edges []byte) {
	edges = appendEdges(nil, &w.Edges, unit)
	keys := make([]uint64, 0, len(w.Kinds))
	for k := range w.Kinds {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	numbers := make(map[uint64]uint16, len(keys))
	for i, k := range keys {
		numbers[k] = uint16(i + 1)
		edges = appendEdges(edges, w.Kinds[k], unit)
	}
	return fingerprint.Pack(numbers), edges
}

func appendEdges(dst []byte, e *[tag.N][tag.N]float32, unit float64) []byte {
	for next := range tag.Tag(tag.N) {
		for prev := range tag.Tag(tag.N) {
			if next.Follows(prev) {
				q := math.Round(float64(e[next][prev]) / unit)
				dst = binary.LittleEndian.AppendUint16(dst, uint16(int16(max(math.MinInt16, min(math.MaxInt16, q)))))
			}
		}
	}
	return dst
}
