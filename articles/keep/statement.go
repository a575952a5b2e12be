package keep

import (
	"time"

	"gloss/articles"
	"gloss/articles/clean"
)

// Findings are what the annotator found in one version of an article, as far
// as questions across articles need it.
type Findings struct {
	Version    string // the hash of the text
	Annotator  string // names the annotator and the corrections: other findings replace these where it differs
	Entities   []Entity
	Statements []Statement
}

// An Entity is one that an article names.
type Entity struct {
	Ref
	Aliases  []string // other forms in the text
	Mentions int
	First    articles.Span // its first mention
}

// A Statement is one that an article reports.
type Statement struct {
	Span    articles.Span // from the first byte of its content to the last
	Text    clean.Text    // the content, its parts joined by " … "
	Speaker Ref           // the name is the words of the text where no entity was found; may be empty
	Cue     string        // the words that introduce it, as they are in the text; may be empty
	Act     string        // say, think, want, decide, show; deny, refuse; "not say" and the like
	Kind    string        // direct, indirect, mixed
	// About are places in Findings.Entities: those that the content names.
	About []int
}

// An Appearance is what one article has of an entity.
type Appearance struct {
	Article Article
	Entity  Entity
	Said    []Statement // in the order of the text
	About   []Statement // said by others, naming it
}

// A Query is a search in all that is kept: words with an AND between them, and
// what narrows them down.
type Query struct {
	Words   string // words and "phrases"; a trailing * stands for any ending
	Speaker string // of statements: words of the speaker's name
	Entity  string // named in the article: words of its name
	Site    string
	Tag     string
	Before  time.Time // published, else added, before this time; zero for any
	After   time.Time // not before this one
}

// Where tells what a search found words in.
type Where uint8

// What is searched.
const (
	InTitle Where = iota
	InBody
	InNote
	InStatement
)

// A Hit is a place that a search found.
type Hit struct {
	Article Article
	Where   Where
	// Span is the place in the article's text: the words of the body, the content
	// of the statement, what a note is on. It is empty for a title.
	Span    articles.Span
	Snippet clean.Text      // one line round the hit
	Marks   []articles.Span // what was found, in bytes of Snippet
	Note    string          // the ID of the note, of InNote
	Speaker clean.Text      // of InStatement
}
