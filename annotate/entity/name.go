// Package entity finds the names in a document and joins those that speak of
// the same person, place or body.
package entity

import "gloss/annotate"

// A Name is one place where a name stands: the tokens [First, End).
type Name struct {
	First, End int
	Type       annotate.Type
	Confidence float64 // 0 to 1
}
