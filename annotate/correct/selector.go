package correct

import (
	"strings"
	"unicode/utf8"

	"gloss/annotate"
)

// contextSize is how many bytes before and after the words a Selector keeps.
const contextSize = 32

// A Selector finds words of a text again, also after the text has changed
// around them: a TextQuoteSelector with a TextPositionSelector of the W3C Web
// Annotation Data Model, but counting bytes.
type Selector struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// Select returns the selector of a span of a text, with up to 32 bytes of what
// stands on either side. It is zero if the span is empty or out of bounds.
func Select(text string, s annotate.Span) Selector {
	exact := of(text, s)
	if exact == "" {
		return Selector{}
	}
	from, to := max(0, s.Start-contextSize), min(len(text), s.End+contextSize)
	for from < s.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > s.End && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return Selector{Exact: exact, Prefix: text[from:s.Start], Suffix: text[s.End:to], Start: s.Start, End: s.End}
}

// Find returns where the words are in a text, and whether they are there. Of
// several places the one with the most of the context around it is theirs, and
// of equals the nearest to the old place; where less than half of the context
// is left, the words are not found. The time it takes is linear in the text.
func (s Selector) Find(text string) (annotate.Span, bool) {
	if s.Exact == "" {
		return annotate.Span{}, false
	}
	old := annotate.Span{Start: s.Start, End: s.End}
	full := len(s.Prefix) + len(s.Suffix)
	if of(text, old) == s.Exact && s.context(text, old) == full {
		return old, true
	}
	best, most, found := annotate.Span{}, -1, false
	for off := 0; ; {
		i := strings.Index(text[off:], s.Exact)
		if i < 0 {
			return best, found
		}
		at := annotate.Span{Start: off + i, End: off + i + len(s.Exact)}
		off = at.Start + 1
		n := s.context(text, at)
		if n*2 >= full && (n > most || n == most && distance(at.Start, s.Start) < distance(best.Start, s.Start)) {
			best, most, found = at, n, true
		}
	}
}

// context returns how many bytes around the span are as the selector has them.
func (s Selector) context(text string, at annotate.Span) int {
	n := 0
	for i, j := at.Start-1, len(s.Prefix)-1; i >= 0 && j >= 0 && text[i] == s.Prefix[j]; i, j = i-1, j-1 {
		n++
	}
	for i, j := at.End, 0; i < len(text) && j < len(s.Suffix) && text[i] == s.Suffix[j]; i, j = i+1, j+1 {
		n++
	}
	return n
}

// distance returns how far apart two offsets are, without overflow for what a
// stored selector may say.
func distance(a, b int) uint {
	if a < b {
		a, b = b, a
	}
	return uint(a) - uint(b)
}

// of returns the words that a span covers, or "" if it is out of bounds.
func of(text string, s annotate.Span) string {
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}
