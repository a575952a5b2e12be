package train

import (
	"context"
	"fmt"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

// Silver returns the texts with the names that the models find in them. A
// sentence is marked as unsure if the models do not agree on all of it or if
// one of them gives a name in it a confidence below least.
func Silver(gaz *gazetteer.Gazetteer, models [][]byte, texts []Text, least float64) ([]Text, error) {
	recognisers := make([]*names.Recogniser, len(models))
	for i, m := range models {
		recognisers[i] = names.With(gaz, string(m))
	}
	out := make([]Text, len(texts))
	for i, t := range texts {
		var err error
		if out[i], err = tagged(recognisers, t, least); err != nil {
			return nil, fmt.Errorf("tag text %q: %w", t.ID, err)
		}
	}
	return out, nil
}

func tagged(recognisers []*names.Recogniser, t Text, least float64) (Text, error) {
	d, err := text.Parse(context.Background(), annotate.Input{Text: t.Text})
	if err != nil {
		return Text{}, err
	}
	votes := make(map[tag.Name]int)
	doubt := make([]bool, len(d.Sentences))
	var found []names.Span
	for _, r := range recognisers {
		if found, err = r.Spans(context.Background(), d); err != nil {
			return Text{}, err
		}
		for _, n := range found {
			votes[n.Name]++
			if n.Confidence < least {
				doubt[d.SentenceOf(n.First)] = true
			}
		}
	}
	for n, v := range votes {
		if v < len(recognisers) {
			doubt[d.SentenceOf(n.First)] = true
		}
	}
	out := Text{ID: t.ID, Text: t.Text}
	for _, n := range found {
		if !doubt[d.SentenceOf(n.First)] {
			out.Names = append(out.Names, Span{d.Span(n.First, n.End), corpusType(n.Class)})
		}
	}
	for k, sent := range d.Sentences {
		if doubt[k] {
			out.Unsure = append(out.Unsure, d.Span(sent.First, sent.End))
		}
	}
	return out, nil
}

// corpusType returns the type in the corpora of names of class c.
func corpusType(c tag.Class) string {
	return [tag.Classes]string{"PERSON", "ORG", "LOC", "NORP", "MISC"}[c]
}
