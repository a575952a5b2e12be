package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// alliance reports nouns that always mean a group of members.
func alliance(w string) bool {
	switch w {
	case "coalition", "alliance", "bloc", "grouping", "axis", "pact", "quartet", "troika", "consortium", "confederation", "federation":
		return true
	}
	return false
}

// groupNoun reports nouns that mean a group of members where a verb of
// membership follows.
func groupNoun(w string) bool {
	switch w {
	case "group", "committee", "council", "union", "league", "club", "community", "commission", "panel", "partnership", "front", "organisation", "organization", "cabinet", "board", "membership":
		return true
	}
	return alliance(w)
}

// seats reports the last words of groups that persons are members of.
func seats(w string) bool {
	switch w {
	case "committee", "council", "commission", "panel", "board", "cabinet", "politburo", "coalition", "troika":
		return true
	}
	return false
}

// groupBefore returns the group that is the subject of the verb at token i.
func (p *pass) groupBefore(i int, s text.Sentence) (group, bool) {
	j := i - 1
	for j >= s.First {
		switch p.d.Lower(j) {
		case "is", "are", "was", "were", "which", "that", "has", "have", "been", "also", "now", "currently", "who", "will", "would", "originally", "be", "countries", "nations", "states", "members":
			j--
			continue
		}
		break
	}
	if j >= s.First && p.d.Tokens[j].Kind == text.Comma {
		j--
	}
	if j >= s.First && p.d.Tokens[j].Kind == text.Close {
		for k := j - 1; k >= max(s.First, j-8); k-- {
			if p.d.Tokens[k].Kind == text.Open {
				j = k - 1
				break
			}
		}
	}
	return p.groupEnding(j, s)
}

// groupEnding returns the group whose name or noun ends with token j.
func (p *pass) groupEnding(j int, s text.Sentence) (group, bool) {
	if j < s.First {
		return group{}, false
	}
	if m := p.at[j]; m >= 0 {
		x := p.mentions[m]
		if x.end == j+1 && p.entities[x.entity].Type == annotate.Org {
			return group(x), true
		}
		return group{}, false
	}
	if !groupNoun(p.d.Lower(j)) || p.d.Tokens[j].Kind != text.Word {
		return group{}, false
	}
	first := j
	for k := j - 1; k >= max(s.First, j-4); k-- {
		t := p.d.Tokens[k]
		if t.Kind != text.Word && t.Kind != text.Hyphen && t.Kind != text.Number || stopsGroup(p.d.Lower(k)) {
			break
		}
		first = k
	}
	for first < j && p.d.Tokens[first].Kind != text.Word {
		first++
	}
	return group{first, j + 1, -1}, true
}

// stopsGroup reports words that stand before a noun phrase and not in it.
func stopsGroup(w string) bool {
	switch w {
	case "the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "of", "in", "by", "for", "to", "with", "and", "or", "but", "said", "is", "was", "from", "on", "as":
		return true
	}
	return false
}

// groupAfter returns the group that begins at token i, after articles.
func (p *pass) groupAfter(i int, s text.Sentence) (group, bool) {
	for i < s.End && (p.d.Lower(i) == "the" || p.d.Lower(i) == "a" || p.d.Lower(i) == "an" || p.d.Lower(i) == "so" || p.d.Lower(i) == "called") && p.at[i] < 0 {
		i++
	}
	if i >= s.End {
		return group{}, false
	}
	if m := p.at[i]; m >= 0 {
		x := p.mentions[m]
		if x.first == i && p.entities[x.entity].Type == annotate.Org && (x.end >= s.End || p.d.Tokens[x.end].Kind != text.Word || !p.d.Tokens[x.end].Is(text.Clitic)) {
			return group{i, x.end, x.entity}, true
		}
		if p.entities[x.entity].Type != annotate.GPE && p.entities[x.entity].Type != annotate.Org {
			return group{}, false
		}
	}
	for k := i; k < min(i+5, s.End); k++ {
		if p.d.Tokens[k].Kind == text.Word && alliance(p.d.Lower(k)) && p.at[k] < 0 {
			return group{i, k + 1, -1}, true
		}
		if t := p.d.Tokens[k]; t.Kind != text.Word && t.Kind != text.Hyphen {
			break
		}
	}
	return group{}, false
}
