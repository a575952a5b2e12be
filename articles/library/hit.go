package library

import (
	"context"
	"database/sql"
	"errors"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// hit looks at the text of what was found, on an article.
func (s search) hit(ctx context.Context, a asker, f spot, on keep.Article) (h keep.Hit, err error) {
	h = keep.Hit{Article: on, Where: f.where}
	switch f.where {
	case keep.InTitle:
		text := on.Title.String()
		if all := s.words.in(text); len(all) < len(s.words.terms) && !on.Byline.IsEmpty() {
			text += " · " + on.Byline.String()
		}
		all := s.words.in(text)
		h.Snippet, h.Marks = snippetOf(text, bestOf(all), all)
	case keep.InBody:
		err = s.body(ctx, a, f, &h)
	case keep.InNote:
		err = s.note(ctx, a, f, &h)
	case keep.InStatement:
		err = s.statement(ctx, a, f, &h)
	}
	return h, err
}

// body looks for the words in the text, or else shows the first mention of the
// entity that was found.
func (s search) body(ctx context.Context, a asker, f spot, h *keep.Hit) error {
	text, err := textOf(ctx, a, h.Article)
	if err != nil {
		return err
	}
	all := s.words.in(text)
	h.Span = bestOf(all)
	if len(s.words.terms) == 0 {
		entities, err := askEntities(ctx, a, "id = ?", f.id)
		if err != nil {
			return err
		}
		if len(entities) > 0 {
			h.Span = inside(entities[0].First, text)
			all = []found{{Span: h.Span}}
		}
	}
	h.Snippet, h.Marks = snippetOf(text, h.Span, all)
	return nil
}

// note shows the words of a note where they have what was found, else what it
// is on, else its tags.
func (s search) note(ctx context.Context, a asker, f spot, h *keep.Hit) error {
	n, err := scanNote(a.QueryRowContext(ctx, "SELECT "+noteColumns+" FROM note WHERE rowid = ?", f.id).Scan)
	if err != nil {
		return err
	}
	h.Note = n.ID
	var tags string
	for _, t := range n.Tags {
		tags += "#" + t.String() + " "
	}
	text, most := n.Body.String(), -1
	var all []found
	for _, part := range []string{n.Body.String(), n.Target.At.Exact, tags} {
		if in := s.words.in(part); part != "" && len(in) > most {
			text, most, all = part, len(in), in
		}
	}
	h.Snippet, h.Marks = snippetOf(text, bestOf(all), all)

	if n.Target.At.IsZero() {
		return nil
	}
	whole, err := textOf(ctx, a, h.Article)
	if err != nil {
		return err
	}
	if n.Target.Version == h.Article.Version {
		h.Span = inside(articles.Span{Start: n.Target.At.Start, End: n.Target.At.End}, whole)
	} else if m := anchor.Prepare(whole).Find(n.Target.At); m.State != anchor.Orphan {
		h.Span = inside(m.Span, whole)
	}
	return nil
}

func (s search) statement(ctx context.Context, a asker, f spot, h *keep.Hit) error {
	statements, err := askStatements(ctx, a, "id = ?", f.id)
	if err != nil || len(statements) == 0 {
		return err
	}
	st := statements[0]
	h.Speaker = clean.Line(st.Speaker.Name)
	text := st.Text.String()
	all := s.words.in(text)
	h.Snippet, h.Marks = snippetOf(text, bestOf(all), all)
	var version string
	err = a.QueryRowContext(ctx, "SELECT version FROM finding WHERE article = ?", int64(h.Article.ID)).Scan(&version)
	if err == nil && version == h.Article.Version {
		h.Span = st.Span // else it is of a text that is not here any more
	}
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// textOf returns the newest text of an article; empty where it is not here.
func textOf(ctx context.Context, a asker, of keep.Article) (text string, err error) {
	err = a.QueryRowContext(ctx, "SELECT text FROM version WHERE article = ? AND hash = ?", int64(of.ID), of.Version).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return clean.Of(text).String(), err
}

// inside returns a span where it is one of the text, else an empty one.
func inside(s articles.Span, text string) articles.Span {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) ||
		s.Start < len(text) && !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		return articles.Span{}
	}
	return s
}

// articlesOf returns the articles of what was found, but those that were
// removed.
func articlesOf(ctx context.Context, a asker, spots []spot) (map[keep.ArticleID]keep.Article, error) {
	ids := []keep.ArticleID{} // none, not any
	for _, s := range spots {
		ids = append(ids, s.article)
	}
	query, args := selectArticles(articleColumns, keep.Selection{IDs: ids}, false)
	all, err := askArticles(ctx, a, query, args...)
	if err != nil {
		return nil, err
	}
	known := make(map[keep.ArticleID]keep.Article, len(all))
	for _, one := range all {
		known[one.ID] = one
	}
	return known, nil
}
