package anchor

import (
	"strings"
	"unicode/utf8"
)

// alike returns the place whose words are like those of the quest.
func (t *Text) alike(q quest) (candidate, bool) {
	words := folded(q.words)
	size := float64(len(words))
	var places []candidate
	many := false
	search(t.fold, words, int(size*(1-loosely)), len(words)/2, t.likely(words), func(n near) bool {
		if !t.shares(words, n.start, n.end) {
			return true
		}
		if many = len(places) == likes; many {
			return false
		}
		if start, end := t.snap(n.start, n.end); start < end {
			places = append(places, t.measure(q, start, end, 1-float64(n.distance)/size))
		}
		return true
	})
	if many {
		return candidate{}, false
	}
	if len(places) == 0 {
		return candidate{}, false
	}
	rank(places, q.hint)
	best := places[0]
	if len(places) > 1 && best.fit()+2*best.likeness-places[1].fit()-2*places[1].likeness < clearly {
		return candidate{}, false
	}
	best = t.refine(q, best)
	spelt := slight(q.words, t.norm[best.start:best.end])
	switch empty := q.prefix == "" || q.suffix == ""; {
	case spelt:
	case q.foreign, q.prefix == "" && best.start > 0, q.suffix == "" && best.end < len(t.norm),
		empty && lost(terms(q.words), terms(t.norm[best.start:best.end])) > 1:
		return candidate{}, false
	}
	weakest := min(best.before, best.after)
	switch {
	case best.likeness < loosely:
		return candidate{}, false
	case spelt && best.both() && (q.complete || weakest >= firmly):
		return best, !q.doubtful || !t.rivalled(q, best)
	case !spelt:
		need := agrees
		if q.doubtful || !q.complete {
			need = firmly
		}
		return best, (q.complete || !q.doubtful) && weakest >= q.need(need) && (weakest >= firmly || t.one(q, best)) && t.held(q, best)
	case q.doubtful || !q.complete || best.likeness < closely:
		return candidate{}, false
	case t.one(q, best):
		return best, true
	}
	return best, len(places) == 1 && len(q.words) >= 2*long
}

// held reports whether a place whose words have another meaning is held at
// both its ends: the words at an end are the same but for a few, or what is next
// to it is but for spelling. Of sentences that are all alike the next
// one could be taken for the last one of the place otherwise.
func (t *Text) held(q quest, c candidate) bool {
	is := terms(t.norm[c.start:c.end])
	was := terms(q.words)
	n := min(len(is), len(was), verge)
	if stay(was[:n], is[:n]) < n-few {
		before := terms(lastBytes(q.prefix, same))
		head := terms(lastBytes(t.norm[:c.start], 2*same))
		if k := max(0, len(before)-1); k == 0 || k > len(head) || !respelts(before[len(before)-k:], head[len(head)-k:]) {
			return false
		}
	}
	if stay(was[len(was)-n:], is[len(is)-n:]) < n-few {
		after := terms(firstBytes(q.suffix, same))
		tail := terms(firstBytes(t.norm[c.end:], 2*same))
		if k := max(0, len(after)-1); k == 0 || k > len(tail) || !respelts(after[:k], tail[:k]) {
			return false
		}
	}
	return true
}

// refine moves the ends of a place that was found approximately to where the
// surroundings begin, if those are there.
func (t *Text) refine(q quest, c candidate) candidate {
	room := len(q.words) / 2
	start, end := c.start, c.end
	if near := lastBytes(q.prefix, hold); c.before < 1 && len(near) == hold {
		from := floor(t.norm, max(0, start-room-hold))
		if i := strings.LastIndex(t.norm[from:floor(t.norm, min(end, start+room))], near); i >= 0 {
			start = from + i + hold
		}
	}
	if next := firstBytes(q.suffix, hold); c.after < 1 && len(next) == hold {
		from := floor(t.norm, max(start, end-room))
		if i := strings.Index(t.norm[from:floor(t.norm, min(len(t.norm), end+room+hold))], next); i >= 0 {
			end = from + i
		}
	}
	if start, end = t.snap(start, end); start >= end {
		return c
	}
	p := forward(folded(q.words))
	d := p.reset()
	for i := start; i < end; i++ {
		d += p.step(t.fold[i], 1)
	}
	return t.measure(q, start, end, 1-float64(d)/float64(p.len))
}

// snap moves the ends of a place that was found approximately to the ends of
// the words that they are in.
func (t *Text) snap(start, end int) (int, int) {
	for start < end && (!utf8.RuneStart(t.norm[start]) || t.norm[start] == ' ') {
		start++
	}
	for end < len(t.norm) && !utf8.RuneStart(t.norm[end]) {
		end++
	}
	for end > start && t.norm[end-1] == ' ' {
		end--
	}
	for n := 0; n < long && letterAt(t.norm, start) && letterBefore(t.norm, start); n++ {
		_, size := utf8.DecodeLastRuneInString(t.norm[:start])
		start -= size
	}
	for n := 0; n < long && letterBefore(t.norm, end) && letterAt(t.norm, end); n++ {
		_, size := utf8.DecodeRuneInString(t.norm[end:])
		end += size
	}
	return start, end
}

// shared returns what part of the words of two texts both of them have.
func shared(a, b string) float64 {
	count := map[string]int{}
	x, y := terms(folded(a)), terms(folded(b))
	for _, w := range x {
		count[w]++
	}
	both := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, len(x)+len(y)))
}
