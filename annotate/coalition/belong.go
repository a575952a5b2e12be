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

// describes reports words between a subject and "member".
func describes(w string) bool {
	switch w {
	case "a", "an", "the", "its", "full", "founding", "permanent", "new", "newest", "key", "leading", "longtime", "core", "active",
		"current", "elected", "rotating", "largest", "smallest", "biggest", "senior", "one", "of", "become", "became", "becomes", "remains",
		"remain", "being", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
		"eleventh", "twelfth", "latest", "youngest", "oldest", "original", "proud", "whose", "still", "fellow", "long-standing", "two", "three":
		return w != "whose"
	}
	return auxiliary(w)
}

// governed reports prepositions that make the names after them part of another
// phrase: "the ministers of A and B joined".
func governed(w string) bool {
	switch w {
	case "of", "in", "with", "between", "to", "from", "by", "for", "against", "at", "on", "about", "into", "near", "over", "under":
		return true
	}
	return false
}

// isGoverned reports whether a preposition stands before the names that begin
// at token first.
func (p *pass) isGoverned(first int, s text.Sentence) bool {
	k := first - 1
	for k >= s.First && p.d.Lower(k) == "the" {
		k--
	}
	return governed(p.word(k, s))
}

// doubtful reports whether words before the subject at token first or after it
// up to token i deny the verb or make it a wish: "if", "not", "before".
func (p *pass) doubtful(first, i int, s text.Sentence) (denied, unsure bool) {
	for k := max(s.First, first-4); k < i; k++ {
		if p.at[k] >= 0 {
			continue
		}
		switch p.d.Lower(k) {
		case "not", "n't", "n’t", "never", "no", "nor", "neither", "longer", "hardly":
			denied = denied || k >= first
			unsure = true
		case "if", "unless", "until", "before", "once", "whether", "would", "could", "should", "might", "may", "formerly", "unlike":
			unsure = unsure || p.d.Lower(k) != "unlike" && !(p.d.Lower(k) == "before" && k > first)
		}
	}
	return denied, unsure
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

// memberOf reads "A, a member of X", "A is a member of X", "A and B are members
// of X", "A is an X member" and "As a member of X, A". It reports whether the
// words were of that kind.
func (p *pass) memberOf(i int, s text.Sentence) bool {
	k := i + 1
	for w := p.word(k, s); w == "state" || w == "states" || w == "country" || w == "countries" || w == "nation"; w = p.word(k, s) {
		k++
	}
	var groups []group
	j := i - 1
	if p.word(k, s) == "of" {
		groups = p.groupsAfter(k+1, s, false)
	} else if x, ok := p.mention(j, s); ok && x.end == i && p.isBody(x, false) {
		groups = []group{group(x)}
		j = x.first - 1
		if j < s.First || !describes(p.d.Lower(j)) {
			return false
		}
	}
	if len(groups) == 0 {
		return false
	}
	if p.word(j, s) == "permanent" && p.word(j-1, s) == "-" && p.word(j-2, s) == "non" {
		j -= 3
	}
	described := p.before(j, s, describes)
	switch p.word(described, s) {
	case "former", "ex", "not", "never", "longer", "-":
		items, _ := p.subjects(p.before(described-1, s, func(w string) bool { return describes(w) || w == "no" }), s)
		for _, g := range groups {
			p.deny(g, items)
		}
		return true
	}
	if described == j && p.kind(j, s) != text.Comma {
		return false
	}
	items, first := p.subjects(described, s)
	if len(items) == 0 {
		if p.word(described, s) == "as" {
			// "As a member of X, A ...".
			end := groups[len(groups)-1].end
			if it, ok := p.item(end+1, s); ok && p.kind(end, s) == text.Comma && it.entity >= 0 {
				p.joins([]item{it}, groups, s)
			}
			return true
		}
		return false
	}
	apposed := p.kind(items[len(items)-1].end, s) == text.Comma && !p.predicate(items[len(items)-1].end+1, s)
	if apposed && !p.plural(items[len(items)-1].end, i, s) {
		items = items[len(items)-1:]
	}
	if denied, unsure := p.doubtful(first, i, s); unsure {
		if denied {
			for _, g := range groups {
				p.deny(g, items)
			}
		}
		return true
	}
	if p.isGoverned(first, s) && (!apposed || p.entities[items[0].entity].Type != annotate.GPE) {
		return true
	}
	p.joins(items, groups, s)
	return true
}

// predicate reports whether the word at token i, right after a comma, goes on
// with the clause: "A, along with B, is".
func (p *pass) predicate(i int, s text.Sentence) bool {
	switch p.word(i, s) {
	case "is", "are", "was", "were", "has", "have", "became", "becomes", "remains":
		return true
	}
	return false
}

// plural reports whether the words from token i to before end speak of several:
// "both", "all", "members".
func (p *pass) plural(i, end int, s text.Sentence) bool {
	for k := i; k <= end && k < s.End; k++ {
		switch p.d.Lower(k) {
		case "both", "all", "are", "members", "were":
			return p.word(end-1, s) != "of" && p.word(i+1, s) != "one"
		}
	}
	return false
}

// joins adds the names as members of the groups: countries and bodies; persons
// only of committees and the like.
func (p *pass) joins(items []item, groups []group, s text.Sentence) {
	for _, g := range groups {
		var fit []item
		for _, it := range items {
			if it.entity < 0 || it.entity == g.entity {
				continue
			}
			if p.entities[it.entity].Type == annotate.Person && !seats(p.d.Lower(g.end-1)) {
				continue
			}
			fit = append(fit, it)
		}
		if len(fit) > 0 {
			p.state(g, fit, false, p.d.Span(s.First, s.End))
		}
	}
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
