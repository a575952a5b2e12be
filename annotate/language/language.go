// Package language tells what language an article is in, so that text that is
// not English is left alone.
//
// Scripts are told apart by their letters, the languages of one script by
// their small words, which make up a third and more of any running text and
// are found in few words of any other language. A few hundred words are enough
// (Grefenstette, "Comparing two language identification schemes", 1995). The
// package would rather not know than be wrong: a headline, a table or a list
// of names has no language for it.
package language

import (
	"sync"

	"gloss/annotate"
)

// English is the tag of English.
const English = "en"

// A Guess is what language a text is in.
type Guess struct {
	// Lang is a BCP 47 tag, such as "en" or "de". It is "und-" and a script
	// where only that is known, and empty where nothing is.
	Lang string
	// Confidence is how far the next best language is behind, from 0 to 1; 0
	// where Lang is empty or only stated.
	Confidence float64
}

// English reports whether the text is to be read as English: it is, or may be.
func (g Guess) English() bool { return g.Lang == "" || Base(g.Lang) == English }

// Unread says, for a reader, why a text in the language of a tag is not
// annotated. It returns "" for English and where the language is not known.
func Unread(tag string) string {
	if (Guess{Lang: tag}).English() {
		return ""
	}
	name := Name(tag)
	if name == "" {
		name = "another language (" + tag + ")"
	}
	return "this text is in " + name + "; only English is annotated"
}

// An Identifier recognises languages. It is safe for concurrent use, and
// builds its table at the first text.
type Identifier struct {
	once  sync.Once
	table *table
}

// New returns an identifier.
func New() *Identifier { return &Identifier{} }

// Of returns the language of an input, by a sample of at most 16 KB of its
// prose. In.Lang is believed unless the text clearly has another language. Text
// that is in two languages has that of the larger part.
func (id *Identifier) Of(in annotate.Input) Guess {
	id.once.Do(func() { id.table = compile() })
	// Most texts are English through and through, and a few lines show it.
	g, clear := id.look(in, 8, 64)
	if !clear {
		g, _ = id.look(in, 16, 1<<10)
	}
	stated := Base(in.Lang)
	switch {
	case stated == "":
		return g
	case g.Lang == "":
		return Guess{Lang: in.Lang}
	case Base(g.Lang) == stated:
		return Guess{Lang: in.Lang, Confidence: g.Confidence}
	case stated != English && !g.English():
		return Guess{Lang: in.Lang} // Norwegian may be taken for Danish, not for English
	}
	return g
}

// look returns the language of so many pieces of the prose of an input, and
// whether it is English beyond doubt.
func (id *Identifier) look(in annotate.Input, pieces, size int) (g Guess, clear bool) {
	c := counter{table: id.table}
	for _, s := range sample(in, pieces, size) {
		c.add(s.Of(in.Text))
	}
	g = c.guess()
	return g, g.Lang == English && g.Confidence >= 0.4 && c.hits[english] >= 10
}
