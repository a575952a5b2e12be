// Package train learns the models of statements from annotated articles.
//
// The two taggers are conditional random fields, trained by gradient steps of
// falling size (Duchi, Hazan and Singer, JMLR 2011) with features dropped at
// random. What one step learns from the guesses of the step before, it learns
// from guesses about articles that the step before has not seen. All of it is
// deterministic: the same articles and seeds give the same models.
package train

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names"
	"gloss/annotate/quote"
	"gloss/annotate/text"
)

// An Article is an annotated text. Spans count its bytes.
type Article struct {
	ID     string
	Text   string
	Quotes []Gold
}

// A Gold is one statement as a human annotated it. Each part may be in several
// pieces, and sources and cues may be missing.
type Gold struct{ Source, Cue, Content []annotate.Span }

// Read reads articles in JSON Lines: on each line an object with "id", "text"
// and "quotes", objects with lists of [start, end] in code points under
// "source", "cue" and "content".
func Read(path string) ([]Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open corpus: %w", err)
	}
	defer f.Close()
	var out []Article
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<28)
	for in.Scan() {
		var line struct {
			ID     string `json:"id"`
			Text   string `json:"text"`
			Quotes []struct {
				Source  [][2]int `json:"source"`
				Cue     [][2]int `json:"cue"`
				Content [][2]int `json:"content"`
			} `json:"quotes"`
		}
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("read corpus %s: article %d: %w", path, len(out)+1, err)
		}
		offs := offsets(line.Text)
		spans := func(in [][2]int) (out []annotate.Span) {
			for _, s := range in {
				if s[0] >= 0 && s[0] < s[1] && s[1] < len(offs) {
					out = append(out, annotate.Span{Start: offs[s[0]], End: offs[s[1]]})
				}
			}
			return out
		}
		a := Article{ID: line.ID, Text: line.Text}
		for _, q := range line.Quotes {
			a.Quotes = append(a.Quotes, Gold{spans(q.Source), spans(q.Cue), spans(q.Content)})
		}
		out = append(out, a)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("read corpus %s: %w", path, err)
	}
	return out, nil
}

// offsets returns where each code point of s begins, in bytes, and the end.
func offsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for off := range s {
		out = append(out, off)
	}
	return append(out, len(s))
}

// A source is an article with all that is found before its statements.
type source struct {
	Article
	doc      *text.Document
	entities []annotate.Entity
	rules    []annotate.Quote
}

// prepare runs the steps that come before the statements.
func prepare(articles []Article) ([]source, error) {
	ctx := context.Background()
	gaz := gazetteer.New()
	recogniser, linker, rules := names.New(gaz), entity.NewLinker(gaz), quote.NewFinder(gaz)
	out := make([]source, 0, len(articles))
	for _, a := range articles {
		s := source{Article: a}
		var err error
		if s.doc, err = text.Parse(ctx, annotate.Input{Text: a.Text}); err != nil {
			return nil, fmt.Errorf("parse article %q: %w", a.ID, err)
		}
		found, err := recogniser.Names(ctx, s.doc)
		if err != nil {
			return nil, fmt.Errorf("find names of %q: %w", a.ID, err)
		}
		if s.entities, err = linker.Link(ctx, s.doc, found); err != nil {
			return nil, fmt.Errorf("link names of %q: %w", a.ID, err)
		}
		if s.rules, err = rules.Quotes(ctx, s.doc, s.entities); err != nil {
			return nil, fmt.Errorf("apply rules to %q: %w", a.ID, err)
		}
		out = append(out, s)
	}
	return out, nil
}
