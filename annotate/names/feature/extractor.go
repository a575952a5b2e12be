// Package feature turns the tokens of a document into the features of a linear
// model: 64-bit hashes of what a token is, what stands around it, and what the
// rest of the document shows about its word. They follow Ratinov and Roth,
// "Design challenges and misconceptions in named entity recognition" (CoNLL
// 2009), with word clusters after Miller, Guinness and Zamanian (HLT-NAACL 2004)
// and evidence from the whole document after Chieu and Ng (COLING 2002).
//
// A feature is the join of a template and a value. The features of one token
// fall into three groups, so that a decoder can keep the sums of the first two:
// those of a form (a word as it is written) at a distance, those of a word in
// the document, and those of the place where the token stands.
package feature

import (
	"fmt"

	"gloss/annotate/cluster"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/affinity"
	"gloss/annotate/names/lexicon"
	"gloss/annotate/text"
)

// An Extractor makes the features of documents. It is safe for concurrent use.
type Extractor struct {
	gaz        *gazetteer.Gazetteer
	clusters   cluster.Table
	lists      lexicon.Table
	affinities affinity.Table
}

// New returns an extractor that looks words up in gaz and in the tables of
// groups and lists that are compiled in. It fails only if those are corrupt.
func New(gaz *gazetteer.Gazetteer) (*Extractor, error) {
	clusters, err := cluster.Words()
	if err != nil {
		return nil, fmt.Errorf("open groups of words: %w", err)
	}
	lists, err := lexicon.Default()
	if err != nil {
		return nil, fmt.Errorf("open lists of names: %w", err)
	}
	affinities, err := affinity.Words()
	if err != nil {
		return nil, fmt.Errorf("open affinities of words: %w", err)
	}
	return &Extractor{gaz: gaz, clusters: clusters, lists: lists, affinities: affinities}, nil
}

// A Sheet is what is known of the tokens of one document before they are
// tagged.
type Sheet struct {
	doc    *text.Document
	gaz    *gazetteer.Gazetteer
	words  []word // by word number
	forms  []form
	formOf []int32 // by token
	modes  []Mode  // by sentence
	lines  []uint64
	runOf  []int32 // by token: its run, or -1
	runs   []run
	topic  uint64
	match  []match  // by token
	phrase []phrase // by token
	long   map[uint64]int32
}

// Sheet looks through a document. It takes linear time.
func (x *Extractor) Sheet(d *text.Document) *Sheet {
	s := &Sheet{doc: d, gaz: x.gaz}
	s.readWords(x)
	s.readModes()
	s.readRuns()
	s.readLists()
	s.readPhrases(&x.lists)
	s.readEvidence()
	return s
}

// Mode returns how sentence k uses capitals.
func (s *Sheet) Mode(k int) Mode { return s.modes[k] }

// Form returns the number of the form of token i. Forms returns how many there
// are.
func (s *Sheet) Form(i int) int32 { return s.formOf[i] }

// Forms returns the number of distinct forms of the document.
func (s *Sheet) Forms() int { return len(s.forms) }

// Segments calls f for each stretch [first, end) of tokens of sentence k that
// may hold names: those within two tokens of a capital, or all of them where
// capitals tell nothing.
func (s *Sheet) Segments(k int, f func(first, end int)) {
	sent := s.doc.Sentences[k]
	if s.modes[k] != Plain {
		f(sent.First, sent.End)
		return
	}
	const reach = 2
	first, last := -1, 0
	for i := sent.First; i < sent.End; i++ {
		if !s.mayName(i) {
			continue
		}
		if first >= 0 && i-reach > last {
			f(first, last)
			first = -1
		}
		if first < 0 {
			first = max(i-reach, sent.First)
		}
		last = min(i+reach+1, sent.End)
	}
	if first >= 0 {
		f(first, last)
	}
}

// mayName reports whether token i looks as if a name might be there.
func (s *Sheet) mayName(i int) bool {
	t := s.doc.Tokens[i]
	switch t.Kind {
	case text.Word:
		return t.Flags&(text.Capital|text.Mixed) != 0
	case text.Number:
		raw := s.doc.Raw(i)
		return raw[len(raw)-1] > '9' // 49ers
	}
	return false
}
