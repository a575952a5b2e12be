package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// isBody reports whether a name is that of a thing that can have members: a
// known organisation, or one whose name says so. Any other body, such as a
// company, is one only if loose is set.
func (p *pass) isBody(x placed, loose bool) bool {
	e := &p.entities[x.entity]
	if e.Type == annotate.Person {
		return false
	}
	if len(p.bodies[x.entity]) > 0 || groupNoun(p.d.Lower(x.end-1)) {
		return true
	}
	if x.end-x.first > 2 && p.d.Lower(x.first+1) == "of" && (groupNoun(p.d.Lower(x.first)) || p.d.Lower(x.first) == "gang") {
		return true
	}
	return loose && e.Type == annotate.Org
}

// groupBefore returns the group that is the subject of the verb at token i of
// sentence si.
func (p *pass) groupBefore(i, si int, s text.Sentence) (group, bool) {
	j := i - 1
	relative := false
	for j >= s.First && p.at[j] < 0 {
		w := p.d.Lower(j)
		switch w {
		case "which", "that", "who":
			relative = true
		case "is", "are", "was", "were", "has", "have", "had", "been", "also", "now", "currently", "will", "would", "originally", "be",
			"countries", "nations", "states", "members", "already", "today", "still", "mostly", "mainly", "largely", "being", "then":
		default:
			if p.d.Tokens[j].Kind == text.Number || p.d.Tokens[j].Kind == text.Comma && relative || w == "of" && j+1 < i && p.d.Tokens[j+1].Kind == text.Number {
				break
			}
			return p.subject(j, si, s)
		}
		j--
	}
	return p.subject(j, si, s)
}

// subject returns the group whose words end with token j, brackets and a comma
// aside, or that "it" there stands for.
func (p *pass) subject(j, si int, s text.Sentence) (group, bool) {
	if p.word(j, s) == "and" { // "The bloc is led by A and includes"
		return p.groupAfter(s.First, s, false)
	}
	if p.kind(j, s) == text.Comma {
		j--
	}
	j = p.beforeBrackets(j, s)
	if w := p.word(j, s); w == "it" {
		return p.lastGroup(si, "")
	}
	if g, ok := p.groupEnding(j, si, s); ok || p.kind(j+1, s) != text.Comma {
		return g, ok
	}
	// "The pact, signed on Friday, comprises"
	for k := j - 1; k > max(s.First, j-longestItem); k-- {
		if p.d.Tokens[k].Kind == text.Comma {
			return p.groupEnding(p.beforeBrackets(k-1, s), si, s)
		}
	}
	return group{}, false
}

// beforeBrackets returns the token before the bracket that closes at token j,
// else j.
func (p *pass) beforeBrackets(j int, s text.Sentence) int {
	if p.kind(j, s) == text.Close {
		for k := j - 1; k > max(s.First, j-8); k-- {
			if p.d.Tokens[k].Kind == text.Open {
				return k - 1
			}
		}
	}
	return j
}

// groupEnding returns the group whose name or noun ends with token j.
func (p *pass) groupEnding(j, si int, s text.Sentence) (group, bool) {
	if j < s.First || j >= s.End {
		return group{}, false
	}
	if x, ok := p.mention(j, s); ok {
		return group(x), x.end == j+1 && p.isBody(x, true)
	}
	if first, ok := p.unlisted(j, s); ok {
		return group{first, j + 1, -1}, true
	}
	if !groupNoun(p.d.Lower(j)) && p.d.Lower(j) != "government" || p.d.Tokens[j].Kind != text.Word {
		return group{}, false
	}
	if x, ok := p.mention(j-1, s); ok && x.end == j && p.isBody(x, true) {
		return group(x), true // "the Five Eyes alliance"
	}
	first := j
	for k := j - 1; k >= max(s.First, j-5); k-- {
		t := p.d.Tokens[k]
		if t.Kind != text.Word && t.Kind != text.Hyphen && t.Kind != text.Number || t.Is(text.Clitic) || stopsGroup(p.d.Lower(k)) {
			break
		}
		first = k
	}
	for first < j && p.d.Tokens[first].Kind != text.Word {
		first++
	}
	if p.d.Lower(j) == "government" && (first == j || p.d.Lower(j-1) != "coalition") {
		return group{}, false
	}
	return p.meant(group{first, j + 1, -1}, si, s), true
}

// unlisted returns where a name such as "Group of Friends" begins that is no
// entity and ends with token j.
func (p *pass) unlisted(j int, s text.Sentence) (first int, ok bool) {
	of := false
	for k := j; k >= max(s.First, j-6) && p.at[k] < 0; k-- {
		switch t := p.d.Tokens[k]; {
		case t.Is(text.Capital):
			if w := p.d.Lower(k); of && (groupNoun(w) || w == "gang") {
				return k, true
			}
		case p.d.Lower(k) == "of":
			of = true
		default:
			return 0, false
		}
	}
	return 0, false
}

