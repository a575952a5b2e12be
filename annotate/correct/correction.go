// Package correct carries out what a reader corrects in annotations, and does
// it again after every new run of the annotator.
//
// A correction does not hold on to the annotations that it was made on, which
// the next run replaces. It names text by quotation and entities by name and
// type, as a reader would. What is no longer there is told, not guessed.
package correct

import (
	"errors"

	"gloss/annotate"
)

// Kind tells what a correction does.
type Kind string

// The kinds of corrections, with the fields of Correction that they take.
const (
	// Dismiss takes the mention at At away; with Everywhere it takes the
	// entities of the name and type of Entity away, with all their mentions.
	Dismiss Kind = "dismiss"
	// DismissStatement takes the statement at At away.
	DismissStatement Kind = "dismiss-statement"
	// Retype gives Entity the type To.Type.
	Retype Kind = "retype"
	// Merge joins Entity into To, whose name stays.
	Merge Kind = "merge"
	// Split makes the mention at At one of To, a thing of its own; with
	// Everywhere all mentions of its entity that are written as it is. To may
	// lack a name, which is then the words at At, and a type, which is then that
	// of the entity.
	Split Kind = "split"
	// Add makes the words at At a mention of To, new or not; with Everywhere
	// wherever the words stand and are no mention. To may lack a name, which is
	// then the words at At.
	Add Kind = "add"
	// Rename gives Entity the name To.Name.
	Rename Kind = "rename"
	// SetSpeaker makes To the speaker of the statement at At; without a name in
	// To the statement has none.
	SetSpeaker Kind = "set-speaker"
)

// A Correction is one thing that a reader has corrected. Its JSON form is for
// storing.
type Correction struct {
	Kind Kind `json:"kind"`
	// At is the mention that the reader pointed at, or the first content of the
	// statement. For Retype, Merge and Rename it may be zero; where it is not, it
	// tells apart entities of one name.
	At         Selector `json:"at,omitzero"`
	Entity     Ref      `json:"entity,omitzero"`
	To         Ref      `json:"to,omitzero"`
	Everywhere bool     `json:"everywhere,omitempty"`
}

// A Ref names an entity.
type Ref struct {
	Name string        `json:"name,omitempty"`
	Type annotate.Type `json:"type,omitempty"`
}

// RefTo returns the Ref of an entity.
func RefTo(e annotate.Entity) Ref { return Ref{Name: e.Name, Type: e.Type} }

// The reasons for which a correction is not carried out.
var (
	ErrInvalid     = errors.New("correction lacks what its kind needs")
	ErrNoText      = errors.New("the words are not in the text")
	ErrNoMention   = errors.New("no mention stands there")
	ErrNoStatement = errors.New("no statement stands there")
	ErrNoEntity    = errors.New("no entity has the name and the type")
	ErrAmbiguous   = errors.New("several entities have the name and the type")
)

// An Unmatched is a correction that could not be carried out.
type Unmatched struct {
	Index      int // in the corrections
	Correction Correction
	Err        error // one of the errors of this package
}

// Apply returns the annotations of a text as the corrections have them, carried
// out in order, each on what those before it have left, and those that could
// not be. It leaves a as it is, gives the same result for the same arguments,
// and never panics, whatever the corrections or the spans in a are.
//
// A correction that already holds changes nothing, so doing one twice is doing
// it once. The entities of a keep their IDs, and new ones get the next numbers.
func Apply(a annotate.Annotations, text string, corrections []Correction) (annotate.Annotations, []Unmatched) {
	e := newEdit(a, text)
	var unmatched []Unmatched
	for i, c := range corrections {
		if err := e.apply(c); err != nil {
			unmatched = append(unmatched, Unmatched{Index: i, Correction: c, Err: err})
		}
	}
	return e.result(), unmatched
}

func (e *edit) apply(c Correction) error {
	switch c.Kind {
	case Dismiss:
		if c.Everywhere {
			return e.dismissAll(c.Entity)
		}
		return e.dismiss(c.At)
	case DismissStatement:
		return e.dismissStatement(c.At)
	case Retype:
		return e.change(c, Ref{Name: c.Entity.Name, Type: c.To.Type})
	case Rename:
		return e.change(c, Ref{Name: c.To.Name, Type: c.Entity.Type})
	case Merge:
		return e.merge(c)
	case Split:
		return e.split(c)
	case Add:
		return e.add(c)
	case SetSpeaker:
		return e.setSpeaker(c)
	}
	return ErrInvalid
}

// known reports whether t is a type of the annotator.
func known(t annotate.Type) bool {
	switch t {
	case annotate.Person, annotate.Org, annotate.GPE, annotate.Loc, annotate.Fac, annotate.Norp, annotate.Event, annotate.Product,
		annotate.WorkOfArt, annotate.Law, annotate.Date, annotate.Time, annotate.Money, annotate.Percent, annotate.Quantity:
		return true
	}
	return false
}
