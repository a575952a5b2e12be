package train

import (
	"context"
	"fmt"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/text"
)

// A Recogniser is what is scored.
type Recogniser interface {
	Names(ctx context.Context, d *text.Document) ([]entity.Name, error)
}

// A Score counts the names of persons, bodies and places that a recogniser
// found: the right ones are those with the same span and type. Names that
// overlap a gold name of another type, such as a miscellaneous one, count
// neither way.
type Score struct{ Right, Found, Gold int }

// F1 returns the harmonic mean of precision and recall, in percent.
func (s Score) F1() float64 { return 200 * float64(s.Right) / float64(max(s.Found+s.Gold, 1)) }

// A Trial is one found name of a score.
type Trial struct {
	Name  entity.Name
	Right bool
}

// Evaluate scores r on texts, and calls each, if it is not nil, for every name
// found that counts.
func Evaluate(r Recogniser, texts []Text, each func(Trial)) (Score, error) {
	var sc Score
	norp := false
	for _, t := range texts {
		for _, n := range t.Names {
			norp = norp || n.Type == "NORP"
		}
	}
	for _, t := range texts {
		d, err := text.Parse(context.Background(), annotate.Input{Text: t.Text})
		if err != nil {
			return sc, fmt.Errorf("parse text %q: %w", t.ID, err)
		}
		names, err := r.Names(context.Background(), d)
		if err != nil {
			return sc, fmt.Errorf("find names of %q: %w", t.ID, err)
		}
		gold := map[Span]bool{}
		var other []annotate.Span
		for _, n := range t.Names {
			switch typ := folded(n.Type); {
			case core(typ):
				gold[Span{n.Span, typ}] = true
				sc.Gold++
			case typ != "NORP" || !norp:
				other = append(other, n.Span)
			}
		}
		for _, n := range names {
			typ := folded(string(n.Type))
			if !core(typ) {
				continue
			}
			span := d.Span(n.First, n.End)
			right := gold[Span{span, typ}]
			if !right && overlapsAny(span, other) {
				continue
			}
			sc.Found++
			if right {
				sc.Right++
			}
			if each != nil {
				each(Trial{n, right})
			}
		}
	}
	return sc, nil
}

func overlapsAny(s annotate.Span, list []annotate.Span) bool {
	for _, x := range list {
		if s.Overlaps(x) {
			return true
		}
	}
	return false
}

func core(typ string) bool { return typ == "PERSON" || typ == "ORG" || typ == "LOC" }

// folded returns the type with all kinds of places as one.
func folded(typ string) string {
	switch typ {
	case "GPE", "FAC":
		return "LOC"
	case "PER":
		return "PERSON"
	}
	return typ
}
