package keep

import (
	"time"

	"gloss/articles/anchor"
	"gloss/articles/clean"
)

// A Kind is a kind of highlight. Its text form is what is kept and exported.
type Kind string

// The kinds of highlights. A note on an article as a whole has none.
const (
	Important Kind = "important"
	Claim     Kind = "claim"    // to be checked
	Doubt     Kind = "doubt"    // does not seem right
	Quotable  Kind = "quotable" // to be quoted
	FollowUp  Kind = "follow-up"
)

// Kinds returns the kinds of highlights in the order they are offered.
func Kinds() []Kind { return []Kind{Important, Claim, Doubt, Quotable, FollowUp} }

// A Note is a highlight, with or without words of the reader, or a note on an
// article as a whole.
type Note struct {
	ID       string // a random UUID in its text form (RFC 9562)
	Article  ArticleID
	Kind     Kind
	Body     clean.Text   // Markdown; empty for a highlight without words
	Tags     []clean.Text // in order, each once
	Target   Target
	Created  time.Time
	Modified time.Time
	Removed  time.Time // zero unless it was taken away
	Revision int       // counts its changes from 1
}

// A Target is what a note is on.
type Target struct {
	On TargetKind
	// At are the words: those marked, a mention of the entity that the note was
	// made at, or the first content of the statement. It is zero for Whole.
	At anchor.Selector
	// Version is the hash of the text that the offsets of At are of.
	Version string
	// Entity names the entity, of OnEntity, and for OnStatement the speaker.
	Entity Ref
}

// A TargetKind tells what kind of thing a note is on. Its text form is kept.
type TargetKind string

// The kinds of targets.
const (
	OnSpan      TargetKind = "span"
	OnEntity    TargetKind = "entity"
	OnStatement TargetKind = "statement"
	OnArticle   TargetKind = "article" // as a whole
)

// A Ref names an entity across articles.
type Ref struct {
	Name string
	Type string // as the annotator has it: PERSON, ORG, …
}

// A NoteSelection says which notes are wanted. Its zero value wants all that
// were not removed, on articles on the shelf or not, the newest first.
type NoteSelection struct {
	Article ArticleID  // 0 for any
	Kind    Kind       // "" for any
	Tag     clean.Text // empty for any
	Removed bool       // only those that were taken away
	IDs     []string   // only these; nil for any
	Limit   int        // 0 for all
}

// A Correction is a reader's correction of what the annotator found. What it
// says is not known here.
type Correction struct {
	ID      string    // a random UUID
	Article ArticleID // 0: it holds in every article
	Data    []byte    // JSON
	Created time.Time
	Undone  time.Time // zero where it holds
}
