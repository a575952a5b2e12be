package notebook

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// isWeb tells whether an object is an annotation of the W3C's model.
func isWeb(v map[string]any) bool {
	if !isType(v, typeAnnotation) {
		return false
	}
	_, ok := v["target"]
	return ok
}

// isType tells whether an object says that it is of a type.
func isType(v map[string]any, name string) bool {
	for _, key := range []string{"type", "@type"} {
		for _, t := range words(v[key]) {
			if t == name || t == "oa:"+name || t == "http://www.w3.org/ns/oa#"+name {
				return true
			}
		}
	}
	return false
}

// web reads an annotation. One with several targets becomes a note on each.
func (r *reader) web(v map[string]any) {
	var n keep.Note
	n.Created, n.Modified = moment(v["created"]), moment(v["modified"])
	if n.Modified.IsZero() {
		n.Modified = n.Created
	}
	b := webBodies{limit: r.limits.Body}
	if value, ok := v["bodyValue"].(string); ok {
		b.say(value)
	}
	motivations := words(v["motivation"])
	b.add(v["body"], motivations, 0)
	n.Kind, n.Tags, n.Target.Entity = b.kind, b.tags, b.entity
	n.Body = clean.Of(strings.Join(b.says, "\n\n"))

	targets := many(v["target"])
	if len(targets) == 0 {
		r.skip("no target")
	}
	for i, target := range targets {
		if i >= maxTargets {
			r.skip(fmt.Sprintf("beyond the first %d targets", maxTargets))
			return
		}
		note := Imported{Note: n}
		note.Note.Tags = slices.Clone(n.Tags)
		place := readTarget(target)
		note.Source, note.Title = keyOf(place.source), place.title
		note.Note.Target.At = place.at
		note.Note.Target.On = place.on(b.entity)
		if note.Note.Target.On == keep.OnSpan && note.Note.Kind == "" {
			note.Note.Kind = keep.Important
		}
		note.Note.ID = idOf(identifier(v), i, place.source, place.at.Exact, n.Body.String(), stamp(n.Created))
		if note.Note.Target.On == keep.OnArticle && n.Body.IsEmpty() && len(n.Tags) == 0 {
			r.skip("neither a quotation nor words")
			continue
		}
		r.keep(note)
	}
}

// maxTargets is how many targets of one annotation are read.
const maxTargets = 100

// identifier returns the IRI of an object.
func identifier(v map[string]any) string {
	for _, key := range []string{"id", "@id"} {
		if s, ok := v[key].(string); ok {
			return s
		}
	}
	return ""
}

// idOf returns the name of a note: the UUID that an annotation has, else one
// that is made of its name, or of what it says, and so is the same each time.
func idOf(name string, index int, parts ...string) string {
	if id, err := uuid.Parse(strings.TrimPrefix(name, "urn:uuid:")); err == nil && len(id.String()) == len(strings.TrimPrefix(name, "urn:uuid:")) {
		if index == 0 {
			return id.String()
		}
	}
	if name == "" {
		name = strings.Join(parts, "\x00")
	}
	return uuid.NewSHA1(uuid.NameSpaceURL, fmt.Appendf(nil, "%d\x00%s", index, name)).String()
}

// moment returns a time that an annotation states (xsd:dateTime with a time
// zone, or only a date), zero where it is none.
func moment(value any) time.Time {
	s := text(value)
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1900 && t.Year() < 3000 {
			return t.UTC()
		}
	}
	return time.Time{}
}

// A webPlace is what an annotation is on.
type webPlace struct {
	source string
	title  clean.Text
	class  string // its Dublin Core type
	at     anchor.Selector
}

// on returns the kind of thing that the place is.
func (p webPlace) on(entity keep.Ref) keep.TargetKind {
	switch kind := keep.TargetKind(p.class); {
	case kind == keep.OnEntity && entity.Name != "", kind == keep.OnStatement && !p.at.IsZero():
		return kind
	case p.at.IsZero():
		return keep.OnArticle
	}
	return keep.OnSpan
}

// readTarget reads a target: an address, or an object with a source and
// selectors.
func readTarget(value any) webPlace {
	switch v := value.(type) {
	case string:
		return webPlace{source: v}
	case map[string]any:
		var p webPlace
		switch source := v["source"].(type) {
		case string:
			p.source = source
		case map[string]any:
			p.source = identifier(source)
			p.title = titleLine(titleIn(source))
		default:
			p.source = identifier(v)
		}
		if title := titleIn(v); title != "" {
			p.title = titleLine(title)
		}
		p.class = text(v["dcterms:type"])
		p.at = quoteIn(v["selector"], 0)
		return p
	}
	return webPlace{}
}

// titleIn returns the title that an object states.
func titleIn(v map[string]any) string {
	for _, key := range []string{"dcterms:title", "dc:title", "title", "label"} {
		if s := text(v[key]); s != "" {
			return s
		}
	}
	return ""
}

// quoteIn returns the quotation in a selector, in an array of them, or in what
// refines one: the innermost, which is the narrowest.
func quoteIn(value any, depth int) anchor.Selector {
	if depth > maxDepth {
		return anchor.Selector{}
	}
	for _, item := range many(value) {
		v, ok := item.(map[string]any)
		if !ok {
			continue
		}
		if inner := quoteIn(v["refinedBy"], depth+1); !inner.IsZero() {
			return inner
		}
		if isType(v, "Choice") || v["items"] != nil {
			if inner := quoteIn(v["items"], depth+1); !inner.IsZero() {
				return inner
			}
		}
		if !isType(v, typeQuote) {
			continue
		}
		exact := clean.Of(text(v["exact"])).String()
		if strings.TrimSpace(exact) == "" {
			continue
		}
		return anchor.Selector{Exact: exact, Prefix: context(text(v["prefix"]), true), Suffix: context(text(v["suffix"]), false)}
	}
	return anchor.Selector{}
}

// maxContext is how many code points beside a quotation are kept.
const maxContext = 256

// context returns what stands beside a quotation, of a long one what is
// nearest to it.
func context(s string, before bool) string {
	runes := []rune(clean.Of(s).String())
	switch {
	case len(runes) <= maxContext:
	case before:
		runes = runes[len(runes)-maxContext:]
	default:
		runes = runes[:maxContext]
	}
	return clean.Of(string(runes)).String()
}
