// Package feature turns the tokens of a document into the features of the two
// taggers of statements: 64-bit hashes of what a token is, what stands around
// it, where the marks and the words that often are cues stand, and what the
// rules of package quote say. The features of the second tagger tell how a token
// stands to one cue.
//
// The two steps, a tagger of all parts at once and one of the parts of a given
// cue, follow Pareti, O'Keefe, Konstas, Curran and Koprinska (EMNLP 2013) and
// the Citron system (Newell, Cowlishaw and Man, 2018).
package feature

import (
	"gloss/annotate"
	"gloss/annotate/cluster"
	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/tagger"
	"gloss/annotate/text"
)

// An Extractor makes sheets. It is safe for concurrent use.
type Extractor struct {
	clusters cluster.Table
	cues     fingerprint.Table // how often a word is a cue, in steps from 1 to 3
	classes  map[string]class
}

// New returns an extractor that looks words up in the tables of clusters and
// of cue words.
func New(clusters cluster.Table, cues fingerprint.Table) *Extractor {
	return &Extractor{clusters: clusters, cues: cues, classes: classes()}
}

// A word is what is known of a lower-cased word of the document.
type word struct {
	sum    uint64
	groups [cluster.Levels]uint16
	known  bool
	class  class
	cue    uint8
	form   int32 // the first of its forms, or -1
	suffix [2]uint64
}

// A form is a word with its capitals.
type form struct {
	word  int32
	next  int32
	flags text.Flags
	kind  text.Kind
	class class
}

// A mark tells how a token stands to quotation marks.
type mark uint8

const (
	outside mark = iota
	opens
	within
	closes
	stray
)

// A token is what is known of a token before it is tagged.
type token struct {
	form        int32
	word        int32
	quotation   int32 // the quotation that holds it, or -1
	class       class
	mark        mark
	mention     uint8 // what the linker found there
	begin       bool  // of a mention
	rule        tagger.Label
	ruled       int32 // the proposal of the rules that the token is in, or -1
	left, right cueWord
	sinceFirst  uint16 // tokens from the start of the sentence
	commas      uint8  // in the sentence so far
}

// A cueWord is the nearest word on one side that often is a cue.
type cueWord struct {
	at      int32 // token, or -1
	between uint8
}

// A Sheet is what is known of the tokens of one document before they are
// tagged.
type Sheet struct {
	Doc    *text.Document
	Rules  []Proposal
	words  []word
	forms  []form
	tokens []token
	head   []bool // by block: a heading
}

// A Proposal is a statement of the rules, in tokens.
type Proposal struct {
	Cue, Source [2]int
	Content     [][2]int
	Rule        string
	Act         annotate.Act
	rule        uint64
}

// Name returns the hash of the name of the rule.
func (p *Proposal) Name() uint64 { return p.rule }

// Sheet looks through a document, with the entities found in it and the
// statements that the rules propose. It takes linear time.
func (x *Extractor) Sheet(d *text.Document, entities []annotate.Entity, rules []annotate.Quote) *Sheet {
	s := &Sheet{Doc: d, tokens: make([]token, len(d.Tokens))}
	s.readWords(x)
	s.readMarks()
	s.readMentions(entities)
	s.readRules(rules)
	s.readSentences()
	s.readCueWords()
	return s
}