// meant returns the named group that a group noun stands for: "X, an alliance",
// "X is a bloc", "the bloc" after X; else the noun itself.
func (p *pass) meant(g group, si int, s text.Sentence) group {
	k := g.first - 1
	switch p.word(k, s) {
	case "a", "an", "its":
		k--
		if w := p.word(k, s); w == "is" || w == "was" || w == "as" {
			if p.word(k-1, s) == "it" {
				if x, ok := p.lastGroup(si, ""); ok {
					return x
				}
			}
		} else if p.kind(k, s) != text.Comma && p.kind(k, s) != text.Dash {
			return g
		}
		k = p.beforeBrackets(k-1, s)
		if x, ok := p.mention(k, s); ok && x.end == k+1 && p.isBody(x, !p.isGoverned(x.first, s)) {
			return group(x)
		}
		if groupNoun(p.word(k, s)) && p.at[k] < 0 {
			return group{k, k + 1, -1}
		}
	case "the", "this", "that":
		if g.end-g.first == 1 {
			if x, ok := p.lastGroup(si, p.d.Lower(g.first)); ok {
				return x
			}
		}
	}
	return g
}

// lastGroup returns the group that "it", or "the" with the noun, means in
// sentence si: the one of the last membership, or the first body named in the
// sentence before.
func (p *pass) lastGroup(si int, noun string) (group, bool) {
	reach := 1
	if noun != "" {
		reach = 3
	}
	if p.latest.set && si-p.latest.sentence <= reach {
		last := p.d.Lower(p.latest.end - 1)
		if noun == "" || last == noun || general(noun) && (p.latest.entity >= 0 || alliance(last)) {
			return p.latest.group, true
		}
	}
	if si == 0 || noun != "" && !general(noun) {
		return group{}, false
	}
	s := p.d.Sentences[si-1]
	for i := s.First; i < s.End; i++ {
		if x, ok := p.mention(i, s); ok {
			if i = x.end - 1; x.end <= s.End && p.isBody(x, false) {
				return group(x), true
			}
		} else if noun == "" && alliance(p.d.Lower(i)) && p.d.Tokens[i].Is(text.Capital) {
			return p.groupEnding(i, si-1, s)
		}
	}
	return group{}, false
}

// groupAfter returns the group that begins at token i, after articles. One that
// its name does not show to have members counts only if loose is set.
func (p *pass) groupAfter(i int, s text.Sentence, loose bool) (group, bool) {
	for p.at[min(i, len(p.at)-1)] < 0 {
		switch p.word(i, s) {
		case "the", "a", "an", "so", "called", "both", "new":
			i++
			continue
		}
		break
	}
	if x, ok := p.mention(i, s); ok {
		first := x.first == i || x.first == i-1
		if first && p.isBody(x, loose) && p.endsName(x.end, s) {
			return group(x), true
		}
		if w := p.word(x.end, s); first && (groupNoun(w) || w == "area" || w == "zone") && p.isBody(x, loose) {
			return group(x), true // "the Schengen area"
		}
		if p.entities[x.entity].Type == annotate.Person {
			return group{}, false
		}
	}
	for k := i; k < min(i+6, s.End); k++ {
		if w := p.d.Lower(k); p.d.Tokens[k].Kind == text.Word && p.at[k] < 0 && (alliance(w) || groupNoun(w) && p.d.Tokens[k].Is(text.Capital) && p.word(k+1, s) != "of") {
			if x, ok := p.mention(k-1, s); ok && p.isBody(x, false) {
				return group(x), true
			}
			g := group{i, k + 1, -1}
			if k == i {
				g = p.meant(g, p.d.SentenceOf(i), s)
			}
			return g, true
		}
		if t := p.d.Tokens[k]; t.Kind != text.Word && t.Kind != text.Hyphen || stopsGroup(p.d.Lower(k)) {
			break
		}
	}
	return group{}, false
}

// endsName reports whether a name before token i stands for itself: it is no
// genitive and qualifies no noun.
func (p *pass) endsName(i int, s text.Sentence) bool {
	if i >= s.End {
		return true
	}
	t := p.d.Tokens[i]
	switch {
	case t.Is(text.Clitic):
		return p.d.Lower(i) != "'s" && p.d.Lower(i) != "s"
	case t.Kind == text.Quote && t.Is(text.Glued):
		return i+1 >= s.End || p.d.Tokens[i+1].Kind != text.Word || !p.d.Tokens[i+1].Is(text.Capital)
	case t.Kind == text.Hyphen:
		return !t.Is(text.Glued)
	case t.Kind == text.Word:
		return p.goesOn(i)
	}
	return true
}
