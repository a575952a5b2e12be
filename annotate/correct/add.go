package correct

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/annotate"
)

// add makes words mentions of an entity.
func (e *edit) add(c Correction) error {
	to := c.To
	if to.Name == "" {
		to.Name = c.At.Exact
	}
	if to.Name == "" || !known(to.Type) {
		return ErrInvalid
	}
	span, ok := c.At.Find(e.text)
	if !ok {
		return ErrNoText
	}
	i, err := e.exact(to)
	if err == ErrNoEntity {
		i, err = e.alias(to)
	}
	fresh := err == ErrNoEntity
	if fresh {
		i, err = e.create(to), nil
	}
	if err != nil {
		return err
	}
	x := &e.a.Entities[i]
	if !slices.ContainsFunc(x.Mentions, func(m annotate.Mention) bool { return m.Span == span }) {
		x.Mentions = append(x.Mentions, annotate.Mention{Span: span, Kind: annotate.Name, Confidence: 1})
	}
	if c.Everywhere {
		for _, s := range e.free(c.At.Exact) {
			x.Mentions = append(x.Mentions, annotate.Mention{Span: s, Kind: annotate.Name, Confidence: 1})
		}
	}
	sortMentions(x.Mentions)
	if fresh {
		most := 0
		for _, y := range e.a.Entities {
			most = max(most, len(y.Mentions))
		}
		x.Salience = float64(len(x.Mentions)) / float64(most)
	}
	id := x.ID
	e.clear(span, id)
	x = &e.a.Entities[slices.IndexFunc(e.a.Entities, func(y annotate.Entity) bool { return y.ID == id })]
	for _, form := range []string{c.At.Exact, to.Name} {
		if !has(*x, form) {
			x.Aliases = append(x.Aliases, form)
		}
	}
	return nil
}

// clear takes away the mentions that overlap a span, but for that of the
// entity of the ID that has just this span.
func (e *edit) clear(s annotate.Span, id string) {
	for i := len(e.a.Entities) - 1; i >= 0; i-- {
		x := &e.a.Entities[i]
		var gone []int
		kept := false // the first one at the span
		for k, m := range x.Mentions {
			switch {
			case !m.Span.Overlaps(s):
			case x.ID == id && m.Span == s && !kept:
				kept = true
			default:
				gone = append(gone, k)
			}
		}
		if len(gone) > 0 {
			e.take(i, gone)
		}
	}
}

// free returns where words stand alone and in no mention, in order.
func (e *edit) free(words string) []annotate.Span {
	var taken []annotate.Span
	for _, x := range e.a.Entities {
		for _, m := range x.Mentions {
			taken = append(taken, m.Span)
		}
	}
	slices.SortFunc(taken, func(x, y annotate.Span) int { return cmp.Compare(x.Start, y.Start) })
	var out []annotate.Span
	next, end := 0, 0 // the next one that is taken; the end of those before
	for off := 0; ; {
		i := strings.Index(e.text[off:], words)
		if i < 0 {
			return out
		}
		s := annotate.Span{Start: off + i, End: off + i + len(words)}
		off = s.End
		for next < len(taken) && taken[next].Start < s.End {
			end = max(end, taken[next].End)
			next++
		}
		if end <= s.Start && !within(e.text, s) {
			out = append(out, s)
		}
	}
}

// within reports whether a word of the text goes on beyond the span.
func within(text string, s annotate.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	first, _ := utf8.DecodeRuneInString(text[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:s.End])
	return wordly(before) && wordly(first) || wordly(last) && wordly(after)
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
