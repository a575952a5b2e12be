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
		if span, m := found(off + n*stretch); m.State != Orphan {
			// What is left of the words between.
			start, at := span.Start, m.Span.Start
			for start > off && at > 0 && from[start-1] == to[at-1] {
				start, at = start-1, at-1
			}
			for start > off && at < m.Span.Start && !letterAt(to, at) {
				at++
			}
			return floor(to, at)
		}
		if span, m := found(off - n*stretch); m.State != Orphan {
			end, at := span.End, m.Span.End
			for end < off && at < len(to) && from[end] == to[at] {
				end, at = end+1, at+1
			}
			return floor(to, at)
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
