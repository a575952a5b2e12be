package anchor

import (
	"cmp"
	"slices"
)

// choose returns the one of several places with the very words.
func (t *Text) choose(q quest, places []candidate) (candidate, bool) {
	rank(places, q.hint)
	best := places[0]
	if q.foreign {
		return best, t.alien(q, places)
	}
	places = places[:min(len(places), ranked)]
	proofs := make([]proof, len(places))
	intact := make([]bool, len(places))
	at, second := 0, -1
	for i, c := range places {
		a, b := t.hear(q, c)
		proofs[i], intact[i] = q.proof(a, b), a.whole && b.whole
		switch {
		case i == 0:
		case proofs[i] > proofs[at]:
			at, second = i, at
		case second < 0 || proofs[i] > proofs[second]:
			second = i
		}
	}
	best, p := places[at], proofs[at]
	switch {
	case p == none, !intact[at] && slices.Contains(intact, true):
		return candidate{}, false // or a sentence that was edited, while theirs is elsewhere
	case second >= 0 && proofs[second] == p && (p < both || best.fit()-places[second].fit() < clearly):
		// Two that fit alike: it is the one that did not move, or none.
		return best, p == both && best.exact && best.start == q.hint
	}
	if p == sentence && (places[0].fit()-best.fit() >= clearly || q.doubtful && t.rivalled(q, best)) {
		return candidate{}, false
	}
	return best, true
}

// alien reports whether the best of some places is that of words that somebody
// else described with little of what stands round them.
func (t *Text) alien(q quest, places []candidate) bool {
	best := places[0]
	if best.both() && !q.alone && best.exact {
		return true
	}
	if len(places) > 1 {
		return best.both() && !q.alone && best.fit()-places[1].fit() >= clearly
	}
	return len(q.words) >= long || len(terms(q.words)) >= 4 || !q.alone && min(best.before, best.after) >= surely
}

// one reports whether one side of a place has the same words, but for spelling,
// and enough of them.
func (t *Text) one(q quest, c candidate) bool {
	before, after := terms(q.prefix), terms(q.suffix)
	head := terms(t.norm[floor(t.norm, max(0, c.start-2*len(q.prefix))):c.start])
	tail := terms(t.norm[c.end:floor(t.norm, min(len(t.norm), c.end+2*len(q.suffix)))])
	// The outermost word may be cut off.
	if n := len(before) - 1; n >= enough && n <= len(head) && respelts(before[1:], head[len(head)-n:]) {
		return true
	}
	n := len(after) - 1
	return n >= enough && n <= len(tail) && respelts(after[:n], tail[:n])
}

// rivalled reports whether another place of the text is about as like the words
// and what stands next to them, the words changed or not.
func (t *Text) rivalled(q quest, c candidate) bool {
	before, after := lastBytes(q.prefix, same), firstBytes(q.suffix, same)
	all := folded(before + " " + firstBytes(q.words, whole) + " " + after)
	limit := int(float64(len(all)) * (1 - loosely))
	found, many := searchAll(t.fold, all, limit, min(len(all), max(long, len(q.words)))/2, likes)
	own := limit
	here := func(n near) bool { return abs(n.start+len(before)+1-c.start) <= max(long, len(q.words))/2 }
	for _, n := range found {
		if here(n) {
			own = min(own, n.distance)
		}
	}
	for _, n := range found {
		if !here(n) && float64(n.distance-own) < clearly/2*float64(len(all)) {
			return true
		}
	}
	return many
}

// rank sorts places by how well they fit. Of those that fit alike the one at
// hint is first, then the one that is first in the text.
func rank(places []candidate, hint int) {
	value := func(c candidate) float64 {
		r := c.fit() + 2*c.likeness
		if c.exact && c.start == hint {
			r += clearly / 2
		}
		return r
	}
	slices.SortStableFunc(places, func(a, b candidate) int { return cmp.Compare(value(b), value(a)) })
}
