package correct

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gloss/annotate"
)

// An edit is annotations that are being corrected.
type edit struct {
	text string
	a    annotate.Annotations
	next int // the number of the next new entity
}

// newEdit returns an edit of a deep copy of a.
func newEdit(a annotate.Annotations, text string) *edit {
	e := &edit{text: text, a: a, next: 1}
	e.a.Entities = slices.Clone(a.Entities)
	for i := range e.a.Entities {
		x := &e.a.Entities[i]
		x.Aliases, x.Roles, x.Mentions = slices.Clone(x.Aliases), slices.Clone(x.Roles), slices.Clone(x.Mentions)
		if n, err := strconv.Atoi(strings.TrimPrefix(x.ID, "e")); err == nil && n >= e.next {
			e.next = n + 1
		}
	}
	e.a.Quotes = slices.Clone(a.Quotes)
	for i := range e.a.Quotes {
		e.a.Quotes[i].Content = slices.Clone(e.a.Quotes[i].Content)
	}
	e.a.Coalitions = slices.Clone(a.Coalitions)
	for i := range e.a.Coalitions {
		e.a.Coalitions[i].Members = slices.Clone(e.a.Coalitions[i].Members)
	}
	return e
}

// result returns the annotations, the entities in the order of their salience.
func (e *edit) result() annotate.Annotations {
	slices.SortStableFunc(e.a.Entities, func(x, y annotate.Entity) int { return cmp.Compare(y.Salience, x.Salience) })
	return e.a
}

// create adds an entity without mentions and returns its place.
func (e *edit) create(r Ref) int {
	e.a.Entities = append(e.a.Entities, annotate.Entity{ID: "e" + strconv.Itoa(e.next), Name: r.Name, Type: r.Type})
	e.next++
	return len(e.a.Entities) - 1
}

// A place is where a mention is: the entity and the mention in it.
type place struct{ entity, mention int }

// at returns the mention that stands at a span: the one that contains it or
// takes up more than half of it. Where mentions do not overlap there is at most
// one.
func (e *edit) at(s annotate.Span) (place, bool) {
	for i := range e.a.Entities {
		for k, m := range e.a.Entities[i].Mentions {
			shared := min(m.Span.End, s.End) - max(m.Span.Start, s.Start)
			if !m.Span.Empty() && (m.Span.Contains(s) || s.Contains(m.Span) && shared*2 > s.End-s.Start) {
				return place{i, k}, true
			}
		}
	}
	return place{}, false
}

// find returns the entity of a Ref: that of the mention at a selector, if it
// has the name, else the one of the name and type.
func (e *edit) find(r Ref, s Selector) (int, error) {
	if span, ok := s.Find(e.text); ok {
		if p, ok := e.at(span); ok && has(e.a.Entities[p.entity], r.Name) {
			return p.entity, nil
		}
	}
	return e.exact(r)
}

// exact returns the entity that has the name and type.
func (e *edit) exact(r Ref) (int, error) {
	found := -1
	for i, x := range e.a.Entities {
		if RefTo(x) != r {
			continue
		}
		if found >= 0 {
			return -1, ErrAmbiguous
		}
		found = i
	}
	if found < 0 {
		return -1, ErrNoEntity
	}
	return found, nil
}

// alias returns the only entity of the type that is also called so.
func (e *edit) alias(r Ref) (int, error) {
	found := -1
	for i, x := range e.a.Entities {
		if x.Type != r.Type || !has(x, r.Name) {
			continue
		}
		if found >= 0 {
			return -1, ErrAmbiguous
		}
		found = i
	}
	if found < 0 {
		return -1, ErrNoEntity
	}
	return found, nil
}

func has(x annotate.Entity, name string) bool {
	return x.Name == name || slices.Contains(x.Aliases, name)
}

// join moves all of the entity at from into that at to.
func (e *edit) join(from, to int) {
	if from == to {
		return
	}
	x, y := e.a.Entities[from], &e.a.Entities[to]
	for _, form := range append([]string{x.Name}, x.Aliases...) {
		if !has(*y, form) {
			y.Aliases = append(y.Aliases, form)
		}
	}
	for _, role := range x.Roles {
		if !slices.Contains(y.Roles, role) {
			y.Roles = append(y.Roles, role)
		}
	}
	y.Mentions = append(y.Mentions, x.Mentions...)
	sortMentions(y.Mentions)
	y.Salience = max(x.Salience, y.Salience)
	e.redirect(x.ID, y.ID)
	e.a.Entities = slices.Delete(e.a.Entities, from, from+1)
}

// move makes mentions of one entity, in their order there, mentions of
// another, which gets its share of the salience.
func (e *edit) move(from, to int, mentions []int) {
	x, y := &e.a.Entities[from], &e.a.Entities[to]
	share := x.Salience * float64(len(mentions)) / float64(len(x.Mentions))
	y.Salience = max(y.Salience, share)
	for _, k := range mentions {
		m := x.Mentions[k]
		y.Mentions = append(y.Mentions, m)
		if form := of(e.text, m.Span); m.Kind == annotate.Name && form != "" && !has(*y, form) {
			y.Aliases = append(y.Aliases, form)
		}
		e.repoint(m.Span, x.ID, y.ID)
	}
	sortMentions(y.Mentions)
	e.take(from, mentions)
}

// take takes mentions away from an entity, and the entity if none is left.
func (e *edit) take(entity int, mentions []int) {
	x := &e.a.Entities[entity]
	gone := make(map[string]bool, len(mentions))
	kept := x.Mentions[:0:0]
	next := 0
	for k, m := range x.Mentions {
		if next < len(mentions) && mentions[next] == k {
			gone[of(e.text, m.Span)] = true
			next++
			continue
		}
		kept = append(kept, m)
	}
	x.Mentions = kept
	if len(kept) == 0 {
		e.remove(entity)
		return
	}
	for _, m := range kept {
		delete(gone, of(e.text, m.Span))
	}
	x.Aliases = slices.DeleteFunc(x.Aliases, func(form string) bool { return gone[form] })
}

// remove takes an entity away.
func (e *edit) remove(entity int) {
	e.redirect(e.a.Entities[entity].ID, "")
	e.a.Entities = slices.Delete(e.a.Entities, entity, entity+1)
}

// redirect makes what refers to the entity of one ID refer to that of another.
func (e *edit) redirect(from, to string) {
	e.references(func(_ annotate.Span, id *string) {
		if *id == from {
			*id = to
		}
	})
}

// repoint does so only for what stands at a span.
func (e *edit) repoint(s annotate.Span, from, to string) {
	e.references(func(at annotate.Span, id *string) {
		if *id == from && at.Overlaps(s) {
			*id = to
		}
	})
}

// references calls f with every reference to an entity and where it stands.
func (e *edit) references(f func(at annotate.Span, id *string)) {
	for i := range e.a.Quotes {
		s := &e.a.Quotes[i].Speaker
		f(s.Span, &s.Entity)
	}
	for i := range e.a.Coalitions {
		c := &e.a.Coalitions[i]
		f(c.Span, &c.Entity)
		for k := range c.Members {
			f(c.Members[k].Span, &c.Members[k].Entity)
		}
	}
}

func sortMentions(ms []annotate.Mention) {
	slices.SortStableFunc(ms, func(x, y annotate.Mention) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Span.End, y.Span.End))
	})
}
