package library

import (
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"gloss/articles/keep"
)

// Appearances returns what each article on the shelf has of an entity, one for
// an article, by date, the newest first. The date of an article is when it was
// published, else when it came to the shelf.
//
// Articles mean the same entity where keep.SameEntity says so: of the name that
// is asked for, or of an entity that an article on the shelf has under that name,
// with the other full forms it has there. One step of this is made, not more, so
// that a chain of forms cannot lead from one entity to another.
func (l *Library) Appearances(ctx context.Context, ref keep.Ref) (all []keep.Appearance, err error) {
	err = l.atOnce(ctx, "look up an entity in all articles", func(tx *sql.Tx) error {
		of, err := sameOnShelf(ctx, tx, ref)
		if err != nil {
			return err
		}
		var spots []spot
		for id := range of {
			spots = append(spots, spot{article: id})
		}
		known, err := articlesOf(ctx, tx, spots)
		if err != nil {
			return err
		}
		statements, err := statementsOf(ctx, tx, slices.Collect(maps.Keys(known)))
		if err != nil {
			return err
		}
		for id, a := range known {
			all = append(all, appearance(a, ref, of[id], statements[id]))
		}
		return nil
	})
	slices.SortFunc(all, func(a, b keep.Appearance) int { return newer(a.Article, b.Article) })
	return all, err
}

// statementsOf returns the statements of articles, in the order of the text.
func statementsOf(ctx context.Context, a asker, ids []keep.ArticleID) (map[keep.ArticleID][]keptStatement, error) {
	// An article has a run of IDs: see partID.
	found, err := askStatements(ctx, a, `id IN (SELECT s.id FROM json_each(?) wanted CROSS JOIN statement s
		ON s.id BETWEEN wanted.value << 20 AND wanted.value << 20 | 1048575)`, list(ids))
	if err != nil {
		return nil, err
	}
	of := map[keep.ArticleID][]keptStatement{}
	for _, s := range found {
		id, _ := partOf(s.id)
		of[id] = append(of[id], s)
	}
	return of, nil
}

// dated returns when an article was published, else when it came.
func dated(a keep.Article) time.Time {
	if a.Published.IsZero() {
		return a.Added
	}
	return a.Published
}

// newer orders articles by date, the newest first.
func newer(a, b keep.Article) int {
	if c := dated(b).Compare(dated(a)); c != 0 {
		return c
	}
	return int(b.ID - a.ID)
}

// sameOnShelf returns the entities that are the same as the one of a name, by
// their articles.
func sameOnShelf(ctx context.Context, a asker, ref keep.Ref) (map[keep.ArticleID][]keptEntity, error) {
	ref = lineEntity(keep.Entity{Ref: ref}).Ref
	const (
		named = `id IN (SELECT entity FROM entity_key WHERE key = ? AND name = 1)
			AND EXISTS (SELECT 1 FROM article a WHERE a.id = entity.id >> 20 AND a.removed IS NULL)`
		called = "id IN (SELECT entity FROM entity_key WHERE key = ? AND name = 0)"
	)
	key := []byte(ref.Key())
	all, err := askEntities(ctx, a, named, key)
	if err != nil {
		return nil, err
	}
	forms := []string{ref.Key()}
	for _, e := range all {
		for _, form := range e.Keys() {
			if !slices.Contains(forms, form) {
				forms = append(forms, form)
			}
		}
	}
	others, err := askEntities(ctx, a, called, key)
	if err != nil {
		return nil, err
	}
	all = append(all, others...)
	for _, form := range forms[1:] {
		others, err := askEntities(ctx, a, named, []byte(form))
		if err != nil {
			return nil, err
		}
		all = append(all, others...)
	}
	of := map[keep.ArticleID][]keptEntity{}
	for _, e := range all {
		id, _ := partOf(e.id)
		if !slices.ContainsFunc(of[id], func(other keptEntity) bool { return other.id == e.id }) {
			of[id] = append(of[id], e)
		}
	}
	return of, nil
}

// appearance returns what an article has of the entities that are one.
func appearance(a keep.Article, ref keep.Ref, same []keptEntity, statements []keptStatement) keep.Appearance {
	slices.SortStableFunc(same, func(x, y keptEntity) int {
		if xs, ys := x.Key() == ref.Key(), y.Key() == ref.Key(); xs != ys {
			if xs {
				return -1
			}
			return 1
		}
		return y.Mentions - x.Mentions
	})
	ap := keep.Appearance{Article: a, Entity: same[0].Entity}
	var keys []string
	var places []int
	for _, e := range same {
		_, i := partOf(e.id)
		keys, places = append(keys, e.Key()), append(places, i)
	}
	for _, s := range statements {
		switch {
		case slices.Contains(keys, s.Speaker.Key()):
			ap.Said = append(ap.Said, s.Statement)
		case slices.ContainsFunc(s.About, func(i int) bool { return slices.Contains(places, i) }):
			ap.About = append(ap.About, s.Statement)
		}
	}
	return ap
}

// list returns numbers as json_each reads them.
func list[T ~int64](ids []T) string {
	data, _ := json.Marshal(ids) // numbers always can be
	return string(data)
}
