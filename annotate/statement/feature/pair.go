package feature

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/tagger"
)

// A Hint is what the first tagger thinks of a token, roughly.
type Hint struct {
	Best             tagger.Part
	Begins           bool // it is more likely the first of its part than not
	Source, Cue, Con uint8
}

// NewHint rounds the probabilities of a token.
func NewHint(r *tagger.Row) Hint {
	h := Hint{Best: r.Best(), Source: level(r.Part(tagger.Source)), Cue: level(r.Part(tagger.Cue)), Con: level(r.Part(tagger.Content))}
	h.Begins = h.Best != tagger.None && r[tagger.Begin(h.Best)] > r[tagger.Inside(h.Best)]
	return h
}

// level puts a probability into one of six classes.
func level(p float32) uint8 {
	switch {
	case p < 0.03:
		return 0
	case p < 0.15:
		return 1
	case p < 0.4:
		return 2
	case p < 0.7:
		return 3
	case p < 0.93:
		return 4
	}
	return 5
}

// likely is the level of what is rather likely than not.
const likely = 3

// Around returns the tokens [first, end) of the sentence of token i and of those
// beside it that quotations or likely content lead over to, within the bounds.
func (s *Sheet) Around(hints []Hint, i, from, to int) (first, end int) {
	d := s.Doc
	k := d.SentenceOf(i)
	first, end = d.Sentences[k].First, d.Sentences[k].End
	goes := func(i int) bool { return !s.Outside(i) || hints[i].Con >= likely }
	for n := k - 1; n >= 0 && first > from && goes(first-1); n-- {
		first = d.Sentences[n].First
	}
	for n := k + 1; n < len(d.Sentences) && end < to; n++ {
		if !goes(end) && s.tokens[end-1].class != colon {
			break
		}
		end = d.Sentences[n].End
	}
	return max(first, from), min(end, to)
}

// AppendSecond appends the features of token i, in the stretch [first, end),
// that the second tagger has for every cue.
func (s *Sheet) AppendSecond(dst []uint64, hints []Hint, i, first, end int) []uint64 {
	n := uint64(tPlace + 0x80)
	add := func(v uint64) {
		dst = append(dst, fingerprint.Join(n, v))
		n++
	}
	t := s.tokens[i]
	p, q := s.tokenAt(i-1, first, end), s.tokenAt(i+1, first, end)
	pp := s.tokenAt(i-2, first, end)
	h := hints[i]
	var ph, qh Hint
	if i > first {
		ph = hints[i-1]
	}
	if i+1 < end {
		qh = hints[i+1]
	}
	w := s.sum(&t)
	add(uint64(p.class)<<16 | uint64(t.class)<<8 | uint64(q.class))
	add(uint64(pp.class)<<16 | uint64(p.class)<<8 | uint64(t.class))
	add(uint64(pp.mark)<<12 | uint64(p.mark)<<8 | uint64(t.mark)<<4 | uint64(q.mark))
	add(fingerprint.Join(s.sum(&p), w))
	add(fingerprint.Join(w, s.sum(&q)))
	add(mentions(&p)<<16 | mentions(&t)<<8 | mentions(&q))
	add(h.code()<<32 | ph.code()<<16 | qh.code())
	add(uint64(h.Source)<<8 | uint64(ph.Source)<<4 | uint64(qh.Source))
	add(uint64(h.Con)<<8 | uint64(ph.Con)<<4 | uint64(qh.Con))
	add(uint64(h.Source)<<8 | uint64(h.Cue)<<4 | uint64(h.Con))
	add(h.code()<<8 | uint64(t.class))
	add(uint64(p.rule)<<8 | uint64(t.rule)<<4 | uint64(q.rule))
	add(uint64(min(t.sinceFirst, 3))<<8 | uint64(t.class))
	return dst
}

func (h Hint) code() uint64 {
	v := uint64(h.Best) << 1
	if h.Begins {
		v |= 1
	}
	return v
}

// A View is a cue as the tokens around it see it.
type View struct {
	First, End int // tokens
	Rule       int // the proposal whose cue it shares, or -1
	word       uint64
	group      uint64
	next, prev uint64
	class      class
	mark       mark
	quotation  int32
	// before and after tell how far it is to a quotation that ends before the
	// cue, or begins after it, in the same sentence.
	before, after uint64
}

