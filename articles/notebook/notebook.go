// Package notebook writes notes for other programs and people, and reads them
// from other programs: Markdown and CSV out, annotations of the W3C Web
// Annotation Data Model out and in, and what Hypothesis exports in.
//
//	err := notebook.Markdown(w, leaves)
//	reading, err := notebook.Read(data, notebook.Limits{})
//
// Nothing is opened and nothing is kept here: leaves come in, notes come out.
package notebook

import (
	"slices"
	"strings"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// A Leaf is an article with notes on it.
type Leaf struct {
	Article keep.Article
	Notes   []keep.Note
	// Texts are the texts that the notes were made on, by their hash (see
	// anchor.Hash). Without its text, the position of a note in code points is
	// not known, and left out.
	Texts map[string]clean.Text
}

// ordered returns the notes in the order of the text: those on the article as a
// whole first, then by place, and by time where that is one.
func (l Leaf) ordered() []keep.Note {
	notes := slices.Clone(l.Notes)
	slices.SortStableFunc(notes, func(a, b keep.Note) int {
		if aWhole, bWhole := a.Target.At.IsZero(), b.Target.At.IsZero(); aWhole != bWhole {
			if aWhole {
				return -1
			}
			return 1
		}
		if d := a.Target.At.Start - b.Target.At.Start; d != 0 {
			return d
		}
		if d := a.Target.At.End - b.Target.At.End; d != 0 {
			return d
		}
		if d := a.Created.Compare(b.Created); d != 0 {
			return d
		}
		return strings.Compare(a.ID, b.ID)
	})
	return notes
}

// about says in words what a note is on, where that is not a passage: "" of
// one that is.
func about(t keep.Target) string {
	entity := clean.Line(t.Entity.Name).String()
	if kind := clean.Line(t.Entity.Type).String(); entity != "" && kind != "" && t.On == keep.OnEntity {
		entity += " (" + kind + ")"
	}
	switch {
	case t.On == keep.OnArticle:
		return "on the whole article"
	case t.On == keep.OnEntity:
		return "on " + entity
	case t.On == keep.OnStatement && entity == "":
		return "on a statement"
	case t.On == keep.OnStatement:
		return "on a statement of " + entity
	}
	return ""
}
