package list

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes texts equal that differ only in case and accents, for filters: who
// types "sao" looks for "São". It keeps the number of code points, so that a
// place in the one can be found in the other.
func Fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf {
			return unicode.ToLower(r)
		}
		var b [utf8.UTFMax]byte
		if base := norm.NFD.Properties(b[:utf8.EncodeRune(b[:], r)]).Decomposition(); base != nil {
			r, _ = utf8.DecodeRune(base)
		}
		return unicode.ToLower(unicode.ToUpper(r))
	}, s)
}
