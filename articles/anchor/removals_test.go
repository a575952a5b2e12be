package anchor_test

import (
	"slices"
	"strings"
)

func moved(r reporter, s story) story {
	if len(s) < 2 { // an edit before took the paragraphs away
		return s
	}
	for range 1 + r.IntN(2) {
		i := 1 + r.IntN(len(s)-1)
		p := s[i]
		s = slices.Delete(s, i, i+1)
		s = slices.Insert(s, 1+r.IntN(len(s)), p)
	}
	return s
}

func deleted(r reporter, s story) story {
	for i := len(s) - 1; i > 0; i-- {
		for j := len(s[i]) - 1; j >= 0; j-- {
			if r.IntN(4) == 0 {
				s[i] = slices.Delete(s[i], j, j+1)
			}
		}
		if len(s[i]) == 0 && len(s) > 4 {
			s = slices.Delete(s, i, i+1)
		}
	}
	return slices.DeleteFunc(s, func(p paragraph) bool { return len(p) == 0 })
}

// lookalikes takes sentences away and puts others that are like them elsewhere:
// the same words with another number or name, or the same words altogether that
// stood in the article twice.
func lookalikes(r reporter, s story) story {
	for range 6 {
		i := 1 + r.IntN(len(s)-1)
		if len(s[i]) < 2 {
			continue
		}
		j := r.IntN(len(s[i]))
		gone := s[i][j]
		s[i] = slices.Delete(s[i], j, j+1)
		other := fresh(gone.String())
		was := other.String()
		other = numberChanged(r, nameChanged(r, story{{other}}))[0][0]
		if other.String() == was {
			continue
		}
		at := 1 + r.IntN(len(s)-1)
		if at >= i-1 && at <= i+1 { // or it stands where it stood
			continue
		}
		s[at] = slices.Insert(s[at], r.IntN(len(s[at])+1), other)
	}
	return s
}

// doubled puts a copy of a paragraph elsewhere, not beside it: of two that stand
// together nobody can say which one is new.
func doubled(r reporter, s story) story {
	i := 1 + r.IntN(len(s)-1)
	var twin paragraph
	for _, l := range s.clone()[i] {
		for i := range l {
			l[i].copy = true
		}
		twin = append(twin, l)
	}
	at := 1 + r.IntN(len(s))
	if at == i || at == i+1 {
		return s
	}
	return slices.Insert(s, at, twin)
}

// another writes another article in the words of the first. It has no sentence
// of the first as it was.
func another(r reporter, s story) story {
	var old strings.Builder
	each(s, func(l *sentence) { old.WriteString(l.String()) })
	var now story
	for _, p := range r.story() {
		p = slices.DeleteFunc(p, func(l sentence) bool { return strings.Contains(old.String(), l.String()) })
		if len(p) == 0 {
			continue
		}
		for i := range p {
			p[i] = fresh(p[i].String())
		}
		now = append(now, p)
	}
	return now
}
