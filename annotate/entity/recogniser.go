package entity

import (
	"context"
	"slices"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A Recogniser finds names by capitals, the gazetteer and what the document
// itself shows about its words.
type Recogniser struct{ gaz *gazetteer.Gazetteer }

// NewRecogniser returns a recogniser over the tables of g.
func NewRecogniser(g *gazetteer.Gazetteer) *Recogniser { return &Recogniser{gaz: g} }

// Names returns the names of d in order, without overlaps. It fails only when
// ctx is done.
func (r *Recogniser) Names(ctx context.Context, d *text.Document) ([]Name, error) {
	p := &pass{gaz: r.gaz, d: d, words: r.gaz.Words(d), seen: make([]evidence, len(d.Words)), measures: measureWords(d)}
	p.observe()
	for i, s := range d.Sentences {
		if i%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		p.sentence(s)
	}
	p.settle()
	slices.SortFunc(p.names, func(a, b Name) int { return a.First - b.First })
	return p.names, nil
}

// Evidence is what the document shows about one of its words.
type evidence struct {
	small  int32 // how often it stands without a capital
	inside int32 // how often with one where only names have it
	person int32 // how often in a name that is surely a person's
	org    int32
	place  int32
}

// A pass is the work on one document.
type pass struct {
	gaz      *gazetteer.Gazetteer
	d        *text.Document
	words    []gazetteer.Word // by word number
	seen     []evidence       // by word number
	measures []measureWord    // by word number
	names    []Name
	units    []unit
	style    style // of the sentence at hand
	s        text.Sentence
}

// A style is how a sentence uses capitals.
type style uint8

const (
	plain    style = iota
	headline       // Most Words Have One
	capitals       // ALL WORDS ARE IN CAPITALS
)

func (p *pass) word(i int) gazetteer.Word { return p.words[p.d.Tokens[i].Word] }
func (p *pass) ev(i int) *evidence        { return &p.seen[p.d.Tokens[i].Word] }

// observe counts how the document writes its words.
func (p *pass) observe() {
	for _, s := range p.d.Sentences {
		st := p.styleOf(s)
		for i := s.First; i < s.End; i++ {
			t := p.d.Tokens[i]
			if t.Kind != text.Word {
				continue
			}
			switch {
			case !t.Is(text.Capital):
				p.ev(i).small++
			case st == plain && !p.opens(i):
				p.ev(i).inside++
			}
		}
	}
}

// styleOf tells how the sentence uses capitals.
func (p *pass) styleOf(s text.Sentence) style {
	words, capital, caps, small := 0, 0, 0, 0
	for i := s.First; i < s.End; i++ {
		t := p.d.Tokens[i]
		if t.Kind != text.Word || t.Is(text.Clitic) || p.word(i).Is(gazetteer.Function) && !t.Is(text.Caps) {
			continue
		}
		words++
		switch {
		case t.Is(text.Caps):
			caps++
			capital++
		case t.Is(text.Capital):
			capital++
		default:
			small++
		}
	}
	last := p.d.Tokens[s.End-1]
	ended := last.Kind == text.Stop && p.d.Raw(s.End-1) == "." || last.Is(text.Abbrev)
	switch {
	case words >= 2 && caps >= 2 && caps*10 >= words*8 && small*4 <= words:
		return capitals
	case words >= 4 && small*5 <= words && !ended:
		return headline
	}
	return plain
}

// opens reports whether token i has a capital that its place may have given it.
func (p *pass) opens(i int) bool {
	t := p.d.Tokens[i]
	if t.Is(text.First) || i == 0 {
		return true
	}
	switch prev := p.d.Tokens[i-1]; prev.Kind {
	case text.Quote:
		return !prev.Is(text.Glued) || p.d.Raw(i-1) == "“"
	case text.Colon, text.Dash, text.Stop, text.Open, text.Number:
		return prev.Kind != text.Number || prev.Is(text.First)
	case text.Symbol:
		return true // a bullet
	}
	return false
}

// sentence adds the names of one sentence.
func (p *pass) sentence(s text.Sentence) {
	p.s, p.style = s, p.styleOf(s)
	for i := s.First; i < s.End; {
		if n := p.measure(i); n > 0 {
			i += n
			continue
		}
		end := p.chunk(i)
		if end == i {
			i++
			continue
		}
		p.classify(p.units)
		i = end
	}
}

func (p *pass) add(first, end int, typ annotate.Type, confidence float64) {
	if first >= end {
		return
	}
	p.names = append(p.names, Name{First: first, End: end, Type: typ, Confidence: confidence})
	for i := first; i < end; i++ {
		e := p.ev(i)
		switch {
		case confidence < sure:
		case typ == annotate.Person:
			e.person++
		case typ == annotate.Org && (i == first || end-first == 1):
			e.org++
		case typ == annotate.GPE && end-first == 1:
			e.place++
		}
	}
}

// sure is the confidence from which a name is evidence for others.
const sure = 0.8
