package quote

import "gloss/annotate/text"

// trailing reads "The plan failed, officials said on Monday.": the content is
// the sentence before the comma.
func (p *pass) trailing(i int, st statement, s text.Sentence) (statement, bool) {
	c := p.class(i)
	if c.frames&(clause|that) == 0 || c.form == gerund || c.form == base {
		return st, false
	}
	sf, se := st.speaker[0], st.speaker[1]
	if sf == se {
		// "..., said the mayor"
		if i <= s.First+2 || p.kind(i-1) != text.Comma {
			return st, false
		}
		var ok bool
		if sf, se, ok = p.phraseAfter(i+1, s.End); !ok {
			return st, false
		}
		st.speaker = [2]int{sf, se}
		sf = i
	}
	if sf <= s.First+2 || p.kind(sf-1) != text.Comma {
		return st, false
	}
	// Nothing that could be content may follow.
	if j := max(i+1, se); j < s.End {
		switch {
		case p.kind(j) == text.Stop, p.kind(j) == text.Comma:
		case p.kind(j) == text.Word && p.role(j) == preposition && p.d.Lower(j) != "to":
			for k := j; k < min(j+12, s.End); k++ {
				if p.d.Lower(k) == "that" {
					return st, false
				}
			}
		default:
			if p.at[j] < 0 || j+1 < s.End && p.kind(j+1) != text.Stop && p.kind(j+1) != text.Comma {
				return st, false
			}
		}
	}
	from := p.openingOf(s)
	if sf-1-from < 3 {
		return st, false
	}
	if r := p.role(from); r == preposition && !p.hasVerb(from, sf-1) {
		return st, false // "In Moscow, he said ..."
	}
	st.content = [][2]int{{from, sf - 1}}
	// "The two sides, he said, had agreed."
	if k, last := max(i+1, se)+1, p.lastWord(s); k < last && p.kind(k-1) == text.Comma && p.inside[k] < 0 && p.hasVerb(k, last) &&
		(p.role(k) == auxiliary || !p.hasVerb(from, sf-1)) {
		st.content = append(st.content, [2]int{k, p.clauseEnd(k, last)})
	} else if !p.hasVerb(from, sf-1) {
		return st, false
	}
	st.act, st.rule, st.confidence = c.of(clause), "clause-before", 0.8
	return st, true
}

// complement reads what follows the verb at token i.
func (p *pass) complement(i int, st statement, s text.Sentence, blockEnd int) (statement, bool) {
	c := p.class(i)
	last := p.lastWord(s)
	j := i + 1
	if j >= last {
		return st, false
	}
	// "told reporters", "said in a statement on Monday"
	if c.frames&(told|asked) != 0 {
		if _, e, ok := p.phraseAfter(j, last); ok {
			if k, f := p.afterObject(e, last, c); f != 0 {
				return p.content(st, c, f, k, last)
			}
			if c.frames&told != 0 && c.frames&asked == 0 || p.d.Lower(i) == "told" {
				if e = p.addressee(j, last); e > j && e+3 < last && p.hasVerb(e+1, last) {
					return p.content(st, c, told, e, last)
				}
			}
		} else if p.role(j) == objective && j+1 < last {
			if k, f := p.afterObject(j+1, last, c); f != 0 {
				return p.content(st, c, f, k, last)
			}
			if c.frames&told != 0 && p.hasVerb(j+2, last) {
				return p.content(st, c, told, j+1, last)
			}
		}
	}
	k := p.passOver(j, last)
	if k >= last {
		return st, false
	}
	switch w := p.d.Lower(k); {
	case w == "that" && c.frames&(clause|that|told) != 0 && last-k > 3:
		return p.content(st, c, that, k, last)
	case w == "whether" || (w == "if" || w == "how" || w == "why" || w == "what") && k == j:
		if c.frames&(clause|that|told) != 0 && last-k > 2 && p.d.Tokens[k].Kind == text.Word {
			return p.content(st, c, that, k, last)
		}
	case w == "to" && c.frames&infinite != 0 && k == j && last-k > 1:
		return p.content(st, c, infinite, k, last)
	}
	if c.frames&clause != 0 && p.startsClause(k) && p.hasVerb(k, last) {
		return p.content(st, c, clause, k, last)
	}
	if c.frames&object != 0 && k == j && (p.role(k) == determiner || p.at[k] >= 0) && !p.participleAhead(k, last) {
		return p.content(st, c, object, k, last)
	}
	return st, false
}

// content finishes a statement whose content begins at token k in the frame f.
func (p *pass) content(st statement, c class, f frame, k, last int) (statement, bool) {
	st.act = c.of(f)
	st.content = [][2]int{{k, p.clauseEnd(k, last)}}
	switch f {
	case that, told:
		st.rule, st.confidence = "clause-after", 0.8
	case clause:
		st.rule, st.confidence = "clause-after", 0.75
	case object:
		st.rule, st.confidence = "object", 0.45
	default:
		st.rule, st.confidence = "infinitive", 0.65
	}
	return st, st.content[0][0] < st.content[0][1]
}

