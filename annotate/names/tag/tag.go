// Package tag holds the labels that a sequence model gives to tokens: for each
// class of names Begin, Inside, Last and Unit (a name of one token), and Outside
// for all else, after Ratinov and Roth, "Design challenges and misconceptions in
// named entity recognition" (CoNLL 2009).
package tag

// A Class is what a name is the name of, as the training corpora tell them apart.
type Class uint8

// The classes.
const (
	Person Class = iota
	Org
	Place
	People // nations, faiths and parties, and their adjectives
	Misc
	Classes = 5
)

// A Tag is the label of a token: Outside, or a part of a name of a Class.
type Tag uint8

// Outside is the tag of tokens that are in no name. N is the number of tags.
const (
	Outside Tag = 0
	N           = 1 + 4*Classes
)

// Begin is the tag of the first of several tokens of a name of class c.
func Begin(c Class) Tag { return Tag(1 + 4*c) }

// Inside is the tag of tokens between the first and the last.
func Inside(c Class) Tag { return Tag(2 + 4*c) }

// Last is the tag of the last of several tokens.
func Last(c Class) Tag { return Tag(3 + 4*c) }

// Unit is the tag of a name of one token.
func Unit(c Class) Tag { return Tag(4 + 4*c) }

// Class returns the class of the name that t is a part of, and false for
// Outside.
func (t Tag) Class() (Class, bool) { return Class((t - 1) / 4), t != Outside }

// opens reports whether a sequence may begin with t; closes, whether it may end
// with it.
func (t Tag) opens() bool  { return t == Outside || (t-1)%4 == 0 || (t-1)%4 == 3 }
func (t Tag) closes() bool { return t == Outside || (t-1)%4 >= 2 }

// Follows reports whether t may stand after prev.
func (t Tag) Follows(prev Tag) bool {
	if prev.closes() {
		return t.opens()
	}
	return !t.opens() && (t-1)/4 == (prev-1)/4
}

// A Name is a name of class Class over the tokens [First, End).
type Name struct {
	First, End int
	Class      Class
}

// Names returns the names in a valid sequence of tags.
func Names(tags []Tag) []Name {
	var out []Name
	first := 0
	for i, t := range tags {
		c, in := t.Class()
		if !in {
			continue
		}
		if t.opens() {
			first = i
		}
		if t.closes() {
			out = append(out, Name{First: first, End: i + 1, Class: c})
		}
	}
	return out
}

// Set writes the tags of a name of the tokens [first, end) into tags.
func Set(tags []Tag, n Name) {
	if n.End == n.First+1 {
		tags[n.First] = Unit(n.Class)
		return
	}
	for i := n.First; i < n.End; i++ {
		tags[i] = Inside(n.Class)
	}
	tags[n.First], tags[n.End-1] = Begin(n.Class), Last(n.Class)
}
