package library

import (
	"context"
	"database/sql"
	"math"
	"slices"
	"time"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/keep"
)

// What articles on one event have in common.
const (
	eventDays    = 10   // most days between them
	entityShare  = 0.7  // weight of the entities, of titles the rest
	leastSimilar = 0.12 // a lower score is none
)

// Similar returns the articles on the shelf that are most likely on the event
// that an article is on, the likeliest first, limit at most; 0 for all.
//
// The score is between 0 and 1:
//
//	(0.7 × entities + 0.3 × titles) × closeness
//
// Entities is how much of the article's entities the other has too. Each weighs
// ln(1 + n/d), where d of the n articles name it, so that a rare one says more,
// times 1 + ln(mentions), so that what is named in passing says less. Titles is
// the share of the words of the shorter title that are in the other, of four
// letters or more. Closeness falls from 1 on the same day to a half after ten;
// others than those within ten days are left out, and so are those with fewer
// than two entities in common, unless half of the titles is.
func (l *Library) Similar(ctx context.Context, id keep.ArticleID, limit int) (like []keep.Article, err error) {
	err = l.atOnce(ctx, "look for articles on the same event", func(tx *sql.Tx) error {
		this, err := articleOf(ctx, tx, id)
		if err != nil {
			return err
		}
		weights, err := weighEntities(ctx, tx, id)
		if err != nil {
			return err
		}
		best, err := rank(ctx, tx, this, weights)
		if err != nil {
			return err
		}
		if limit > 0 && len(best) > limit {
			best = best[:limit]
		}
		var spots []spot
		for _, c := range best {
			spots = append(spots, spot{article: c.id})
		}
		known, err := articlesOf(ctx, tx, spots)
		if err != nil {
			return err
		}
		for _, c := range best {
			like = append(like, known[c.id])
		}
		return nil
	})
	return like, err
}

// weighEntities returns what each of an article's entities weighs, by its key.
func weighEntities(ctx context.Context, a asker, id keep.ArticleID) (map[string]float64, error) {
	entities, err := askEntities(ctx, a, "id BETWEEN ? AND ?", partID(id, maxPart), partID(id, 0))
	if err != nil {
		return nil, err
	}
	var n float64
	if err := a.QueryRowContext(ctx, "SELECT count(*) FROM finding").Scan(&n); err != nil {
		return nil, err
	}
	weights := map[string]float64{}
	for _, e := range entities {
		var d float64
		key := e.Key()
		if err := a.QueryRowContext(ctx, "SELECT count(*) FROM entity_key WHERE key = ? AND name = 1", []byte(key)).Scan(&d); err != nil {
			return nil, err
		}
		weights[key] += weight(n, d, e.Mentions)
	}
	return weights, nil
}

// weight returns what an entity weighs that d of n articles name, and the
// article itself so many times.
func weight(n, d float64, mentions int) float64 {
	return math.Log(1+n/max(d, 1)) * (1 + math.Log(float64(max(mentions, 1))))
}

// A candidate is an article that may be on the same event.
type candidate struct {
	id     keep.ArticleID
	date   int64 // microseconds
	title  string
	keys   []string // of its entities
	points float64
}

// rank returns the candidates whose score is high enough, the best first.
func rank(ctx context.Context, a asker, this keep.Article, weights map[string]float64) ([]candidate, error) {
	const span = int64(eventDays * 24 * time.Hour / time.Microsecond)
	date := dated(this).UnixMicro()
	var all []candidate
	err := each(ctx, a, `SELECT id, coalesce(published, added), title FROM article
		WHERE removed IS NULL AND id <> ? AND coalesce(published, added) BETWEEN ? AND ?`, []any{int64(this.ID), date - span, date + span},
		func(scan func(...any) error) error {
			var c candidate
			if err := scan(&c.id, &c.date, &c.title); err != nil {
				return err
			}
			all = append(all, c)
			return nil
		})
	if err != nil {
		return nil, err
	}
	at := map[keep.ArticleID]int{}
	var ids []keep.ArticleID
	for i, c := range all {
		at[c.id], ids = i, append(ids, c.id)
	}
	err = each(ctx, a, `SELECT k.entity, k.key FROM json_each(?) j CROSS JOIN entity_key k
		ON k.entity BETWEEN j.value << 20 AND j.value << 20 | 1048575 WHERE k.name = 1`, []any{list(ids)},
		func(scan func(...any) error) error {
			var id int64
			var key []byte
			if err := scan(&id, &key); err != nil {
				return err
			}
			article, _ := partOf(id)
			c := &all[at[article]]
			c.keys = append(c.keys, string(key))
			return nil
		})
	if err != nil {
		return nil, err
	}
	for i := range all {
		days := math.Abs(float64(all[i].date-date)) / float64(span) * eventDays
		all[i].points = score(weights, all[i].keys, this.Title.String(), all[i].title, days)
	}
	all = slices.DeleteFunc(all, func(c candidate) bool { return c.points < leastSimilar })
	slices.SortFunc(all, func(x, y candidate) int {
		switch {
		case x.points > y.points:
			return -1
		case x.points < y.points:
			return 1
		}
		return int(y.id - x.id)
	})
	return all, nil
}

// score is what Similar says; 0 for what is left out. The keys are those of the
// other article's entities.
func score(weights map[string]float64, keys []string, title, other string, days float64) float64 {
	slices.Sort(keys)
	var shared, whole float64
	common := 0
	for _, key := range slices.Compact(keys) {
		if w, ok := weights[key]; ok {
			shared += w
			common++
		}
	}
	for _, w := range weights {
		whole += w
	}
	if whole > 0 {
		shared /= whole
	}
	titles := inCommon(longWords(title), longWords(other))
	if days > eventDays || common < 2 && titles < 0.5 {
		return 0
	}
	return (entityShare*shared + (1-entityShare)*titles) * (1 - days/(2*eventDays))
}

// longWords returns the words of a title that say something, folded, each once.
func longWords(title string) (words []string) {
	eachWord(title, func(word []byte, _ articles.Span) {
		if utf8.RuneCount(word) >= 4 && !slices.Contains(words, string(word)) {
			words = append(words, string(word))
		}
	})
	return words
}

// inCommon returns the share of the words of the shorter list that are in the
// other.
func inCommon(a, b []string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return float64(n) / float64(len(a))
}
