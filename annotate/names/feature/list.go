package feature

import (
	"gloss/annotate"
	"gloss/annotate/fingerprint"
	"gloss/annotate/text"
)

// A match tells that a token lies in a known name: which type the name has,
// how long it is and where in it the token stands. The zero match is none.
type match struct {
	value      uint64
	first, end int32
}

// readLists finds the known names of the gazetteer, the longest first in the
// order of the text.
func (s *Sheet) readLists() {
	d := s.doc
	s.match = make([]match, len(d.Tokens))
	for _, sent := range d.Sentences {
		for i := sent.First; i < sent.End; {
			w := &s.words[d.Tokens[i].Word]
			n := 0
			var typ annotate.Type
			if w.entry.Longest > 0 && d.Tokens[i].Kind == text.Word {
				e, size := s.gaz.Match(d, i, sent.End, int(w.entry.Longest))
				n, typ = size, e.Type
			}
			for j := i; j < i+n; j++ {
				place := uint64(0)
				if n > 1 {
					place = 1
					if j > i {
						place = 2
					}
					if j == i+n-1 {
						place = 3
					}
				}
				s.match[j] = match{value: fingerprint.Join(fingerprint.Sum(string(typ)), place), first: int32(i), end: int32(i + n)}
			}
			i += max(n, 1)
		}
	}
}
