package library

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gloss/articles"
	"gloss/articles/keep"
)

// maxWords is the most words of a query that are looked at.
const maxWords = 64

// A pattern is what a search must find: terms of one or more words in a row.
type pattern struct {
	words []string // of all terms one after the other, folded
	terms []term
}

// A term is the words [first, last] of a pattern.
type term struct {
	first, last int
	prefix      bool // the last word may go on
}

// patternOf returns the pattern of words as keep.Terms reads them. What has
// neither letters nor digits is left out.
func patternOf(words string) pattern {
	var p pattern
	for _, t := range keep.Terms(words) {
		first := len(p.words)
		eachWord(t.Text, func(word []byte, _ articles.Span) {
			if len(p.words) < maxWords {
				p.words = append(p.words, string(word))
			}
		})
		if last := len(p.words) - 1; last >= first {
			p.terms = append(p.terms, term{first, last, t.Prefix})
		}
	}
	return p
}

// match returns the pattern as FTS5 reads it. All words are quoted, so that
// nothing in them acts; empty where there are none.
func (p pattern) match() string {
	var parts []string
	for _, t := range p.terms {
		part := `"` + strings.Join(p.words[t.first:t.last+1], " ") + `"`
		if t.prefix {
			part += " *"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " AND ")
}

// A found is a place where a term stands.
type found struct {
	term int
	articles.Span
}

// in returns all places of the terms in a text, by their ends. It is the
// shift-and method, with words in place of letters: bit i of state says that
// the words up to word i of its term have just been read.
func (p pattern) in(text string) []found {
	var (
		all    []found
		starts [maxWords]int // of the words read last
		n      int
		state  uint64
		begin  uint64 // bits of the terms' first words
	)
	for _, t := range p.terms {
		begin |= 1 << t.first
	}
	prefix := make([]bool, len(p.words))
	for _, t := range p.terms {
		prefix[t.last] = t.prefix
	}
	eachWord(text, func(word []byte, at articles.Span) {
		starts[n%maxWords] = at.Start
		n++
		var mask uint64
		for i, w := range p.words {
			if len(w) <= len(word) && string(word[:len(w)]) == w && (len(w) == len(word) || prefix[i]) {
				mask |= 1 << i
			}
		}
		if state = (state<<1 | begin) & mask; state == 0 {
			return
		}
		for i, t := range p.terms {
			if state>>t.last&1 == 1 {
				start := starts[(n-1-(t.last-t.first))%maxWords]
				all = append(all, found{i, articles.Span{Start: start, End: at.End}})
			}
		}
	})
	return all
}

// eachWord calls f for each word of a text, folded, as the index has them: see
// the tokenizer unicode61 of SQLite with remove_diacritics 2. The bytes are only
// good until f returns. Of scripts that are newer than its tables (Unicode 6.1)
// it takes signs for letters that are none.
func eachWord(text string, f func(word []byte, at articles.Span)) {
	var word []byte
	start := -1
	for i := 0; i <= len(text); {
		r, size := rune(' '), 1
		if i < len(text) {
			if r = rune(text[i]); r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(text[i:])
			}
		}
		switch {
		case wordRune(r):
			if start < 0 {
				start, word = i, word[:0]
			}
			word = appendFolded(word, r)
		case start >= 0 && diacritic(r): // goes on, and is left out
		case start >= 0:
			f(word, articles.Span{Start: start, End: i})
			start = -1
		}
		i += size
	}
}

// wordRune reports whether a character is of a word.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
}

// diacritic reports whether a character is a mark that makes no difference.
func diacritic(r rune) bool { return unicode.Is(diacritics, r) }

// diacritics are the marks that unicode61 leaves out.
var diacritics = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x300, Hi: 0x304, Stride: 1}, {Lo: 0x306, Hi: 0x30c, Stride: 1}, {Lo: 0x30f, Hi: 0x311, Stride: 2}, {Lo: 0x31b, Hi: 0x31b, Stride: 1},
	{Lo: 0x323, Hi: 0x328, Stride: 1}, {Lo: 0x32d, Hi: 0x32e, Stride: 1}, {Lo: 0x330, Hi: 0x331, Stride: 1},
}}

// appendFolded appends a letter in lower case, and a Latin one without its
// marks.
func appendFolded(word []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(word, byte(r))
	}
	if r == 'ſ' || r == 'ẛ' || r == 'µ' || unicode.Is(unicode.Greek, r) { // of the two small sigmas, say
		r = unicode.ToUpper(r)
	}
	r = unicode.ToLower(r)
	if parts := norm.NFD.PropertiesString(string(r)).Decomposition(); len(parts) > 0 && parts[0] < utf8.RuneSelf {
		return append(word, parts[0])
	}
	return utf8.AppendRune(word, r)
}
