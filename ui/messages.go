package ui

import (
	"gloss/annotate"
	"gloss/articles"
	"gloss/ui/index"
)

// startMsg says that the first screen is painted.
type startMsg struct{}

// namesMsg brings the names for the first screen, or says that it is to be
// shown without them.
type namesMsg struct{ index *index.Index }

// loadedMsg brings the whole of a document whose head is shown.
type loadedMsg struct {
	gen int // docGen when it was asked for
	doc *articles.Document
	err error
}

// annotatedMsg brings annotations of the document of generation gen of a
// reading.
type annotatedMsg struct {
	of    *reading
	gen   int
	index *index.Index
	cover span // the bytes that were annotated
	left  int  // bytes that a limit left out
	err   error

	found   annotate.Annotations // before any correction
	corrGen int                  // that of the corrections in index
	unfit   map[string]error     // those that could not be carried out
}

// hitsMsg brings the hits of search gen.
type hitsMsg struct {
	gen  int
	hits []articles.Span
}

// backgroundMsg tells that the terminal's background is dark, or light.
type backgroundMsg struct{ dark bool }

// copiedMsg tells whether text went to the clipboard.
type copiedMsg struct{ err error }

// browsedMsg tells whether the browser was started on an address.
type browsedMsg struct {
	target string
	err    error
}
