// Package bundled holds the article that comes with Gloss, so that there is
// something to read on a first run, without files and without a network.
package bundled

import (
	_ "embed"

	"gloss/articles/open"
)

//go:embed moscow-talks.md
var moscowTalks string

// Article returns the bundled article: a report on the talks about Syria in
// Moscow on 15 December 2015, in Markdown.
func Article() open.Source {
	return open.Source{Name: "moscow-talks.md", Data: moscowTalks, Format: open.Markdown}
}
