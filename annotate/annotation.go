// Package annotate finds what stands in the margin of a news article: the
// people, organisations and places it names, the statements in it with their
// speakers, and the coalitions whose members it lists.
//
// It takes text and returns spans of that text; it reads no files and knows
// nothing of terminals, so that any Go program can import it.
package annotate

import "time"

// A Span is a half-open range of bytes [Start, End) of Input.Text. A span
// that is empty stands for "none".
type Span struct{ Start, End int }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.Start >= s.End }

// Overlaps reports whether the spans share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Of returns the bytes of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// An Input is what is annotated.
type Input struct {
	// Text is valid UTF-8. All spans, in and out, count its bytes.
	Text  string
	Title string
	// Lang is the language if it is known (BCP 47), else empty.
	Lang string
	// Date is when the article appeared; memberships that have changed are
	// taken as of then. The zero time means today.
	Date time.Time
	// Blocks is the structure over Text, in order and without overlaps. With
	// none, every line of Text is a paragraph of its own.
	Blocks []Block
}

// BlockKind tells what a block is to the annotator.
type BlockKind uint8

// The kinds of blocks.
const (
	Paragraph BlockKind = iota
	Heading
	Item      // of a list
	Quotation // set apart as one
	Verbatim  // code and the like: not annotated
)

// A Block is a stretch of text that no sentence crosses.
type Block struct {
	Span Span
	Kind BlockKind
}

// Type is what kind of thing an entity is, by the names of OntoNotes 5.
type Type string

// The types of entities.
const (
	Person    Type = "PERSON"
	Org       Type = "ORG"
	GPE       Type = "GPE" // countries, cities, states
	Loc       Type = "LOC" // other places
	Fac       Type = "FAC" // buildings, airports, bridges
	Norp      Type = "NORP"
	Event     Type = "EVENT"
	Product   Type = "PRODUCT"
	WorkOfArt Type = "WORK_OF_ART"
	Law       Type = "LAW"
	Date      Type = "DATE"
	Time      Type = "TIME"
	Money     Type = "MONEY"
	Percent   Type = "PERCENT"
	Quantity  Type = "QUANTITY"
)

// Annotations is all that was found in one Input. The same Input and engine
// always give the same Annotations.
type Annotations struct {
	// Left is the end of the text that was not annotated, where a limit was
	// reached; empty where there was none to reach.
	Left Span
	// Lang is the language of the text (BCP 47), or empty if it is not known.
	Lang       string
	Entities   []Entity    // by salience, the highest first
	Quotes     []Quote     // by the start of their first content
	Coalitions []Coalition // by where they are first stated
}

// An Entity is one person, place, body or other thing with all its mentions.
type Entity struct {
	ID       string // "e1", ...: unique in its Annotations
	Name     string // the fullest form in the text
	Type     Type
	Aliases  []string  // the other forms in the text
	Roles    []string  // as the text states them: "Russian foreign minister"
	Salience float64   // 0 to 1: how much the article is about it
	Mentions []Mention // in order; at least one
}

// MentionKind tells how an entity is spoken of.
type MentionKind string

// The kinds of mentions.
const (
	Name    MentionKind = "name"
	Pronoun MentionKind = "pronoun"
	Nominal MentionKind = "nominal" // "the minister"
)

// A Mention is one place where an entity is spoken of.
type Mention struct {
	Span       Span
	Kind       MentionKind
	Confidence float64 // 0 to 1
}

// QuoteKind tells how a statement is given.
type QuoteKind string

// The kinds of statements.
const (
	Direct   QuoteKind = "direct"   // in quotation marks
	Indirect QuoteKind = "indirect" // in the writer's words
	Mixed    QuoteKind = "mixed"    // some of both
)

// Act tells what the speaker does by the statement.
type Act string

// The acts.
const (
	Say    Act = "say"
	Think  Act = "think"
	Want   Act = "want"
	Decide Act = "decide"
	Show   Act = "show" // of documents, polls, evidence
)

// A Quote is one statement.
type Quote struct {
	ID         string // "q1", ...: unique in its Annotations
	Kind       QuoteKind
	Act        Act
	Content    []Span // what is stated: at least one span, in order
	Cue        Span   // the words that introduce it; empty where there are none
	Speaker    Speaker
	Confidence float64 // 0 to 1
	Rule       string  // the name of what found it
}

// A Speaker is whose statement it is. Without a speaker the span is empty.
type Speaker struct {
	Span   Span
	Entity string // ID of the entity, or empty if it is not known
}

// Basis tells where a membership comes from.
type Basis string

// The bases. They are never mixed in one Coalition.
const (
	Stated Basis = "stated" // by the text
	Known  Basis = "known"  // by the table of organisations
)

// A Coalition is a group of members that the text names.
type Coalition struct {
	ID         string // "c1", ...: unique in its Annotations
	Name       string
	Span       Span   // where the group is named; empty if it is only known
	Entity     string // ID of the entity, or empty
	Basis      Basis
	Exhaustive bool // the list is given as complete
	Members    []Member
	Evidence   Span // the sentence or sentences that state it
}

// A Member is one member of a coalition.
type Member struct {
	Name   string
	Span   Span   // empty if it is only known
	Entity string // ID of the entity, or empty
}
