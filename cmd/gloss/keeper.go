package main

import (
	"context"
	"fmt"

	"gloss/annotate/engine"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/findings"
	"gloss/ui/index"
)

// A keeper puts articles onto the shelf, together with what the annotator finds
// in them, so that questions across articles have an answer before they are
// opened. It may be used by several goroutines.
type keeper struct {
	shelf  *library.Library
	engine *engine.Engine
}

func newKeeper(shelf *library.Library) keeper {
	return keeper{shelf, engine.New(engine.WithLimits(annotatorLimits))}
}

// keep puts one article onto the shelf. The reader's corrections are not
// carried out: that is done when it is opened.
func (k keeper) keep(ctx context.Context, entry library.Entry) (keep.Article, error) {
	a, err := k.shelf.Keep(ctx, entry)
	if err != nil {
		return a, err
	}
	found, err := k.engine.Annotate(ctx, index.Input(entry.Doc))
	if err != nil {
		return a, fmt.Errorf("annotate %q: %w", titleOf(a), err)
	}
	source := findings.Source{Version: a.Version, Annotator: engine.Version}
	return a, k.shelf.SetFindings(ctx, a.ID, findings.Of(entry.Doc.Text, source, found))
}
