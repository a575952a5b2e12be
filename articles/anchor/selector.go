package anchor

import (
	"crypto/sha256"
	"encoding/hex"
)

// A Selector describes a span of a text. The zero Selector describes none.
type Selector struct {
	Exact  string // the words
	Prefix string // what stands before them
	Suffix string // what stands after them
	// Start and End are the span, in bytes of the text that the selector was made
	// on; both 0 where that is not known.
	Start, End int
}

// IsZero reports whether the selector describes nothing.
func (s Selector) IsZero() bool { return s == Selector{} }

// Hash returns what tells versions of a text apart: "sha256:" and the hash of
// its bytes in hexadecimal digits.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256:" + hex.EncodeToString(sum[:])
}
