package feature

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/text"
)

// evidence adds what other places of the document show.
func (v *view) evidence(i int) {
	s := v.s
	t := s.doc.Tokens[i]
	if t.Kind != text.Word {
		return
	}
	e := &s.words[t.Word].evidence
	own := s.runOf[i]
	for _, k := range e.longer {
		if k == 0 {
			break
		}
		if own >= 0 && s.runs[k-1].sum == s.runs[own].sum {
			continue
		}
		v.longer(i, int(k-1))
		break
	}
	if t.Is(text.Caps) || t.Is(text.Abbrev) {
		if k, ok := s.long[s.letters(i)]; ok {
			r := &s.runs[k]
			last := s.words[s.doc.Tokens[r.end-1].Word]
			v.add(pAcronym, 0)
			v.add(pAcronymLast, last.sum)
			v.add(pAcronymLast+0x100, uint64(last.groups[1]))
			v.add(pAcronymLast+0x200, r.outerHead)
		}
	}
}

// longer adds what a longer run with the same word looks like.
func (v *view) longer(i, k int) {
	s := v.s
	r := &s.runs[k]
	w := s.doc.Tokens[i].Word
	j := int(r.first)
	for j < int(r.end) && s.doc.Tokens[j].Word != w {
		j++
	}
	place := uint64(min(j-int(r.first), 2))<<2 | uint64(min(int(r.end)-1-j, 2))
	size := uint64(min(r.end-r.first, 4))
	far := view{s: s, sent: s.doc.Sentences[s.doc.SentenceOf(int(r.first))], dst: v.dst}
	far.add(pLonger, place<<4|size)
	far.pair(pLongerBefore, place, far.word(int(r.first)-1))
	far.pair(pLongerBefore+0x100, place, far.group(int(r.first)-1, 1))
	far.pair(pLongerPrev, place, far.word(j-1))
	far.pair(pLongerPrev+0x100, place, far.group(j-1, 1))
	far.pair(pLongerNext, place, far.word(j+1))
	far.pair(pLongerNext+0x100, place, far.group(j+1, 1))
	far.pair(pLongerLast, place, far.word(int(r.end)-1))
	far.pair(pLongerFirst, place, uint64(s.words[s.doc.Tokens[r.first].Word].entry.Flags))
	far.pair(pLongerHeads, place, r.heads)
	v.dst = far.dst
}

// letters returns the hash of the letters of an acronym, without full stops.
func (s *Sheet) letters(i int) uint64 {
	var buf [longestRun]byte
	n := 0
	raw := s.doc.Raw(i)
	for k := range len(raw) {
		if c := raw[k] | 0x20; c >= 'a' && c <= 'z' && n < len(buf) {
			buf[n] = c
			n++
		}
	}
	return fingerprint.Sum(string(buf[:n]))
}

// Word returns the number of the word of token i, or -1 if the document has
// nothing to say of it.
func (s *Sheet) Word(i int) int32 {
	w := s.doc.Tokens[i].Word
	if s.words[w].evidence.n < 2 {
		return -1
	}
	return w
}

// Places returns the tokens whose surroundings count for a word of the
// document. A token does not count for itself.
func (s *Sheet) Places(word int32) []int32 {
	e := &s.words[word].evidence
	return e.places[:e.n]
}

// AppendBeside appends the features that the surroundings of token i give to
// other tokens of the same word.
func (s *Sheet) AppendBeside(dst []uint64, i int) []uint64 {
	k := s.doc.SentenceOf(i)
	v := view{s: s, sent: s.doc.Sentences[k], k: k, dst: dst}
	v.add(pBesidePrev, v.word(i-1))
	v.add(pBesideNext, v.word(i+1))
	v.add(pBesidePrev+0x100, v.group(i-1, 1))
	v.add(pBesideNext+0x100, v.group(i+1, 1))
	v.add(pBesidePrev+0x200, v.group(i-1, 2))
	v.add(pBesideNext+0x200, v.group(i+1, 2))
	return v.dst
}
