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

	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/feature"
	"gloss/annotate/names/model"
	"gloss/annotate/names/tag"
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
	var err error
	if r.features, err = feature.New(r.gaz); err != nil {
		r.err = fmt.Errorf("open features: %w", err)
		return
	}
	if r.model, err = model.Open(r.packed); err != nil {
		r.err = fmt.Errorf("open names model: %w", err)
	}
}

// A Span is a name as the model classes it, before it has a type.
type Span struct {
	tag.Name
	Confidence float64 // 0 to 1
}

// Spans returns the names of d in order, without overlaps, miscellaneous ones
// among them. It fails only when ctx is done, or if the model is corrupt. It
// takes linear time.
func (r *Recogniser) Spans(ctx context.Context, d *text.Document) ([]Span, error) {
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
	agree(d, names)
	out := make([]Span, len(names))
	for i, n := range names {
		out[i] = Span{n.Name, r.model.Confidence(n.Class, n.margin)}
	}
	return out, nil
}

// Names returns the names of d in order, without overlaps, and the dates, sums
// of money and the like. It fails as Spans does.
func (r *Recogniser) Names(ctx context.Context, d *text.Document) ([]entity.Name, error) {
	spans, err := r.Spans(ctx, d)
	if err != nil {
		return nil, err
	}
	typer := typer{doc: d, gaz: r.gaz}
	out := make([]entity.Name, 0, len(spans))
	for _, n := range spans {
		if typer.namesBody(n.Name) {
			n.End, n.Class = n.End+1, tag.Org
		}
		if typ := typer.typeOf(n); typ != "" {
			out = append(out, entity.Name{First: n.First, End: n.End, Type: typ, Confidence: n.Confidence})
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
