package entity

import (
	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// classify cuts a run of units into names and types them.
func (p *pass) classify(u []unit) {
	u = p.trim(u)
	for len(u) > 0 {
		n := p.leading(u)
		u = p.trim(u[n:])
	}
}

// trim drops joints at both ends, and common words that no name begins with.
func (p *pass) trim(u []unit) []unit {
	for len(u) > 0 && u[0].kind == joint {
		u = u[1:]
	}
	for len(u) > 0 && u[len(u)-1].kind == joint {
		u = u[:len(u)-1]
	}
	return u
}

// leading adds the name that u begins with, if it is one, and returns how many
// units it takes.
func (p *pass) leading(u []unit) int {
	first := u[0].first
	if n, typ := p.body(u); n > 0 {
		p.add(first, u[n-1].end, typ, 0.85)
		return n
	}
	if t := p.title(u); t > 0 {
		// Before the title may stand whose it is: "Russian Foreign Minister".
		p.affiliation(u[:t])
		if t == len(u) || u[t].kind == joint {
			return t
		}
		n := t + p.person(u[t:])
		p.add(u[t].first, u[n-1].end, annotate.Person, 0.9)
		return n
	}
	if u[0].word.Is(gazetteer.MaleName|gazetteer.FemaleName) && len(u) > 1 || u[0].kind == initial {
		if n := p.person(u); n > 1 {
			p.add(first, u[n-1].end, annotate.Person, 0.9)
			return n
		}
	}
	if u[0].kind == known {
		if n := p.extended(u); n > 1 {
			p.add(first, u[n-1].end, annotate.Org, 0.6)
			return n
		}
		p.add(first, u[0].end, p.inContext(u[0]), 0.9)
		return 1
	}
	if u[0].kind == acronym && (len(u) == 1 || u[1].kind != joint) {
		p.add(first, u[0].end, annotate.Org, 0.7)
		return 1
	}
	return p.unknown(u)
}

// body returns how many units make the name of a body, place or event that ends
// in a word for one ("Ministry") or has one before "of", and its type.
func (p *pass) body(u []unit) (int, annotate.Type) {
	best, typ := 0, annotate.Type("")
	for i := range u {
		if u[i].kind == joint {
			if p.d.Lower(u[i].first) != "of" && p.d.Lower(u[i].first) != "for" || i == 0 || i+1 >= len(u) {
				continue
			}
			head := u[i-1].word.Head
			if u[i-1].kind == known || head == "" {
				continue
			}
			// "Bank of England", "Ministry of Foreign Affairs"
			if head == annotate.Event || head == annotate.Law {
				return len(u), head
			}
			n := i + 2
			for n < len(u) && u[n].kind != known && !u[n].word.Is(titleOrName) {
				n++
			}
			if u[n-1].kind == joint {
				n--
			}
			return n, head
		}
		if u[i].word.Is(gazetteer.Title) && u[i].word.Head == "" && i+1 < len(u) && u[i+1].kind != joint {
			break
		}
		if i > 1 && u[i-1].kind == joint && u[i-2].word.Is(gazetteer.Title) {
			continue // Secretary of State
		}
		if h := p.head(u[i]); i > 0 && h != "" && u[i-1].kind != initial {
			if i+1 == len(u) || u[i+1].kind != joint {
				if h == annotate.GPE && u[0].kind == known && u[0].entry.Type == annotate.Norp {
					continue
				}
				best, typ = i+1, h
			}
		}
	}
	return best, typ
}

// head returns the type of the names that end in the unit, if any.
func (p *pass) head(u unit) annotate.Type {
	switch {
	case u.kind == plainUp:
		return u.word.Head
	case u.kind == known && u.entry.Type == annotate.Org && u.end-u.first > 1:
		return p.word(u.end - 1).Head // the Japanese | Communist Party
	}
	return ""
}

// title returns how many units a title takes with all that stands before it,
// at the start of u; 0 if there is none before a name.
func (p *pass) title(u []unit) int {
	last := 0
	office := false // in the words after "Minister of"
	for i := range u {
		if u[i].kind == joint {
			if w := p.d.Lower(u[i].first); w == "of" || w == "for" || office && w == "and" || p.d.Raw(u[i].first) == "-" {
				continue
			}
			break
		}
		if u[i].word.Is(gazetteer.Title) && (u[i].kind == plainUp || u[i].kind == acronym) {
			last = i + 1
			continue
		}
		if last > 0 && (office || last == i-1 && u[i-1].kind == joint) && u[i].kind == plainUp && !u[i].word.Is(titleOrName) &&
			(u[i].word.Is(gazetteer.Common) || office && u[i].word.Head != "" || looksCommon(p.d.Lower(u[i].first))) {
			last, office = i+1, true // Secretary of State
			continue
		}
		if last > 0 && u[i].kind == plainUp && !u[i].word.Is(gazetteer.Common) {
			break
		}
	}
	return last
}

// affiliation adds the known names among the units before a title.
func (p *pass) affiliation(u []unit) {
	for _, x := range u {
		switch x.kind {
		case known:
			p.add(x.first, x.end, x.entry.Type, 0.9)
		case acronym:
			if !x.word.Is(gazetteer.Title) {
				p.add(x.first, x.end, annotate.Org, 0.7)
			}
		}
	}
}

// person returns how many units of u are one person's name.
func (p *pass) person(u []unit) int {
	n := 1
	for n < len(u) && n < 7 {
		switch {
		case u[n].kind == joint:
			raw := p.d.Lower(u[n].first)
			if raw == "of" || raw == "for" || raw == "and" || raw == "&" || n+1 == len(u) {
				return n
			}
		case u[n].word.Is(gazetteer.Title) && u[n].word.Is(gazetteer.Common):
			return n
		case u[n].kind == acronym:
			return n
		case u[n].kind == known && (u[n].entry.Type == annotate.Norp && len(p.d.Lower(u[n].first)) > 5 || u[n].end-u[n].first > 1):
			return n
		}
		n++
	}
	if u[n-1].kind == joint {
		n--
	}
	return n
}

// extended returns how many units a name takes that begins with a known one and
// goes on in words that are no common ones: "Queensland Reds".
func (p *pass) extended(u []unit) int {
	if u[0].entry.Type == annotate.Norp || len(u) < 2 || p.style != plain {
		return 1
	}
	n := 1
	for n < len(u) && u[n].kind == plainUp && u[n].word.Flags == 0 {
		n++
	}
	if n < len(u) {
		return 1
	}
	return n
}

// inContext returns the type of a known name, which its neighbours may change.
func (p *pass) inContext(x unit) annotate.Type {
	typ := x.entry.Type
	if typ == annotate.GPE && x.end-x.first == 1 {
		if e := p.ev(x.first); e.person > 0 && e.place == 0 && !p.afterPlaceWord(x.first) {
			return annotate.Person
		}
	}
	return typ
}

// unknown adds the name that u begins with when no list knows it.
func (p *pass) unknown(u []unit) int {
	n, common := 1, 0
	if u[0].word.Is(gazetteer.Common) {
		common++
	}
	for n < len(u) && u[n].kind != known && u[n].kind != acronym {
		if u[n].word.Is(gazetteer.Common) {
			common++
		}
		n++
	}
	for n > 1 && u[n-1].kind == joint {
		n--
	}
	first, end := u[0].first, u[n-1].end
	switch {
	case n == 1 && common == 1:
		return 1 // a common word with a capital: the State, a President
	case n == 1:
		p.add(first, end, "", 0.5) // settled later
	case common == n:
		return n
	case common > 0 && u[0].word.Is(gazetteer.Common) && p.opens(first):
		return 1
	case common > 0 || n > 4:
		p.add(first, end, annotate.Org, 0.55)
	case p.afterPlaceWord(first) && p.d.Lower(first-1) != "with":
		p.add(first, end, annotate.GPE, 0.5)
	default:
		p.add(first, end, annotate.Person, 0.7)
	}
	return n
}

// afterPlaceWord reports whether the word before token i says where.
func (p *pass) afterPlaceWord(i int) bool {
	if i <= p.s.First || p.d.Tokens[i-1].Kind != text.Word {
		return false
	}
	switch p.d.Lower(i - 1) {
	case "in", "at", "near", "from", "outside", "across", "around", "town", "city", "village", "province", "district",
		"region", "capital", "northern", "southern", "eastern", "western", "central", "downtown", "island", "port", "neighbouring", "neighboring":
		return true
	}
	return false
}
