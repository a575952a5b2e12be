// Package entity finds the names in a document and joins those that speak of
// the same person, place or body.
package entity

import (
	"context"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A Name is one place where a name stands: the tokens [First, End).
type Name struct {
	First, End int
	Type       annotate.Type
	Confidence float64 // 0 to 1
}

type Recogniser struct{}

func NewRecogniser(g *gazetteer.Gazetteer) *Recogniser { return &Recogniser{} }

func (r *Recogniser) Names(ctx context.Context, d *text.Document) ([]Name, error) { return nil, nil }

type Linker struct{}

func NewLinker(g *gazetteer.Gazetteer) *Linker { return &Linker{} }

func (l *Linker) Link(ctx context.Context, d *text.Document, names []Name) ([]annotate.Entity, error) {
	return nil, nil
}
