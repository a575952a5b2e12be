package feature

import (
	"gloss/annotate/names/lexicon"
	"gloss/annotate/text"
)

// A phrase tells that a token lies in a phrase of several words that stands in
// lists: which, and whether the token is its first, its last or another.
type phrase struct {
	lists lexicon.Set
	place uint8 // 1 first, 2 inside, 3 last
}

// readPhrases finds the phrases of the lists, the longest first in the order of
// the text.
func (s *Sheet) readPhrases(t *lexicon.Table) {
	d := s.doc
	s.phrase = make([]phrase, len(d.Tokens))
	for k, sent := range d.Sentences {
		for i := sent.First; i < sent.End; {
			n, set := 0, lexicon.Set(0)
			if tok := d.Tokens[i]; tok.Kind == text.Word && (s.modes[k] == Small || tok.Flags&(text.Capital|text.Mixed) != 0) {
				n, set = s.longest(t, i, sent.End)
			}
			for j := i; j < i+n; j++ {
				place := uint8(2)
				switch j {
				case i:
					place = 1
				case i + n - 1:
					place = 3
				}
				s.phrase[j] = phrase{set, place}
			}
			i += max(n, 1)
		}
	}
}

// longest returns the number of words and the lists of the longest phrase of
// several words at token i; 0 if there is none.
func (s *Sheet) longest(t *lexicon.Table, i, end int) (int, lexicon.Set) {
	most := int(s.words[s.doc.Tokens[i].Word].begins)
	var n int
	var set lexicon.Set
	key := uint64(0)
	for j := i; j < min(i+most, end); j++ {
		key = lexicon.Key(key, s.words[s.doc.Tokens[j].Word].sum)
		if j == i {
			continue
		}
		if found := t.Find(key); found != 0 {
			n, set = j+1-i, found
		}
	}
	return n, set
}
