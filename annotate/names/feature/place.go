package feature

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/names/lexicon"
	"gloss/annotate/text"
)

// Templates of the features of places.
const (
	pMode = 0x100 + iota
	pModeWord
	pModeGroup
	pFirst
	pWords
	pShapes
	pGroups
	pWordShape
	pRun
	pRunFirst
	pRunLast
	pRunLastGroup
	pRunBefore
	pRunAfter
	pRunWhole
	pRunAround
	pRunHeads
	pOuter
	pOuterFirst
	pOuterLast
	pOuterWhole
	pOuterBefore
	pOuterAfter
	pOuterHeads
	pHyphen
	pHyphenFirst
	pHyphenLast
	pTopic
	pTopicGroup
	pTopicMatch
	pLine
	pLineShape
	pLinePlace
	pQuote
	pBracket
	pMatch
	pMatchAfter
	pMatchBefore
	pMatchRun
	pCounts
	pAcronym
	pAcronymLast
	pAcronymOf
	pLonger
	pLongerBefore
	pLongerPrev
	pLongerNext
	pLongerLast
	pLongerFirst
	pLongerHeads
	pBesidePrev
	pBesideNext
	pPhrase
	pTopicList
	pLeans
	pRunLeans
)

// A view is what the features of a place are made from: the token i of a
// sentence, and its neighbours.
type view struct {
	s    *Sheet
	sent text.Sentence
	k    int
	dst  []uint64
}

func (v *view) add(t int, val uint64) {
	v.dst = append(v.dst, fingerprint.Join(uint64(t)<<8, val))
}

func (v *view) pair(t int, a, b uint64) { v.add(t, fingerprint.Join(a, b)) }

// word returns the hash of the word of token i, or a mark for the end of the
// sentence.
func (v *view) word(i int) uint64 {
	switch {
	case i < v.sent.First:
		return 1
	case i >= v.sent.End:
		return 2
	}
	return v.s.words[v.s.doc.Tokens[i].Word].sum
}

func (v *view) shape(i int) uint64 {
	if i < v.sent.First || i >= v.sent.End {
		return 1
	}
	return v.s.forms[v.s.formOf[i]].shape
}

// group returns the group of token i at level l, or a mark for what stands
// in none.
func (v *view) group(i, l int) uint64 {
	if i < v.sent.First || i >= v.sent.End {
		return 1 << 20
	}
	w := &v.s.words[v.s.doc.Tokens[i].Word]
	if !w.known {
		return 2<<20 | uint64(v.s.doc.Tokens[i].Kind)
	}
	return uint64(w.groups[l])
}

// leans returns which class the word of token i is most like.
func (v *view) leans(i int) uint64 {
	if i < v.sent.First || i >= v.sent.End {
		return 1
	}
	return uint64(v.s.words[v.s.doc.Tokens[i].Word].leans)
}

// AppendPlace appends the features of token i of sentence k that neither its
// form nor its word alone tells.
func (s *Sheet) AppendPlace(dst []uint64, i, k int) []uint64 {
	v := view{s: s, sent: s.doc.Sentences[k], k: k, dst: dst}
	v.neighbours(i)
	v.line(i)
	if r := s.runOf[i]; r >= 0 {
		v.run(i, &s.runs[r])
	}
	v.hyphenated(i)
	v.listed(i)
	v.evidence(i)
	return v.dst
}

func (v *view) neighbours(i int) {
	w, before, after := v.word(i), v.word(i-1), v.word(i+1)
	v.pair(pWords, before, w)
	v.pair(pWords+0x100, w, after)
	v.pair(pWords+0x200, before, after)
	v.pair(pWords+0x300, v.word(i-2), before)
	v.pair(pWords+0x400, after, v.word(i+2))
	sh, shBefore, shAfter := v.shape(i), v.shape(i-1), v.shape(i+1)
	v.pair(pShapes, shBefore, sh)
	v.pair(pShapes+0x100, sh, shAfter)
	three := fingerprint.Join(fingerprint.Join(shBefore, sh), shAfter)
	v.add(pShapes+0x200, three)
	v.pair(pShapes+0x300, three, v.shape(i+2))
	v.pair(pShapes+0x400, three, v.shape(i-2))
	v.pair(pWordShape, before, sh)
	v.pair(pWordShape+0x100, sh, after)
	l, lBefore, lAfter := v.leans(i)<<32|sh>>32, v.leans(i-1)<<32|shBefore>>32, v.leans(i+1)<<32|shAfter>>32
	v.pair(pLeans, l, lBefore)
	v.pair(pLeans+0x100, l, lAfter)
	v.pair(pLeans+0x200, before, l)
	v.pair(pLeans+0x300, l, after)
	v.pair(pLeans+0x400, fingerprint.Join(lBefore, l), lAfter)
	for l := 1; l <= 2; l++ {
		g, gBefore, gAfter := v.group(i, l), v.group(i-1, l), v.group(i+1, l)
		v.pair(pGroups+0x1000*l, gBefore, g)
		v.pair(pGroups+0x1000*l+0x100, g, gAfter)
		v.pair(pGroups+0x1000*l+0x200, gBefore, gAfter)
	}
	v.pair(pGroups+0x300, fingerprint.Join(v.group(i-1, 2), v.group(i, 2)), v.group(i+1, 2))
}

