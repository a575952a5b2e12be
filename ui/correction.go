package ui

import (
	"encoding/json"

	"gloss/annotate"
	"gloss/annotate/correct"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// typeNames are the types of entities that a reader can give, in the order in
// which they are offered.
var typeNames = []struct {
	typ  annotate.Type
	name string
}{
	{annotate.Person, "a person"},
	{annotate.Org, "an organisation"},
	{annotate.GPE, "a country, state or city"},
	{annotate.Loc, "another place"},
	{annotate.Fac, "a building, bridge or airport"},
	{annotate.Norp, "a people, faith or party"},
	{annotate.Event, "an event"},
	{annotate.Product, "a product"},
	{annotate.WorkOfArt, "a work"},
	{annotate.Law, "a law"},
}

// typeName returns what a type is called in a sentence.
func typeName(t annotate.Type) string {
	for _, n := range typeNames {
		if n.typ == t {
			return n.name
		}
	}
	return "something else"
}

// describe tells in a few words what a correction does.
func describe(kept keep.Correction) clean.Text {
	var c correct.Correction
	if err := json.Unmarshal(kept.Data, &c); err != nil {
		return clean.Line("a correction that cannot be read")
	}
	words := "“" + short(c.At.Exact, 60) + "”"
	name, to := c.Entity.Name, c.To.Name
	var s string
	switch c.Kind {
	case correct.Dismiss:
		s = words + " names nobody here"
		if c.Everywhere {
			s = name + " is no name"
		}
	case correct.DismissStatement:
		s = words + " is no statement"
	case correct.Retype:
		s = name + " is " + typeName(c.To.Type)
	case correct.Merge:
		s = name + " is " + to
	case correct.Split:
		s = words + " is " + to
		if c.Everywhere {
			s += ", wherever it is written so"
		}
	case correct.Add:
		s = words + " is " + typeName(c.To.Type)
	case correct.Rename:
		s = name + " is called " + to
	case correct.SetSpeaker:
		s = to + " said " + words
		if to == "" {
			s = "nobody is named who said " + words
		}
	default:
		s = "a correction of a later version"
	}
	if kept.Article == 0 {
		s += " (in every article)"
	}
	return clean.Line(s)
}

// short returns the beginning of s, at most about n bytes.
func short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n] + " …"
}
