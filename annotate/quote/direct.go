package quote

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// shortest is how many words a quotation must have to be a statement without a
// cue beside it.
const shortest = 5

// Byline is the rule of a quotation with a dash and a name after it.
const Byline = "byline"

// beside reads a quotation that stands beside the verb at token i and its
// subject, before or after them, and what goes on after them.
func (p *pass) beside(i int, st statement, s text.Sentence, first, end int) (statement, bool) {
	c := p.class(i)
	if c.form == base && c.frames&clause == 0 {
		return st, false
	}
	// The subject on either side.
	sf, se, before := p.subjectBefore(i, first)
	left, right := i, i+1
	if before {
		left = min(left, sf)
		if p.inside[sf] >= 0 {
			before, left = false, i
		}
	}
	colon := i+1 < end && p.kind(i+1) == text.Colon // then it is what follows
	if q := p.quotationBefore(left, first); q >= 0 && !colon && (before || p.verbFirst(i, end)) {
		if !before || left == i {
			var ok bool
			if sf, se, ok = p.phraseAfter(i+1, s.End); !ok {
				return st, false
			}
			right = se
		}
		st.speaker = [2]int{sf, se}
		x := p.d.Quotations[q]
		st.content = [][2]int{{x.First, x.End}}
		p.used[q] = true
		st.act, st.rule, st.confidence = annotate.Say, "quotation-before", 0.95
		if c.act == annotate.Think {
			st.act = annotate.Think
		}
		if x.Single {
			st.confidence = 0.85
		}
		p.goesOn(&st, right, end)
		return st, true
	}
	if !before {
		if q := p.quotationBefore(i, first); q >= 0 {
			return st, false
		}
	}
	if q := p.quotationAfter(i+1, end); q >= 0 && before && !p.passive(i) {
		st.speaker = [2]int{sf, se}
		x := p.d.Quotations[q]
		from := x.First
		if from > 0 && p.d.Lower(from-1) == "that" {
			from--
		}
		to := x.End
		if c.frames&clause != 0 || c.frames&that != 0 {
			if p.kind(x.First-1) == text.Word && to < s.End && p.kind(to-1) == text.Quote && p.kind(to) == text.Word {
				to = p.clauseEnd(from, p.lastWord(s)) // the clause goes on outside the marks
			}
		}
		st.content = [][2]int{{from, to}}
		p.used[q] = true
		st.act, st.rule, st.confidence = c.of(clause), "quotation-after", 0.95
		return st, true
	}
	return st, false
}

// quotationBefore returns the quotation that ends right before token left, or
// -1.
func (p *pass) quotationBefore(left, first int) int {
	j := left - 1
	if j >= first && (p.kind(j) == text.Comma || p.kind(j) == text.Dash) {
		j--
	}
	if j < first || p.inside[j] < 0 {
		return -1
	}
	q := int(p.inside[j])
	if p.d.Quotations[q].End != j+1 || p.used[q] || p.words(q) < 2 && p.kind(j-1) == text.Word {
		return -1
	}
	if j == left-1 && p.words(q) < shortest && p.kind(j-1) == text.Word {
		return -1 // a "so-called" word before a verb
	}
	return q
}

// quotationAfter returns the quotation that begins at token j or after a comma,
// a colon, "that" or a short phrase, or -1.
func (p *pass) quotationAfter(j, end int) int {
	for k := j; k < min(j+12, end); k++ {
		if q := p.inside[k]; q >= 0 {
			x := p.d.Quotations[q]
			if x.First != k || p.used[q] {
				return -1
			}
			switch {
			case k == j && p.words(int(q)) < 2:
				return -1
			case k == j, p.kind(k-1) == text.Comma && p.words(int(q)) >= 3, p.kind(k-1) == text.Colon:
				return int(q)
			case p.d.Lower(k-1) == "that" && k == j+1:
				return int(q)
			}
			return -1
		}
		if p.kind(k) == text.Stop || p.class(k).frames&(clause|told) != 0 && p.class(k).form == past {
			return -1
		}
	}
	return -1
}

func (p *pass) quotationNear(i int, s text.Sentence) bool {
	for k := max(s.First, i-3); k < min(i+4, s.End); k++ {
		if p.inside[k] >= 0 {
			return true
		}
	}
	return false
}

// verbFirst reports whether a subject follows the verb at token i: said Jane.
func (p *pass) verbFirst(i, end int) bool {
	return i+1 < end && p.class(i).form != gerund && (p.at[i+1] >= 0 || p.role(i+1) == determiner || p.role(i+1) == subject ||
		p.kind(i+1) == text.Word && p.role(i+1) == noRole)
}

// goesOn adds the quotation that follows after the verb and its subject, which
// end before token right: "...," he said, "..." and "...," he said. "...".
func (p *pass) goesOn(st *statement, right, end int) {
	stopped := false
	for k := right; k < min(right+20, end); k++ {
		if q := p.inside[k]; q >= 0 {
			x := p.d.Quotations[q]
			if x.First == k && !p.used[q] && (stopped || p.kind(k-1) == text.Comma || p.kind(k-1) == text.Colon) && p.words(int(q)) >= 2 {
				st.content = append(st.content, [2]int{x.First, x.End})
				p.used[q] = true
				// More quotations may follow with nothing between.
				for int(q)+1 < len(p.d.Quotations) && p.d.Quotations[q+1].First == p.d.Quotations[q].End && p.d.Quotations[q+1].Block == x.Block {
					q++
					st.content = append(st.content, [2]int{p.d.Quotations[q].First, p.d.Quotations[q].End})
					p.used[q] = true
				}
			}
			return
		}
		if stopped {
			return // something else comes first
		}
		stopped = p.kind(k) == text.Stop
	}
}

