package clean

import (
	"unicode"
	"unicode/utf8"
)

const (
	// maxMarks is how many combining marks may follow one base character.
	// Written languages need four at most.
	maxMarks = 8
	// maxJoins is how many characters may be joined into one by U+200D. The
	// longest emoji that Unicode recommends has three joins.
	maxJoins = 8
)

const (
	joiner    = '\u200d'
	nonJoiner = '\u200c'
)

// state is what cleaning remembers of the text so far, so that pieces are
// cleaned as their whole would be. The zero value is the start of a text.
type state struct {
	prev  rune // the last character, as it was put out
	marks int  // combining marks since the last base
	joins int  // joiners in the present character
}

// clean appends the clean form of s to dst, but returns nil as long as dst is
// nil and nothing in s needs replacing.
func (st *state) clean(dst []byte, s string) []byte {
	kept := 0 // s[kept:i] is clean and not yet in dst
	for i := 0; i < len(s); {
		if n := safeASCII(s[i:]); n > 0 {
			i += n
			*st = state{prev: rune(s[i-1])}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		out := r
		switch {
		case r == utf8.RuneError && size == 1:
			st.next(r)
		case r == '\r':
			out = '\n'
			if i+1 < len(s) && s[i+1] == '\n' {
				out = ' '
			}
			*st = state{prev: out}
		default:
			out = st.next(r)
			if out == r {
				i += size
				continue
			}
		}
		if dst == nil {
			dst = make([]byte, 0, len(s)+len(s)/8+16)
		}
		dst = append(dst, s[kept:i]...)
		dst = utf8.AppendRune(dst, out)
		i += size
		kept = i
	}
	if dst == nil {
		return nil
	}
	return append(dst, s[kept:]...)
}

// safeASCII returns how many bytes at the start of s are printable ASCII, '\n'
// or '\t'.
func safeASCII(s string) int {
	const (
		ones  = 0x0101010101010101
		highs = 0x8080808080808080
	)
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		// A high bit is left in each byte that is not ASCII, is below 0x20 or
		// is 0x7F (which the addition carries over).
		if (w|(w-ones*0x20)|(w+ones))&highs != 0 {
			for k := i; k < i+8; k++ {
				if !isSafe(s[k]) {
					return k
				}
			}
		}
	}
	for ; i < len(s) && isSafe(s[i]); i++ {
	}
	return i
}

func isSafe(b byte) bool {
	return b >= 0x20 && b < 0x7f || b == '\n' || b == '\t'
}

// next returns what stands for r after the text so far.
func (st *state) next(r rune) rune {
	if plain(r) {
		st.base(r)
		return r
	}
	switch {
	case r == joiner:
		if !takesJoiner(st.prev) || st.joins >= maxJoins {
			st.base(utf8.RuneError)
			return utf8.RuneError
		}
		st.prev = r
		st.joins++
		return r
	case r == nonJoiner:
		if !takesJoiner(st.prev) {
			st.base(utf8.RuneError)
			return utf8.RuneError
		}
		st.prev = r
		return r
	case unicode.In(r, unicode.Mn, unicode.Me):
		if isSelectorSupplement(r) && !unicode.Is(unicode.Han, st.prev) || st.marks >= maxMarks {
			st.prev = utf8.RuneError
			return utf8.RuneError
		}
		st.marks++
		st.prev = r
		return r
	}
	out := replacement(r)
	st.base(out)
	return out
}

// base notes that r starts a new character, or goes on with a joined one.
func (st *state) base(r rune) {
	if st.prev != joiner {
		st.joins = 0
	}
	st.marks = 0
	st.prev = r
}

// plain tells quickly of the most frequent characters that they are neither
// unsafe nor marks nor joiners.
func plain(r rune) bool {
	switch {
	case r < 0x300:
		return r >= 0xA0 || r >= 0x20 && r < 0x7F || r == '\n' || r == '\t'
	case r < 0x530:
		return r >= 0x370 && (r < 0x483 || r >= 0x48A)
	case r < 0x700: // letters and digits of Hebrew and Arabic
		return r >= 0x5D0 && r < 0x5EB || r >= 0x620 && r < 0x64B || r >= 0x660 && r < 0x670 || r >= 0x671 && r < 0x6D6
	case r < 0xE31: // letters of Devanagari and Thai
		return r >= 0x904 && r < 0x93A || r >= 0xE01
	case r >= 0x1E00 && r < 0x2000:
		return true
	case r >= 0x2010 && r < 0x2028, r >= 0x2030 && r < 0x205F:
		return true
	}
	return r >= 0x3400 && r < 0xA000 || r >= 0xAC00 && r < 0xD7A4
}

// replacement returns what stands for a character that is no mark, which is
// the character itself where it is safe.
func replacement(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case r < 0x20:
		return '\u2400' + r
	case r == 0x7F:
		return '\u2421'
	case r == '\u2028', r == '\u2029':
		return '\n'
	case r >= 0x80 && r < 0xA0,
		r >= 0x202A && r <= 0x202E, // embeddings and overrides
		r >= 0x2061 && r <= 0x206F, // invisible operators, isolates, deprecated
		r == 0xFEFF,
		r >= 0xFFF9 && r <= 0xFFFB, // interlinear annotation
		r >= 0xFDD0 && r <= 0xFDEF, // noncharacters
		r&0xFFFE == 0xFFFE,
		r >= 0xE0000 && r <= 0xE0FFF: // tags
		return utf8.RuneError
	}
	return r
}

// isSelectorSupplement tells whether r is a variation selector of the second
// kind, which only ideographs have, and which otherwise hides data in text.
func isSelectorSupplement(r rune) bool { return r >= 0xE0100 && r <= 0xE01EF }

// takesJoiner tells whether a joiner may follow r: a letter or mark outside
// ASCII, or a symbol, as emoji are.
func takesJoiner(r rune) bool {
	return r >= 0x80 && r != utf8.RuneError &&
		(unicode.IsLetter(r) || unicode.IsMark(r) || unicode.In(r, unicode.So, unicode.Sk))
}

// boundary reports whether off is in s and not inside a code point.
func boundary(s string, off int) bool {
	return off == len(s) || utf8.RuneStart(s[off])
}
