// Package findings makes of the annotations of an article what is kept of them
// for questions across articles: whom it names, and who said what of whom.
//
// It is a function of the text and its annotations. Spans are bytes of the
// text.
package findings

import (
	"slices"
	"sort"
	"strings"

	"gloss/annotate"
	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// What is kept of one article at the most. A book has more of all of it; what
// comes first in it is kept, and of entities those that it is most about.
const (
	MaxEntities   = 5000
	MaxStatements = 5000
	MaxAliases    = 24
	// MaxText is the most bytes that are kept of the words of a statement. Its
	// span is kept as it is.
	MaxText = 2000
)

// maxName is the most bytes of a name. A longer one is no name.
const maxName = 200

// A Source tells what annotations are of.
type Source struct {
	// Version is the hash of the text, as anchor.Hash gives it.
	Version string
	// Annotator names what made the annotations, with the reader's corrections.
	Annotator string
}

// Of returns what is kept of the annotations of a text. Dates, times, sums and
// other quantities are left out: they are nobody. A statement names an entity
// if its content has a name of it, as Statement.About says, but not by a
// pronoun; its own speaker is left out. The time it takes is linear in the
// annotations, but for sorting.
func Of(text clean.Text, src Source, a annotate.Annotations) keep.Findings {
	f := keep.Findings{Version: src.Version, Annotator: src.Annotator}
	place := make(map[string]int, len(a.Entities)) // in f.Entities, by ID
	refs := make(map[string]keep.Ref, len(a.Entities))
	var named []mention
	for _, e := range a.Entities {
		ref := keep.Ref{Name: line(e.Name, maxName), Type: string(e.Type)}
		if ref.Name == "" || len(e.Mentions) == 0 {
			continue
		}
		refs[e.ID] = ref
		if amount(e.Type) || len(f.Entities) == MaxEntities {
			continue
		}
		at := len(f.Entities)
		place[e.ID] = at
		f.Entities = append(f.Entities, entity(ref, e))
		for _, m := range e.Mentions {
			if m.Kind == annotate.Name {
				named = append(named, mention{m.Span, at})
			}
		}
	}
	slices.SortFunc(named, func(a, b mention) int { return a.span.Start - b.span.Start })
	for _, q := range a.Quotes[:min(len(a.Quotes), MaxStatements)] {
		cue := line(q.Cue.Of(text.String()), maxName)
		s := keep.Statement{
			Span: articles.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End},
			Text: content(text, q), Cue: cue, Act: actOf(q.Act, cue), Kind: string(q.Kind),
		}
		speaker, known := refs[q.Speaker.Entity]
		if !known && !q.Speaker.Span.Empty() {
			speaker = keep.Ref{Name: line(q.Speaker.Span.Of(text.String()), maxName)}
		}
		s.Speaker = speaker
		s.About = namedIn(named, q.Content)
		if at, ok := place[q.Speaker.Entity]; ok {
			s.About = slices.DeleteFunc(s.About, func(i int) bool { return i == at })
		}
		f.Statements = append(f.Statements, s)
	}
	return f
}

// amount reports whether a type is of what is counted, not of what acts.
func amount(t annotate.Type) bool {
	switch t {
	case annotate.Date, annotate.Time, annotate.Money, annotate.Percent, annotate.Quantity:
		return true
	}
	return false
}

// entity returns what is kept of an entity. Its first mention is where it is
// first named, or else first spoken of; it counts the names alone, as the
// margin does.
func entity(ref keep.Ref, e annotate.Entity) keep.Entity {
	out := keep.Entity{Ref: ref}
	for _, name := range e.Aliases {
		if name = line(name, maxName); name != "" && name != ref.Name && len(out.Aliases) < MaxAliases {
			out.Aliases = append(out.Aliases, name)
		}
	}
	first := -1
	for i, m := range e.Mentions {
		if m.Kind != annotate.Name {
			continue
		}
		if out.Mentions++; first < 0 {
			first = i
		}
	}
	out.First = articles.Span(e.Mentions[max(first, 0)].Span)
	return out
}

// A mention is a place where an entity is named.
type mention struct {
	span   annotate.Span
	entity int // in Findings.Entities
}

// namedIn returns the entities that are named inside one of the spans, in
// order, each once. The mentions are sorted by start.
func namedIn(named []mention, spans []annotate.Span) []int {
	var out []int
	for _, s := range spans {
		i := sort.Search(len(named), func(i int) bool { return named[i].span.Start >= s.Start })
		for ; i < len(named) && named[i].span.Start < s.End; i++ {
			if s.Contains(named[i].span) {
				out = append(out, named[i].entity)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// content returns the words of a statement on one line, its parts joined by an
// ellipsis.
func content(text clean.Text, q annotate.Quote) clean.Text {
	var parts []string
	room := MaxText
	for _, s := range q.Content {
		part := line(s.Of(text.String()), room)
		if part == "" {
			continue
		}
		parts = append(parts, part)
		if room -= len(part) + len(" … "); room <= 0 {
			break
		}
	}
	return clean.Line(strings.Join(parts, " … "))
}

// line returns text on one line, cut where it has more bytes than most.
func line(text string, most int) string {
	if len(text) > 2*most { // what is far beyond is not even looked at
		text = strings.ToValidUTF8(text[:2*most], "")
	}
	text = clean.Line(text).String()
	if len(text) > most {
		text = strings.TrimSpace(strings.ToValidUTF8(text[:most], "")) + "…"
	}
	return text
}
