package parse

import (
	"encoding/binary"
	"math"

	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/tagger"
)

const magic = "gloss statements 1\n"

// Packed are the parts of a packed model.
type Packed struct {
	CueWords      []byte // a fingerprint.Table
	First, Second []byte // tagger.Models
	Judge         []byte // a fingerprint.Table
	Curve         Curve
	Least         float64
}

// Pack returns the model as the bytes that Open reads.
func (p Packed) Pack() []byte {
	out := []byte(magic)
	for _, x := range []float64{p.Least, p.Curve.Slope, p.Curve.Base} {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(x))
	}
	for _, part := range [][]byte{p.CueWords, p.First, p.Second, p.Judge} {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	return out
}

// Open returns the parser and the table of cue words that are packed in s. The
// weights are left where they are.
func Open(s string) (*Parser, fingerprint.Table, error) {
	if len(s) < len(magic)+3*8 || s[:len(magic)] != magic {
		return nil, fingerprint.Table{}, tagger.ErrCorrupt
	}
	s = s[len(magic):]
	var numbers [3]float64
	for i := range numbers {
		numbers[i] = math.Float64frombits(uint64(fingerprint.Uint32(s, 0)) | uint64(fingerprint.Uint32(s, 4))<<32)
		s = s[8:]
	}
	p := &Parser{Least: numbers[0]}
	var parts [4]string
	for i := range parts {
		if len(s) < 4 {
			return nil, fingerprint.Table{}, tagger.ErrCorrupt
		}
		n := int(fingerprint.Uint32(s, 0))
		if s = s[4:]; len(s) < n {
			return nil, fingerprint.Table{}, tagger.ErrCorrupt
		}
		parts[i], s = s[:n], s[n:]
	}
	words, err := fingerprint.Open(parts[0])
	if err != nil {
		return nil, fingerprint.Table{}, tagger.ErrCorrupt
	}
	if p.First, err = tagger.Open(parts[1]); err != nil {
		return nil, fingerprint.Table{}, err
	}
	if p.Second, err = tagger.Open(parts[2]); err != nil {
		return nil, fingerprint.Table{}, err
	}
	table, err := fingerprint.Open(parts[3])
	if err != nil {
		return nil, fingerprint.Table{}, tagger.ErrCorrupt
	}
	p.Judge = Judge{table, Curve{numbers[1], numbers[2]}}
	return p, words, nil
}
