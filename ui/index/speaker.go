package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"gloss/annotate"
)

// A Speaker is one whom statements are attributed to: an entity, or a word for
// somebody that is led back to none ("activists").
type Speaker struct {
	Entity     int    // index in Annotations.Entities, -1 for none
	Name       string // of the entity, or the word; "" where nobody is named
	Statements []int  // indexes in Annotations.Quotes, in order
	Words      int    // of all of them
}

// Speakers returns those who make the statements, the one with most words
// first and nobody last.
func (x *Index) Speakers() []Speaker { return x.speakers }

// Words returns the number of words of all statements. A word that is in two,
// one inside the other, counts twice.
func (x *Index) Words() int { return x.words }

// speakersOf groups the statements of the annotations of a text.
func (x *Index) speakersOf(text string) {
	place := map[string]int{}
	for i, q := range x.Annotations.Quotes {
		s := Speaker{Entity: -1}
		key := ""
		if e := x.EntityIndex(q.Speaker.Entity); e >= 0 {
			s.Entity, s.Name = e, x.Annotations.Entities[e].Name
			key = "e" + q.Speaker.Entity
		} else if !q.Speaker.Span.Empty() {
			s.Name = strings.Join(strings.Fields(q.Speaker.Span.Of(text)), " ")
			key = "w" + strings.ToLower(s.Name)
		}
		at, ok := place[key]
		if !ok {
			at = len(x.speakers)
			place[key] = at
			x.speakers = append(x.speakers, s)
		}
		n := 0
		for _, c := range q.Content {
			n += words(c.Of(text))
		}
		x.speakers[at].Statements = append(x.speakers[at].Statements, i)
		x.speakers[at].Words += n
		x.words += n
	}
	slices.SortStableFunc(x.speakers, func(a, b Speaker) int {
		if (a.Name == "") != (b.Name == "") {
			return cmp.Compare(b.Name, a.Name)
		}
		return cmp.Compare(b.Words, a.Words)
	})
}

// words counts the runs of letters and digits.
func words(s string) int {
	n, in := 0, false
	for _, r := range s {
		is := unicode.IsLetter(r) || unicode.IsDigit(r) || in && (r == '\'' || r == '’' || r == '-')
		if is && !in {
			n++
		}
		in = is
	}
	return n
}

// SaidBy returns the statements of an entity, in order.
func (x *Index) SaidBy(entity int) []int {
	for _, s := range x.speakers {
		if s.Entity == entity {
			return s.Statements
		}
	}
	return nil
}

// About returns the statements of others in which an entity is named, in
// order.
func (x *Index) About(entity int) []int {
	var out []int
	for _, m := range x.Annotations.Entities[entity].Mentions {
		if m.Kind != annotate.Name {
			continue
		}
		lo, hi := x.Statements(m.Span.Start, m.Span.End)
		for i := lo; i < hi; i++ {
			q := x.Annotations.Quotes[i]
			covers := slices.ContainsFunc(q.Content, func(c annotate.Span) bool { return c.Contains(m.Span) })
			if covers && x.EntityIndex(q.Speaker.Entity) != entity {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// CoalitionsOf returns the coalitions that an entity is a member of, as
// indexes in Annotations.Coalitions.
func (x *Index) CoalitionsOf(entity int) []int {
	id := x.Annotations.Entities[entity].ID
	var out []int
	for i, c := range x.Annotations.Coalitions {
		if slices.ContainsFunc(c.Members, func(m annotate.Member) bool { return m.Entity == id }) {
			out = append(out, i)
		}
	}
	return out
}

// counts is what is counted of an entity once, since the margin shows it all
// the time.
type counts struct{ named, about int32 }

func (x *Index) count() {
	x.counts = make([]counts, len(x.Annotations.Entities))
	for i, e := range x.Annotations.Entities {
		n := 0
		for _, m := range e.Mentions {
			if m.Kind == annotate.Name {
				n++
			}
		}
		x.counts[i] = counts{int32(n), int32(len(x.About(i)))}
	}
	x.elsewhere = make([]int, len(x.Annotations.Coalitions))
	for i, c := range x.Annotations.Coalitions {
		x.elsewhere[i] = x.namedElsewhere(c)
	}
}

// Named returns how often an entity is named; pronouns are left out, so that
// the count is that of the highlights.
func (x *Index) Named(entity int) int { return int(x.counts[entity].named) }

// AboutCount returns the number of statements that About returns.
func (x *Index) AboutCount(entity int) int { return int(x.counts[entity].about) }

// NamedElsewhere returns how many members of a coalition the article names
// outside the sentence that states them.
func (x *Index) NamedElsewhere(coalition int) int { return x.elsewhere[coalition] }

func (x *Index) namedElsewhere(c annotate.Coalition) int {
	n := 0
	for _, m := range c.Members {
		i := x.EntityIndex(m.Entity)
		if i >= 0 && slices.ContainsFunc(x.Annotations.Entities[i].Mentions, func(m annotate.Mention) bool {
			return m.Kind == annotate.Name && !c.Evidence.Contains(m.Span)
		}) {
			n++
		}
	}
	return n
}