// View returns the cue [first, end) as the tokens around it see it.
func (s *Sheet) View(first, end int) View {
	v := View{First: first, End: end, Rule: -1}
	head := first
	for i := first; i < end; i++ {
		if s.words[s.tokens[i].word].cue > s.words[s.tokens[head].word].cue {
			head = i
		}
		if t := &s.tokens[i]; t.rule.Part() == tagger.Cue {
			v.Rule = int(t.ruled)
		}
	}
	t := &s.tokens[head]
	w := &s.words[t.word]
	v.word, v.class, v.mark, v.quotation = w.sum, t.class, t.mark, t.quotation
	v.group = uint64(w.groups[1])
	x, y := s.tokenAt(end, 0, len(s.tokens)), s.tokenAt(first-1, 0, len(s.tokens))
	v.next, v.prev = s.sum(&x), uint64(y.class)
	v.before, v.after = s.quotationBefore(first), s.quotationAfter(end)
	return v
}

// besideReach is how many tokens from a cue a quotation is beside it.
const besideReach = 14

// quotationBefore tells whether a quotation ends before token i with nothing but
// a few words between: 0 if none, 1 with one to three, 2 with more.
func (s *Sheet) quotationBefore(i int) uint64 {
	for k := i - 1; k >= max(0, i-besideReach); k-- {
		switch t := &s.tokens[k]; {
		case t.mark == closes:
			return besideClass(i - k)
		case t.mark != outside || t.class == stop:
			return 0
		}
	}
	return 0
}

// quotationAfter tells the same of a quotation that begins from token i on.
func (s *Sheet) quotationAfter(i int) uint64 {
	for k := i; k < min(len(s.tokens), i+besideReach); k++ {
		switch t := &s.tokens[k]; {
		case t.mark == opens:
			return besideClass(k - i + 1)
		case t.mark != outside || t.class == stop:
			return 0
		}
	}
	return 0
}

func besideClass(n int) uint64 {
	if n <= 4 {
		return 1
	}
	return 2
}

// A Walk is what stands between a cue and the tokens on its way from it.
type Walk struct {
	side                               uint64 // 0 before the cue, 1 after it
	commas, stops, marks, verbs, cues  uint64
	colons, mentions, sources, content uint64
}

// NewWalk returns the walk that begins at a cue, to its left or its right.
func NewWalk(right bool) Walk {
	if right {
		return Walk{side: 1}
	}
	return Walk{}
}

// Step takes the walk past token i.
func (w *Walk) Step(s *Sheet, hints []Hint, i int) {
	t, h := &s.tokens[i], hints[i]
	inc := func(n *uint64, most uint64) {
		if *n < most {
			*n++
		}
	}
	switch t.crossing() {
	case hasComma:
		inc(&w.commas, 3)
	case hasStop:
		inc(&w.stops, 2)
	case hasMark:
		inc(&w.marks, 3)
	case hasColon:
		inc(&w.colons, 1)
	case hasVerb:
		inc(&w.verbs, 2)
	}
	if t.begin {
		inc(&w.mentions, 2)
	}
	switch {
	case h.Best == tagger.Cue && h.Begins:
		inc(&w.cues, 2)
	case h.Best == tagger.Source:
		w.sources = 1
	case h.Best == tagger.Content:
		w.content = 1
	}
}

