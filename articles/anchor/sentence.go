package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	stops   = ".!?…"
	halts   = "。！？" // stops that no white space follows
	closers = "'\"”’»›)]"
)

// sentenceStart returns where the sentence begins that a text ends in: its length
// where it ends with a whole one, and 0 where no sentence ends in it; known is
// false then.
func sentenceStart(s string) (start int, known bool) {
	for off := len(s); off > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:off])
		if r == '\n' || strings.ContainsRune(halts, r) {
			return off, true
		}
		if unicode.IsSpace(r) && strings.ContainsAny(stop(strings.TrimRight(s[:off-size], closers)), stops) {
			return off, true
		}
		off -= size
	}
	return 0, false
}

// sentenceEnd returns where the sentence ends that a text begins in, which goes on
// from words: 0 where they end it, and the length of the text where it goes on beyond
// that; known is false then.
func sentenceEnd(words, s string) (end int, known bool) {
	ended := strings.ContainsAny(stop(strings.TrimRight(words, closers)), stops+halts)
	closing := ended
	for off, r := range s {
		switch {
		case r == '\n', closing && unicode.IsSpace(r):
			return off, true
		case strings.ContainsRune(halts, r):
			return off + utf8.RuneLen(r), true
		case strings.ContainsRune(stops, r):
			closing = true
		case !strings.ContainsRune(closers, r):
			closing = false
		}
	}
	return len(s), closing
}

// stop returns the last code point of a text.
func stop(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}