// line adds what the sentence, the line and the document are like.
func (v *view) line(i int) {
	s := v.s
	m := uint64(s.modes[v.k])
	sh := v.shape(i)
	v.pair(pMode, m, sh)
	if m != uint64(Plain) {
		v.pair(pModeWord, m, v.word(i))
		v.pair(pModeGroup, m, v.group(i, 1))
		v.pair(pModeGroup+0x100, m, v.group(i, 2))
	}
	line := s.lines[v.k]
	v.pair(pLineShape, line, sh)
	v.pair(pLinePlace, line, uint64(min(i-v.sent.First, 5)))
	v.pair(pTopic, s.topic, sh)
	v.pair(pTopicGroup, s.topic, v.group(i, 1))
	v.pair(pLine, line, v.group(i, 2))
	opens := uint64(0)
	switch {
	case i == v.sent.First:
		opens = 1
	case s.doc.Tokens[i-1].Kind == text.Quote:
		opens = 2
	case s.doc.Tokens[i-1].Kind == text.Colon || s.doc.Tokens[i-1].Kind == text.Dash:
		opens = 3
	}
	e := &s.words[s.doc.Tokens[i].Word].evidence
	counts := uint64(min(e.small, 2))<<4 | uint64(min(e.inside, 3))<<2 | opens
	v.pair(pCounts, counts, sh)
	v.pair(pFirst, opens, v.group(i, 1))
	if q, in := s.doc.QuotationAt(i); in {
		q := s.doc.Quotations[q]
		v.pair(pQuote, uint64(min(q.End-q.First, 12)), sh)
	}
}

func (v *view) run(i int, r *run) {
	first, end := int(r.first), int(r.end)
	place := uint64(min(i-first, 3))<<4 | uint64(min(end-1-i, 3))
	v.add(pRun, place<<8|uint64(min(end-first, 7)))
	v.pair(pRunFirst, place, v.word(first))
	v.pair(pRunLast, place, v.word(end-1))
	v.pair(pRunLastGroup, place, v.group(end-1, 1))
	v.pair(pRunLastGroup+0x100, place, v.group(first, 1))
	v.pair(pRunBefore, place, v.word(first-1))
	v.pair(pRunAfter, place, v.word(end))
	v.pair(pRunBefore+0x100, place, v.group(first-1, 1))
	v.pair(pRunAfter+0x100, place, v.group(end, 1))
	v.pair(pRunWhole, place, r.sum)
	v.pair(pRunAround, place, fingerprint.Join(v.group(first-1, 2), v.group(end, 2)))
	v.pair(pRunHeads, place, r.heads)
	v.pair(pRunLeans, place, fingerprint.Join(v.leans(first), v.leans(end-1)))
	v.pair(pRunLeans+0x100, place, v.leans(end-1))
	if r.outer == r.first && r.outerEnd == r.end {
		return
	}
	outer, outerEnd := int(r.outer), int(r.outerEnd)
	place = uint64(min(i-outer, 5))<<4 | uint64(min(outerEnd-1-i, 5))
	v.add(pOuter, place)
	v.pair(pOuterFirst, min(place>>4, 2), v.word(outer))
	v.pair(pOuterFirst+0x100, min(place>>4, 2), v.group(outer, 1))
	v.pair(pOuterLast, place&15, v.word(outerEnd-1))
	v.pair(pOuterWhole, place, r.outerSum)
	v.pair(pOuterBefore, place, v.word(outer-1))
	v.pair(pOuterAfter, place, v.word(outerEnd))
	v.pair(pOuterHeads, place, r.outerHead)
}

// longestHyphenated is how many tokens of one hyphenated word are looked at on
// either side.
const longestHyphenated = 6

// hyphenated adds the whole of a word that is cut at its hyphens.
func (v *view) hyphenated(i int) {
	d := v.s.doc
	glued := func(j int) bool {
		return d.Tokens[j].Is(text.Glued) && (d.Tokens[j].Kind == text.Hyphen || d.Tokens[j-1].Kind == text.Hyphen)
	}
	first, end := i, i+1
	for first > v.sent.First && i-first < longestHyphenated && glued(first) {
		first--
	}
	for end < v.sent.End && end-i < longestHyphenated && glued(end) {
		end++
	}
	if end-first < 3 {
		return
	}
	place := uint64(i-first)<<4 | uint64(end-1-i)
	v.pair(pHyphen, place, v.s.joined(first, end))
	v.pair(pHyphenFirst, place, v.word(first))
	v.pair(pHyphenLast, place, v.word(end-1))
	v.pair(pHyphenLast+0x100, place, v.shape(end-1))
	v.pair(pHyphenLast+0x200, place, v.group(end-1, 2))
}

// listed adds the known name and the phrase that the token is part of.
func (v *view) listed(i int) {
	s := v.s
	if lists := uint64(s.words[s.doc.Tokens[i].Word].lists); lists != 0 {
		v.pair(pTopicList, lists, s.topic)
		v.pair(pTopicList+0x100, lists, s.lines[v.k])
	}
	if p := s.phrase[i]; p.lists != 0 {
		v.pair(pPhrase, uint64(p.place), uint64(p.lists))
		for l := range lexicon.List(lexicon.Lists) {
			if p.lists.Has(l) {
				v.pair(pPhrase+0x100, uint64(p.place), uint64(l))
			}
		}
	}
	m := v.s.match[i]
	if m.value == 0 {
		return
	}
	v.add(pMatch, m.value)
	v.pair(pMatchAfter, m.value, v.word(int(m.end)))
	v.pair(pMatchBefore, m.value, v.word(int(m.first)-1))
	v.pair(pTopicMatch, m.value, v.s.topic)
	v.pair(pTopicMatch+0x100, m.value, v.s.lines[v.k])
	if r := v.s.runOf[i]; r >= 0 {
		x := &v.s.runs[r]
		how := uint64(0)
		if x.first < m.first {
			how |= 1
		}
		if x.end > m.end {
			how |= 2
		}
		v.pair(pMatchRun, m.value, how)
	}
}
