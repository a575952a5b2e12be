package layout

import (
	"cmp"
	"math"
	"slices"
)

const (
	// maxCuts is how often a part of a page is cut again.
	maxCuts = 12
	// minLines is how many lines each of two columns has at least.
	minLines = 4
	// minColumn is how many characters the lines of a column have on average
	// at least: with fewer it is a column of a table.
	minColumn = 12
	// maxGutters is how many gaps between columns are remembered on a page.
	maxGutters = 8
	// maxBins is into how many strips a page is parted at most to find gaps
	// between columns.
	maxBins = 512
)

// columns parts the segments of a page into columns and pieces that go over
// several of them, in reading order.
func columns(pieces []*segment) [][]*segment {
	sorted := slices.Clone(pieces)
	slices.SortStableFunc(sorted, byPlace)
	p := page{em: medianSize(sorted)}
	p.cut(sorted, 0)
	return p.parts
}

// byPlace puts segments in order from the top to the bottom, and from left to
// right.
func byPlace(a, b *segment) int {
	return cmp.Or(cmp.Compare(b.y, a.y), cmp.Compare(a.x, b.x))
}

// medianSize returns the font size that half of the segments do not exceed.
func medianSize(pieces []*segment) float64 {
	sizes := make([]float64, len(pieces))
	for i, s := range pieces {
		sizes[i] = s.size
	}
	slices.Sort(sizes)
	if len(sizes) == 0 {
		return 1
	}
	return sizes[len(sizes)/2]
}

// page cuts a page into parts.
type page struct {
	em      float64
	gutters []gutter // that were found
	parts   [][]*segment
}

// cut parts segments, that come from top to bottom, at the longest gap between
// columns: what is above it is read first, then the left column, the right
// one, and what is below. Each of the four is cut again.
func (p *page) cut(pieces []*segment, depth int) {
	if len(pieces) == 0 {
		return
	}
	g, ok := p.gutter(pieces)
	if !ok || depth >= maxCuts {
		p.parts = append(p.parts, pieces)
		return
	}
	if len(p.gutters) < maxGutters {
		p.gutters = append(p.gutters, g)
	}
	var left, right []*segment
	for _, s := range pieces[g.first:g.end] {
		if s.right <= g.x {
			left = append(left, s)
		} else {
			right = append(right, s)
		}
	}
	p.cut(pieces[:g.first], depth+1)
	p.cut(left, depth+1)
	p.cut(right, depth+1)
	p.cut(pieces[g.end:], depth+1)
}

// A gutter is the gap between two columns.
type gutter struct {
	x          float64 // its middle
	right      float64 // where the column on its right starts
	first, end int     // the segments beside it
	score      int     // as score returns it
	lines      int     // on both sides
}

// better tells whether a gap is longer than another one.
func better(g, than gutter) bool {
	return g.score > than.score || g.score > 0 && g.score == than.score && g.lines > than.lines
}

// gutter returns the gap that has the most lines on both sides.
func (p *page) gutter(pieces []*segment) (gutter, bool) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, s := range pieces {
		lo, hi = min(lo, s.x), max(hi, s.right)
	}
	width := columnGap * p.em
	step := max(width/4, (hi-lo)/maxBins)
	var best gutter
	for x := lo; x+width < hi; x += step {
		p.strip(pieces, x, x+width, &best)
	}
	if best.score == 0 {
		return best, false
	}
	return p.widen(pieces, best), true
}

// strip looks for a stretch of the strip [x, right) of the page that is empty
// and has lines on both sides.
func (p *page) strip(pieces []*segment, x, right float64, best *gutter) {
	var l, r side
	first := 0
	middle := (x + right) / 2
	try := func(end int) {
		g := gutter{x: middle, first: first, end: end, score: score(l, r), lines: l.lines + r.lines}
		if better(g, *best) && p.isGutter(pieces, &g, l, r) {
			*best = g
		}
		l, r = side{}, side{}
	}
	for i, s := range pieces {
		switch {
		case s.right <= x:
			l.add(s)
		case s.x >= right:
			r.add(s)
		default:
			try(i)
			first = i + 1
		}
	}
	try(len(pieces))
}

// score returns how many lines the shorter of two columns has, or 0 where they
// do not stand beside each other.
func score(l, r side) int {
	if l.lines == 0 || r.lines == 0 || l.bottom >= r.top || r.bottom >= l.top {
		return 0
	}
	return min(l.lines, r.lines)
}

// isGutter tells whether a gap parts columns: it is a known one, or there are
// enough lines, long enough, and those on the right start at the same place,
// which they do not where the gap is one between words. It sets where they do.
func (p *page) isGutter(pieces []*segment, g *gutter, l, r side) bool {
	g.right = math.Inf(1)
	for _, s := range pieces[g.first:g.end] {
		if s.x > g.x {
			g.right = min(g.right, s.x)
		}
	}
	for _, known := range p.gutters {
		if math.Abs(known.right-g.right) < 0.5*p.em {
			return true
		}
	}
	if g.score < minLines || l.chars < minColumn*l.lines || r.chars < minColumn*r.lines {
		return false
	}
	share := alignment(pieces[g.first:g.end], *g, p.em)
	if g.score < 2*minLines {
		return share >= 0.75
	}
	return share >= 0.4
}

// alignment returns how many of the lines on the right of a gap start at its
// edge, or how many of those on the left end there, as a share of them all: the
// larger of the two.
func alignment(pieces []*segment, g gutter, em float64) float64 {
	left := math.Inf(-1)
	for _, s := range pieces {
		if s.right <= g.x {
			left = max(left, s.right)
		}
	}
	var starts, ends, lefts, rights float64
	leftY, rightY := math.Inf(1), math.Inf(1)
	atEdge := false // the last line on the left
	for _, s := range pieces {
		if s.x > g.x {
			if rightY-s.y > 0.5*s.size {
				rightY = s.y
				rights++
				if s.x < g.right+0.5*em {
					starts++
				}
			}
			continue
		}
		if leftY-s.y > 0.5*s.size {
			leftY, atEdge = s.y, false
			lefts++
		}
		if !atEdge && s.right > left-0.5*em {
			atEdge = true
			ends++
		}
	}
	return max(starts/rights, ends/lefts)
}

// widen moves the middle of a gap to its real middle.
func (p *page) widen(pieces []*segment, g gutter) gutter {
	lo := math.Inf(-1)
	for _, s := range pieces[g.first:g.end] {
		if s.right <= g.x {
			lo = max(lo, s.right)
		}
	}
	g.x = (lo + g.right) / 2
	return g
}

// side is what stands on one side of a gap.
type side struct {
	lines, chars int
	top, bottom  float64
	last         float64
}

func (d *side) add(s *segment) {
	if d.lines == 0 || math.Abs(d.last-s.y) > 0.5*s.size {
		if d.lines == 0 {
			d.top = s.y + 0.5*s.size
		}
		d.lines++
		d.last = s.y
	}
	d.chars += s.chars
	d.bottom = s.y
}
