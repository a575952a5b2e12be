package tagger

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"gloss/annotate/fingerprint"
)

// Unit is the size of 1 in the packed weights.
const Unit = 1.0 / 128

// Kinds is the number of kinds of steps from one token to the next.
const Kinds = 1 << 10

// A Sum adds up weights of features for each label, in units.
type Sum [N]int32

// Plus adds the sum o.
func (s *Sum) Plus(o *Sum) {
	for t := range s {
		s[t] += o[t]
	}
}

// Row returns the sum as scores.
func (s *Sum) Row() Row {
	var r Row
	for t, x := range s {
		r[t] = float32(x) * Unit
	}
	return r
}

// A Model holds the weights of features and of steps. It is read-only.
type Model struct {
	rows  Table
	edges [Kinds]Edges
}

// Open returns the model at the beginning of s, and what follows it. The
// weights of features are left where they are.
func Open(s string) (*Model, string, error) {
	m := new(Model)
	var err error
	if m.rows, s, err = OpenTable(s); err != nil {
		return nil, "", err
	}
	if m.rows.width != N || len(s) < 2*Kinds*steps {
		return nil, "", ErrCorrupt
	}
	at := 0
	for k := range m.edges {
		for next := range Label(N) {
			for prev := range Label(N) {
				if next.Follows(prev) {
					q := int16(fingerprint.Uint16(s, at))
					m.edges[k][next][prev] = float32(math.Exp(float64(q) * Unit))
					at += 2
				}
			}
		}
	}
	return m, s[at:], nil
}

// steps is the number of pairs of labels that may follow each other.
const steps = N*N - 3*(N-2)

// Add adds the weights of a feature to the sum.
func (m *Model) Add(feature uint64, sum *Sum) {
	row := m.rows.find(feature)
	if len(row) != 1+N {
		return
	}
	shift := row[0] & 7
	for t := range sum {
		sum[t] += int32(int8(row[1+t])) << shift
	}
}

// Edges returns the factors of the steps of a kind, which is below Kinds.
func (m *Model) Edges(kind int) *Edges { return &m.edges[kind] }

// Weights are what a learner has found, before they are packed.
type Weights struct {
	Features map[uint64]*Row
	Edges    [Kinds]Edges // logarithms of the factors
}

// Append appends the packed model with at most keep features, those with the
// largest weights.
func (w *Weights) Append(dst []byte, keep int) []byte {
	type sized struct {
		key  uint64
		most float32
	}
	all := make([]sized, 0, len(w.Features))
	for k, row := range w.Features {
		most := float32(0)
		for _, x := range row {
			most = max(most, float32(math.Abs(float64(x))))
		}
		if most > 2*Unit {
			all = append(all, sized{k, most})
		}
	}
	slices.SortFunc(all, func(a, b sized) int {
		return cmp.Or(cmp.Compare(b.most, a.most), cmp.Compare(a.key, b.key))
	})
	all = all[:min(keep, len(all))]
	keys := make([]uint64, len(all))
	for i, s := range all {
		keys[i] = s.key
	}
	slices.Sort(keys)
	dst = AppendTable(dst, keys, func(i int) []float32 { return w.Features[keys[i]][:] }, N, Unit)
	for k := range w.Edges {
		for next := range Label(N) {
			for prev := range Label(N) {
				if next.Follows(prev) {
					q := math.Round(float64(w.Edges[k][next][prev]) / Unit)
					dst = binary.LittleEndian.AppendUint16(dst, uint16(int16(max(math.MinInt16, min(math.MaxInt16, q)))))
				}
			}
		}
	}
	return dst
}
