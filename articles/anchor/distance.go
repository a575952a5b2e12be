package anchor

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

// search returns the places in text that are at most limit from s, the best of
// those whose ends are no more than apart from each other, in the order of the
// text. more is set where there are more than most of them: then they are not
// worth while.
func search(text, s string, limit, apart, most int) (places []near, more bool) {
	if len(s) == 0 || limit < 0 {
		return nil, false
	}
	p := forward(s)
	distance := p.reset()
	best := near{distance: limit + 1}
	var ends []near
	for i := range len(text) {
		distance += p.step(text[i], 0)
		if best.distance <= limit && i+1-best.end > apart {
			if ends = append(ends, best); len(ends) > most {
				return nil, true
			}
			best = near{distance: limit + 1}
		}
		if distance < best.distance {
			best = near{end: i + 1, distance: distance}
		}
	}
	if best.distance <= limit {
		ends = append(ends, best)
	}
	if len(ends) == 0 {
		return nil, false
	}
	back := backward(s)
	for i := range ends {
		ends[i].start = ends[i].end - reach(back, ends[i].distance, func(n int) (byte, bool) {
			j := ends[i].end - 1 - n
			if j < 0 {
				return 0, false
			}
			return text[j], true
		})
	}
	return ends, false
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
