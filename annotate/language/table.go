package language

import (
	_ "embed"
	"math/bits"
	"strings"
	"unicode/utf8"
)

//go:embed data/words.tsv
var wordsTSV string

// maxWords is the room for the different words of the table.
const maxWords = 2048

// longestWord is how many bytes the longest word of the table has.
const longestWord = 16

// english is the place of English, the first in the table.
const english = 0

// A table tells the languages that have a word.
type table struct {
	tags    []string
	scripts []string // the tags of their scripts, "" for Latin
	words   map[string]entry
}

// An entry is a word of the table: its number, and the languages that have it,
// one bit each.
type entry struct {
	number int32
	in     uint64
}

func compile() *table {
	t := &table{words: make(map[string]entry, maxWords)}
	for line := range strings.Lines(wordsTSV) {
		tag, rest, ok := strings.Cut(line, "\t")
		_, words, named := strings.Cut(rest, "\t")
		if !ok || !named {
			continue
		}
		bit := uint64(1) << len(t.tags)
		t.tags = append(t.tags, tag)
		t.scripts = append(t.scripts, scriptTag(words))
		for w := range strings.FieldsSeq(words) {
			e, known := t.words[w]
			if !known {
				e.number = int32(len(t.words))
			}
			e.in |= bit
			t.words[w] = e
		}
	}
	return t
}

// scriptTag returns the tag of the script of the first letter of s.
func scriptTag(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	if i := scriptOf(r); i >= 0 {
		return scripts[i].tag
	}
	return ""
}

// Name returns the English name of the language of a tag, such as "German" for
// "de" or "de-AT", or "" if the package does not know the language.
func Name(tag string) string {
	for _, s := range scripts {
		if s.tag == tag {
			return s.name
		}
	}
	base := Base(tag)
	for line := range strings.Lines(wordsTSV) {
		if t, rest, _ := strings.Cut(line, "\t"); t == base {
			name, _, _ := strings.Cut(rest, "\t")
			return name
		}
	}
	for _, s := range scripts {
		if s.tag == base {
			return s.name
		}
	}
	return ""
}

// Base returns the language of a tag without script and region, in small
// letters: "en" for "en-GB", "EN_us" and "eng". It returns "" for what is no
// tag of a single language.
func Base(tag string) string {
	end := strings.IndexAny(tag, "-_")
	if end < 0 {
		end = len(tag)
	}
	base := strings.ToLower(tag[:end])
	if len(base) < 2 || len(base) > 3 {
		return ""
	}
	for i := range len(base) {
		if base[i] < 'a' || base[i] > 'z' {
			return ""
		}
	}
	switch base {
	case "und", "mul", "zxx", "mis":
		return ""
	case "eng":
		return "en"
	}
	return base
}

// count adds one for each language in the set.
func (h *hits) count(set uint64) {
	for ; set != 0; set &= set - 1 {
		h[bits.TrailingZeros64(set)]++
	}
}

// hits counts words by language.
type hits [64]int
