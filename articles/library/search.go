package library

import (
	"context"
	"database/sql"
	"strings"

	"gloss/articles/keep"
)

// Search returns what a query finds, offset hits left out and limit at most; 0
// for all. With a speaker it finds statements, those whose content has the
// words; else titles and bylines, then notes (their words, what they are on,
// their tags), then statements and those who made them, then bodies, each
// article once. With an entity, only articles that name it; an entity alone
// gives its first mention in each. What narrows down, alone, gives titles. In
// each part the article that came to the shelf last is first. A query without a
// letter or a digit finds nothing. The Span of a hit is empty where it is of a text
// that was replaced since and its words are not found again.
//
// Why it is built like this. A search is typed letter by letter, and its first
// hits must be there before the next one, with ten thousand articles too, and
// also for a word that is in all of them. Ranking needs every match to find the
// best one, so nothing is ranked: news is wanted newest first, which is the
// order of the index itself, and reading stops at the limit. The index has no
// copy of the texts: of a hit's text, which the shelf has anyway, the places and
// the snippet are found here, by the same rules for words, and they are bytes of
// the text, where the reader then goes. Triggers keep the index up to date, so
// that no way of writing can forget it, and words reach it only in quotation
// marks, so that nothing that is typed can be an error.
func (l *Library) Search(ctx context.Context, q keep.Query, limit, offset int) ([]keep.Hit, error) {
	if limit <= 0 {
		limit = -1
	}
	s := searchOf(q)
	var found []spot
	var hits []keep.Hit
	err := l.atOnce(ctx, "search", func(tx *sql.Tx) error {
		for _, part := range s.parts() {
			most := -1
			if limit > 0 {
				if most = max(offset, 0) + limit - len(found); most <= 0 {
					break
				}
			}
			spots, err := part.ask(ctx, tx, most)
			if err != nil {
				return err
			}
			found = append(found, spots...)
		}
		found = found[min(max(offset, 0), len(found)):]
		known, err := articlesOf(ctx, tx, found)
		if err != nil {
			return err
		}
		for _, f := range found {
			if a, ok := known[f.article]; ok {
				h, err := s.hit(ctx, tx, f, a)
				if err != nil {
					return err
				}
				hits = append(hits, h)
			}
		}
		return nil
	})
	return hits, err
}

// A spot is what is found, before its text is looked at.
type spot struct {
	where   keep.Where
	article keep.ArticleID
	id      int64 // of the row
}

// A search is a query as the index is asked.
type search struct {
	keep.Query
	words, speaker, entity pattern
}

func searchOf(q keep.Query) search {
	return search{q, patternOf(q.Words), patternOf(q.Speaker), patternOf(q.Entity)}
}

// A part is the question for one kind of hits. Its query gives IDs of rows and
// of their articles, the newest first.
type part struct {
	where keep.Where
	once  bool // only the first of each article
	query string
	args  []any
}

// parts returns the questions in the order of their hits.
func (s search) parts() []part {
	if q := s.Query; q.IsZero() || // a field with nothing to look for finds nothing
		q.Words != "" && len(s.words.terms) == 0 ||
		q.Speaker != "" && len(s.speaker.terms) == 0 ||
		q.Entity != "" && len(s.entity.terms) == 0 {
		return nil
	}
	words := s.words.match()
	switch {
	case s.Speaker != "":
		match := "{speaker} : (" + s.speaker.match() + ")"
		if words != "" {
			match += " AND {text} : (" + words + ")"
		}
		return []part{s.part(keep.InStatement, statementQuery, match)}
	case words != "":
		return []part{
			s.part(keep.InTitle, titleQuery, words),
			s.part(keep.InNote, noteQuery, words),
			s.part(keep.InStatement, statementQuery, words),
			s.part(keep.InBody, bodyQuery, words),
		}
	case s.Entity != "":
		p := s.part(keep.InBody, entityQuery, s.entity.match())
		p.once = true
		return []part{p}
	}
	all := []part{s.part(keep.InTitle, allQuery)}
	if s.Tag != "" {
		all = append(all, s.part(keep.InNote, allNotesQuery))
	}
	return all
}

