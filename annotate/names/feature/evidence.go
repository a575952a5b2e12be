package feature

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// mostOccurrences is how many places of a word are looked at for what stands
// beside it.
const mostOccurrences = 6

// Evidence is what the document shows about a word.
type evidence struct {
	small  int32 // how often it stands without a capital
	inside int32 // how often with one where only names have it
	places [mostOccurrences]int32
	n      int32    // of places
	longer [2]int32 // 1 + the runs with the word and others in them, the longest first
}

// readEvidence counts how the document writes its words, and where.
func (s *Sheet) readEvidence() {
	d := s.doc
	s.long = make(map[uint64]int32)
	for k, sent := range d.Sentences {
		for i := sent.First; i < sent.End; i++ {
			t := d.Tokens[i]
			if t.Kind != text.Word {
				continue
			}
			e := &s.words[t.Word].evidence
			capital := t.Flags&(text.Capital|text.Mixed) != 0
			if !capital {
				e.small++
			} else if s.modes[k] == Plain && !t.Is(text.First) {
				e.inside++
			}
			if (capital || s.modes[k] == Small) && e.n < mostOccurrences && !s.words[t.Word].entry.Is(gazetteer.Function) {
				e.places[e.n] = int32(i)
				e.n++
			}
		}
	}
	for k := range s.runs {
		r := &s.runs[k]
		n := r.end - r.first
		if n > 1 {
			for i := r.first; i < r.end; i++ {
				s.longer(&s.words[d.Tokens[i].Word].evidence, int32(k))
			}
		}
		if r.outer == r.first && r.outerEnd-r.outer > 1 {
			if h, ok := s.initials(int(r.outer), int(r.outerEnd)); ok {
				if _, seen := s.long[h]; !seen {
					s.long[h] = int32(k)
				}
			}
		}
		if n > 1 && (r.outerEnd != r.end || r.outer != r.first) {
			if h, ok := s.initials(int(r.first), int(r.end)); ok {
				if _, seen := s.long[h]; !seen {
					s.long[h] = int32(k)
				}
			}
		}
	}
}

// longer remembers run k as one that holds a word, if it is among the two
// longest that differ.
func (s *Sheet) longer(e *evidence, k int32) {
	size := func(k int32) int32 { return s.runs[k].end - s.runs[k].first }
	switch {
	case e.longer[0] == 0:
		e.longer[0] = k + 1
	case s.runs[e.longer[0]-1].sum == s.runs[k].sum:
	case size(k) > size(e.longer[0]-1):
		e.longer[1], e.longer[0] = e.longer[0], k+1
	case e.longer[1] == 0 || size(k) > size(e.longer[1]-1):
		e.longer[1] = k + 1
	}
}

// initials returns the hash of the first letters of the capitalised words among
// the tokens, and false if they are fewer than two or not all plain letters.
func (s *Sheet) initials(first, end int) (uint64, bool) {
	var buf [longestRun]byte
	n := 0
	for i := first; i < end; i++ {
		t := s.doc.Tokens[i]
		if t.Kind != text.Word || t.Flags&(text.Capital|text.Mixed) == 0 {
			continue
		}
		c := s.doc.Text[t.Start] | 0x20
		if c < 'a' || c > 'z' || n == len(buf) {
			return 0, false
		}
		buf[n] = c
		n++
	}
	return fingerprint.Sum(string(buf[:n])), n > 1
}
