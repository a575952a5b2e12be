package epub

import (
	"slices"
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/credits"
)

// meta returns the metadata of the book.
func (p *opfParser) meta() articles.Meta {
	first := func(name string, is func(*field) bool) clean.Text {
		for i := range p.fields {
			if f := &p.fields[i]; f.name == name && is(f) {
				if text := clean.Line(f.text.String()); !text.IsEmpty() {
					return text
				}
			}
		}
		return clean.Text{}
	}
	anyOf := func(*field) bool { return true }
	meta := articles.Meta{
		Title:  first("title", anyOf),
		Byline: p.byline(),
		Source: first("publisher", anyOf),
		Lang:   first("language", anyOf),
		ID:     first("identifier", func(f *field) bool { return f.id == p.idID }),
	}
	if meta.ID.IsEmpty() {
		meta.ID = first("identifier", anyOf)
	}
	date := first("date", func(f *field) bool { return strings.Contains(f.event, "publication") })
	if date.IsEmpty() {
		date = first("date", func(f *field) bool { return f.event == "" })
	}
	meta.Date, _ = credits.ParseDate(date.String())
	return meta
}

// byline returns the names of the authors, or of all creators where none is
// called one.
func (p *opfParser) byline() clean.Text {
	var authors, all []string
	for i := range p.fields {
		f := &p.fields[i]
		name := clean.Line(f.text.String()).String()
		if f.name != "creator" || name == "" || slices.Contains(all, name) {
			continue
		}
		if len(all) == maxCreators {
			break
		}
		all = append(all, name)
		role := f.role
		if refined := p.roles[f.id]; f.id != "" && refined != "" {
			role = refined
		}
		if role == "aut" {
			authors = append(authors, name)
		}
	}
	if len(authors) == 0 {
		authors = all
	}
	return clean.Line(strings.Join(authors, ", "))
}
