package anchor

import "gloss/articles"

// What is looked for to carry a place.
const (
	stretch = 120 // bytes of words at once
	tries   = 12  // stretches on either side that are tried
)

// Carry returns where a place in one version of a text is in another one: where
// the words at it are, else the nearest ones around it that are still there, else
// as far into the text as it was. It takes and returns bytes; the result is
// between code points of the text to. An offset outside the text is taken for its
// nearest end.
func Carry(from, to string, off int) int {
	off = floor(from, off)
	if from == to || off == 0 {
		return floor(to, off)
	}
	was, is := Prepare(from), Prepare(to)
	found := func(start int) (articles.Span, Match) {
		if start <= -stretch || start >= len(from) {
			return articles.Span{}, Match{}
		}
		span := was.wordsFrom(max(0, start), start+stretch)
		return span, is.Find(was.Describe(span))
	}
	if span, m := found(off); m.State != Orphan {
		return floor(to, min(m.Span.Start+off-span.Start, m.Span.End))
	}
	for n := 1; n <= tries; n++ {
		_, before := found(off - n*stretch)
		span, after := found(off + n*stretch)
		switch {
		case after.State != Orphan:
			// What was taken away between may have been longer than what is left.
			at := after.Span.Start - (span.Start - off)
			if before.State != Orphan && before.Span.End <= after.Span.Start {
				at = max(at, before.Span.End)
			}
			return floor(to, at)
		case before.State != Orphan:
			return before.Span.End
		}
	}
	return floor(to, int(float64(off)/float64(len(from))*float64(len(to))))
}

// wordsFrom returns the span from the beginning of the word that a byte is in to
// another byte.
func (t *Text) wordsFrom(off, end int) articles.Span {
	start := floor(t.raw, off)
	for n := 0; n < stretch && start > 0 && letterAt(t.raw, start) && letterBefore(t.raw, start); n++ {
		start = floor(t.raw, start-1)
	}
	return articles.Span{Start: start, End: floor(t.raw, min(max(end, start), len(t.raw)))}
}
