// Package model holds the weights of the name recogniser in the form in which
// they are compiled into the program: quantised to 8 bits, found by hash, and
// read where they lie.
//
// A model begins with a head of fixed size, which says how long each section
// is. The rows come first: each feature's hash chooses a bucket; a bucket holds
// rows of 16 bits of the hash, a byte with the number of weights (5 bits) and a
// power of two that they are multiplied by (3 bits), and for each weight the tag
// and the number. After them come the edges: for each kind of token one number
// of 16 bits for every step from one tag to a tag that may follow it.
package model

import (
	"errors"
	"math"

	"gloss/annotate/fingerprint"
	"gloss/annotate/names/tag"
)

const (
	magic    = "gloss names 1\n"
	headSize = len(magic) + 1 + 4*4 + 8*Curves*2
)

// Curves is the number of curves that turn margins into confidences: one for
// each class.
const Curves = tag.Classes

// ErrCorrupt is returned for bytes that are no model.
var ErrCorrupt = errors.New("corrupt model")

// A Model holds the weights of features and edges. It is read-only.
type Model struct {
	bits  uint
	index string
	rows  string
	kinds fingerprint.Table
	edges []tag.Edges
	curve [Curves]Curve
}

// A Curve gives the confidence that belongs to a margin: the logistic function
// of Slope*log(1+margin) + Base.
type Curve struct{ Slope, Base float64 }

// At returns the confidence, between 0 and 1.
func (c Curve) At(margin int32) float64 {
	x := c.Slope*math.Log1p(float64(max(margin, 0))) + c.Base
	return 1 / (1 + math.Exp(-x))
}

// Open returns the model that is packed in s. The weights of features are left
// where they are; the edges, some hundred kilobytes, are unpacked.
func Open(s string) (*Model, error) {
	if len(s) < headSize || s[:len(magic)] != magic {
		return nil, ErrCorrupt
	}
	at := len(magic)
	bits := uint(s[at])
	at++
	var size [4]int // of index, rows, kinds, edges
	for i := range size {
		size[i] = int(fingerprint.Uint32(s, at))
		at += 4
	}
	m := &Model{bits: bits}
	for i := range m.curve {
		m.curve[i] = Curve{Slope: float(s, at), Base: float(s, at+8)}
		at += 16
	}
	if bits < 1 || bits > 24 || size[0] != 4*(1<<bits+1) || len(s) != at+size[0]+size[1]+size[2]+size[3] {
		return nil, ErrCorrupt
	}
	section := func(i int) string {
		from := at
		at += size[i]
		return s[from:at]
	}
	m.index, m.rows = section(0), section(1)
	var err error
	if m.kinds, err = fingerprint.Open(section(2)); err != nil {
		return nil, ErrCorrupt
	}
	return m, m.openEdges(section(3))
}

// openEdges unpacks the edges, of which the first are those of every token.
func (m *Model) openEdges(s string) error {
	size := 2 * steps
	if len(s) == 0 || len(s)%size != 0 {
		return ErrCorrupt
	}
	m.edges = make([]tag.Edges, len(s)/size)
	at := 0
	for k := range m.edges {
		for next := range tag.Tag(tag.N) {
			for prev := range tag.Tag(tag.N) {
				if !next.Follows(prev) {
					continue
				}
				m.edges[k][next][prev] = int32(int16(fingerprint.Uint16(s, at)))
				if k > 0 {
					m.edges[k][next][prev] += m.edges[0][next][prev]
				}
				at += 2
			}
		}
	}
	return nil
}

// steps is the number of pairs of tags that may follow each other.
var steps = func() int {
	n := 0
	for next := range tag.Tag(tag.N) {
		for prev := range tag.Tag(tag.N) {
			if next.Follows(prev) {
				n++
			}
		}
	}
	return n
}()

// batch is how many features are looked up together.
const batch = 64

// Add adds the weights of the features to the scores. It looks up a number of
// them side by side, for the tables do not fit the nearest cache and the waits
// for memory then overlap.
func (m *Model) Add(features []uint64, scores *tag.Scores) {
	var starts, ends [batch]uint32
	for len(features) > 0 {
		n := min(len(features), batch)
		for k, f := range features[:n] {
			b := int(f>>(64-m.bits)) * 4
			starts[k], ends[k] = fingerprint.Uint32(m.index, b), fingerprint.Uint32(m.index, b+4)
		}
		for k, f := range features[:n] {
			m.addRow(f, int(starts[k]), int(ends[k]), scores)
		}
		features = features[n:]
	}
}

// addRow adds the weights of a feature, whose row is in the bytes [i, end) if
// there is one.
func (m *Model) addRow(feature uint64, i, end int, scores *tag.Scores) {
	low, high := byte(feature), byte(feature>>8)
	for i < end {
		row := m.rows[i:end]
		n := int(row[2] & 31)
		if row[0] != low || row[1] != high {
			i += 3 + 2*n
			continue
		}
		shift := row[2] >> 5
		for w := row[3 : 3+2*n]; len(w) >= 2; w = w[2:] {
			scores[w[0]] += int32(int8(w[1])) << shift
		}
		return
	}
}

// Edges returns the edges to a token of the first of the given kinds that the
// model knows.
func (m *Model) Edges(kinds []uint64) *tag.Edges {
	for _, k := range kinds {
		if i, ok := m.kinds.Find(k); ok && int(i) < len(m.edges) {
			return &m.edges[i]
		}
	}
	return &m.edges[0]
}

// Confidence returns how sure a name of class c is, between 0 and 1, if the
// best path beats the best one without it by margin.
func (m *Model) Confidence(c tag.Class, margin int32) float64 { return m.curve[c].At(margin) }

func float(s string, at int) float64 {
	return math.Float64frombits(uint64(fingerprint.Uint32(s, at)) | uint64(fingerprint.Uint32(s, at+4))<<32)
}
