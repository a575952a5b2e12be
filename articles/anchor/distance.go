package anchor

import "gloss/articles"

// A pattern is a string prepared to be compared with texts by edit distance:
// the least number of bytes to be put in, taken out or replaced.
//
// It holds the bit vectors of G. Myers, "A fast bit-vector algorithm for
// approximate string matching based on dynamic programming" (Journal of the
// ACM 46, 1999), in blocks of 64 rows: a byte of the text takes one step for a
// block instead of 64.
type pattern struct {
	len    int
	blocks int
	equal  []uint64 // for each byte value and block: the rows that have it
	plus   []uint64 // the rows that are one more than the row above
	minus  []uint64 // the rows that are one less
}

// newPattern prepares n bytes, which byte returns by their place.
func newPattern(n int, byteAt func(int) byte) *pattern {
	p := &pattern{len: n, blocks: (n + 63) / 64}
	p.equal = make([]uint64, 256*p.blocks)
	p.plus, p.minus = make([]uint64, p.blocks), make([]uint64, p.blocks)
	for i := range n {
		p.equal[int(byteAt(i))*p.blocks+i/64] |= 1 << (i % 64)
	}
	return p
}

// forward prepares s, backward prepares it from its end to its beginning.
func forward(s string) *pattern { return newPattern(len(s), func(i int) byte { return s[i] }) }
func backward(s string) *pattern {
	return newPattern(len(s), func(i int) byte { return s[len(s)-1-i] })
}

// reset begins a new text and returns the distance of the pattern from nothing.
func (p *pattern) reset() int {
	for b := range p.blocks {
		p.plus[b], p.minus[b] = ^uint64(0), 0
	}
	return p.len
}

// step takes the next byte of the text and returns the change of the distance
// of the pattern from the text up to it. in is the change in the row above the
// first: 0 where a match may begin anywhere in the text, 1 where it begins at
// its beginning.
func (p *pattern) step(c byte, in int) int {
	equal := p.equal[int(c)*p.blocks : int(c)*p.blocks+p.blocks]
	for b, eq := range equal {
		plus, minus := p.plus[b], p.minus[b]
		vertical := eq | minus
		if in < 0 {
			eq |= 1
		}
		horizontal := (((eq & plus) + plus) ^ plus) | eq
		up := minus | ^(horizontal | plus)
		down := plus & horizontal
		last := uint(63)
		if b == p.blocks-1 {
			last = uint(p.len-1) % 64
		}
		out := int(up>>last&1) - int(down>>last&1)
		up <<= 1
		down <<= 1
		switch {
		case in < 0:
			down |= 1
		case in > 0:
			up |= 1
		}
		p.plus[b] = down | ^(vertical | up)
		p.minus[b] = up & vertical
		in = out
	}
	return in
}

// A near is a place in a text that is like a pattern.
type near struct{ start, end, distance int }

// search calls found with the places in text that are at most limit from s, in
// the order of the text, until it returns false: those that have the least distance
// of all that end no more than apart from their end, of several alike the first. Only
// places that end in one of some parts of the text are found, which are in order.
func search(text, s string, limit, apart int, parts []articles.Span, found func(near) bool) {
	if len(s) == 0 || limit < 0 {
		return
	}
	p, back := forward(s), backward(s)
	for k := 0; k < len(parts); k++ {
		part := parts[k]
		// What ends before and after it counts for what is least.
		from := floor(text, max(0, part.Start-apart-len(s)-limit))
		distance := p.reset()
		before := -1     // ends up to here are too near to the last place
		var least []near // of increasing distance
		for i := from; i <= part.End+2*apart; i++ {
			if i < len(text) {
				if distance += p.step(text[i], 0); distance <= limit {
					for len(least) > 0 && least[len(least)-1].distance > distance {
						least = least[:len(least)-1]
					}
					least = append(least, near{end: i + 1, distance: distance})
				}
			}
			end := i + 1 - apart
			for len(least) > 0 && least[0].end < end-apart {
				least = least[1:]
			}
			if end <= before || !among(least, end) {
				continue
			}
			before = end + apart
			if end <= part.Start || end > part.End {
				continue
			}
			n := near{end: end, distance: least[0].distance}
			n.start = n.end - reach(back, n.distance, func(n int) (byte, bool) { return byteAt(text, end-1-n) })
			if !found(n) {
				return
			}
		}
	}
}

// among reports whether a place with an end is one of the first with the same
// distance.
func among(least []near, end int) bool {
	for _, n := range least {
		if n.distance > least[0].distance || n.end > end {
			break
		}
		if n.end == end {
			return true
		}
	}
	return false
}

// searchAll returns the places in the whole text; more is set where there are
// more than most of them: then they are not worth while.
func searchAll(text, s string, limit, apart, most int) (places []near, more bool) {
	search(text, s, limit, apart, []articles.Span{{End: len(text)}}, func(n near) bool {
		if more = len(places) == most; more {
			places = nil
			return false
		}
		places = append(places, n)
		return true
	})
	return places, more
}

// reach returns how many bytes of the text, taken one by one, are just distance
// from the pattern: of several numbers the one nearest to its length.
func reach(p *pattern, distance int, next func(int) (byte, bool)) int {
	at, best := p.reset(), 0
	for n := 0; n <= p.len+distance; n++ {
		if at == distance && (best == 0 || abs(n-p.len) < abs(best-p.len)) {
			best = n
		}
		c, ok := next(n)
		if !ok {
			break
		}
		at += p.step(c, 1)
	}
	return best
}

// closest returns the least distance of the pattern from any beginning of the
// text that next gives.
func closest(p *pattern, next func(int) (byte, bool)) int {
	at := p.reset()
	least := at
	for n := range 2 * p.len {
		c, ok := next(n)
		if !ok {
			break
		}
		at += p.step(c, 1)
		least = min(least, at)
	}
	return least
}

func abs(n int) int { return max(n, -n) }
