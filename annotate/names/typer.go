package names

import (
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
func (t *typer) typeOf(n tag.Name) annotate.Type {
	switch n.Class {
	case tag.Person:
		return annotate.Person
	case tag.Org:
		return annotate.Org
	case tag.People:
		return annotate.Norp
	case tag.Place:
		return t.place(n)
	}
	return t.misc(n)
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

func (t *typer) misc(n tag.Name) annotate.Type {
	switch k := t.known(n); k {
	case annotate.Norp, annotate.Event, annotate.Law, annotate.Product, annotate.WorkOfArt:
		return k
	}
	if h := t.head(n, annotate.Event, annotate.Law); h != "" {
		return h
	}
	if n.First > 0 && n.End < len(t.doc.Tokens) && t.doc.Tokens[n.First-1].Kind == text.Quote && t.doc.Tokens[n.End].Kind == text.Quote {
		return annotate.WorkOfArt
	}
	for i := n.First; i < n.End; i++ {
		if t.doc.Tokens[i].Kind == text.Number && n.End > n.First+1 && i > n.First {
			return annotate.Product
		}
	}
	return ""
}
