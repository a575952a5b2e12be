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
	rows  table
	edges [Kinds]Edges
}

// Open returns the model that is packed in s. The weights of features are left
// where they are.
func Open(s string) (*Model, error) {
	if len(s) < 2*Kinds*steps {
		return nil, ErrCorrupt
	}
	m := new(Model)
	var err error
	if m.rows, err = openTable(s[2*Kinds*steps:]); err != nil {
		return nil, err
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
	return m, nil
}

// steps is the number of pairs of labels that may follow each other.
const steps = N*N - 3*(N-2)

// Add adds the weights of the features to the sum.
func (m *Model) Add(features []uint64, sum *Sum) { m.rows.add(features, sum) }

// Edges returns the factors of the steps of a kind, which is below Kinds.
func (m *Model) Edges(kind int) *Edges { return &m.edges[kind] }

// Weights are what a learner has found, before they are packed.
type Weights struct {
	Features map[uint64]*Row
	Edges    [Kinds]Edges // logarithms of the factors
}

// Pack returns the packed model with about keep features, those with the largest
// weights.
func (w *Weights) Pack(keep int) []byte {
	var out []byte
	for k := range w.Edges {
		for next := range Label(N) {
			for prev := range Label(N) {
				if next.Follows(prev) {
					q := math.Round(float64(w.Edges[k][next][prev]) / Unit)
					out = binary.LittleEndian.AppendUint16(out, uint16(int16(max(math.MinInt16, min(math.MaxInt16, q)))))
				}
			}
		}
	}
	type sized struct {
		weighted
		most float32
	}
	all := make([]sized, 0, len(w.Features))
	for k, row := range w.Features {
		s := sized{weighted: weighted{key: k}}
		for t := range row {
			s.row[t] = row[t] - row[Outside]
			s.most = max(s.most, float32(math.Abs(float64(s.row[t]))))
		}
		if s.most > 2*Unit {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b sized) int {
		return cmp.Or(cmp.Compare(b.most, a.most), cmp.Compare(a.key, b.key))
	})
	all = all[:min(keep, len(all))]
	rows := make([]weighted, len(all))
	for i, s := range all {
		rows[i] = s.weighted
	}
	return appendTable(out, rows)
}
