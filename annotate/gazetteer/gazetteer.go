// Package gazetteer holds what is known beforehand: countries and places,
// organisations and their members, titles, first names and common words.
package gazetteer

// A Gazetteer is the compiled tables.
type Gazetteer struct{}

// New returns a gazetteer.
func New() *Gazetteer { return &Gazetteer{} }
