// Package coalition finds groups whose members a text names.
package coalition

import (
	"context"
	"time"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

type Finder struct{}

func NewFinder(g *gazetteer.Gazetteer) *Finder { return &Finder{} }

func (f *Finder) Coalitions(ctx context.Context, d *text.Document, entities []annotate.Entity, date time.Time) ([]annotate.Coalition, error) {
	return nil, nil
}
