package names

import (
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

// A typer gives the names of one document their types: it parts the places and
// the miscellaneous ones, which the corpora keep together, by lists and by the
// words that the names end in.
type typer struct {
	doc *text.Document
	gaz *gazetteer.Gazetteer
}

// typeOf returns the type of a name, or none where it is not one to show.
func (t *typer) typeOf(n Span) annotate.Type {
	switch n.Class {
	case tag.Person:
		return annotate.Person
	case tag.Org:
		return annotate.Org
	case tag.People:
		return t.people(n.Name)
	case tag.Place:
		return t.place(n.Name)
	}
	if n.Confidence < unsure {
		return ""
	}
	return t.misc(n.Name)
}

// unsure is the confidence below which a miscellaneous name is not shown: what
// it is the name of would be a guess on a guess.
const unsure = 0.5

// namesBody reports whether a person's family name stands before the capitalised
// word for what the person leads, with which it is the name of a body: "Truman
// Administration".
func (t *typer) namesBody(n tag.Name) bool {
	if n.Class != tag.Person || n.End != n.First+1 || n.End == len(t.doc.Tokens) {
		return false
	}
	next := t.doc.Tokens[n.End]
	if !next.Is(text.Capital) || next.Is(text.First) {
		return false
	}
	switch t.doc.Lower(n.End) {
	case "administration", "admin", "cabinet", "campaign", "foundation", "government":
		return true
	}
	return false
}

// people tells a nation's name from a country's whose possessive lacks its
// apostrophe: "Russias".
func (t *typer) people(n tag.Name) annotate.Type {
	lower := t.doc.Lower(n.First)
	if stem, ok := strings.CutSuffix(lower, "s"); ok && n.End == n.First+1 {
		_, known := t.gaz.Name(lower)
		if e, is := t.gaz.Name(stem); is && !known && !e.Caps && e.Type == annotate.GPE {
			return annotate.GPE
		}
	}
	return annotate.Norp
}

func (t *typer) known(n tag.Name) annotate.Type {
	w := t.gaz.Word(t.doc.Lower(n.First))
	if e, size := t.gaz.Match(t.doc, n.First, n.End, int(w.Longest)); size == n.End-n.First {
		return e.Type
	}
	return ""
}

// head returns the type that one of the name's words gives it: the last, or the
// first ("Lake Chad", "Mount Hermon").
func (t *typer) head(n tag.Name, types ...annotate.Type) annotate.Type {
	if n.End == n.First+1 {
		return ""
	}
	for _, i := range [...]int{n.End - 1, n.First} {
		h := t.gaz.Word(t.doc.Lower(i)).Head
		for _, typ := range types {
			if h == typ {
				return typ
			}
		}
	}
	return ""
}

func (t *typer) place(n tag.Name) annotate.Type {
	switch k := t.known(n); k {
	case annotate.GPE, annotate.Loc, annotate.Fac:
		return k
	}
	if h := t.head(n, annotate.Fac, annotate.Loc); h != "" {
		return h
	}
	return annotate.GPE
}

// misc parts events, laws, nations, products and works, and leaves out the rest.
func (t *typer) misc(n tag.Name) annotate.Type {
	switch k := t.known(n); k {
	case annotate.Norp, annotate.Event, annotate.Law, annotate.Product, annotate.WorkOfArt:
		return k
	}
	if h := t.statedHead(n); h != "" {
		return h
	}
	switch {
	case t.nations(n):
		return annotate.Norp
	case t.numbered(n):
		return annotate.Product
	case t.quoted(n):
		return annotate.WorkOfArt
	}
	return ""
}

// statedHead returns the type of an event or a law that its last word tells, or
// the one before "of", a number or a bracket: "Race Relations Act 1968".
func (t *typer) statedHead(n tag.Name) annotate.Type {
	for i := n.First; i < n.End; i++ {
		if i+1 < n.End && t.doc.Tokens[i+1].Kind == text.Word && t.doc.Lower(i+1) != "of" {
			continue
		}
		switch lower := t.doc.Lower(i); lower {
		case "battle", "day", "tour", "season", "series", "slam", "siege", "olympiad", "pride", "carnival", "jubilee", "fair":
			if n.End > n.First+1 {
				return annotate.Event
			}
		case "law", "bill", "code", "pact", "decree", "directive", "declaration":
			if i > n.First {
				return annotate.Law
			}
		default:
			if h := t.gaz.Word(lower).Head; h == annotate.Event || h == annotate.Law {
				return h
			}
		}
	}
	return ""
}

// nations reports whether all words of the name are those of nations and the
// like: "Iraqi Kurds".
func (t *typer) nations(n tag.Name) bool {
	for i := n.First; i < n.End; i++ {
		if t.doc.Tokens[i].Kind == text.Hyphen {
			continue
		}
		if e, ok := t.gaz.Name(t.doc.Lower(i)); !ok || e.Type != annotate.Norp {
			return false
		}
	}
	return n.End > n.First+1
}

// numbered reports whether the name is that of a make, with its number after a
// hyphen: "F-16", "MiG-29".
func (t *typer) numbered(n tag.Name) bool {
	const longest = 4 // letters
	for i := n.First; i+2 < n.End; i++ {
		if t.doc.Tokens[i+1].Kind == text.Hyphen && t.doc.Tokens[i+2].Kind == text.Number && len(t.doc.Raw(i)) <= longest {
			return true
		}
	}
	return false
}

// quoted reports whether the name is a title of several words in quotation
// marks.
func (t *typer) quoted(n tag.Name) bool {
	return n.End > n.First+1 && n.First > 0 && n.End < len(t.doc.Tokens) &&
		t.doc.Tokens[n.First-1].Kind == text.Quote && t.doc.Tokens[n.End].Kind == text.Quote
}
