package feature

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A run is a stretch of capitalised words: tight, with nothing but hyphens and
// ampersands between them, inside a loose one, with of, and, for and the like.
type run struct {
	first, end       int32 // tight
	outer, outerEnd  int32 // loose
	sum              uint64
	outerSum         uint64
	heads, outerHead uint64 // the types of names that its words are heads of
}

// up reports whether token i has the capital of a name, as far as its place
// lets one tell.
func (s *Sheet) up(i int) bool {
	t := s.doc.Tokens[i]
	if t.Kind != text.Word || t.Flags&(text.Capital|text.Mixed) == 0 || t.Is(text.Clitic) {
		return false
	}
	return !s.words[t.Word].entry.Is(gazetteer.Function) || t.Is(text.Caps) && !t.Is(text.First)
}

// longestRun is where a run is cut, so that looking at all of one is not
// looking at the whole text.
const longestRun = 24

// readRuns finds the runs of the sentences where capitals tell something.
func (s *Sheet) readRuns() {
	d := s.doc
	s.runOf = make([]int32, len(d.Tokens))
	for i := range s.runOf {
		s.runOf[i] = -1
	}
	for k, sent := range d.Sentences {
		if s.modes[k] != Plain {
			continue
		}
		outer := len(s.runs) // the first run of the loose one at hand
		for i := sent.First; i < sent.End; {
			if !s.up(i) {
				i++
				continue
			}
			end := i + 1
			for end < sent.End && end-i < longestRun {
				if s.up(end) {
					end++
				} else if end+1 < sent.End && s.up(end+1) && s.ties(end) {
					end += 2
				} else {
					break
				}
			}
			if outer == len(s.runs) || !s.joins(int(s.runs[len(s.runs)-1].end), i) || i-int(s.runs[outer].first) > longestRun {
				outer = s.closeOuter(outer)
			}
			for j := i; j < end; j++ {
				s.runOf[j] = int32(len(s.runs))
			}
			s.runs = append(s.runs, run{first: int32(i), end: int32(end), sum: s.joined(i, end), heads: s.headsIn(i, end)})
			i = end
		}
		s.closeOuter(outer)
	}
}

// closeOuter gives the runs from number first on the loose run of them all, and
// returns the number of the next run.
func (s *Sheet) closeOuter(first int) int {
	if first == len(s.runs) {
		return first
	}
	a, b := s.runs[first].first, s.runs[len(s.runs)-1].end
	sum, heads := s.joined(int(a), int(b)), uint64(0)
	for _, r := range s.runs[first:] {
		heads |= r.heads
	}
	for k := first; k < len(s.runs); k++ {
		s.runs[k].outer, s.runs[k].outerEnd, s.runs[k].outerSum, s.runs[k].outerHead = a, b, sum, heads
	}
	return len(s.runs)
}

// ties reports whether token i binds the capitalised words beside it into one:
// a hyphen without spaces, or an ampersand.
func (s *Sheet) ties(i int) bool {
	t := s.doc.Tokens[i]
	return t.Kind == text.Hyphen && t.Is(text.Glued) && s.doc.Tokens[i+1].Is(text.Glued) ||
		t.Kind == text.Symbol && s.doc.Raw(i) == "&"
}

// joins reports whether the tokens [first, end) are such as stand between the
// parts of a name: "of", "and", "of the", "de la", "'s".
func (s *Sheet) joins(first, end int) bool {
	if end-first > 2 || first >= end {
		return false
	}
	for i := first; i < end; i++ {
		switch s.doc.Lower(i) {
		case "of", "and", "for", "the", "de", "del", "la", "le", "du", "des", "dos", "da", "do", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el",
			"'s", "-", "on", "to", "y", "e", "und", "et", "in":
		default:
			return false
		}
	}
	return true
}

// joined returns the hash of the words of the tokens [first, end).
func (s *Sheet) joined(first, end int) uint64 {
	h := uint64(end - first)
	for i := first; i < end; i++ {
		h = fingerprint.Join(h, s.words[s.doc.Tokens[i].Word].sum)
	}
	return h
}

// headsIn returns a set of the types of names that the words are heads of.
func (s *Sheet) headsIn(first, end int) uint64 {
	set := uint64(0)
	for i := first; i < end; i++ {
		set |= headBit(s.words[s.doc.Tokens[i].Word].entry)
	}
	return set
}

func headBit(w gazetteer.Word) uint64 {
	switch w.Head {
	case "":
		return 0
	case "ORG":
		return 1
	case "GPE":
		return 2
	case "LOC":
		return 4
	case "FAC":
		return 8
	case "EVENT":
		return 16
	}
	return 32
}
