package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// An item is one member of a list: a mention.
type item struct{ mention int32 }

// list reads the names at token i: "A, B and C, together with D and the E". It
// returns the mentions and the end of the list; open tells that it names
// others too ("and ten more countries").
func (p *pass) list(i, end int) (items []item, next int, open bool) {
	next = i
	for i < end {
		j := p.articles(i, end)
		m := int32(-1)
		if j < end {
			m = p.at[j]
		}
		if m < 0 || p.mentions[m].first != j || !p.canJoin(m) || !p.ends(p.mentions[m].end, end) {
			// One item may be something else: "five other states".
			k := p.separator(p.skip(i, end), end)
			if len(items) == 0 || k == i || open || p.skip(i, end) >= end {
				return items, next, open || len(items) > 0 && p.others(i, end)
			}
			open = true
			i = k
			continue
		}
		items = append(items, item{m})
		next = p.brackets(p.mentions[m].end, end)
		k := p.separator(next, end)
		if k == next {
			return items, next, open
		}
		i = k
	}
	return items, next, open
}

// articles passes over "the" and the like before a name.
func (p *pass) articles(i, end int) int {
	for i < end && i >= 0 && p.at[i] < 0 {
		switch p.d.Lower(i) {
		case "the", "both", "neighbouring", "neighboring", "nearby":
			i++
			continue
		}
		break
	}
	return i
}

// canJoin reports whether a thing of the mention's type can be a member.
func (p *pass) canJoin(m int32) bool {
	switch p.entities[p.mentions[m].entity].Type {
	case annotate.GPE, annotate.Org, annotate.Person:
		return true
	case annotate.Loc:
		return true
	}
	return false
}

// ends reports whether a name that ends at token i ends its item: no genitive
// and no noun that the name only qualifies follows.
func (p *pass) ends(i, end int) bool {
	if i >= end {
		return true
	}
	t := p.d.Tokens[i]
	switch t.Kind {
	case text.Word:
		switch p.d.Lower(i) {
		case "and", "or", "as", "together", "along", "plus", "in", "on", "but", "with", "which", "who", "while", "to", "is", "are", "was", "were", "has", "have", "said", "that", "also", "from", "at", "after", "against", "since":
			return true
		}
		return isVerb(p.d.Lower(i))
	case text.Hyphen:
		return false
	}
	return true
}

// isVerb reports words that look like the verb whose subject the list is.
func isVerb(w string) bool {
	switch w {
	case "met", "will", "would", "can", "could", "may", "might", "should", "must", "do", "did", "say", "says", "took", "went", "made", "gave", "began", "agree", "want":
		return true
	}
	return len(w) > 4 && w[len(w)-2:] == "ed"
}

// brackets passes over a bracket after a name.
func (p *pass) brackets(i, end int) int {
	if i < end && p.d.Tokens[i].Kind == text.Open {
		for k := i + 1; k < min(i+12, end); k++ {
			if p.d.Tokens[k].Kind == text.Close {
				return k + 1
			}
		}
	}
	return i
}

// separator passes over what stands between two items; it returns i where
// nothing does.
func (p *pass) separator(i, end int) int {
	k := i
	if k < end && (p.d.Tokens[k].Kind == text.Comma || p.d.Raw(k) == ";" || p.d.Raw(k) == "&") {
		k++
	}
	if k >= end {
		return i
	}
	switch p.d.Lower(k) {
	case "and", "plus":
		return k + 1
	case "as":
		if k+2 < end && p.d.Lower(k+1) == "well" && p.d.Lower(k+2) == "as" {
			return k + 3
		}
	case "together", "along":
		if k+1 < end && p.d.Lower(k+1) == "with" {
			return k + 2
		}
	}
	return k
}

// longestOther is how many tokens an item that is no name may have.
const longestOther = 7

// skip returns the end of an item that is no name: the next comma or "and";
// end if there is none near.
func (p *pass) skip(i, end int) int {
	for k := i; k < min(i+longestOther, end); k++ {
		if p.at[k] >= 0 {
			return end
		}
		if p.d.Tokens[k].Kind == text.Comma || p.d.Lower(k) == "and" {
			return k
		}
	}
	return end
}

// others reports whether the tokens at i speak of more members without names.
func (p *pass) others(i, end int) bool {
	for k := i; k < min(i+4, end); k++ {
		switch p.d.Lower(k) {
		case "other", "others", "more", "several", "countries", "states", "nations":
			return true
		}
	}
	return false
}