// AppendPair appends the features of token i towards the cue v, at the end of
// the walk w. Those of the walk's own way to the left look at the token on the
// cue's side as the next one.
func (s *Sheet) AppendPair(dst []uint64, hints []Hint, i int, v *View, w *Walk) []uint64 {
	n := uint64(tPair)
	side := w.side
	add := func(x uint64) {
		dst = append(dst, fingerprint.Join(n, x<<1|side))
		n++
	}
	t, h := &s.tokens[i], hints[i]
	var p token
	var ph Hint
	p.class = beyond
	if i > 0 {
		p, ph = s.tokens[i-1], hints[i-1]
	}
	d := v.First - i
	if side == 1 {
		d = i - v.End + 1
	}
	dist := bucket(d)
	between := w.commas<<8 | w.stops<<6 | w.marks<<4 | w.verbs<<2 | w.cues
	quoted := uint64(0)
	switch {
	case t.quotation < 0:
	case t.quotation == v.quotation:
		quoted = 1
	case v.quotation >= 0:
		quoted = 2
	default:
		quoted = 3
	}
	add(dist)
	add(between<<8 | w.colons<<4 | quoted)
	add(between<<8 | uint64(t.class))
	add(fingerprint.Join(v.word, uint64(p.class)<<8|uint64(t.class)))
	add(fingerprint.Join(v.word, h.code()<<8|w.stops<<4|w.commas))
	add(dist<<16 | h.code()<<8 | ph.code())
	add(fingerprint.Join(v.next, h.code()<<8|min(dist, 3)))
	add(fingerprint.Join(v.prev, h.code()<<16|min(dist, 3)<<8|uint64(t.class)))
	rule := uint64(15)
	if v.Rule >= 0 {
		rule = 14
		if int(t.ruled) == v.Rule {
			rule = uint64(t.rule)
		}
	} else if t.ruled >= 0 {
		rule = uint64(t.rule)
	}
	prevRule := uint64(15)
	if v.Rule >= 0 && int(p.ruled) == v.Rule && i > 0 {
		prevRule = uint64(p.rule)
	}
	add(rule<<8 | prevRule<<4 | uint64(v.Rule>>63&1))
	add(rule<<16 | h.code()<<8 | w.stops)
	add(w.mentions<<24 | mentions(t)<<16 | w.verbs<<8 | w.sources<<4 | h.code())
	if d <= 3 {
		add(fingerprint.Join(s.sum(t), dist))
	} else {
		n++
	}
	add(uint64(p.class)<<24 | uint64(t.class)<<16 | w.commas<<8 | w.stops<<4 | w.content)
	add(fingerprint.Join(v.group, h.code()<<16|w.stops<<8|uint64(t.mark)<<4|w.sources))
	add(w.sources<<24 | w.content<<20 | h.code()<<16 | w.cues<<12 | w.stops<<8 | quoted)
	add(uint64(v.class)<<24 | uint64(t.class)<<16 | dist<<8 | quoted)
	add(uint64(h.Source)<<24 | uint64(h.Con)<<16 | w.cues<<8 | w.stops<<4 | w.sources)
	block := uint64(0)
	if i > 0 && side == 1 && t.mark == opens {
		block = 1 + uint64(min(t.sinceFirst, 1))
	}
	add(fingerprint.Join(v.word, uint64(p.mark)<<12|uint64(t.mark)<<8|w.stops<<4|block))
	beside := v.before<<2 | v.after
	add(beside<<24 | quoted<<16 | w.stops<<12 | w.commas<<8 | uint64(t.mark)<<4 | w.content)
	add(beside<<24 | h.code()<<16 | w.marks<<12 | w.stops<<8 | quoted)
	add(beside<<24 | uint64(p.class)<<16 | uint64(t.class)<<8 | quoted<<4 | min(w.marks, 2))
	return dst
}

// CueWord returns the word that makes a cue one.
func (s *Sheet) CueWord(v *View) uint64 { return v.word }

// CueContext tells what kinds of tokens a cue stands between.
func (s *Sheet) CueContext(v *View) uint64 {
	x := s.tokenAt(v.End, 0, len(s.tokens))
	return v.prev<<24 | uint64(v.class)<<16 | uint64(x.class)<<8 | uint64(v.mark)
}

// ContentContext tells what kinds of tokens content begins and ends between.
func (s *Sheet) ContentContext(span [2]int) uint64 {
	n := len(s.tokens)
	p, a := s.tokenAt(span[0]-1, 0, n), s.tokenAt(span[0], 0, n)
	z, q := s.tokenAt(span[1]-1, 0, n), s.tokenAt(span[1], 0, n)
	return uint64(p.class)<<24 | uint64(a.class)<<16 | uint64(z.mark)<<8 | uint64(q.class)
}

// SourceContext tells what a source begins and ends with.
func (s *Sheet) SourceContext(span [2]int) uint64 {
	a, z := s.tokens[span[0]], s.tokens[span[1]-1]
	return uint64(a.class)<<24 | uint64(a.mention)<<16 | uint64(z.class)<<8 | uint64(z.mention)
}
