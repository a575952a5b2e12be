// Package theme holds how Gloss looks: a Glamour style sheet for the article,
// a style for each kind of mark that is painted over it, and the styles of the
// program's own parts.
//
// Everything in it is a value. It knows nothing of Bubble Tea, and it asks the
// terminal nothing: the caller says whether the background is dark and which
// colours there are.
package theme