// words counts the words of quotation q, up to the shortest.
func (p *pass) words(q int) int {
	n := 0
	x := p.d.Quotations[q]
	for i := x.First; i < x.End && n < shortest; i++ {
		if p.kind(i) == text.Word || p.kind(i) == text.Number {
			n++
		}
	}
	return n
}

// loose gives the quotations of the paragraph of tokens [first, end) that no
// cue has taken to the speaker whose statement goes on, or to nobody. start is
// the first statement of the paragraph.
func (p *pass) loose(start, first, end int) {
	if p.signed(start, first, end) {
		return
	}
	q, _ := p.d.QuotationAt(first)
	for ; q < len(p.d.Quotations) && p.d.Quotations[q].First < end; q++ {
		x := p.d.Quotations[q]
		if p.used[q] || p.words(q) < shortest || p.covered(start, x) {
			continue
		}
		p.used[q] = true
		st := statement{content: [][2]int{{x.First, x.End}}, act: annotate.Say, from: -1, rule: "quotation", confidence: 0.5}
		switch prev := p.before(x, first); {
		case p.byline(&st, x, end):
		case prev >= 0 && x.First == first && p.endsUnclosed(prev):
			p.found[prev].content = append(p.found[prev].content, [2]int{x.First, x.End})
			continue
		case prev >= 0:
			st.from, st.rule, st.confidence = prev, "continuation", 0.7
		default:
			p.unspoken(&st, x, first, end)
		}
		p.found = append(p.found, st)
	}
}

// longestByline is how many tokens a name after a dash may have.
const longestByline = 8

// byline reads "... ― Jane Roe" at the end of a paragraph, which ends before
// token end.
func (p *pass) byline(st *statement, x text.Quotation, end int) bool {
	i := x.End + 1
	if i >= end || p.kind(x.End) != text.Dash || p.kind(i) != text.Word || !p.d.Tokens[i].Is(text.Capital) || p.role(i) != noRole {
		return false
	}
	to := i
	for to < end && to-i < longestByline && p.kind(to) != text.Comma && p.kind(to) != text.Stop && p.kind(to) != text.Open {
		to++
	}
	if to-i == longestByline {
		return false
	}
	st.speaker, st.cue, st.rule, st.confidence = [2]int{i, to}, [2]int{x.End, x.End + 1}, Byline, 0.97
	return true
}

// signed reads a paragraph that is one quotation from its first token on, with
// a name after a dash at its end: marks inside it may be of the same kind. No
// other statement of the paragraph, of which start is the first, stands then.
func (p *pass) signed(start, first, end int) bool {
	if p.kind(first) != text.Quote {
		return false
	}
	st := statement{act: annotate.Say, from: -1}
	to, ok := p.byEnd(&st, first, end)
	if !ok || p.kind(to-1) != text.Quote {
		return false
	}
	st.content, st.rule = [][2]int{{first, to}}, Byline
	p.found = append(p.found[:start], st)
	return true
}

// unspoken gives a quotation without a verb its speaker: the one before a
// colon, or the person of its sentence.
func (p *pass) unspoken(st *statement, x text.Quotation, first, end int) {
	if x.First-2 >= first && p.kind(x.First-1) == text.Colon {
		if f, e, ok := p.phraseBefore(x.First-2, first); ok {
			st.speaker, st.cue, st.rule, st.confidence = [2]int{f, e}, [2]int{x.First - 1, x.First}, "colon", 0.7
		}
		return
	}
	s := p.d.Sentences[p.d.SentenceOf(x.First)]
	for i := x.First - 1; i >= s.First; i-- {
		if m := p.at[i]; m >= 0 && p.mentions[m].person {
			st.speaker, st.rule, st.confidence = [2]int{p.mentions[m].first, p.mentions[m].end}, "near", 0.4
		}
	}
}

// covered reports whether a statement of the paragraph has the quotation in
// its content.
func (p *pass) covered(start int, x text.Quotation) bool {
	for i := len(p.found) - 1; i >= start && i >= len(p.found)-50; i-- {
		for _, c := range p.found[i].content {
			if c[0] < x.End && x.First < c[1] {
				return true
			}
		}
	}
	return false
}

// before returns the statement in quotation marks that ends right before the
// quotation x, with no more than marks or a finished sentence of attribution
// between; -1 if there is none.
func (p *pass) before(x text.Quotation, first int) int {
	if len(p.found) == 0 {
		return -1
	}
	n := len(p.found) - 1
	f := p.found[n]
	last := f.content[len(f.content)-1][1]
	end := max(last, f.cue[1], f.speaker[1])
	if p.inside[last-1] < 0 && x.First == first {
		return -1
	}
	// The rest of the sentence with the verb may come between.
	stopped := false
	for i := end; i < x.First; i++ {
		switch p.kind(i) {
		case text.Stop:
			stopped = true
		case text.Comma, text.Quote:
		default:
			if stopped || i-end > reach || f.cue[0] == f.cue[1] || f.cue[1] < end-reach {
				return -1
			}
		}
	}
	return n
}

// endsUnclosed reports whether the last content of statement n is a quotation
// without its closing mark.
func (p *pass) endsUnclosed(n int) bool {
	c := p.found[n].content
	q := p.inside[c[len(c)-1][1]-1]
	return q >= 0 && p.d.Quotations[q].Unclosed
}
