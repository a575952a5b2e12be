package entity

import (
	"strings"

	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A unit is a piece of a run of capitalised words: a known name, a word, or a
// word that joins two others.
type unit struct {
	first, end int
	kind       unitKind
	entry      gazetteer.Entry // of a known name
	word       gazetteer.Word  // of a single word
}

type unitKind uint8

const (
	known   unitKind = iota // in the gazetteer
	plainUp                 // a capitalised word
	acronym                 // a word in capitals, where others are not
	initial                 // "J."
	joint                   // of, and, for, -, &, de, al
)

// chunk collects into p.units the run of names that begins at token i, and
// returns where it ends; i if none begins there.
func (p *pass) chunk(i int) int {
	p.units = p.units[:0]
	end := i
	for end < p.s.End {
		u, ok := p.unitAt(end)
		if !ok {
			break
		}
		u.end = p.givenName(u)
		p.units = append(p.units, u)
		end = u.end
		if j := p.joint(end, u); j > end {
			if _, ok := p.unitAt(j); !ok {
				break
			}
			p.units = append(p.units, unit{first: end, end: j, kind: joint})
			end = j
		}
	}
	return end
}

// givenName returns the end of a given name such as "Wei-jan" or "Pi-sheng",
// whose first half is the unit u and which follows a family name; else the end
// of u.
func (p *pass) givenName(u unit) int {
	i := u.end
	if u.kind != plainUp || u.word.Is(gazetteer.Common) || len(p.units) == 0 || i+1 >= p.s.End || p.d.Tokens[i].Kind != text.Hyphen {
		return i
	}
	prev, next := p.units[len(p.units)-1], p.d.Tokens[i+1]
	if prev.kind != plainUp || prev.end != u.first || len(p.d.Raw(u.first)) > 6 || !p.d.Tokens[i].Is(text.Glued) ||
		next.Kind != text.Word || !next.Is(text.Glued) || next.Is(text.Capital) || len(p.d.Raw(i+1)) > 6 || p.word(i+1).Flags != 0 || p.ev(i+1).small > 4*p.ev(u.first).inside {
		return i
	}
	return i + 2
}

// unitAt returns the unit that begins at token i, if it can be part of a name.
func (p *pass) unitAt(i int) (unit, bool) {
	if i >= p.s.End {
		return unit{}, false
	}
	t, w := p.d.Tokens[i], p.word(i)
	if w.Longest > 0 && t.Kind == text.Word {
		if e, n := p.gaz.Match(p.d, i, p.s.End, int(w.Longest)); n > 0 && p.trust(i, n, e, w) {
			return unit{first: i, end: i + n, kind: known, entry: e, word: w}, true
		}
	}
	if !p.nameWord(i) {
		return unit{}, false
	}
	u := unit{first: i, end: i + 1, kind: plainUp, word: w}
	switch raw := p.d.Raw(i); {
	case t.Is(text.Abbrev) && len(raw) <= 2:
		u.kind = initial
	case t.Is(text.Caps) && p.style != capitals && len(raw) <= 6 && !w.Is(gazetteer.Title):
		u.kind = acronym
	}
	return u, true
}

// trust reports whether the known name at tokens [i, i+n) is one here.
func (p *pass) trust(i, n int, e gazetteer.Entry, w gazetteer.Word) bool {
	if n > 1 {
		return true
	}
	if p.style == capitals && e.Caps && w.Is(gazetteer.Common) {
		return false // IT, US, WHO among capitals
	}
	if !e.Caps && w.Is(gazetteer.Common) && (p.opens(i) || p.style != plain) && p.ev(i).inside == 0 {
		return false // Nice, Reading
	}
	return true
}

// nameWord reports whether the capital of token i is that of a name.
func (p *pass) nameWord(i int) bool {
	t, w := p.d.Tokens[i], p.word(i)
	if t.Kind != text.Word || t.Is(text.Clitic) || !t.Is(text.Capital) && !t.Is(text.Mixed) {
		return false
	}
	lower := p.d.Lower(i)
	if w.Is(gazetteer.Calendar) {
		// A May may follow her first name.
		return lower == "may" && i > p.s.First && p.word(i-1).Is(gazetteer.MaleName|gazetteer.FemaleName|gazetteer.Title)
	}
	if lower == "i" || w.Is(gazetteer.Function) && !(t.Is(text.Caps) && p.style == plain && len(lower) > 2) {
		return false
	}
	if t.Is(text.Mixed) && !t.Is(text.Capital) {
		return strings.IndexByte(lower, '_') < 0
	}
	e := p.ev(i)
	if p.style != plain {
		if w.Is(gazetteer.Common) || e.small > 0 && e.inside == 0 {
			return w.Head != "" && i > p.s.First && len(p.units) > 0 && p.units[len(p.units)-1].end == i
		}
		return e.inside > 0 || w.Is(gazetteer.MaleName|gazetteer.FemaleName|gazetteer.Title) || w.Head != "" || !looksCommon(lower)
	}
	if !p.opens(i) {
		return true
	}
	next := i+1 < p.s.End && p.d.Tokens[i+1].Kind == text.Word && p.d.Tokens[i+1].Is(text.Capital) && p.d.Lower(i+1) != "i"
	if w.Is(gazetteer.Common) {
		return next || w.Head != "" && i+1 < p.s.End && p.d.Lower(i+1) == "of"
	}
	if e.inside == 0 && (e.small > 0 || looksCommon(lower)) {
		return next && e.small == 0
	}
	return true
}

// looksCommon reports whether a word that no list knows ends as words of the
// language do and names seldom.
func looksCommon(lower string) bool {
	if len(lower) < 6 {
		return false
	}
	for _, s := range [...]string{"ing", "ed", "ly", "tion", "tions", "ness", "ment", "ments", "ity", "ities", "ism", "ists", "able", "ible", "ical", "ous", "ful", "less", "ers", "ings"} {
		if strings.HasSuffix(lower, s) {
			return true
		}
	}
	return false
}

// joint returns the end of the words at token i that join the unit before to a
// name after them; i if there are none.
func (p *pass) joint(i int, before unit) int {
	if i+1 >= p.s.End {
		return i
	}
	t := p.d.Tokens[i]
	if t.Kind == text.Hyphen && t.Is(text.Glued) && p.d.Tokens[i+1].Is(text.Glued) {
		if before.kind == known && before.entry.Type != "PERSON" {
			return i // Israeli-Palestinian
		}
		return i + 1
	}
	if p.d.Raw(i) == "&" {
		return i + 1
	}
	if t.Kind == text.Comma && p.style == plain {
		switch p.d.Lower(i + 1) {
		case "inc.", "inc", "ltd", "ltd.", "llc", "jr.", "jr":
			return i + 1
		}
	}
	if t.Kind != text.Word {
		return i
	}
	switch p.d.Lower(i) {
	case "of", "for":
		if before.word.Is(gazetteer.Title) && p.word(i+1).Is(gazetteer.Common) && p.d.Tokens[i+1].Is(text.Capital) {
			return i + 1 // Secretary of State
		}
		if before.word.Head == "" && !heads(p.d.Lower(before.end-1)) {
			return i
		}
		if p.d.Lower(i+1) == "the" && i+2 < p.s.End {
			return i + 2
		}
		return i + 1
	case "and":
		if p.listsTopics(i, before) {
			return i + 1
		}
	case "de", "la", "del", "der", "van", "von", "bin", "ibn", "bint", "al", "el", "da", "di", "du", "dos", "le", "ben", "ul", "ur", "und", "y":
		if t.Is(text.Capital) || p.style == capitals {
			return i
		}
		if before.kind == known && before.entry.Type != "GPE" {
			return i
		}
		end := i + 1
		if n := p.d.Tokens[end]; n.Kind == text.Hyphen && n.Is(text.Glued) {
			end++
		} else if end+1 < p.s.End && (p.d.Lower(end) == "la" || p.d.Lower(end) == "der" || p.d.Lower(end) == "los") {
			end++
		}
		return end
	}
	return i
}

// heads reports words that names of bodies begin with: "House of", "Office
// for", beside those that they end with.
func heads(lower string) bool {
	switch lower {
	case "house", "union", "office", "republic", "kingdom", "state", "society", "academy", "centre", "center", "king", "duke":
		return true
	}
	return false
}

// listsTopics reports whether the "and" at token i stands inside the name of a
// body ("Food and Drug Administration") and not between two names.
func (p *pass) listsTopics(i int, before unit) bool {
	if before.kind != plainUp || before.word.Head != "" || before.word.Is(titleOrName) {
		return false
	}
	inOf := false
	for _, u := range p.units {
		if u.kind == joint && strings.HasPrefix(p.d.Lower(u.first), "of") {
			inOf = true
		}
	}
	for j := i + 1; j < min(i+4, p.s.End); j++ {
		t, w := p.d.Tokens[j], p.word(j)
		if t.Kind != text.Word || !t.Is(text.Capital) || w.Is(gazetteer.MaleName|gazetteer.FemaleName) {
			return false
		}
		if inOf || w.Head != "" && j > i+1 {
			return true
		}
	}
	return false
}

// titleOrName are the flags of words that stand in persons' names.
const titleOrName = gazetteer.Title | gazetteer.MaleName | gazetteer.FemaleName