// readWords fills the tables of words and forms.
func (s *Sheet) readWords(x *Extractor) {
	d := s.Doc
	s.words = make([]word, len(d.Words))
	for i, lower := range d.Words {
		w := &s.words[i]
		w.sum = fingerprint.Sum(lower)
		w.groups, w.known = x.clusters.Find(w.sum)
		w.form = -1
		if n, ok := x.cues.Find(w.sum); ok {
			w.cue = uint8(n)
		}
		var small bool
		if w.class, small = x.classes[lower]; !small {
			w.class = classOf(lower)
		}
		w.suffix[0] = fingerprint.Sum(lower[max(0, len(lower)-2):])
		w.suffix[1] = fingerprint.Sum(lower[max(0, len(lower)-3):])
	}
	const written = text.Capital | text.Caps
	for i, t := range d.Tokens {
		w := &s.words[t.Word]
		f := w.form
		for f >= 0 && s.forms[f].flags != t.Flags&written {
			f = s.forms[f].next
		}
		if f < 0 {
			f = int32(len(s.forms))
			c := w.class
			if t.Kind != text.Word {
				c = markClass(t.Kind)
			} else if t.Is(text.Capital) && (c == plain || c >= past && c <= third) {
				c = capital
			}
			s.forms = append(s.forms, form{word: t.Word, next: w.form, flags: t.Flags & written, kind: t.Kind, class: c})
			w.form = f
		}
		c := s.forms[f].class
		if c == capital && t.Is(text.First) {
			c = w.class
		}
		s.tokens[i] = token{form: f, word: t.Word, class: c, quotation: -1, ruled: -1}
	}
}

// readMarks tells how the tokens stand to quotation marks.
func (s *Sheet) readMarks() {
	for i := range s.tokens {
		if s.Doc.Tokens[i].Kind == text.Quote {
			s.tokens[i].mark = stray
		}
	}
	for q, x := range s.Doc.Quotations {
		for i := x.First; i < x.End; i++ {
			t := &s.tokens[i]
			t.quotation, t.mark = int32(q), within
		}
		s.tokens[x.First].mark, s.tokens[x.First].class = opens, opening
		if !x.Unclosed {
			s.tokens[x.End-1].mark, s.tokens[x.End-1].class = closes, closing
		}
	}
}

// mentionCode tells entities apart as far as it matters to statements.
func mentionCode(e *annotate.Entity, m annotate.Mention) uint8 {
	switch m.Kind {
	case annotate.Pronoun:
		return 1
	case annotate.Nominal:
		return 2
	}
	switch e.Type {
	case annotate.Person:
		return 3
	case annotate.Org:
		return 4
	case annotate.GPE, annotate.Loc, annotate.Fac:
		return 5
	case annotate.Norp:
		return 6
	case annotate.Date, annotate.Time:
		return 7
	}
	return 8
}

// readMentions places the mentions of the entities.
func (s *Sheet) readMentions(entities []annotate.Entity) {
	for i := range entities {
		e := &entities[i]
		for _, m := range e.Mentions {
			first := s.Doc.At(m.Span.Start)
			for k := first; k < len(s.tokens) && int(s.Doc.Tokens[k].Start) < m.Span.End; k++ {
				s.tokens[k].mention, s.tokens[k].begin = mentionCode(e, m), k == first
			}
		}
	}
}

// readRules places the statements of the rules.
func (s *Sheet) readRules(rules []annotate.Quote) {
	for n, q := range rules {
		p := Proposal{Cue: s.Tokens(q.Cue), Source: s.Tokens(q.Speaker.Span), Rule: q.Rule, Act: q.Act, rule: fingerprint.Sum(q.Rule)}
		put := func(span [2]int, part tagger.Part) {
			for i := span[0]; i < span[1]; i++ {
				s.tokens[i].ruled = int32(n)
				s.tokens[i].rule = tagger.Inside(part)
				if i == span[0] {
					s.tokens[i].rule = tagger.Begin(part)
				}
			}
		}
		for _, c := range q.Content {
			span := s.Tokens(c)
			p.Content = append(p.Content, span)
			put(span, tagger.Content)
		}
		put(p.Source, tagger.Source)
		put(p.Cue, tagger.Cue)
		s.Rules = append(s.Rules, p)
	}
}

// Tokens returns the tokens [first, end) that a span covers.
func (s *Sheet) Tokens(span annotate.Span) [2]int {
	if span.Empty() {
		return [2]int{}
	}
	first := s.Doc.At(span.Start)
	end := first
	for end < len(s.tokens) && int(s.Doc.Tokens[end].Start) < span.End {
		end++
	}
	return [2]int{first, end}
}

