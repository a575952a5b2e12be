// Package quote finds statements: what is said, who says it, and the words
// that tell so.
package quote

import (
	"context"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

type Finder struct{}

func NewFinder(g *gazetteer.Gazetteer) *Finder { return &Finder{} }

func (f *Finder) Quotes(ctx context.Context, d *text.Document, entities []annotate.Entity) ([]annotate.Quote, error) {
	return nil, nil
}
