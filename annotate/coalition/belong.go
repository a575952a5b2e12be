package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// before walks back from token i over words that pass lets through, and commas
// and dashes, to the end of the names of which the words are said.
func (p *pass) before(i int, s text.Sentence, pass func(string) bool) int {
	j := i
	for j >= s.First && p.at[j] < 0 {
		t := p.d.Tokens[j]
		if t.Kind != text.Comma && t.Kind != text.Dash && t.Kind != text.Number && !(t.Kind == text.Hyphen && !t.Is(text.Glued)) && !pass(p.d.Lower(j)) {
			break
		}
		j--
	}
	return j
}

// auxiliary reports words between a subject and its verb.
func auxiliary(w string) bool {
	switch w {
	case "has", "have", "had", "is", "are", "was", "were", "been", "also", "which", "who", "that", "recently", "formally", "officially",
		"finally", "jointly", "now", "already", "later", "then", "together", "both", "all", "each", "itself", "first", "only", "both,":
		return true
	}
	return len(w) > 4 && w[len(w)-2:] == "ly"
}

// groupsAfter returns the groups named at token i: "X", "both X and Y".
func (p *pass) groupsAfter(i int, s text.Sentence, loose bool) []group {
	g, ok := p.groupAfter(i, s, loose)
	if !ok {
		return nil
	}
	out := []group{g}
	for len(out) < 4 {
		k, and := p.separator(out[len(out)-1].end, s)
		if !and {
			break
		}
		x, ok := p.groupAfter(k, s, false)
		if !ok || x.entity < 0 || p.entities[x.entity].Type == annotate.GPE {
			break
		}
		// "a member of X and Y said": Y may open a clause of its own.
		if p.kind(x.end, s) == text.Word && !p.closesClause(x.end) {
			break
		}
		out = append(out, x)
	}
	return out
}

func (p *pass) closesClause(i int) bool {
	switch p.d.Lower(i) {
	case "in", "on", "since", "at", "after", "but", "and", "for", "as", "while":
		return true
	}
	return false
}

// joined reads "A joined X", "A was admitted to X" and "A acceded to X".
func (p *pass) joined(i int, s text.Sentence) {
	k := i + 1
	w := p.d.Lower(i)
	if w == "acceded" || w == "admitted" {
		if x := p.word(k, s); x != "to" && x != "into" {
			return
		}
		k++
	}
	if w == "joining" {
		return
	}
	p.subjectOf(i, k, s)
}

// subjectOf adds the subject of the verb at token i to the groups at token k.
func (p *pass) subjectOf(i, k int, s text.Sentence) {
	groups := p.groupsAfter(k, s, false)
	if len(groups) == 0 {
		return
	}
	last := groups[len(groups)-1].end
	if w := p.word(last+1, s); p.word(last, s) == "in" && len(w) > 5 && w[len(w)-3:] == "ing" {
		return // "A joined X in condemning"
	}
	j := p.before(i-1, s, auxiliary)
	items, first := p.subjects(j, s)
	relative := false
	for m := j + 1; m < i; m++ {
		relative = relative || p.d.Lower(m) == "which" || p.d.Lower(m) == "who"
	}
	if len(items) == 0 || !relative && p.isGoverned(first, s) {
		return
	}
	if relative && p.d.Lower(i) != "belong" && p.word(i-1, s) != "have" && p.word(i-1, s) != "are" && p.word(i-1, s) != "together" {
		if p.kind(items[len(items)-1].end, s) != text.Comma || p.isGoverned(first, s) {
			items = items[len(items)-1:]
		}
	}
	if denied, unsure := p.doubtful(first, i, s); unsure {
		if denied {
			for _, g := range groups {
				p.deny(g, items)
			}
		}
		return
	}
	p.joins(items, groups, s)
}

// belongs reads "A belongs to X" and "X, to which A and B belong".
func (p *pass) belongs(i int, s text.Sentence) {
	if p.word(i+1, s) == "to" {
		p.subjectOf(i, i+2, s)
		return
	}
	items, first := p.subjects(i-1, s)
	if len(items) == 0 || p.word(first-1, s) != "which" || p.word(first-2, s) != "to" {
		return
	}
	if g, ok := p.subject(first-3, p.d.SentenceOf(i), s); ok {
		p.joins(items, []group{g}, s)
	}
}

// partOf reads "A is part of X".
func (p *pass) partOf(i int, s text.Sentence) {
	if p.word(i+1, s) != "of" {
		return
	}
	j := i
	if p.word(j-1, s) == "a" {
		j--
	}
	switch p.word(j-1, s) {
	case "is", "are", "being", "was", "were", "became":
		p.subjectOf(j, i+2, s)
	case "not", "longer":
		items, _ := p.subjects(p.before(j-2, s, func(w string) bool { return auxiliary(w) || w == "no" }), s)
		for _, g := range p.groupsAfter(i+2, s, false) {
			p.deny(g, items)
		}
	}
}

// left reads "A left X" and "A withdrew from X": no members any more.
func (p *pass) left(i int, s text.Sentence) {
	k := i + 1
	switch p.d.Lower(i) {
	case "withdrew", "expelled":
		k++
	case "pulled":
		k += 2
		if p.word(k, s) == "of" {
			k++
		}
	}
	groups := p.groupsAfter(k, s, false)
	items, first := p.subjects(p.before(i-1, s, auxiliary), s)
	if _, unsure := p.doubtful(first, i, s); unsure {
		return
	}
	for _, g := range groups {
		p.deny(g, items)
	}
}

// formed reads "A, B and C formed X", "A, B and C, known as X" and "X was
// founded by A and B".
func (p *pass) formed(i, si int, s text.Sentence) {
	if p.word(i+1, s) == "by" {
		if g, ok := p.groupBefore(i, si, s); ok && (g.entity < 0 || p.isBody(placed(g), false)) {
			items, _, _ := p.list(i+2, s)
			if len(items) > 1 && p.fits(g, items, weak) {
				p.state(g, items, false, p.d.Span(s.First, s.End))
			}
		}
		return
	}
	items, first := p.subjects(p.before(i-1, s, auxiliary), s)
	if len(items) < 2 || p.isGoverned(first, s) {
		return
	}
	k := i + 1
	if p.d.Lower(i) == "known" {
		for w := p.word(k, s); w == "collectively" || w == "together" || w == "as"; w = p.word(k, s) {
			k++
		}
	}
	g, ok := p.groupAfter(k, s, false)
	if !ok || !p.fits(g, items, weak) {
		return
	}
	if p.word(g.end, s) == "with" || p.word(g.end, s) == "against" && g.entity < 0 {
		return
	}
	if _, unsure := p.doubtful(first, i, s); !unsure {
		p.state(g, items, true, p.d.Span(s.First, s.End))
	}
}

// sitsOn reads "A, who sits on the X committee".
func (p *pass) sitsOn(i int, s text.Sentence) {
	if p.word(i+1, s) == "on" {
		p.subjectOf(i, i+2, s)
	}
}
