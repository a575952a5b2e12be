// Package names finds the names in a document with a linear sequence model that
// was trained on annotated news, and gives each its type and how sure it is.
//
// MODEL.md tells what the model was trained on, how well it does and how to
// train it again.
package names

import (
	"context"
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"gloss/annotate/cluster"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/feature"
	"gloss/annotate/names/model"
	"gloss/annotate/text"
)

//go:embed model.bin
var packed string

// A Recogniser finds names. It is safe for concurrent use, and costs nothing
// until its first document.
type Recogniser struct {
	gaz      *gazetteer.Gazetteer
	packed   string
	measures *entity.Measurer

	once     sync.Once
	model    *model.Model
	features *feature.Extractor
	err      error
}

// New returns a recogniser with the model that is compiled in. It looks words
// up in gaz.
func New(gaz *gazetteer.Gazetteer) *Recogniser { return With(gaz, packed) }

// With returns a recogniser with the model that is packed in m.
func With(gaz *gazetteer.Gazetteer, m string) *Recogniser {
	return &Recogniser{gaz: gaz, packed: m, measures: entity.NewMeasurer(gaz)}
}

func (r *Recogniser) open() {
	groups, err := cluster.Words()
	if err != nil {
		r.err = fmt.Errorf("open word groups: %w", err)
		return
	}
	r.features = feature.New(r.gaz, groups)
	if r.model, err = model.Open(r.packed); err != nil {
		r.err = fmt.Errorf("open names model: %w", err)
	}
}

// Names returns the names of d in order, without overlaps, and the dates, sums
// of money and the like. It fails only when ctx is done, or if the model it was
// given is corrupt. It takes linear time.
func (r *Recogniser) Names(ctx context.Context, d *text.Document) ([]entity.Name, error) {
	r.once.Do(r.open)
	if r.err != nil {
		return nil, r.err
	}
	dec := newDecoder(r.model, r.features.Sheet(d), len(d.Words))
	var names []found
	for k := range d.Sentences {
		if k%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		names = dec.sentence(k, names)
	}
	typer := typer{doc: d, gaz: r.gaz}
	out := make([]entity.Name, 0, len(names))
	for _, n := range names {
		if typ := typer.typeOf(n); typ != "" {
			out = append(out, entity.Name{First: n.First, End: n.End, Type: typ, Confidence: r.model.Confidence(n.Class, n.margin)})
		}
	}
	measures, err := r.measures.Names(ctx, d)
	if err != nil {
		return nil, err
	}
	return merge(out, measures), nil
}

// merge adds to the names those of more that overlap none of them. Both are in
// order.
func merge(names, more []entity.Name) []entity.Name {
	n := len(names)
	i := 0
	for _, m := range more {
		for i < n && names[i].End <= m.First {
			i++
		}
		if i == n || names[i].First >= m.End {
			names = append(names, m)
		}
	}
	slices.SortFunc(names, func(a, b entity.Name) int { return a.First - b.First })
	return names
}
