package entity

import (
	"slices"
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// An office is one role that the text gives to a person, by its words.
type office struct {
	thing int
	words []string // folded, countries by their codes
	since int      // the token from which on the person is known by it
}

// mostOffices is how many offices of one title are compared.
const mostOffices = 16

// nominals adds the noun phrases that surely mean an entity: "the secretary of
// state" where one person alone has the role, "the ministry" where one ministry
// alone was named shortly before.
func (k *links) nominals() {
	offices := k.offices()
	bodies := recentBodies{last: map[string][2]bodyAt{}}
	next, done := 0, 0 // name, and the end of the last
	for s, sent := range k.d.Sentences {
		for i := max(sent.First, done); i < sent.End; i++ {
			if next < len(k.names) && k.names[next].First <= i {
				n := k.names[next]
				if n.Type == annotate.Org {
					bodies.see(k, n, k.root(k.of[next]), s)
				}
				done = n.End
				i = n.End - 1
				next++
				continue
			}
			if k.d.Lower(i) != "the" || i+1 >= sent.End {
				continue
			}
			limit := sent.End
			if next < len(k.names) {
				limit = min(limit, k.names[next].First)
			}
			if t, end := k.byOffice(i, sent.End, limit, next, offices); t >= 0 {
				k.nominal(i, end, t, 0.7)
				for next < len(k.names) && k.names[next].First < end {
					next++
				}
				i = end - 1
			} else if t := bodies.find(k, i, limit, s); t >= 0 {
				k.nominal(i, i+2, t, 0.6)
				i++
			}
		}
	}
}

func (k *links) nominal(first, end, t int, confidence float64) {
	k.things[t].others = append(k.things[t].others, annotate.Mention{Span: k.d.Span(first, end), Kind: annotate.Nominal, Confidence: confidence})
}

// offices returns the roles of all persons by their titles.
func (k *links) offices() map[string][]office {
	byTitle := map[string][]office{}
	for i, n := range k.names {
		if n.Type != annotate.Person {
			continue
		}
		r := k.role[i]
		if r.first == r.end {
			continue
		}
		title, words := k.officeWords(r.first, r.end)
		list := byTitle[title]
		o := office{thing: k.root(k.of[i]), words: words, since: max(n.End, r.end)}
		known := slices.ContainsFunc(list, func(x office) bool { return x.thing == o.thing && slices.Equal(x.words, o.words) })
		if title != "" && !known && len(list) < mostOffices {
			byTitle[title] = append(list, o)
		}
	}
	return byTitle
}

// officeWords returns the title in the tokens of a role, and all words of it
// that tell one role from another.
func (k *links) officeWords(first, end int) (title string, words []string) {
	after := false // "of"
	for i := first; i < end; {
		if e, size := k.gaz.Match(k.d, i, end, int(k.word(i).Longest)); size > 0 && len(e.ID) == 2 {
			words = append(words, e.ID)
			i += size
			continue
		}
		lower := k.d.Lower(i)
		switch t := k.d.Tokens[i]; {
		case t.Kind != text.Word || t.Is(text.Clitic) || lower == "the" || lower == "a" || lower == "an" || lower == "and":
		case lower == "of" || lower == "for":
			after = true
		default:
			w := british(k.fold(i))
			if k.word(i).Is(gazetteer.Title) && !after {
				title = w
			}
			words = append(words, w)
		}
		i++
	}
	return title, words
}

// byOffice returns the one person whose role the phrase at token i can mean,
// and the end of the phrase; -1 if it is none, or if several can be meant. The
// phrase ends before token to; limit is where name number next begins.
func (k *links) byOffice(i, to, limit, next int, offices map[string][]office) (thing, end int) {
	head := -1
	j := i + 1
	for j < to && j-i <= longestRole {
		t := k.d.Tokens[j]
		if j == limit {
			// The country: "the Russian president".
			n := k.names[next]
			if n.Type != annotate.Norp && n.Type != annotate.GPE || j != i+1 {
				break
			}
			j = n.End
			limit = to
			if next+1 < len(k.names) {
				limit = min(to, k.names[next+1].First)
			}
			if j < to && k.d.Tokens[j].Is(text.Clitic) {
				j++
			}
			continue
		}
		switch {
		case t.Kind == text.Word && k.word(j).Is(gazetteer.Title) && !honorific(k.d.Lower(j)) && !t.Is(text.Abbrev):
			head = j
		case t.Kind == text.Word && modifies(k.d.Lower(j)), t.Kind == text.Hyphen:
		default:
			to = j
			continue
		}
		j++
	}
	if head < 0 {
		return -1, 0
	}
	end = head + 1
	if end+1 < len(k.d.Tokens) {
		switch t := k.d.Tokens[end]; {
		case t.Kind == text.Hyphen, t.Is(text.Capital) && !t.Is(text.First), end == limit:
			return -1, 0 // of a name, or of a longer title
		case k.d.Lower(end) == "of" || k.d.Lower(end) == "for":
			end++
			if k.d.Lower(end) == "the" {
				end++
			}
			if end == limit {
				n := k.names[next]
				end = n.End
			} else {
				end++
			}
			end = min(end, len(k.d.Tokens))
		}
	}
	title, words := k.officeWords(i+1, end)
	thing = -1
	for _, o := range offices[title] {
		if o.since > i || !subset(words, o.words) || isFormer(o.words) != isFormer(words) {
			continue
		}
		if t := k.root(o.thing); thing >= 0 && t != thing {
			return -1, 0
		}
		thing = k.root(o.thing)
	}
	return thing, end
}

// subset reports whether all the words are among those of all.
func subset(words, all []string) bool {
	for _, w := range words {
		if !slices.Contains(all, w) {
			return false
		}
	}
	return true
}

// isFormer reports roles of the past.
func isFormer(words []string) bool {
	return slices.Contains(words, "former") || slices.Contains(words, "ex") || slices.Contains(words, "then")
}

// RecentBodies are the last two bodies that were named for each noun.
type recentBodies struct{ last map[string][2]bodyAt }

// A bodyAt is a body that was named in a sentence.
type bodyAt struct {
	thing    int
	sentence int
}

// see takes note of the name of a body.
func (r *recentBodies) see(k *links, n Name, t, sentence int) {
	noun := k.d.Lower(n.End - 1)
	if !isBodyNoun(noun) {
		if noun = k.d.Lower(n.First); !isBodyNoun(noun) {
			return
		}
	}
	pair := r.last[noun]
	if pair[0].thing != t+1 {
		pair[1] = pair[0]
	}
	pair[0] = bodyAt{t + 1, sentence}
	r.last[noun] = pair
}

// find returns the one body of the last three sentences that "the" at token i
// and the noun after it can mean, or -1.
func (r *recentBodies) find(k *links, i, limit, sentence int) int {
	if i+1 >= limit || !isBodyNoun(k.d.Lower(i+1)) {
		return -1
	}
	if i+2 < len(k.d.Tokens) && i+2 <= limit {
		next := k.d.Tokens[i+2]
		lower := k.d.Lower(i + 2)
		if next.Kind == text.Hyphen || next.Is(text.Capital) || lower == "of" || lower == "for" || i+2 == limit || next.Kind == text.Word && !k.word(i+2).Is(gazetteer.Function) && !isReport(lower) {
			return -1
		}
	}
	pair := r.last[k.d.Lower(i+1)]
	if pair[0].thing == 0 || sentence-pair[0].sentence > 3 || pair[1].thing != 0 && sentence-pair[1].sentence <= 10 {
		return -1
	}
	return k.root(pair[0].thing - 1)
}

// isBodyNoun reports nouns by which a body is spoken of again.
func isBodyNoun(lower string) bool {
	switch lower {
	case "ministry", "department", "agency", "committee", "commission", "council", "court", "party", "university", "bank", "union", "association",
		"foundation", "institute", "organisation", "organization", "authority", "alliance", "coalition", "front", "federation", "bureau", "observatory":
		return true
	}
	return false
}

// isReport reports verbs that say the phrase before is complete.
func isReport(lower string) bool {
	return strings.HasSuffix(lower, "ed") || lower == "said" || lower == "says" || lower == "told" || lower == "has" || lower == "had" || lower == "will"
}
