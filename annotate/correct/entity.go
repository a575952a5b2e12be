package correct

import (
	"slices"
	"strings"
)

// dismiss takes away the mention at s.
func (e *edit) dismiss(s Selector) error {
	span, ok := s.Find(e.text)
	if !ok {
		return ErrNoText
	}
	p, ok := e.at(span)
	if !ok {
		return nil // it is gone already
	}
	x := e.a.Entities[p.entity]
	e.repoint(x.Mentions[p.mention].Span, x.ID, "")
	e.take(p.entity, []int{p.mention})
	return nil
}

// dismissAll takes away all entities of a name and type.
func (e *edit) dismissAll(r Ref) error {
	if r.Name == "" {
		return ErrInvalid
	}
	found := false
	for i := len(e.a.Entities) - 1; i >= 0; i-- {
		if RefTo(e.a.Entities[i]) == r {
			found = true
			e.remove(i)
		}
	}
	if !found && !strings.Contains(e.text, r.Name) {
		return ErrNoEntity
	}
	return nil
}

// change gives an entity another name or type. Where another entity has both
// already, the two are one.
func (e *edit) change(c Correction, to Ref) error {
	if c.Entity.Name == "" || to.Name == "" || !known(to.Type) {
		return ErrInvalid
	}
	i, err := e.find(c.Entity, c.At)
	if err == ErrNoEntity {
		if _, none := e.exact(to); none != ErrNoEntity {
			return nil // it is so already
		}
		i, err = e.alias(c.Entity)
	}
	if err != nil {
		return err
	}
	x := &e.a.Entities[i]
	if c.Kind == Retype { // the entity may be known by another of its forms now
		to.Name = x.Name
	} else {
		to.Type = x.Type
	}
	if RefTo(*x) == to {
		return nil
	}
	switch other, err := e.exact(to); err {
	case nil:
		e.join(i, other)
		return nil
	case ErrAmbiguous:
		return err
	}
	if x.Name != to.Name {
		x.Aliases = slices.DeleteFunc(x.Aliases, func(form string) bool { return form == to.Name })
		x.Aliases = append(x.Aliases, x.Name)
	}
	x.Name, x.Type = to.Name, to.Type
	return nil
}

// merge joins one entity into another.
func (e *edit) merge(c Correction) error {
	if c.Entity.Name == "" || c.To.Name == "" {
		return ErrInvalid
	}
	to, err := e.exact(c.To)
	if err == ErrNoEntity {
		to, err = e.alias(c.To)
	}
	if err != nil {
		return err
	}
	from, err := e.find(c.Entity, c.At)
	if err == ErrNoEntity {
		if has(e.a.Entities[to], c.Entity.Name) {
			return nil // it is so already
		}
		from, err = e.alias(c.Entity)
	}
	if err != nil {
		return err
	}
	e.join(from, to)
	return nil
}

// split makes mentions of one entity those of another.
func (e *edit) split(c Correction) error {
	span, ok := c.At.Find(e.text)
	if !ok {
		return ErrNoText
	}
	p, ok := e.at(span)
	if !ok {
		return ErrNoMention
	}
	x := e.a.Entities[p.entity]
	to := c.To
	if to.Name == "" {
		to.Name = c.At.Exact
	}
	if to.Type == "" {
		to.Type = x.Type
	}
	if !known(to.Type) || to == c.Entity {
		return ErrInvalid
	}
	if RefTo(x) == to {
		return nil
	}
	i, err := e.exact(to)
	if err == ErrNoEntity {
		i, err = e.create(to), nil
	}
	if err != nil {
		return err
	}
	mentions := []int{p.mention}
	if c.Everywhere {
		form := of(e.text, x.Mentions[p.mention].Span)
		mentions = mentions[:0]
		for k, m := range x.Mentions {
			if k == p.mention || of(e.text, m.Span) == form {
				mentions = append(mentions, k)
			}
		}
	}
	e.move(p.entity, i, mentions)
	return nil
}
