// Package index arranges the annotations of an article for the questions that
// a reader asks while looking at it: what is on this line, which mention comes
// next, who said this. It is built once for each result of the annotator, away
// from the screen, and only read afterwards.
//
// Offsets are bytes of the article's text.
package index

import (
	"cmp"
	"slices"
	"sort"

	"gloss/annotate"
)

// A Class is what the reader can switch on and off as one.
type Class uint8

// The classes of mentions.
const (
	People Class = iota
	Orgs
	Places
	Groups // peoples, religions, parties
	Rest
	classes
)

// ClassOf returns the class that an entity's type belongs to.
func ClassOf(t annotate.Type) Class {
	switch t {
	case annotate.Person:
		return People
	case annotate.Org:
		return Orgs
	case annotate.GPE, annotate.Loc, annotate.Fac:
		return Places
	case annotate.Norp:
		return Groups
	}
	return Rest
}

// A Mention is a mention of an entity, which Entity indexes in
// Annotations.Entities.
type Mention struct {
	annotate.Mention
	Entity int
	Class  Class
}

// An Index is the arranged annotations. The zero Index has none. It is not
// changed once it is built.
type Index struct {
	Annotations annotate.Annotations

	mentions  []ref // sorted by start, the longer first
	longest   int   // bytes of the longest mention
	byID      map[string]int
	starts    []int // of the statements: the start of the first content
	speakers  []Speaker
	counts    []counts // by entity
	elsewhere []int    // by coalition: members named outside its evidence
	words     int
	reach     []int // reach[i] is the largest end of a statement up to the i-th
}

// A ref is a mention in few bytes: a long article has hundreds of thousands.
// The annotator takes no text whose offsets would not fit.
type ref struct {
	start, end int32 // of the span
	entity     int32
	mention    int32 // index into the entity's mentions
}

// of returns the mention that a ref stands for.
func (x *Index) of(r ref) Mention {
	e := &x.Annotations.Entities[r.entity]
	return Mention{e.Mentions[r.mention], int(r.entity), ClassOf(e.Type)}
}

// Build arranges the annotations of a text. It takes time linear in them, but for
// sorting.
func Build(text string, a annotate.Annotations) *Index {
	x := &Index{Annotations: a, byID: make(map[string]int, len(a.Entities))}
	n := 0
	for _, e := range a.Entities {
		n += len(e.Mentions)
	}
	x.mentions = make([]ref, 0, n)
	for i, e := range a.Entities {
		x.byID[e.ID] = i
		for j, m := range e.Mentions {
			x.mentions = append(x.mentions, ref{int32(m.Span.Start), int32(m.Span.End), int32(i), int32(j)})
			x.longest = max(x.longest, m.Span.End-m.Span.Start)
		}
	}
	slices.SortStableFunc(x.mentions, func(a, b ref) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	x.starts = make([]int, len(a.Quotes))
	x.reach = make([]int, len(a.Quotes))
	far := 0
	for i, q := range a.Quotes {
		x.starts[i] = q.Content[0].Start
		far = max(far, Whole(q).End)
		x.reach[i] = far
	}
	x.speakersOf(text)
	x.count()
	return x
}

// Whole returns the span from the first to the last byte of a statement: its
// content, cue and speaker.
func Whole(q annotate.Quote) annotate.Span {
	w := q.Content[0]
	for _, s := range append(q.Content[1:len(q.Content):len(q.Content)], q.Cue, q.Speaker.Span) {
		if s.Empty() {
			continue
		}
		w.Start, w.End = min(w.Start, s.Start), max(w.End, s.End)
	}
	return w
}

// Entity returns the entity with the ID, and whether there is one.
func (x *Index) Entity(id string) (annotate.Entity, bool) {
	i, ok := x.byID[id]
	if !ok {
		return annotate.Entity{}, false
	}
	return x.Annotations.Entities[i], true
}

// EntityIndex returns the place of the entity with the ID in
// Annotations.Entities, or -1.
func (x *Index) EntityIndex(id string) int {
	if i, ok := x.byID[id]; ok {
		return i
	}
	return -1
}

// Mentions returns the mentions that touch the bytes from start to end.
func (x *Index) Mentions(start, end int) []Mention {
	var out []Mention
	for i := x.from(start - x.longest); i < len(x.mentions) && int(x.mentions[i].start) < end; i++ {
		if int(x.mentions[i].end) > start {
			out = append(out, x.of(x.mentions[i]))
		}
	}
	return out
}

// from returns the place of the first mention that starts at off or after it.
func (x *Index) from(off int) int {
	return sort.Search(len(x.mentions), func(i int) bool { return int(x.mentions[i].start) >= off })
}

// MentionAt returns the shortest mention over the byte at off.
func (x *Index) MentionAt(off int) (Mention, bool) {
	var best Mention
	found := false
	for _, m := range x.Mentions(off, off+1) {
		if !found || m.Span.End-m.Span.Start <= best.Span.End-best.Span.Start {
			best, found = m, true
		}
	}
	return best, found
}

// Step returns the mention of the entity that follows the byte at off, or
// with back the one before it. An entity of -1 stands for any. Pronouns are
// passed over unless an entity is asked for.
func (x *Index) Step(off, entity int, back bool) (Mention, bool) {
	step, i := 1, x.from(off+1)
	if back {
		step, i = -1, x.from(off)-1
	}
	for ; i >= 0 && i < len(x.mentions); i += step {
		if m := x.of(x.mentions[i]); m.Entity == entity || (entity < 0 && m.Kind == annotate.Name) {
			return m, true
		}
	}
	return Mention{}, false
}

// Statements returns the range [lo, hi) of statements in Annotations.Quotes
// that may touch the bytes from start to end.
func (x *Index) Statements(start, end int) (lo, hi int) {
	hi = sort.SearchInts(x.starts, end)
	lo = sort.Search(hi, func(i int) bool { return x.reach[i] > start })
	return lo, hi
}

// NextStatement returns the place in Annotations.Quotes of the first statement
// that begins after the byte at off, or with back of the last one that begins
// before it; -1 if there is none.
func (x *Index) NextStatement(off int, back bool) int {
	if back {
		return sort.SearchInts(x.starts, off) - 1
	}
	i := sort.Search(len(x.starts), func(i int) bool { return x.starts[i] > off })
	if i == len(x.starts) {
		return -1
	}
	return i
}

// StatementAt returns the place in Annotations.Quotes of the innermost
// statement whose content covers the byte at off, or -1.
func (x *Index) StatementAt(off int) int {
	lo, hi := x.Statements(off, off+1)
	for i := hi - 1; i >= lo; i-- {
		for _, s := range x.Annotations.Quotes[i].Content {
			if s.Start <= off && off < s.End {
				return i
			}
		}
	}
	return -1
}
