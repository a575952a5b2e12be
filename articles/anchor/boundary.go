package anchor

import (
	"unicode"
	"unicode/utf8"
)

// floor returns the last place between code points of s that is not after off.
func floor(s string, off int) int {
	for off > 0 && off < len(s) && !utf8.RuneStart(s[off]) {
		off--
	}
	return min(max(off, 0), len(s))
}

func firstBytes(s string, n int) string { return s[:floor(s, min(n, len(s)))] }
func lastBytes(s string, n int) string  { return s[floor(s, max(0, len(s)-n)):] }

// boundary reports whether off is between code points of s.
func boundary(s string, off int) bool {
	return off == 0 || off == len(s) || off > 0 && off < len(s) && utf8.RuneStart(s[off])
}

// letterAt reports whether a letter or digit is at off, letterBefore whether one
// ends there.
func letterAt(s string, off int) bool {
	r, size := utf8.DecodeRuneInString(s[min(off, len(s)):])
	return size > 0 && wordRune(r)
}

func letterBefore(s string, off int) bool {
	r, size := utf8.DecodeLastRuneInString(s[:off])
	return size > 0 && wordRune(r)
}

// wordRune reports whether a code point belongs to a word that white space or
// a sign ends. Scripts without spaces have none.
func wordRune(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) &&
		!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
