package correct

import (
	"slices"

	"gloss/annotate"
)

// statement returns the statement whose first content a selector tells, or
// else the one that has the most of that text, at least half of it.
func (e *edit) statement(s Selector) (int, error) {
	span, ok := s.Find(e.text)
	if !ok {
		return -1, ErrNoText
	}
	best, most := -1, 0
	for i, q := range e.a.Quotes {
		shared := 0
		for k, c := range q.Content {
			if k == 0 && c == span {
				return i, nil
			}
			shared += max(0, min(c.End, span.End)-max(c.Start, span.Start))
		}
		if shared > most && shared*2 >= span.End-span.Start {
			best, most = i, shared
		}
	}
	if best < 0 {
		return -1, ErrNoStatement
	}
	return best, nil
}

// dismissStatement takes a statement away. One that is gone already is not
// missed.
func (e *edit) dismissStatement(s Selector) error {
	i, err := e.statement(s)
	switch err {
	case nil:
		e.a.Quotes = slices.Delete(e.a.Quotes, i, i+1)
	case ErrNoText:
		return err
	}
	return nil
}

// setSpeaker gives a statement its speaker, at that one's nearest mention.
func (e *edit) setSpeaker(c Correction) error {
	i, err := e.statement(c.At)
	if err != nil {
		return err
	}
	q := &e.a.Quotes[i]
	if c.To.Name == "" {
		q.Speaker = annotate.Speaker{}
		return nil
	}
	to, err := e.exact(c.To)
	if err == ErrNoEntity {
		to, err = e.alias(c.To)
	}
	if err != nil {
		return err
	}
	if x := e.a.Entities[to]; q.Speaker.Entity != x.ID {
		q.Speaker = annotate.Speaker{Span: nearest(x.Mentions, q.Content), Entity: x.ID}
	}
	return nil
}

// nearest returns the span of the mention that is the nearest to the start of a
// content, one outside the content if there is any.
func nearest(ms []annotate.Mention, content []annotate.Span) annotate.Span {
	var best annotate.Span
	start := 0
	if len(content) > 0 {
		start = content[0].Start
	}
	found, outside := false, false
	for _, m := range ms {
		out := !slices.ContainsFunc(content, m.Span.Overlaps)
		d, least := distance(m.Span.Start, start), distance(best.Start, start)
		if !found || out && !outside || out == outside && d < least {
			best, found, outside = m.Span, true, out
		}
	}
	return best
}
