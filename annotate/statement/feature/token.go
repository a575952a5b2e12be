package feature

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/text"
)

// Reach is how far from a token the forms around it count.
const Reach = 3

// Templates of features. Those of forms have the distance in the low byte.
const (
	tWord = 0x100 * (iota + 1)
	tGroup
	tSuffix
	tClass
	tShape
	tEdge
	tPlace
	tPair
)

// Forms returns the number of distinct forms of the document, and Form that of
// token i.
func (s *Sheet) Forms() int { return len(s.forms) }

// Form returns the number of the form of token i.
func (s *Sheet) Form(i int) int32 { return s.tokens[i].form }

// FormKey returns a hash of form f that is the same in every document.
func (s *Sheet) FormKey(f int32) uint64 {
	x := &s.forms[f]
	return fingerprint.Join(s.words[x.word].sum, uint64(x.flags)<<16|uint64(x.kind)<<8|uint64(x.class))
}

// AppendForm appends the features that form f gives to a token which stands
// off tokens before it.
func (s *Sheet) AppendForm(dst []uint64, f int32, off int) []uint64 {
	x := &s.forms[f]
	w := &s.words[x.word]
	add := func(t int, v uint64) { dst = append(dst, fingerprint.Join(uint64(t+off+Reach), v)) }
	add(tWord, w.sum)
	if off < -2 || off > 2 {
		return dst
	}
	if x.kind == text.Word {
		if w.known {
			add(tGroup+0x20, uint64(w.groups[2]))
			if off == 0 {
				add(tGroup, uint64(w.groups[0]))
			}
			if off >= -1 && off <= 1 {
				add(tGroup+0x10, uint64(w.groups[1]))
			}
		}
		if off >= -1 && off <= 1 {
			add(tSuffix+0x10, w.suffix[1])
		}
		if off == 0 {
			add(tSuffix, w.suffix[0])
		}
	}
	add(tShape, uint64(x.flags)<<8|uint64(x.class))
	return dst
}

// AppendEdge appends the features of a token that has no token at the distance
// off.
func AppendEdge(dst []uint64, off int) []uint64 {
	return append(dst, fingerprint.Join(uint64(tEdge+off+Reach), 0))
}

// tokenAt returns what is known of token i, or of none outside [first, end).
func (s *Sheet) tokenAt(i, first, end int) token {
	if i < first || i >= end {
		return token{word: -1, quotation: -1, class: beyond, ruled: -1, left: cueWord{at: -1}, right: cueWord{at: -1}}
	}
	return s.tokens[i]
}

func (s *Sheet) sum(t *token) uint64 {
	if t.word < 0 {
		return 1
	}
	return s.words[t.word].sum
}