// The questions. The index is read first, in its order, and %s is what narrows
// down.
const (
	titleQuery = `SELECT f.rowid, a.id FROM find_title f CROSS JOIN article a ON a.id = f.rowid
		WHERE f.find_title MATCH ? AND a.removed IS NULL AND %s ORDER BY f.rowid DESC`
	bodyQuery = `SELECT f.rowid, a.id FROM find_body f CROSS JOIN article a ON a.id = f.rowid
		WHERE f.find_body MATCH ? AND a.removed IS NULL AND %s ORDER BY f.rowid DESC`
	statementQuery = `SELECT f.rowid, a.id FROM find_statement f CROSS JOIN article a ON a.id = f.rowid >> 20
		WHERE f.find_statement MATCH ? AND a.removed IS NULL AND %s ORDER BY f.rowid DESC`
	entityQuery = `SELECT f.rowid, a.id FROM find_entity f CROSS JOIN article a ON a.id = f.rowid >> 20
		WHERE f.find_entity MATCH ? AND a.removed IS NULL AND %s ORDER BY f.rowid DESC`
	noteQuery = `SELECT n.rowid, a.id FROM find_note f CROSS JOIN note n ON n.rowid = f.rowid CROSS JOIN article a ON a.id = n.article
		WHERE f.find_note MATCH ? AND n.removed IS NULL AND a.removed IS NULL AND %s ORDER BY a.id DESC, n.first, n.rowid`
	allQuery      = `SELECT a.id, a.id FROM article a WHERE a.removed IS NULL AND %s ORDER BY a.id DESC`
	allNotesQuery = `SELECT n.rowid, a.id FROM note n JOIN article a ON a.id = n.article
		WHERE n.removed IS NULL AND a.removed IS NULL AND %s ORDER BY a.id DESC, n.first, n.rowid`
)

// articleIn is the article of a row of the index. The sign keeps SQLite from
// looking every article up in the index, in place of the words.
var articleIn = map[string]string{
	titleQuery: "+f.rowid", bodyQuery: "+f.rowid", statementQuery: "f.rowid >> 20", entityQuery: "f.rowid >> 20",
}

// part returns a question with what narrows it down.
func (s search) part(where keep.Where, query string, args ...any) part {
	var narrow []string
	add := func(condition string, values ...any) {
		narrow = append(narrow, condition)
		args = append(args, values...)
	}
	if s.Site != "" {
		site := like.Replace(s.Site)
		add(`(a.site LIKE ? ESCAPE '\' OR a.url LIKE ? ESCAPE '\' OR a.url LIKE ? ESCAPE '\')`,
			"%"+site+"%", "%://"+site+"/%", "%://www."+site+"/%")
	}
	if s.Tag != "" {
		tags := "a.tags"
		if where == keep.InNote {
			tags = "a.tags || char(10) || n.tags"
		}
		add("instr(char(10) || lower("+tags+") || char(10), char(10) || lower(?) || char(10))", s.Tag)
	}
	if !s.After.IsZero() {
		add("coalesce(a.published, a.added) >= ?", s.After.UnixMicro())
	}
	if !s.Before.IsZero() {
		add("coalesce(a.published, a.added) < ?", s.Before.UnixMicro())
	}
	if id := articleIn[query]; id != "" && len(narrow) > 0 {
		// One look at all articles costs less than one at each that has the words.
		narrow = []string{id + " IN (SELECT a.id FROM article a WHERE " + strings.Join(narrow, " AND ") + ")"}
	}
	if s.Entity != "" && query != entityQuery {
		id := articleIn[query]
		if id == "" {
			id = "a.id"
		}
		add(id+" IN (SELECT rowid >> 20 FROM find_entity WHERE find_entity MATCH ?)", s.entity.match())
	}
	narrow = append(narrow, "1")
	return part{where: where, query: strings.Replace(query, "%s", strings.Join(narrow, " AND "), 1), args: args}
}

// like makes what acts in a pattern of LIKE stand for itself.
var like = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// ask returns at most so many spots; all where it is below 0. The database finds
// them while they are read: what is not read costs nothing.
func (p part) ask(ctx context.Context, a asker, most int) ([]spot, error) {
	rows, err := a.QueryContext(ctx, p.query, p.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []spot
	for (most < 0 || len(found) < most) && rows.Next() {
		s := spot{where: p.where}
		if err := rows.Scan(&s.id, &s.article); err != nil {
			return nil, err
		}
		if n := len(found); p.once && n > 0 && found[n-1].article == s.article {
			continue
		}
		found = append(found, s)
	}
	return found, rows.Err()
}
