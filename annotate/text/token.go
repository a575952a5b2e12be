package text

// A Token is a word, a number or a mark: the bytes [Start, End) of the text.
type Token struct {
	Start, End int32
	Word       int32 // index into Document.Words
	Kind       Kind
	Flags      Flags
}

// A Kind is the sort of a token.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // letters, and digits among them
	Number             // begins with a digit
	Stop               // . ! ? …
	Comma
	Colon // : ;
	Quote // a quotation mark, or an apostrophe that stands alone
	Hyphen
	Dash
	Open   // an opening bracket
	Close  // a closing bracket
	Symbol // anything else
	Link   // an address of a page or of a mailbox, a @name or a #tag
)

// Flags tell what a token looks like.
type Flags uint8

// The flags of a token.
const (
	Capital Flags = 1 << iota // its first letter is a capital
	Caps                      // it has two or more letters, all capitals
	Mixed                     // a capital after its first letter, and small ones too
	Glued                     // no space before it
	Abbrev                    // ends in a full stop of its own
	Clitic                    // 's, n't, 'll: split off the word before
	First                     // opens a sentence
)

// Is reports whether all the flags f are set.
func (t Token) Is(f Flags) bool { return t.Flags&f == f }