// readSentences tells where tokens stand in their sentences.
func (s *Sheet) readSentences() {
	s.head = make([]bool, len(s.Doc.Blocks))
	for i, b := range s.Doc.Blocks {
		s.head[i] = b.Kind == annotate.Heading
	}
	for _, x := range s.Doc.Sentences {
		commas := uint8(0)
		for i := x.First; i < x.End; i++ {
			t := &s.tokens[i]
			t.sinceFirst, t.commas = uint16(min(i-x.First, 1<<15)), commas
			if t.class == comma && commas < 6 {
				commas++
			}
		}
	}
}

// Between bits tell what stands between two tokens.
const (
	hasComma = 1 << iota
	hasStop
	hasMark
	hasColon
	hasVerb
	hasThat
)

// crossing returns what the token adds to what stands between two others.
func (t *token) crossing() uint8 {
	switch t.class {
	case comma:
		return hasComma
	case stop:
		return hasStop
	case opening, closing:
		return hasMark
	case colon, dash:
		return hasColon
	case auxiliary, past, third, speech:
		return hasVerb
	case that, to, asking:
		return hasThat
	}
	return 0
}

// cueReach is how many tokens away a cue word counts.
const cueReach = 60

// readCueWords finds the nearest cue words of every token, within its block.
func (s *Sheet) readCueWords() {
	for i := range s.tokens {
		s.tokens[i].left.at, s.tokens[i].right.at = -1, -1
	}
	for first := 0; first < len(s.Doc.Sentences); {
		end := first
		for end < len(s.Doc.Sentences) && s.Doc.Sentences[end].Block == s.Doc.Sentences[first].Block {
			end++
		}
		from, to := s.Doc.Sentences[first].First, s.Doc.Sentences[end-1].End
		near := cueWord{at: -1}
		for i := from; i < to; i++ {
			t := &s.tokens[i]
			if near.at >= 0 && i-int(near.at) <= cueReach {
				t.left = near
			}
			if s.isCueWord(i) {
				near = cueWord{at: int32(i)}
			} else {
				near.between |= t.crossing()
			}
		}
		near = cueWord{at: -1}
		for i := to - 1; i >= from; i-- {
			t := &s.tokens[i]
			if near.at >= 0 && int(near.at)-i <= cueReach {
				t.right = near
			}
			if s.isCueWord(i) {
				near = cueWord{at: int32(i)}
			} else {
				near.between |= t.crossing()
			}
		}
		first = end
	}
}

func (s *Sheet) isCueWord(i int) bool { return s.words[s.tokens[i].word].cue > 0 }

// Outside reports whether token i stands outside quotation marks.
func (s *Sheet) Outside(i int) bool { return s.tokens[i].quotation < 0 }

// Kind returns the kind of the step to token i from the one before it.
func (s *Sheet) Kind(i int) int {
	prev := beyond
	if i > 0 {
		prev = s.tokens[i-1].class
	}
	return int(prev)<<classBits | int(s.tokens[i].class)
}

// Rule returns the label that the rules give token i.
func (s *Sheet) Rule(i int) tagger.Label { return s.tokens[i].rule }

// GoesOn reports whether a paragraph that ends with token i may go on in the
// next: it ends in a colon or in a quotation that has not ended.
func (s *Sheet) GoesOn(i int) bool {
	t := &s.tokens[i]
	return t.class == colon || t.quotation >= 0 && s.Doc.Quotations[t.quotation].Unclosed
}

// Whole reports whether the tokens are one quotation from mark to mark.
func (s *Sheet) Whole(span [2]int) bool {
	q := s.tokens[span[0]].quotation
	return q >= 0 && s.Doc.Quotations[q].First == span[0] && s.Doc.Quotations[q].End == span[1]
}
