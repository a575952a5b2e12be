// Package cluster tells which group of like words a word belongs to, at several
// sizes of groups. The groups are those of word vectors, so that words which
// stand in like places share a group: "Lavrov" and "Kerry", "Aleppo" and
// "Mosul".
//
// The table is compiled into the program and read where it lies. The command
// gloss-train makes it.
package cluster

import (
	_ "embed"

	"gloss/annotate/fingerprint"
)

//go:embed words.bin
var packed string

// Levels is the number of sizes of groups. Level 0 has the smallest groups, of
// which each lies within one group of the next level.
const Levels = 4

// A Table finds the groups of words. The zero Table knows no word.
type Table struct {
	words  fingerprint.Table
	levels string // for each group of level 0 its groups at the other levels
}

// Words returns the table that is compiled in.
func Words() (Table, error) { return Open(packed) }

// Open returns the table that Pack packed in s, without copying it.
func Open(s string) (Table, error) {
	if len(s) < 2 {
		return Table{}, fingerprint.ErrCorrupt
	}
	size := int(fingerprint.Uint16(s, 0)) * 2 * (Levels - 1)
	if len(s) < 2+size {
		return Table{}, fingerprint.ErrCorrupt
	}
	words, err := fingerprint.Open(s[2+size:])
	return Table{words: words, levels: s[2 : 2+size]}, err
}

// Find returns the groups of a word by the fingerprint.Sum of its lower-cased
// form, the smallest first, and whether the word is known.
func (t *Table) Find(sum uint64) ([Levels]uint16, bool) {
	leaf, ok := t.words.Find(sum)
	at := int(leaf) * 2 * (Levels - 1)
	if !ok || at >= len(t.levels) {
		return [Levels]uint16{}, false
	}
	out := [Levels]uint16{leaf}
	for i := range out[1:] {
		out[i+1] = fingerprint.Uint16(t.levels, at+2*i)
	}
	return out, true
}
