package mail

import (
	"gloss/articles/compose"
	"gloss/articles/webpage"
)

// page appends decoded HTML.
func (r *reader) page(source string) {
	webpage.Fragment(&r.b, compose.Place{}, source, webpage.FragmentOptions{Lower: r.titles})
}
