package anchor

import "unicode/utf8"

// CodePoints returns how many code points are before a byte of a text: the unit
// of the TextPositionSelector of the W3C Web Annotation Data Model. An offset
// outside the text is taken for its nearest end, one within a code point for
// that code point's beginning.
func CodePoints(text string, off int) int {
	return utf8.RuneCountInString(text[:floor(text, off)])
}

// Offset returns the byte at which the code point with a number begins, counted
// from 0: the length of the text where it has not so many.
func Offset(text string, points int) int { return unitOffset(text, points, false) }

// UTF16 returns how many units of UTF-16 are before a byte of a text, which is
// how browsers count, and so does Hypothesis. For the offset see CodePoints.
func UTF16(text string, off int) int {
	n := 0
	for _, r := range text[:floor(text, off)] {
		n += units(r)
	}
	return n
}

// OffsetUTF16 returns the byte that a number of units of UTF-16 is before: of
// the code point it is in, if that has two.
func OffsetUTF16(text string, units int) int { return unitOffset(text, units, true) }

func unitOffset(text string, count int, wide bool) int {
	for off, r := range text {
		n := 1
		if wide {
			n = units(r)
		}
		if count < n {
			return off
		}
		count -= n
	}
	return len(text)
}

// units returns how many units of UTF-16 a code point has.
func units(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}
