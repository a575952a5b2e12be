// Package page lays a document out in lines that remember where in the text
// they are from, and paints marks over them.
//
// Nothing is laid out before it is asked for, and what was laid out is kept
// within a bound, so that a long document costs what a short one costs. Marks
// are laid over the lines when they are painted, and never change the layout.
//
// The package knows nothing of Bubble Tea, nor of what marks stand for. A Page
// is for one goroutine at a time.
package page
