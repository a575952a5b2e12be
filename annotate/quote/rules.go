package quote

import (
	"context"

	"gloss/annotate"
	"gloss/annotate/text"
)

// block finds the statements of one paragraph. It fails only when ctx is done.
func (p *pass) block(ctx context.Context, sentences []text.Sentence) error {
	if p.d.Blocks[sentences[0].Block].Kind == annotate.Quotation {
		p.apart(sentences)
		return ctx.Err()
	}
	start := len(p.found)
	first, end := sentences[0].First, sentences[len(sentences)-1].End
	for i, s := range sentences {
		if i%256 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		p.sentence(s, first, end)
	}
	p.loose(start, first, end)
	return nil
}

// sentence finds the statements whose cues stand in the sentence s of the
// paragraph of tokens [first, end).
func (p *pass) sentence(s text.Sentence, first, end int) {
	claimed := s.First // no cue before this token: it is content already
	if n := len(p.found); n > 0 {
		c := p.found[n-1].content
		claimed = max(claimed, c[len(c)-1][1])
	}
	for i := s.First; i < s.End; i++ {
		if i < claimed || p.inside[i] >= 0 || p.kind(i) != text.Word {
			continue
		}
		var st statement
		var ok bool
		if p.d.Lower(i) == "according" && i+2 < s.End && p.d.Lower(i+1) == "to" {
			st, ok = p.according(i, s)
		} else if p.class(i).frames != 0 && (!p.d.Tokens[i].Is(text.Capital) || i == s.First) {
			st, ok = p.cue(i, s, first, end)
		}
		if !ok {
			continue
		}
		p.outermost(st, s)
		p.found = append(p.found, st)
		for _, c := range st.content {
			if c[0] > i {
				claimed = max(claimed, c[1])
			}
		}
	}
}

// outermost drops earlier statements of the sentence that st contains.
func (p *pass) outermost(st statement, s text.Sentence) {
	for n := len(p.found); n > 0; n-- {
		f := p.found[n-1]
		if f.cue[0] < s.First {
			return
		}
		for _, c := range st.content {
			if c[0] <= f.cue[0] && f.cue[1] <= c[1] {
				p.found = p.found[:n-1]
				break
			}
		}
		if len(p.found) == n {
			return
		}
	}
}

// according reads "according to X" before or after what X states.
func (p *pass) according(i int, s text.Sentence) (statement, bool) {
	first, end, ok := p.phraseAfter(i+2, s.End)
	if !ok {
		return statement{}, false
	}
	st := statement{cue: [2]int{i, i + 2}, speaker: [2]int{first, end}, act: annotate.Say, rule: "according-to", confidence: 0.85, from: -1}
	last := p.lastWord(s)
	if i <= s.First+1 {
		k := end
		for k < min(end+reach, last) && p.kind(k) != text.Comma {
			k++
		}
		if k+2 >= last {
			return st, false
		}
		st.content = [][2]int{{k + 1, last}}
		return st, true
	}
	before := i
	if p.kind(i-1) == text.Comma {
		before--
	}
	if before-s.First < 2 {
		return st, false
	}
	st.content = [][2]int{{p.openingOf(s), before}}
	return st, true
}

// openingOf returns the first token of a sentence's content: a conjunction at
// its start is none.
func (p *pass) openingOf(s text.Sentence) int {
	i := s.First
	if i+2 < s.End {
		switch p.d.Lower(i) {
		case "but", "and", "yet", "so", "still":
			i++
			if p.kind(i) == text.Comma {
				i++
			}
		}
	}
	return i
}

// lastWord returns the end of the sentence without its final stop.
func (p *pass) lastWord(s text.Sentence) int {
	end := s.End
	if end-1 > s.First && p.kind(end-1) == text.Stop {
		end--
	}
	return end
}

// cue tries the verb at token i as the cue of a statement.
func (p *pass) cue(i int, s text.Sentence, first, end int) (statement, bool) {
	c := p.class(i)
	st := statement{cue: [2]int{i, i + 1}, act: c.act, confidence: 0.7, from: -1}
	if st, ok := p.beside(i, st, s, first, end); ok {
		return st, true
	}
	if c.frames&^(quoteOnly) == 0 && !p.quotationNear(i, s) {
		return st, false
	}
	if i > s.First && p.passive(i) && c.form == past {
		return st, false
	}
	switch c.form {
	case gerund:
		// ", saying ...": the subject is that of the sentence.
		if i == s.First || p.kind(i-1) != text.Comma && p.d.Lower(i-1) != "and" && p.role(i-1) != adverb {
			if p.role(max(i-1, s.First)) != auxiliary {
				return st, false
			}
			sf, se, ok := p.subjectBefore(i, s.First)
			if !ok {
				return st, false
			}
			st.speaker = [2]int{sf, se}
			break
		}
		sf, se, ok := p.mainSubject(i, s)
		if !ok {
			return st, false
		}
		st.speaker = [2]int{sf, se}
	default:
		sf, se, ok := p.subjectBefore(i, s.First)
		if !ok {
			return p.trailing(i, st, s)
		}
		if c.form == base && !p.plural(sf, se, i) {
			return st, false
		}
		st.speaker = [2]int{sf, se}
	}
	if c.frames&(clause|that) != 0 {
		if t, ok := p.trailing(i, st, s); ok {
			return t, true
		}
	}
	return p.complement(i, st, s, end)
}

// passive reports whether a form of "be" stands before the verb at token i.
func (p *pass) passive(i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		switch p.d.Lower(j) {
		case "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m":
			return true
		}
		if p.role(j) != adverb && p.role(j) != auxiliary && !p.isAdverb(j) {
			return false
		}
	}
	return false
}

// plural reports whether the verb at token i can be a base form with the
// subject [first, end): after an auxiliary or a plural.
func (p *pass) plural(first, end, i int) bool {
	for j := end; j < i; j++ {
		if p.role(j) == auxiliary {
			return true
		}
	}
	switch last := p.d.Lower(end - 1); last {
	case "they", "we", "i", "you", "who", "people", "some", "many", "others", "both", "all", "most", "several":
		return true
	default:
		return last[len(last)-1] == 's' && !p.d.Tokens[end-1].Is(text.Clitic) || end-first > 1 && p.d.Lower(end-2) == "and"
	}
}

// mainSubject returns the subject of the clause that a participle at token i
// goes with: the noun phrase before the nearest finite verb on its left.
func (p *pass) mainSubject(i int, s text.Sentence) (int, int, bool) {
	for j := i - 1; j > s.First && j > i-40; j-- {
		if p.inside[j] >= 0 {
			continue
		}
		c := p.class(j)
		finite := c.role == auxiliary && !p.d.Tokens[j].Is(text.Clitic) || c.form == past || c.form == third || looksPast(p.d.Lower(j)) && !p.d.Tokens[j].Is(text.Capital)
		if !finite || p.kind(j) != text.Word {
			continue
		}
		if f, e, ok := p.subjectBefore(j, s.First); ok {
			return f, e, true
		}
	}
	return 0, 0, false
}

func looksPast(lower string) bool {
	return len(lower) > 4 && lower[len(lower)-2:] == "ed"
}
