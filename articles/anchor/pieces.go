package anchor

import "strings"

const (
	shortest = 48  // bytes of a piece
	part     = 160 // bytes on either side of it that are described
	pieces   = 16  // that are looked for at most, half of them from the end
)

// A piece is a part of the words and the place where it was found.
type piece struct {
	start, end int // in the words, bytes
	place      candidate
}

// pieced finds words by the sentences they are made of: what is left of them,
// in their order, where that is most of them.
func (t *Text) pieced(q quest) (candidate, bool) {
	all := split(q.from.Exact)
	if len(all) < 2 {
		return candidate{}, false
	}
	if len(all) > pieces {
		all = append(all[:pieces/2:pieces/2], all[len(all)-pieces/2:]...)
	}
	total := 0
	var found []piece
	var lost []string // ends of the words
	for _, p := range all {
		total += p.end - p.start
		of := t.quest(q.part(p))
		if c, ok := t.find(of); ok {
			p.place = c
			found = append(found, p)
		} else if p.start == 0 || p.end == len(q.from.Exact) {
			lost = append(lost, of.words)
		}
	}
	chain, size := longest(found)
	if len(chain) == 0 || len(chain) < len(found) {
		return candidate{}, false
	}
	first, last := chain[0], chain[len(chain)-1]
	if n := len(chain); n > 1 && (apart(first, chain[1]) && !strings.HasSuffix(strings.TrimRight(t.norm[:first.place.start], " "), lastBytes(q.prefix, hold)) ||
		apart(chain[n-2], last) && !strings.HasPrefix(strings.TrimLeft(t.norm[last.place.end:], " "), firstBytes(q.suffix, hold))) {
		return candidate{}, false
	}
	c := t.measure(q, first.place.start, last.place.end, 0)
	begins, ends := first.start == all[0].start, last.end == all[len(all)-1].end
	// What stands between the sentences that are left and what was round the words
	// belongs to them if it is like those that are not.
	if start, ok := t.startAfter(q, c.start); !begins && ok {
		begins = true
		if shared(compared(q.from.Exact[:first.start]), t.norm[start:c.start]) >= halfway {
			c.start = start
		}
	}
	if end, ok := t.endBefore(q, c.end); !ends && ok {
		ends = true
		if shared(compared(q.from.Exact[last.end:]), t.norm[c.end:end]) >= halfway {
			c.end = end
		}
	}
	if c.start >= c.end || c.end-c.start > 2*len(q.words) || !begins || !ends || float64(size) < halfway*float64(total) {
		return candidate{}, false
	}
	for _, words := range lost {
		if t.elsewhere(words, c) {
			return candidate{}, false
		}
	}
	c = t.measure(q, c.start, c.end, shared(q.words, t.norm[c.start:c.end]))
	return c, c.likeness >= loosely
}

// startAfter returns where what stood before the words ends near a place,
// endBefore where what stood after them begins.
func (t *Text) startAfter(q quest, start int) (int, bool) {
	near := lastBytes(q.prefix, 2*same)
	from := floor(t.norm, max(0, start-len(q.words)/2-2*same))
	i := strings.LastIndex(t.norm[from:start], near)
	at := from + i + len(near)
	for at < start && t.norm[at] == ' ' {
		at++
	}
	return at, i >= 0 && len(near) >= same/2
}

func (t *Text) endBefore(q quest, end int) (int, bool) {
	near := firstBytes(q.suffix, 2*same)
	i := strings.Index(t.norm[end:floor(t.norm, min(len(t.norm), end+len(q.words)/2+2*same))], near)
	at := end + i
	for at > end && t.norm[at-1] == ' ' {
		at--
	}
	return at, i >= 0 && len(near) >= same/2
}

// part returns the selector of a piece of the words of a quest.
func (q quest) part(p piece) Selector {
	s := q.from
	room := part
	if q.doubtful {
		room = doubled - wordEnd
	}
	r := Selector{
		Exact:  s.Exact[p.start:p.end],
		Prefix: lastBytes(s.Prefix+s.Exact[:p.start], room),
		Suffix: firstBytes(s.Exact[p.end:]+s.Suffix, room),
	}
	if s.End > 0 {
		r.Start, r.End = s.Start+p.start, s.Start+p.end
	}
	return r
}

// split returns the sentences of words, short ones with what follows them and
// long ones in parts.
func split(words string) []piece {
	var all []piece
	start := 0
	for end := 0; end < len(words); {
		n, _ := sentenceEnd("", words[end:])
		end += max(1, n)
		switch {
		case end-start < shortest && end < len(words):
		case len(all) > 0 && end-start < shortest:
			all[len(all)-1].end = end
			start = end
		default:
			for end-start > whole {
				cut := floor(words, start+whole/2)
				if cut == start {
					break
				}
				all = append(all, piece{start: start, end: cut})
				start = cut
			}
			all = append(all, piece{start: start, end: end})
			start = end
		}
	}
	return all
}

// longest returns those of the pieces that are in the text in their order, the
// most bytes of them, and how many those are. Where much was put in between two of
// them the order tells nothing.
func longest(found []piece) (chain []piece, size int) {
	sizes, before := make([]int, len(found)), make([]int, len(found))
	best := -1
	for i, p := range found {
		sizes[i], before[i] = p.end-p.start, -1
		for j, o := range found[:i] {
			gap := p.place.start - o.place.end
			if gap >= 0 && gap <= 2*(p.start-o.end)+whole/2 && sizes[j]+p.end-p.start > sizes[i] {
				sizes[i], before[i] = sizes[j]+p.end-p.start, j
			}
		}
		if best < 0 || sizes[i] > sizes[best] {
			best = i
		}
	}
	if best < 0 {
		return nil, 0
	}
	size = sizes[best]
	for i := best; i >= 0; i = before[i] {
		chain = append([]piece{found[i]}, chain...)
	}
	return chain, size
}

// apart reports whether something was put in between two pieces.
func apart(a, b piece) bool { return b.place.start-a.place.end-(b.start-a.end) > shortest }

// elsewhere reports whether words are in the text, but not in a place.
func (t *Text) elsewhere(words string, c candidate) bool {
	inside, outside := false, false
	t.where(words, func(at int) bool {
		inside = at >= c.start && at < c.end
		outside = true
		return !inside
	})
	return outside && !inside
}