// afterObject returns where content begins after the one spoken to, who ends
// at token e, and the frame; 0 if none does.
func (p *pass) afterObject(e, last int, c class) (int, frame) {
	if e >= last {
		return 0, 0
	}
	k := p.passOver(e, last)
	if k < last && c.frames&told != 0 {
		switch p.d.Lower(k) {
		case "that", "whether", "how", "why":
			return k, told
		}
	}
	if p.d.Lower(e) == "to" && c.frames&asked != 0 && e+1 < last {
		return e, asked
	}
	return 0, 0
}

// addressee returns the end of the one spoken to, at token j: a name or one
// word with its article.
func (p *pass) addressee(j, last int) int {
	if m := p.name(j); m >= 0 {
		return p.mentions[m].end
	}
	if p.role(j) == determiner && j+1 < last {
		j++
	}
	if p.kind(j) == text.Word && p.role(j) == noRole {
		return j + 1
	}
	return j
}

// passOver returns the token after adverbs, days and phrases such as "in a
// statement" that stand between a verb and its clause.
func (p *pass) passOver(j, last int) int {
	for j < last && (p.isAdverb(j) || p.date(j)) {
		j++
	}
	if j >= last || p.kind(j) != text.Word || p.role(j) != preposition {
		return j
	}
	if w := p.d.Lower(j); w == "to" || w == "of" || w == "for" || w == "as" {
		if w != "to" || j+1 >= last || p.role(j+1) == noRole && p.at[j+1] < 0 && p.d.Lower(j+1) != "reporters" {
			return j
		}
	}
	for k := j + 1; k < min(j+14, last); k++ {
		switch {
		case p.kind(k) == text.Stop || p.kind(k) == text.Colon:
			return j
		case p.d.Lower(k) == "that" && p.kind(k) == text.Word:
			return k
		case p.date(k) && k+1 < last && p.startsClause(k+1):
			return k + 1
		}
	}
	return j
}

// date reports whether token i names a day or a month.
func (p *pass) date(i int) bool {
	if !p.d.Tokens[i].Is(text.Capital) {
		return false
	}
	w := p.d.Lower(i)
	return len(w) > 5 && w[len(w)-3:] == "day"
}

// startsClause reports whether a clause without "that" may begin at token k.
func (p *pass) startsClause(k int) bool {
	if p.inside[k] >= 0 {
		return true
	}
	switch p.role(k) {
	case subject, determiner:
		return p.d.Lower(k) != "who"
	case noRole:
		return p.kind(k) == text.Word || p.kind(k) == text.Number || p.kind(k) == text.Symbol
	}
	return p.d.Lower(k) == "if" || p.d.Lower(k) == "when" || p.d.Lower(k) == "there"
}

// hasVerb reports whether a word that is surely a finite verb, or looks like
// one, stands in the tokens [from, to).
func (p *pass) hasVerb(from, to int) bool {
	for i := from; i < min(to, from+60); i++ {
		if p.kind(i) != text.Word {
			continue
		}
		c := p.class(i)
		w := p.d.Lower(i)
		switch {
		case c.role == auxiliary && w != "not" && (w != "'s" || i+1 < to && p.role(i+1) != noRole):
			return true
		case c.form == past || c.form == third:
			return true
		case i > from && len(w) > 3 && !p.d.Tokens[i].Is(text.Capital) && c.role == noRole && (w[len(w)-2:] == "ed" || w[len(w)-1] == 's'):
			return true
		case i > from && irregularPast(w):
			return true
		}
	}
	return false
}

func irregularPast(w string) bool {
	switch w {
	case "went", "came", "took", "made", "gave", "got", "left", "won", "lost", "fell", "rose", "grew", "met", "led", "held", "kept", "brought", "began",
		"became", "ran", "stood", "sent", "spent", "broke", "fought", "struck", "want", "need", "go", "come", "make", "take", "get", "work", "stand", "help", "cut", "hit":
		return true
	}
	return false
}

// clauseEnd returns where the content that begins at token k ends, at last at
// the latest: before a comma and a word that takes the writer's voice up again.
func (p *pass) clauseEnd(k, last int) int {
	for i := k + 2; i < last-1; i++ {
		if p.inside[i] >= 0 {
			continue
		}
		if p.kind(i) == text.Colon && p.d.Raw(i) == ";" {
			return i
		}
		if p.kind(i) != text.Comma && p.kind(i) != text.Dash {
			continue
		}
		n := i + 1
		switch p.d.Lower(n) {
		case "although", "though", "but", "while", "whereas", "according", "citing", "referring", "despite":
			return i
		case "and", "as":
			// ", and he said": another statement follows
			for j := n + 1; j < min(n+8, last); j++ {
				if p.inside[j] < 0 && p.class(j).frames&(clause|told) != 0 && p.class(j).form != base {
					return i
				}
			}
		}
		if p.kind(n) == text.Word && p.class(n).form == gerund && p.class(n).frames != 0 {
			return i
		}
	}
	return last
}

// participleAhead reports whether the sentence goes on in ", saying": then
// that tells what is stated.
func (p *pass) participleAhead(k, last int) bool {
	for i := k; i+1 < last; i++ {
		if p.kind(i) == text.Comma && p.class(i+1).form == gerund && p.class(i+1).frames != 0 {
			return true
		}
	}
	return false
}
