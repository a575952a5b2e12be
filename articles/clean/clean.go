// Package clean makes decoded text safe to show in a terminal, and keeps its
// length in code points: every character that could act on the terminal, turn
// the line round or hide text is replaced, one for one, by one that can be
// seen.
//
// It knows characters, not escape sequences: without ESC, CSI and the other
// controls a sequence is only letters.
//
// What is clean has the type Text, which nothing but this package makes: what
// is shown, or becomes part of a document, is of that type, so that nothing
// can come there without having been cleaned.
package clean

import (
	"strings"
	"unicode"
)

// Text is text that cannot act on a terminal: valid UTF-8 without control
// characters other than '\n' and '\t', and without code points that turn text
// round or hide it. The zero value is empty. Texts can be compared with ==.
type Text struct{ s string }

// String returns the text as a string.
func (t Text) String() string { return t.s }

// Len returns the length of the text in bytes.
func (t Text) Len() int { return len(t.s) }

// IsEmpty reports whether the text has nothing in it.
func (t Text) IsEmpty() bool { return t.s == "" }

// Slice returns the bytes [start, end) of the text. It panics where they are
// not in the text or where an end is inside a code point.
func (t Text) Slice(start, end int) Text {
	if !boundary(t.s, start) || !boundary(t.s, end) {
		panic("clean: an end of the slice is inside a code point")
	}
	return Text{t.s[start:end]}
}

// Of returns s with its unsafe characters replaced. The result has as many
// code points as s; each byte of s that is not UTF-8 counts for one.
//
//   - Control characters become their pictures (ESC is '␛'); those of the C1
//     range, bidirectional embeddings, overrides and isolates, tag characters,
//     stray byte order marks, noncharacters and the like become U+FFFD.
//   - '\n' and '\t' stay. A '\r' becomes a space before '\n', else '\n'. The
//     separators U+2028 and U+2029 become '\n'.
//   - Joiners stay where a letter or an emoji of a script that needs them goes
//     before; combining marks up to eight on one base.
//
// Clean text is returned as it is, without a copy. Cleaning twice changes
// nothing more.
func Of(s string) Text {
	var st state
	if out := st.clean(nil, s); out != nil {
		return Text{string(out)}
	}
	return Text{s}
}

// Line returns s cleaned and on one line: white space at its ends is dropped,
// and any other run of it becomes one space.
func Line(s string) Text {
	t := Of(s)
	if isLine(t.s) {
		return t
	}
	return Text{strings.Join(strings.Fields(t.s), " ")}
}

// isLine reports whether white space in s is single blanks between other
// characters, as in most lines that were cleaned before: there is nothing to do.
func isLine(s string) bool {
	before := ' '
	for _, r := range s {
		if unicode.IsSpace(r) && (r != ' ' || before == ' ') {
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}
