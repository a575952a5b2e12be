package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A segment is a piece of a line without wide gaps in it.
type segment struct {
	text     strings.Builder
	x, right float64
	y        float64 // base line of its largest characters
	size     float64 // of most of its characters
	largest  float64
	chars    int

	votes int // for size, less those against it
	bold  int // how many characters are
	space bool
	blank float64 // from where on a space that was drawn is one
	last  Run     // what was added last
}

// segments joins the runs that follow one another on a line.
func segments(runs []Run) []*segment {
	var all []*segment
	var now *segment
	for _, r := range runs {
		r = fold(r)
		if !r.onPage() || r.Text == "" {
			if now != nil && r.Text != "" {
				now.space = true
			}
			continue
		}
		r, before, after := trim(r)
		if r.Text == "" {
			if now != nil {
				now.space, now.blank = true, r.X+r.W
			}
			continue
		}
		if now != nil && now.space && r.X < now.blank && math.Abs(r.Y-now.last.Y) < 0.1*r.Size {
			now.space = false // what was drawn over a space that was taken back
		}
		if now != nil && before {
			now.space = true
		}
		if now == nil || !now.takes(r) {
			now = &segment{x: r.X, right: r.X, y: r.Y, size: r.Size, largest: r.Size}
			all = append(all, now)
		}
		now.add(r)
		now.space, now.blank = after, math.Inf(-1)
	}
	return all
}

// trim drops white space at the ends of a run, with its share of the width,
// and tells where there was some. Of nothing but white space it leaves the part
// of the width that must stay for it to be some.
func trim(r Run) (out Run, before, after bool) {
	text := strings.TrimLeftFunc(r.Text, unicode.IsSpace)
	before = len(text) < len(r.Text)
	if text == "" {
		r.Text, r.W = "", r.W*0.4
		return r, true, true
	}
	middle := strings.TrimRightFunc(text, unicode.IsSpace)
	after = len(middle) < len(text)
	if !before && !after {
		return r, false, false
	}
	each := r.W / float64(utf8.RuneCountInString(r.Text))
	r.X += each * float64(utf8.RuneCountInString(r.Text[:len(r.Text)-len(text)]))
	r.W = each * float64(utf8.RuneCountInString(middle))
	r.Text = middle
	return r, before, after
}

// takes tells whether a run goes on with the segment.
func (s *segment) takes(r Run) bool {
	// Small letters stand above or below others, but not beside an initial that
	// is as high as several lines.
	em := min(max(r.Size, s.last.Size), 1.5*min(r.Size, s.last.Size))
	if math.Abs(r.Y-s.y) > 0.5*em && math.Abs(r.Y-s.last.Y) > 0.2*em {
		return false
	}
	gap := r.X - s.right
	if _, ok := accents[s.last.Text]; ok && onTop(s.last, r) {
		return true
	}
	if _, ok := accents[r.Text]; ok && onTop(r, s.last) {
		return true
	}
	if s.again(r) {
		return true
	}
	if s.space {
		return gap > -0.3*em && gap < spaceGap*em
	}
	return gap > -0.3*em && gap < columnGap*em
}

// again tells whether a run is the last one, drawn again to look bold.
func (s *segment) again(r Run) bool {
	return r.Text == s.last.Text && r.W > 0 && math.Abs(r.X-s.last.X) < 0.1*r.Size && math.Abs(r.Y-s.last.Y) < 0.1*r.Size
}

// add appends a run that the segment takes.
func (s *segment) add(r Run) {
	if s.chars > 0 && s.again(r) {
		return
	}
	if s.chars > 0 && s.accent(r) {
		s.right = max(s.right, r.X+r.W)
		return
	}
	if s.chars > 0 && (s.space || r.X-s.right > wordGap*r.Size) {
		s.text.WriteByte(' ')
		s.chars++
	}
	n := utf8.RuneCountInString(r.Text)
	s.text.WriteString(r.Text)
	s.chars += n
	s.x = min(s.x, r.X)
	s.right = max(s.right, r.X+r.W)
	if r.Size > s.largest*1.1 {
		s.largest, s.y = r.Size, r.Y
	}
	s.vote(r.Size, n)
	if r.Bold {
		s.bold += n
	}
	s.last = r
}

// vote finds the size that more than half of the characters have, if there is
// one.
func (s *segment) vote(size float64, n int) {
	switch {
	case math.Abs(size-s.size) < 0.05:
		s.votes += n
	case s.votes < n:
		s.size, s.votes = size, n-s.votes
	default:
		s.votes -= n
	}
}

// dropCaps puts a large initial that reaches down over several lines on the
// base line of the first of them.
func dropCaps(pieces []*segment) {
	for i, s := range pieces {
		if s.chars != 1 || i+1 == len(pieces) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(s.text.String())
		next := pieces[i+1]
		drop := next.y - s.y
		if unicode.IsUpper(first) && s.size > 1.8*next.size && drop > 0.7*next.size && drop < s.size &&
			next.x-s.right < 0.6*next.size && next.x > s.x {
			s.y, s.size, s.largest = next.y, next.size, next.size
			s.right = max(s.right, next.x)
		}
	}
}
