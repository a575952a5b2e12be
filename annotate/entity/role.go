package entity

import (
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// longestRole is how many tokens a role may have.
const longestRole = 10

// roleAt returns the tokens of the role of the person of name i; none if first
// equals end.
func (k *links) roleAt(i int) (first, end int) {
	n := k.names[i]
	if first = k.roleBefore(i); first < n.First {
		return first, n.First
	}
	if first, end = k.roleAfter(n); first < end {
		return first, end
	}
	return k.roleApposed(i)
}

// roleApposed returns the tokens of a role that stands before name i with a
// comma between: "the mayor of Springfield, Jane Roe, said".
func (k *links) roleApposed(i int) (first, end int) {
	n := k.names[i]
	if n.First < 3 || k.d.Tokens[n.First].Is(text.First) || k.d.Tokens[n.First-1].Kind != text.Comma || n.End < len(k.d.Tokens) && !k.endsApposition(n.End) {
		return 0, 0
	}
	end = n.First - 1
	title := false
	prev := i - 1
	for j := end - 1; j >= 0 && end-j <= longestRole; j-- {
		if prev >= 0 && k.names[prev].End == j+1 {
			j = k.names[prev].First
			prev--
			continue
		}
		t, lower := k.d.Tokens[j], k.d.Lower(j)
		switch {
		case t.Kind != text.Word && t.Kind != text.Hyphen:
			return 0, 0
		case lower == "the" || lower == "its" || lower == "his" || lower == "her" || lower == "their":
			switch {
			case title:
				return j + 1, end
			case j > 0 && (k.d.Lower(j-1) == "of" || k.d.Lower(j-1) == "for"):
				continue
			}
			return 0, 0
		case k.word(j).Is(gazetteer.Title) && !honorific(lower):
			title = true
		case modifies(lower), lower == "of", lower == "for", t.Is(text.Capital), t.Is(text.Clitic) && lower == "'s":
		case k.word(j).Is(gazetteer.Function):
			return 0, 0
		}
		if t.Is(text.First) {
			break
		}
	}
	return 0, 0
}

// endsApposition reports whether token i can follow a name that stands beside
// a role: a mark, or a verb of saying.
func (k *links) endsApposition(i int) bool {
	switch k.d.Tokens[i].Kind {
	case text.Comma, text.Stop, text.Close, text.Quote, text.Dash:
		return true
	}
	switch k.d.Lower(i) {
	case "said", "says", "told", "has", "had", "was", "is", "will", "added", "also":
		return true
	}
	return false
}

// roleBefore returns the token at which the role that stands before name i
// begins; that of the name itself if there is none.
func (k *links) roleBefore(i int) int {
	n := k.names[i]
	if k.d.Tokens[n.First].Is(text.First) {
		return n.First
	}
	found := false
	first := n.First
	prevName := i - 1
	for j := n.First - 1; j >= 0 && n.First-j <= longestRole; j-- {
		t, w := k.d.Tokens[j], k.word(j)
		// A name before the title, whole.
		for prevName >= 0 && k.names[prevName].First > j {
			prevName--
		}
		if prevName >= 0 && k.names[prevName].End == j+1 {
			if !found {
				break
			}
			first = k.names[prevName].First
			break
		}
		lower := k.d.Lower(j)
		switch {
		case t.Kind != text.Word && t.Kind != text.Hyphen:
			j = -1
			continue
		case w.Is(gazetteer.Title):
			found = found || !honorific(lower)
			first = j
		case modifies(lower) || t.Is(text.Capital) && w.Is(gazetteer.Common) && !w.Is(gazetteer.Function) && !t.Is(text.First):
			first = j
		case (lower == "of" || lower == "for") && first == j+1 && first < n.First, t.Kind == text.Hyphen && t.Is(text.Glued):
		case t.Is(text.Clitic) && lower == "'s" && found:
			continue
		default:
			j = -1
			continue
		}
		if t.Is(text.First) {
			break
		}
	}
	if !found {
		return n.First
	}
	for first < n.First && (k.d.Tokens[first].Kind != text.Word || k.d.Tokens[first].Is(text.Clitic)) {
		first++
	}
	return first
}

// roleAfter returns the tokens of a role that follows the name after a comma;
// none if first equals end.
func (k *links) roleAfter(n Name) (first, end int) {
	i := n.End
	if i+2 >= len(k.d.Tokens) || k.d.Tokens[i].Kind != text.Comma || k.d.Tokens[i+1].Is(text.First) {
		return 0, 0
	}
	first = i + 1
	found := false
	for j := first; j < min(first+longestRole, len(k.d.Tokens)); j++ {
		t, w := k.d.Tokens[j], k.word(j)
		lower := k.d.Lower(j)
		if t.Kind != text.Word && t.Kind != text.Hyphen {
			if found && (t.Kind == text.Comma || t.Kind == text.Stop) {
				return first, j
			}
			return 0, 0
		}
		if w.Is(gazetteer.Title) && !honorific(lower) && !t.Is(text.Abbrev) {
			found = true
		}
		switch lower {
		case "who", "whose", "which", "and", "but", "said", "says", "told", "was", "is", "has", "had", "were", "are", "will", "would", "he", "she":
			return 0, 0
		}
		if j == first {
			switch {
			case lower == "the" || lower == "a" || lower == "an":
				first++
				if j+1 >= len(k.d.Tokens) {
					return 0, 0
				}
			case !w.Is(gazetteer.Title) && !modifies(lower) && !t.Is(text.Capital):
				return 0, 0
			}
		}
	}
	return 0, 0
}

// honorific reports titles that tell no role.
func honorific(lower string) bool {
	switch strings.TrimSuffix(lower, ".") {
	case "mr", "mrs", "ms", "miss", "mme", "mlle", "dr", "sir", "madam", "lady", "lord", "dame", "hon", "messrs", "father", "brother", "sister", "fr":
		return true
	}
	return false
}

// modifies reports words that stand in roles before the title.
func modifies(lower string) bool {
	switch lower {
	case "foreign", "prime", "defense", "defence", "interior", "finance", "deputy", "vice", "assistant", "former", "ex", "senior", "chief", "acting",
		"interim", "outgoing", "incoming", "then", "state", "press", "national", "security", "opposition", "party", "military", "energy", "oil",
		"health", "education", "justice", "trade", "economy", "agriculture", "transport", "labour", "labor", "home", "environment", "culture",
		"supreme", "grand", "crown", "first", "second", "lead", "top", "co", "executive", "managing", "presidential", "republican", "democratic",
		"police", "army", "navy", "air", "force", "special", "permanent", "human", "rights", "political", "democrat", "news", "federal", "general":
		return true
	}
	return false
}

// mostRoles is how many roles of one person are kept.
const mostRoles = 8

// withRole adds a role to the list, unless it is there, alone or as the end of
// a longer one; a shorter one that it ends with gives way to it.
func withRole(list []string, r string) []string {
	if r == "" || len(list) == mostRoles {
		return list
	}
	for i, x := range list {
		switch {
		case endsFold(x, r):
			return list
		case endsFold(r, x):
			list[i] = r
			return list
		}
	}
	return append(list, r)
}

// endsFold reports whether s ends with the words of end, whatever the case.
func endsFold(s, end string) bool {
	if len(s) < len(end) || !strings.EqualFold(s[len(s)-len(end):], end) {
		return false
	}
	return len(s) == len(end) || s[len(s)-len(end)-1] == ' '
}

// A stretch is the tokens [first, end).
type stretch struct{ first, end int }

// roles gathers what the text says that each person is: "Russian foreign
// minister" before the name, "the mayor of Springfield" after it.
func (k *links) roles() {
	k.role = make([]stretch, len(k.names))
	for i, n := range k.names {
		if n.Type != annotate.Person {
			continue
		}
		first, end := k.roleAt(i)
		if first == end {
			continue
		}
		k.role[i] = stretch{first, end}
		t := &k.things[k.root(k.of[i])]
		t.roles = withRole(t.roles, k.text(Name{First: first, End: end}))
	}
}
