package layout

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// accents are the accents that old fonts set over or under a letter, and the
// characters that combine with it instead.
var accents = map[string]string{
	"`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
	"¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}

// ligatures are the Latin ligatures of Unicode and the letters they stand for.
var ligatures = strings.NewReplacer(
	"\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06", "st",
)

// fold parts ligatures into their letters. Other characters stay as they are,
// so that a "²" is not read as "2".
func fold(r Run) Run {
	if strings.Contains(r.Text, "\xef\xac") {
		r.Text = ligatures.Replace(r.Text)
	}
	return r
}

// onTop tells whether the middle of a run is over or under another one.
func onTop(accent, base Run) bool {
	middle := accent.X + accent.W/2
	return base.W > 0 && middle > base.X && middle < base.X+base.W
}

// accent joins a run with the character before it where one of them is the
// accent of the other.
func (s *segment) accent(r Run) bool {
	mark, base := accents[s.last.Text], r.Text
	if mark == "" || !onTop(s.last, r) {
		mark, base = accents[r.Text], s.last.Text
		if mark == "" || !onTop(r, s.last) {
			return false
		}
	}
	switch base {
	case "ı":
		base = "i"
	case "ȷ":
		base = "j"
	}
	letter := norm.NFC.String(base + mark)
	if letter == base+mark {
		return false
	}
	text := s.text.String()
	s.text.Reset()
	s.text.WriteString(strings.TrimSuffix(text, s.last.Text))
	s.text.WriteString(letter)
	s.last.Text = letter
	s.last.X = min(s.last.X, r.X)
	return true
}
