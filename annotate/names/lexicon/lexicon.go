// Package lexicon tells in which lists of names a word or a phrase stands: cities
// by size, regions, given and family names, clubs, companies, newspapers and
// parties, peoples, and the words that names of bodies are made with.
//
// The lists are kept as hashes in one table that is compiled into the program.
// The command gloss-train makes it.
package lexicon

import (
	_ "embed"

	"gloss/annotate/fingerprint"
)

//go:embed lists.bin
var packed string

// A List is one of the lists.
type List uint8

// The lists.
const (
	Metropolis List = iota // a city of more than half a million
	City                   // of more than a hundred thousand
	Town
	Region
	Given
	Family
	Club
	Body
	Head // begins or ends names of bodies
	Group
	Lists = 10
)

// A Set is a set of lists.
type Set uint16

// Has reports whether l is in the set.
func (s Set) Has(l List) bool { return s>>l&1 == 1 }

// A Table finds phrases. The zero Table is empty.
type Table struct{ table fingerprint.Table }

// Default returns the table that is compiled in.
func Default() (Table, error) {
	t, err := fingerprint.Open(packed)
	return Table{t}, err
}

// Longest is how many words the longest phrase has.
const Longest = 6

// begins marks the key of a first word, whose value is the number of words of
// the longest phrase that it begins.
const begins = 0x62656769

// From returns how many words the longest phrase has that begins with a word,
// given by the fingerprint.Sum of its lower-cased form; 0 if there is none.
func (t *Table) From(sum uint64) int {
	n, _ := t.table.Find(fingerprint.Join(sum, begins))
	return int(min(n, Longest))
}

// Find returns the lists that hold a phrase, given by its Key.
func (t *Table) Find(key uint64) Set {
	v, _ := t.table.Find(key)
	return Set(v)
}

// Key returns the key of a phrase from that of all its words but the last (0 for
// the first word) and the fingerprint.Sum of that one, lower-cased.
func Key(before, sum uint64) uint64 { return fingerprint.Join(before, sum) }

// A Builder collects phrases for a table.
type Builder map[uint64]uint16

// Add puts a phrase of the words with the given sums into a list. Phrases with
// more words than Longest are left out.
func (b Builder) Add(l List, sums []uint64) {
	if len(sums) == 0 || len(sums) > Longest {
		return
	}
	key := uint64(0)
	for _, s := range sums {
		key = Key(key, s)
	}
	b[key] |= 1 << l
	first := fingerprint.Join(sums[0], begins)
	b[first] = max(b[first], uint16(len(sums)))
}

// Pack returns the packed table.
func (b Builder) Pack() []byte { return fingerprint.Pack(b) }
