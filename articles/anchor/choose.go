package anchor

import "strings"

// choose returns the one of several places with the very words.
func (t *Text) choose(q quest, places []candidate) (candidate, bool) {
	best, second := top(places, q.hint)
	if len(places) > 1 && best.fit()-second.fit() < clearly {
		// Two that fit alike: it is the one that did not move, or none.
		if best.exact && best.start == q.hint {
			return best, true
		}
		return candidate{}, false
	}
	switch {
	case q.doubtful && !best.exact && !q.complete, q.doubtful && len(q.words) < 2*long && q.need(0) > 0:
		return candidate{}, false
	case len(q.words) < long:
		least := min(best.before, best.after)
		if best.exact && least >= surely {
			return best, true
		}
		sure := least >= q.need(firmly) || best.exact && max(best.before, best.after) >= q.need(surely) && best.both()
		return best, sure && !t.rivalled(q, best)
	case best.exact && best.both():
		return best, true
	case !q.complete && !best.exact:
		// A part of a sentence has not what tells the sentence from its like.
		return best, min(best.before, best.after) >= q.need(firmly)
	case best.both():
		return best, !q.doubtful || !t.rivalled(q, best)
	case q.doubtful:
		return best, best.exact && max(best.before, best.after) >= surely && !t.rivalled(q, best)
	case q.complete && len(places) == 1 && len(q.words) >= 2*long:
		return best, true
	}
	return best, (q.complete || min(best.before, best.after) >= barely) && t.one(q, best)
}

// need returns how like the surroundings have to be: more where on one side
// there is hardly a word.
func (q quest) need(usual float64) float64 {
	if min(len(strings.Trim(q.prefix, edge)), len(strings.Trim(q.suffix, edge))) < len(edge) {
		return surely
	}
	return usual
}

// one reports whether one side of a place has the same words, but for spelling,
// and enough of them.
func (t *Text) one(q quest, c candidate) bool {
	before, after := terms(strings.TrimLeft(q.prefix, edge)), terms(strings.TrimRight(q.suffix, edge))
	head := terms(t.norm[floor(t.norm, max(0, c.start-2*len(q.prefix))):c.start])
	tail := terms(t.norm[c.end:floor(t.norm, min(len(t.norm), c.end+2*len(q.suffix)))])
	// The outermost word may be cut off.
	if n := len(before) - 1; n >= enough && n <= len(head) && respelts(before[1:], head[len(head)-n:]) {
		return true
	}
	n := len(after) - 1
	return n >= enough && n <= len(tail) && respelts(after[:n], tail[:n])
}

// sentences reports whether the words of a selector are whole sentences or
// paragraphs, as far as can be told.
func sentences(s Selector, q quest) bool {
	const stops = ".!?"
	begins := q.prefix == "" || strings.ContainsAny(q.prefix[max(0, len(q.prefix)-3):], stops) || strings.HasSuffix(s.Prefix, "\n")
	ends := q.suffix == "" || strings.ContainsAny(q.words[max(0, len(q.words)-3):], stops) || strings.HasPrefix(s.Suffix, "\n")
	return begins && ends
}

// rivalled reports whether another place of the text is about as like the words
// and what stands next to them, the words changed or not.
func (t *Text) rivalled(q quest, c candidate) bool {
	before, after := lastBytes(q.prefix, same), firstBytes(q.suffix, same)
	all := folded(before + " " + firstBytes(q.words, whole) + " " + after)
	limit := int(float64(len(all)) * (1 - loosely))
	found, many := search(t.fold, all, limit, min(len(all), max(long, len(q.words)))/2, likes)
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

// top returns the two places that fit best. Of two that fit alike the one at
// hint is first, then the one that is first in the text.
func top(places []candidate, hint int) (best, second candidate) {
	rank := func(c candidate) float64 {
		r := c.fit() + 2*c.likeness
		if c.exact && c.start == hint {
			r += clearly / 2
		}
		return r
	}
	at := 0
	for i := range places {
		if rank(places[i]) > rank(places[at]) {
			at = i
		}
	}
	other := -1
	for i := range places {
		if i != at && (other < 0 || rank(places[i]) > rank(places[other])) {
			other = i
		}
	}
	if other >= 0 {
		second = places[other]
	}
	return places[at], second
}
