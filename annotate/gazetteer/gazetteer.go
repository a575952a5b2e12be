// Package gazetteer holds what is known about words and names before a text is
// read: countries with their peoples, cities and regions, organisations of the
// news, titles, first names, the last words of organisations' names, and
// common words.
//
// The tables are tab-separated files in the folder data, written by hand. They
// are compiled at the first look-up, once for each Gazetteer.
package gazetteer

import (
	"sync"

	"gloss/annotate"
	"gloss/annotate/text"
)

// A Gazetteer looks up words and names. It is safe for concurrent use.
type Gazetteer struct {
	once   sync.Once
	words  map[string]Word
	names  map[string]Entry
	labels map[string]string // names by ID
	former map[string][]formerName

	fullFirst map[string][]string // by short first name
	fullPlace map[string][]string // by short or older name of a place
}

// New returns a gazetteer, which compiles its tables at the first look-up.
func New() *Gazetteer { return &Gazetteer{} }

// An Entry is what a known name stands for.
type Entry struct {
	Type annotate.Type
	// ID is the same for all names of one thing: the ISO 3166 code of a
	// country and of its people, else the name in the table.
	ID string
	// Caps is set for names that count only in capitals ("US", "WHO").
	Caps bool
	// Small is set for names that may begin with a small letter ("al-Qaeda").
	Small bool
}

// Flags tell what a single word can be.
type Flags uint16

// What a word can be.
const (
	Common   Flags = 1 << iota // a word of the language, not only a name
	Function                   // such a word that is no part of a name at its start: "the", "who"
	Title                      // stands before a person's name
	MaleName                   // a man's first name
	FemaleName
	Male     // a title that is a man's
	Female   // a title that is a woman's
	Calendar // a month or a day of the week
)

// A Word is what is known of a single word.
type Word struct {
	Flags Flags
	// Head is the type of the names that end in the word ("Ministry"), if any.
	Head annotate.Type
	// Longest is how many tokens the longest known name has that begins with
	// the word; 0 if none does.
	Longest uint8
}

// Is reports whether the word has one of the flags f.
func (w Word) Is(f Flags) bool { return w.Flags&f != 0 }

// Word returns what is known of a lower-cased word.
func (g *Gazetteer) Word(lower string) Word {
	g.once.Do(g.compile)
	return g.words[lower]
}

// Words returns what is known of each of the words of d, by their numbers.
func (g *Gazetteer) Words(d *text.Document) []Word {
	out := make([]Word, len(d.Words))
	for i, w := range d.Words {
		out[i] = g.Word(w)
	}
	return out
}

// Match returns the longest known name that begins at token i of d and lies
// before token end, and the number of its tokens; 0 if there is none. longest
// is Word.Longest of token i. Capitals must be as they are in the table, or all.
func (g *Gazetteer) Match(d *text.Document, i, end, longest int) (Entry, int) {
	g.once.Do(g.compile)
	var buf [128]byte
	var ends [16]int
	key := buf[:0]
	n := 0
	for n < min(longest, end-i, len(ends)) {
		if n > 0 {
			key = append(key, ' ')
		}
		key = append(key, d.Lower(i+n)...)
		ends[n] = len(key)
		n++
	}
	for ; n > 0; n-- {
		e, ok := g.names[string(key[:ends[n-1]])]
		if ok && fits(d, i, n, e) {
			return e, n
		}
	}
	return Entry{}, 0
}

// fits reports whether the capitals of the n tokens from i are those of e.
func fits(d *text.Document, i, n int, e Entry) bool {
	first := d.Tokens[i]
	if e.Caps {
		return first.Is(text.Caps)
	}
	if !first.Is(text.Capital) {
		return e.Small
	}
	last := d.Tokens[i+n-1]
	return n == 1 || last.Kind != text.Word || last.Flags&(text.Capital|text.Mixed) != 0 || e.Small
}

// Name looks up a whole name, given as its lower-cased tokens with spaces
// between them.
func (g *Gazetteer) Name(lower string) (Entry, bool) {
	g.once.Do(g.compile)
	e, ok := g.names[lower]
	return e, ok
}

// Label returns the usual English name of an ID, or the ID itself.
func (g *Gazetteer) Label(id string) string {
	g.once.Do(g.compile)
	if l := g.labels[id]; l != "" {
		return l
	}
	return id
}
