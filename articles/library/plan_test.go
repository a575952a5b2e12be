package library

import (
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// Hits come in the order of the index, so that reading can stop at the limit:
// nothing is sorted, however much narrows down. Notes are few, and are sorted.
func TestSearchSortsNothing(t *testing.T) {
	l, _, _ := twoArticles(t)
	for _, query := range []string{
		"oil", `"no oil" fer*`, "speaker:lovell oil", "entity:norhaven", "oil entity:norhaven", "tag:y", "site:x",
		"oil site:x tag:y before:2026-05 after:2026-03 entity:norhaven",
	} {
		for _, p := range searchOf(keep.ParseQuery(query)).parts() {
			if p.where == keep.InNote {
				continue
			}
			err := each(ctx, l.shelf.readers, "EXPLAIN QUERY PLAN "+p.query, p.args, func(scan func(...any) error) error {
				var a, b, c int
				var step string
				err := scan(&a, &b, &c, &step)
				if strings.Contains(step, "TEMP B-TREE") {
					t.Errorf("%q: %s", query, step)
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		}
	}
}

// What was found in a text, and what a note was put on, is not shown at the
// same bytes of another text.
func TestHitsInAnotherVersion(t *testing.T) {
	l, ferry, _ := twoArticles(t)
	note := keep.Note{Article: ferry.ID, Body: clean.Of("oil again"), Target: keep.Target{On: keep.OnSpan, Version: ferry.Version}}
	const words = "said Ada Lovell, the harbour master"
	at := strings.Index(ferryText, words)
	note.Target.At = anchor.Describe(ferryText, articles.Span{Start: at, End: at + len(words)})
	if _, err := l.PutNote(ctx, note); err != nil {
		t.Fatal(err)
	}
	text := "Corrected: " + ferryText
	put(t, l, "x", text, func(m *articles.Meta) { m.URL, m.Title = ferry.URL, ferry.Title })
	hits, err := l.Search(ctx, keep.ParseQuery("oil"), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := map[keep.Where]string{keep.InTitle: "", keep.InNote: words, keep.InStatement: "", keep.InBody: "oil"}
	if len(hits) != len(want) {
		t.Errorf("%d hits", len(hits))
	}
	for _, h := range hits {
		if got := text[h.Span.Start:h.Span.End]; got != want[h.Where] {
			t.Errorf("%d: at %q, want %q", h.Where, got, want[h.Where])
		}
	}
}
