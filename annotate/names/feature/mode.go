package feature

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A Mode is how a sentence uses capitals.
type Mode uint8

// The modes.
const (
	Plain    Mode = iota // as English prose does
	Headline             // Most Words Have One
	Capitals             // ALL IN CAPITALS
	Small                // none at all, in a text without them
)

// readModes finds the mode and the kind of each sentence, and what the document
// is about.
func (s *Sheet) readModes() {
	d := s.doc
	s.modes = make([]Mode, len(d.Sentences))
	s.lines = make([]uint64, len(d.Sentences))
	lowered := s.lowered()
	numbers, words := 0, 0
	var topics [len(topicWords)]int
	for k, sent := range d.Sentences {
		c := s.count(sent)
		last := d.Tokens[sent.End-1]
		ended := last.Kind == text.Stop || last.Is(text.Abbrev)
		m := Plain
		switch {
		case c.words >= 2 && c.caps >= 2 && c.caps*10 >= c.words*8 && c.small*4 <= c.words:
			m = Capitals
		case c.capital == 0 && lowered:
			m = Small
		case c.words >= 4 && c.small*5 <= c.words && !ended:
			m = Headline
		}
		s.modes[k] = m
		n := sent.End - sent.First
		kind := uint64(m) | uint64(min(n/8, 3))<<2
		if ended {
			kind |= 1 << 4
		}
		if c.numbers*4 >= n {
			kind |= 1 << 5
		}
		if k > 0 && d.Sentences[k-1].Block == sent.Block {
			kind |= 1 << 6
		}
		s.lines[k] = kind
		numbers += c.numbers
		words += n
		for i := sent.First; i < sent.End; i++ {
			for t, f := range topicWords {
				if f(d.Lower(i)) {
					topics[t]++
				}
			}
		}
	}
	share := func(n, per int) uint64 {
		switch {
		case n*per == 0:
			return 0
		case n*per < words:
			return 1
		case n*per < 3*words:
			return 2
		}
		return 3
	}
	s.topic = share(numbers, 12)
	for t, n := range topics {
		s.topic |= share(n, 100) << (2 + 2*t)
	}
	s.topic = fingerprint.Join(s.topic, 1)
}

// A tally counts the tokens of a sentence.
type tally struct{ words, capital, caps, small, numbers int }

func (s *Sheet) count(sent text.Sentence) tally {
	var c tally
	for i := sent.First; i < sent.End; i++ {
		t := s.doc.Tokens[i]
		switch {
		case t.Kind == text.Number:
			c.numbers++
		case t.Kind != text.Word || t.Is(text.Clitic):
		case t.Is(text.Caps):
			c.words++
			c.caps++
			c.capital++
		case s.words[t.Word].entry.Is(gazetteer.Function):
		case t.Is(text.Capital):
			c.words++
			c.capital++
		default:
			c.words++
			c.small++
		}
	}
	return c
}

// lowered reports whether the document does without capitals: hardly a sentence
// begins with one.
func (s *Sheet) lowered() bool {
	begins, capital := 0, 0
	for _, sent := range s.doc.Sentences {
		if t := s.doc.Tokens[sent.First]; t.Kind == text.Word {
			begins++
			if t.Flags&(text.Capital|text.Mixed) != 0 {
				capital++
			}
		}
	}
	return capital*5 < begins
}

// topicWords tell what an article is about, as far as it matters to names: in
// sports and business a city's name is often that of a club or a market.
var topicWords = [...]func(lower string) bool{sport, business}

func sport(lower string) bool {
	switch lower {
	case "match", "matches", "league", "cup", "goal", "goals", "season", "coach", "team", "teams", "score", "scored", "scores", "win", "wins",
		"won", "beat", "defeat", "victory", "champion", "champions", "championship", "player", "players", "game", "games", "round", "innings", "inning",
		"wicket", "wickets", "tournament", "final", "semifinal", "quarterfinal", "striker", "midfielder", "defender", "goalkeeper", "standings",
		"seed", "seeded", "division", "points", "halftime", "soccer", "football", "cricket", "baseball", "basketball", "hockey", "tennis", "rugby", "golf", "olympic", "stadium", "club", "clubs":
		return true
	}
	return false
}

func business(lower string) bool {
	switch lower {
	case "shares", "share", "stock", "stocks", "market", "markets", "profit", "profits", "bank", "banks", "company", "companies", "percent", "analysts",
		"analyst", "investors", "trading", "traders", "dealers", "bonds", "prices", "quarter", "revenue", "earnings", "sales", "exchange", "futures",
		"tonnes", "barrels", "yield", "dividend", "index", "inc", "inc.", "corp", "corp.", "ltd", "merger", "acquisition", "billion", "million":
		return true
	}
	return false
}
