package theme

// Kind is what a mark on the text stands for.
type Kind uint8

// The kinds of marks: first what an entity may be, then the parts of
// statements, then what the reader does with the text.
const (
	Person Kind = iota
	Org
	Place
	Group  // a people, faith or party: the NORP of OntoNotes
	Member // a member of a coalition
	Other  // any other entity

	Statement    // the words of a statement
	StatementNow // the statement that was jumped to
	Cue          // the verb or phrase that introduces a statement
	Speaker      // who makes a statement

	Hit       // what a search found
	HitNow    // the hit that was jumped to
	Chosen    // a mention of the entity that is chosen in the margin
	Selection // text that is selected
	NoteMark  // a passage with a note that is no highlight
	Cursor    // the cell of the cursor

	Important // the kinds of highlights that a reader makes
	Claim     // to be checked
	Doubt     // does not seem right
	Quotable  // to be quoted
	FollowUp
)

// last is the last of the kinds.
const last = FollowUp

// Kinds returns all kinds, in their order.
func Kinds() []Kind {
	kinds := make([]Kind, 0, last+1)
	for k := Person; k <= last; k++ {
		kinds = append(kinds, k)
	}
	return kinds
}

// String returns the name of the kind in lower case, as "person".
func (k Kind) String() string {
	if k > last {
		return "unknown"
	}
	return [...]string{
		"person", "org", "place", "group", "member", "other",
		"statement", "statement now", "cue", "speaker",
		"hit", "hit now", "chosen", "selection", "note", "cursor",
		"important", "claim", "doubt", "quotable", "follow-up",
	}[k]
}

// Sigil returns a sign of one cell for the kind, which is shown in the margin
// and the gutter so that colour is never the only sign. A kind that has none
// gets a space.
func (t Theme) Sigil(k Kind) string {
	switch k {
	case Person:
		return "●"
	case Org:
		return "■"
	case Place:
		return "▲"
	case Group:
		return "◆"
	case Member:
		return "✦"
	case Other:
		return "·"
	case Statement, StatementNow:
		return "❝"
	case Cue:
		return "›"
	case Speaker:
		return "»"
	case Hit, HitNow:
		return "⌕"
	case Chosen:
		return "◉"
	case NoteMark:
		return "✎"
	case Important:
		return "!"
	case Claim:
		return "?"
	case Doubt:
		return "~"
	case Quotable:
		return "”"
	case FollowUp:
		return "→"
	}
	return " "
}
