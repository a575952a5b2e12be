package witness

import "unicode"

// maxMarks is how many combining marks on one base are still writing. No
// language stacks more.
const maxMarks = 8

// print takes a character that is shown, and lists it if it turns or hides
// text.
func (m *machine) print(r rune, start, end int, valid bool) {
	if !valid {
		m.add(Function{Kind: Invalid, Start: start, End: end, Rune: r, Ended: true})
		return
	}
	if r < 0x80 {
		m.marks, m.base = 0, r
		return
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		m.marks++
	} else {
		m.marks = 0
	}
	if m.marks > maxMarks || deceives(r, m.base) {
		m.add(Function{Kind: Character, Start: start, End: end, Rune: r, Ended: true})
	}
	m.base = r
}

// deceives tells whether a character after another one makes text look other
// than it is. The marks U+200E, U+200F and U+061C do not: they give a
// neighbour its direction and end there.
func deceives(r, before rune) bool {
	switch {
	case r == 0x200e, r == 0x200f, r == 0x061c:
		return false
	case r == 0x2028, r == 0x2029, r == 0xfeff:
		return true
	case r >= 0x2061 && r <= 0x2064, r >= 0xfff9 && r <= 0xfffb: // invisible operators, annotation
		return true
	case r >= 0xe0100 && r <= 0xe01ef: // variation selectors, for ideographs
		return !unicode.Is(unicode.Unified_Ideograph, before) && !unicode.Is(unicode.Han, before)
	case r>>12 == 0xe0: // tags, and what is not assigned among them
		return true
	case r >= 0x206a && r <= 0x206f:
		return true
	}
	return unicode.In(r, unicode.Bidi_Control, unicode.Noncharacter_Code_Point)
}