// AppendPlace appends the features of the place where token i stands in the
// stretch [first, end).
func (s *Sheet) AppendPlace(dst []uint64, i, first, end int) []uint64 {
	n := uint64(tPlace)
	add := func(v uint64) {
		dst = append(dst, fingerprint.Join(n, v))
		n++
	}
	t := s.tokens[i]
	p, q := s.tokenAt(i-1, first, end), s.tokenAt(i+1, first, end)
	pp, qq := s.tokenAt(i-2, first, end), s.tokenAt(i+2, first, end)
	w, pw, qw := s.sum(&t), s.sum(&p), s.sum(&q)
	c := func(x ...class) uint64 {
		v := uint64(0)
		for _, y := range x {
			v = v<<classBits | uint64(y)
		}
		return v
	}
	add(fingerprint.Join(pw, w))
	add(fingerprint.Join(w, qw))
	add(fingerprint.Join(pw, qw))
	add(c(p.class, t.class, q.class))
	add(c(pp.class, p.class, t.class))
	add(c(t.class, q.class, qq.class))
	add(c(pp.class, p.class, t.class, q.class, qq.class))
	add(fingerprint.Join(w, c(p.class, q.class)))
	if s.isCueWord(i) {
		add(fingerprint.Join(w, uint64(p.mention)<<8|uint64(q.mention)))
	} else {
		n++
	}

	// Marks.
	marks := uint64(pp.mark)<<12 | uint64(p.mark)<<8 | uint64(t.mark)<<4 | uint64(q.mark)
	add(marks)
	add(uint64(t.mark)<<classBits | uint64(t.class))
	size, single := uint64(0), uint64(0)
	if t.quotation >= 0 {
		x := s.Doc.Quotations[t.quotation]
		size = bucket(x.End - x.First)
		if x.Single {
			single = 1
		}
		if x.Unclosed {
			single |= 2
		}
	}
	add(size<<8 | single<<6 | uint64(t.mark))

	// The place in the sentence and in the block.
	start := uint64(min(t.sinceFirst, 4))
	add(start<<classBits | uint64(t.class))
	add(uint64(t.commas)<<4 | uint64(t.mark))
	add(bucket(i-first)<<8 | bucket(end-i))

	// Mentions.
	add(mentions(&p)<<16 | mentions(&t)<<8 | mentions(&q))
	add(mentions(&t)<<classBits | uint64(q.class))

	// What the rules say.
	rules := uint64(p.rule)<<8 | uint64(t.rule)<<4 | uint64(q.rule)
	add(rules)
	rule := uint64(0)
	if t.ruled >= 0 {
		rule = s.Rules[t.ruled].rule
	}
	add(fingerprint.Join(rule, uint64(t.rule)))
	add(uint64(t.rule)<<classBits | uint64(t.class))
	if t.rule != 0 {
		add(fingerprint.Join(w, uint64(t.rule)))
	} else {
		n++
	}

	// The nearest words that often are cues.
	l, lw := s.near(t.left, i)
	r, rw := s.near(t.right, i)
	lb, rb := uint64(t.left.between), uint64(t.right.between)
	add(l)
	add(r)
	add(fingerprint.Join(lw, lb))
	add(fingerprint.Join(rw, rb))
	add(fingerprint.Join(lw, l&0xff))
	add(fingerprint.Join(rw, r&0xff))
	add(l<<32 | r)
	add(lb<<24 | rb<<16 | uint64(t.mark)<<8 | uint64(t.class))
	if t.left.at >= 0 {
		next := s.tokenAt(int(t.left.at)+1, first, end)
		add(fingerprint.Join(fingerprint.Join(lw, s.sum(&next)), min(l&0xff, 4)))
	} else {
		n++
	}
	add(fingerprint.Join(lw, uint64(t.class)<<8|uint64(p.class)))
	add(fingerprint.Join(rw, uint64(t.class)<<8|uint64(p.class)))
	return dst
}

func mentions(t *token) uint64 {
	v := uint64(t.mention) << 1
	if t.begin {
		v |= 1
	}
	return v
}

// near describes the nearest cue word: how far away, what stands between and
// how often it is one; and its word.
func (s *Sheet) near(c cueWord, i int) (what, sum uint64) {
	if c.at < 0 {
		return 0xffff, 0
	}
	w := &s.words[s.tokens[c.at].word]
	d := i - int(c.at)
	if d < 0 {
		d = -d
	}
	return uint64(w.cue)<<16 | uint64(c.between)<<8 | bucket(d), w.sum
}

// bucket puts a distance into one of a few classes.
func bucket(n int) uint64 {
	switch {
	case n <= 4:
		return uint64(n)
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 22:
		return 8
	case n <= 40:
		return 9
	}
	return 10
}

// Append appends all the features of token i in the stretch [first, end).
func (s *Sheet) Append(dst []uint64, i, first, end int) []uint64 {
	for off := -Reach; off <= Reach; off++ {
		if j := i + off; j >= first && j < end {
			dst = s.AppendForm(dst, s.tokens[j].form, off)
		} else {
			dst = AppendEdge(dst, off)
		}
	}
	return s.AppendPlace(dst, i, first, end)
}
