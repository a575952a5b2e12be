package feature

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/names/lexicon"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

// Reach is how far from a token the forms around it count. Distances go from
// -Reach to Reach.
const Reach = 3

// Templates of the features of forms. The distance is added in a byte of its
// own.
const (
	tWord = 1 + iota
	tRaw
	tShape
	tOutline
	tPrefix
	tSuffix
	tFlags
	tHead
	tGroup
	tGroupUp
	tEdge // of the sentence
	tKind
	tList
	tAffinity
	tLeans
)

// at returns the template t for the distance off.
func at(t, off int) uint64 { return uint64(t)<<8 | uint64(off+Reach) }

// AppendForm appends the features that form f gives to a token at a distance:
// the form stands off tokens after it.
func (s *Sheet) AppendForm(dst []uint64, f int32, off int) []uint64 {
	x := &s.forms[f]
	w := &s.words[x.word]
	add := func(t int, v uint64) { dst = append(dst, fingerprint.Join(at(t, off), v)) }
	add(tWord, w.sum)
	near := off >= -1 && off <= 1
	if off >= -2 && off <= 2 {
		add(tShape, x.shape)
	}
	if w.known {
		if near {
			add(tGroup+0x10, uint64(w.groups[0]))
		}
		if off >= -2 && off <= 2 {
			add(tGroup+0x20, uint64(w.groups[1]))
		}
		add(tGroup+0x30, uint64(w.groups[2]))
		if near {
			add(tGroup+0x40, uint64(w.groups[3]))
		}
	}
	if near {
		add(tFlags, uint64(w.entry.Flags)<<8|headBit(w.entry))
		add(tSuffix+0x30, x.suffix[2])
	}
	up := uint64(x.flags & (text.Capital | text.Caps | text.Mixed))
	if near && w.lists != 0 {
		for l := range lexicon.List(lexicon.Lists) {
			if w.lists.Has(l) {
				add(tList, uint64(l)<<8|up)
			}
		}
		add(tList+0x10, uint64(w.lists)<<8|up)
	}
	if w.leans != 0 && off >= -2 && off <= 2 {
		add(tLeans, uint64(w.leans)<<8|up)
		for c := range tag.Class(tag.Classes) {
			if n := w.affinity.Of(c); near && n > 0 {
				add(tAffinity+0x10*int(c), uint64(n)<<8|up)
			}
		}
	}
	if off != 0 {
		return dst
	}
	add(tRaw, x.raw)
	add(tOutline, x.outline)
	for k := range longestAffix {
		if x.prefix[k] != 0 {
			add(tPrefix+k*16, x.prefix[k])
		}
		if x.suffix[k] != 0 && k != 2 {
			add(tSuffix+k*16, x.suffix[k])
		}
	}
	for l, g := range w.groups {
		if w.known {
			add(tGroupUp+l*16, uint64(g)<<8|up)
		}
	}
	if x.kind != text.Word {
		add(tKind, uint64(x.kind))
	}
	return dst
}

// AppendEdge appends the features of a token whose sentence ends (or begins,
// where off is negative) before the distance off.
func AppendEdge(dst []uint64, off int) []uint64 {
	return append(dst, fingerprint.Join(at(tEdge, off), 0))
}

// Kinds returns the hashes of the kinds of token that form f is one of, the
// narrowest first: its word, its group with its capitals, its shape.
func (s *Sheet) Kinds(f int32) [3]uint64 {
	x := &s.forms[f]
	w := &s.words[x.word]
	out := [3]uint64{fingerprint.Join(0x1000, w.sum), 0, fingerprint.Join(0x1002, x.shape)}
	if w.known {
		out[1] = fingerprint.Join(0x1001, uint64(w.groups[2])<<8|uint64(x.flags&(text.Capital|text.Caps|text.Mixed)))
	}
	return out
}

// Sentence returns the tokens [first, end) of sentence k.
func (s *Sheet) Sentence(k int) (first, end int) {
	sent := s.doc.Sentences[k]
	return sent.First, sent.End
}

// Append appends all the features of token i of sentence k.
func (s *Sheet) Append(dst []uint64, i, k int) []uint64 {
	first, end := s.Sentence(k)
	for off := -Reach; off <= Reach; off++ {
		switch j := i + off; {
		case j >= first && j < end:
			dst = s.AppendForm(dst, s.formOf[j], off)
		case j == first-1 || j == end:
			dst = AppendEdge(dst, off)
		}
	}
	if w := s.Word(i); w >= 0 {
		for _, j := range s.Places(w) {
			if int(j) != i {
				dst = s.AppendBeside(dst, int(j))
			}
		}
	}
	return s.AppendPlace(dst, i, k)
}
