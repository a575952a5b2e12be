package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// rows parts the segments of a column, that come from top to bottom, into
// lines. Small characters above or below a base line are of the line beside
// them.
func rows(part []*segment) [][]*segment {
	var all [][]*segment
	for i := 0; i < len(part); {
		base, em := part[i].y, part[i].largest
		end := i + 1
		for ; end < len(part) && base-part[end].y < 0.5*max(em, part[end].largest); end++ {
			if part[end].largest > em*1.1 {
				base, em = part[end].y, part[end].largest
			}
		}
		row := slices.Clone(part[i:end])
		slices.SortStableFunc(row, func(a, b *segment) int {
			if a.x < b.x {
				return -1
			}
			if a.x > b.x {
				return 1
			}
			return 0
		})
		all = append(all, row)
		i = end
	}
	return all
}

// A cell is the part of a line between two wide gaps.
type cell struct {
	x, right float64
	figure   bool // it has a digit in it
}

// aligned tells whether two lines that follow each other are rows of a table:
// cells behind the first one start, or end, at the same places. Wide gaps
// between the words of justified lines do so by chance only.
func aligned(a, b []cell, em float64) bool {
	if len(a) < 2 || len(b) < 2 || len(a) > maxCells || len(b) > maxCells {
		return false
	}
	same := 0
	for i, p := range a[1:] {
		for k, q := range b[1:] {
			last := i+2 == len(a) && k+2 == len(b)
			if math.Abs(p.x-q.x) < 0.25*em || math.Abs(p.right-q.right) < 0.25*em && (!last || p.figure && q.figure) {
				same++
				break
			}
		}
	}
	return same >= min(2, len(a)-1, len(b)-1)
}

// maxCells is how many columns a table has at most.
const maxCells = 20

// join makes a line of segments that come from left to right, and returns its
// cells too.
func join(row []*segment) (Line, []cell) {
	main := row[0]
	for _, s := range row {
		if s.chars > main.chars {
			main = s
		}
	}
	line := Line{X: row[0].x, Y: main.y, Size: main.size}
	var text strings.Builder
	right := math.Inf(-1)
	bold, chars := 0, 0
	var before *segment
	cells := []cell{{x: line.X}}
	for _, s := range row {
		if before != nil && s.text.String() == before.text.String() && s.x-before.x < 0.2*s.size {
			continue // drawn twice, to look bold
		}
		if before != nil {
			gap := s.x - right
			if gap > wordGap*min(s.size, before.size) || gap < -wordGap*s.size || before.space {
				text.WriteByte(' ')
			}
			if gap > tableGap*s.size && !isMarker(text.String()) {
				cells[len(cells)-1].right = right
				cells = append(cells, cell{x: s.x})
			}
		}
		text.WriteString(s.text.String())
		last := &cells[len(cells)-1]
		last.figure = last.figure || strings.ContainsAny(s.text.String(), "0123456789")
		right = max(right, s.right)
		bold, chars = bold+s.bold, chars+s.chars
		before = s
	}
	line.Text = text.String()
	line.W = right - line.X
	cells[len(cells)-1].right = right
	line.Bold = bold*10 >= chars*7 // spaces count for chars only
	return line, cells
}

// isMarker tells whether a text is what stands before an item of a list.
func isMarker(s string) bool {
	s = strings.TrimSpace(s)
	if bullet(s) > 0 {
		return utf8.RuneCountInString(s) == 1
	}
	return len(s) <= 6 && number(s+" x") > 0
}
