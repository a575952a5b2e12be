// Package affinity tells of words how much they are like the words that names of
// each class are made of, going by their vectors. A word that no annotated text
// holds still stands near others that do: the vector of "Tegucigalpa" is near
// those of other cities.
//
// The table is compiled into the program; the command gloss-train makes it with
// a small neural network from word vectors to classes, which is not needed
// afterwards.
package affinity

import (
	_ "embed"

	"gloss/annotate/fingerprint"
	"gloss/annotate/names/tag"
)

//go:embed words.bin
var packed string

// Levels is the number of degrees of affinity.
const Levels = 8

// bits hold one degree.
const bits = 3

// A Table finds the affinities of words. The zero Table knows no word.
type Table struct{ words fingerprint.Table }

// Words returns the table that is compiled in.
func Words() (Table, error) {
	t, err := fingerprint.Open(packed)
	return Table{t}, err
}

// An Affinity holds a degree for each class.
type Affinity uint16

// Of returns the degree, below Levels, of class c.
func (a Affinity) Of(c tag.Class) int { return int(a>>(bits*c)) & (Levels - 1) }

// Find returns the affinity of a word by the fingerprint.Sum of its lower-cased
// form, and whether the word is known.
func (t *Table) Find(sum uint64) (Affinity, bool) {
	v, ok := t.words.Find(sum)
	return Affinity(v), ok
}

// limits are the probabilities from which the degrees begin.
var limits = [Levels - 1]float32{0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.88}

// Degrees returns the affinity that stands for the probabilities of the classes.
func Degrees(p []float32) Affinity {
	var a Affinity
	for c := range tag.Classes {
		n := Affinity(0)
		for int(n) < len(limits) && p[c] >= limits[n] {
			n++
		}
		a |= n << (bits * c)
	}
	return a
}

// Pack returns the packed table of affinities, by the sums of the words.
func Pack(words map[uint64]Affinity) []byte {
	values := make(map[uint64]uint16, len(words))
	for k, v := range words {
		values[k] = uint16(v)
	}
	return fingerprint.Pack(values)
}
