package entity

import (
	"context"

	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A Measurer finds dates, sums of money, shares and quantities.
type Measurer struct{ gaz *gazetteer.Gazetteer }

// NewMeasurer returns a measurer that takes the names of months and days from g.
func NewMeasurer(g *gazetteer.Gazetteer) *Measurer { return &Measurer{gaz: g} }

// Names returns the measures of d in order, without overlaps. It fails only
// when ctx is done.
func (m *Measurer) Names(ctx context.Context, d *text.Document) ([]Name, error) {
	p := &pass{gaz: m.gaz, d: d, words: m.gaz.Words(d), seen: make([]evidence, len(d.Words)), measures: measureWords(d)}
	for i, s := range d.Sentences {
		if i%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		p.s = s
		for i := s.First; i < s.End; {
			i += max(p.measure(i), 1)
		}
	}
	return p.names, nil
}
