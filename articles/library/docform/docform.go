// Package docform writes the structure of a document down in few bytes, and
// reads it again. The text is kept elsewhere.
//
// The form is a byte that names its version, and then, compressed (DEFLATE,
// RFC 1951) where that is worth it: metadata, notices, blocks and inlines, numbers as varints,
// strings with their length before them. What is read is checked: Decode gives
// a document that is as package articles promises, or an error, whatever the
// bytes are.
package docform

import "errors"

const (
	version = 1
	// maxBytes is how long what is compressed may be.
	maxBytes = 256 << 20
	// maxContainers is how many containers all blocks may be in, taken together.
	maxContainers = 8 << 20
)

var errTooLarge = errors.New("the structure of the document is too large")

// The bits of a block.
const (
	tight  = 1 << iota // Block.Tight
	reflow             // Block.Reflow
)
