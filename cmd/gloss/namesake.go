package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gloss/articles/keep"
	"gloss/articles/library"
)

const (
	maxNamesakes = 5   // that are told
	maxNaming    = 200 // articles that are looked through for them
)

// namesakes returns the entities that a part of a name may be of, as "Roe" is of
// "Jane Roe", those that are named most often first. Only articles that came to
// the shelf lately are looked through.
func namesakes(ctx context.Context, shelf *library.Library, name string, kinds []string) ([]keep.Entity, error) {
	hits, err := shelf.Search(ctx, keep.Query{Entity: name}, maxNaming, 0)
	if err != nil {
		return nil, err
	}
	var all []keep.Entity
	for _, h := range hits {
		found, err := shelf.Findings(ctx, h.Article.ID)
		if err != nil {
			return nil, err
		}
		for _, e := range found.Entities {
			if !mayBeCalled(e.Ref, name, kinds) {
				continue
			}
			if at := slices.IndexFunc(all, func(other keep.Entity) bool { return keep.SameEntity(other, e) }); at >= 0 {
				all[at].Mentions += e.Mentions
			} else {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b keep.Entity) int { return cmp.Compare(b.Mentions, a.Mentions) })
	return all, nil
}

// mayBeCalled reports whether a name may be a part of an entity's, of one of
// these types.
func mayBeCalled(of keep.Ref, name string, kinds []string) bool {
	return slices.ContainsFunc(kinds, func(kind string) bool {
		asked := keep.Ref{Name: name, Type: kind}
		return asked.MayBe(of) && asked.Key() != of.Key()
	})
}

// whichOf returns the error that says whom a name may be of.
func whichOf(name string, all []keep.Entity) error {
	var names []string
	for _, e := range all[:min(len(all), maxNamesakes)] {
		names = append(names, fmt.Sprintf("%q", e.Name))
	}
	if more := len(all) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("one of %d more", more))
	}
	last := len(names) - 1
	return fmt.Errorf("%s may be %s or %s: give the whole name", printable(name), strings.Join(names[:last], ", "), names[last])
}
