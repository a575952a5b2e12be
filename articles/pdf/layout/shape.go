package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A shape is how the lines of a column are set.
type shape struct {
	left, right float64 // where its leftmost line starts, and its longest ends
	x           float64 // where most of its lines start
	leading     float64 // the distance of base lines in a paragraph
}

// shapeOf returns the shape of a column.
func shapeOf(lines []Line, leading map[int]float64) shape {
	s := shape{left: math.Inf(1), right: math.Inf(-1)}
	starts := map[int]int{}
	for _, l := range lines {
		s.left, s.right = min(s.left, l.X), max(s.right, l.Right())
		starts[int(math.Round(l.X/3))]++
	}
	best := 0
	for _, l := range lines {
		if n := starts[int(math.Round(l.X/3))]; n > best {
			best, s.x = n, l.X
		}
	}
	s.leading = commonLeading(lines)
	if s.leading == 0 {
		s.leading = leading[sizeKey(lines[0].Size)]
	}
	if s.leading == 0 {
		s.leading = 1.2 * lines[0].Size
	}
	return s
}

// sizeKey rounds a size, so that sizes can be counted.
func sizeKey(size float64) int { return int(math.Round(size * 4)) }

// commonLeading returns the most frequent distance between lines of a size in
// a column of five lines or more, or 0.
func commonLeading(lines []Line) float64 {
	count := map[int]int{}
	best, leading := 2, 0.0
	for i := 1; i < len(lines); i++ {
		d := lines[i-1].Y - lines[i].Y
		if !alike(lines[i-1], lines[i]) || d <= 0 || d > 3*lines[i].Size {
			continue
		}
		k := int(math.Round(d * 2))
		count[k]++
		if count[k] > best {
			best, leading = count[k], d
		}
	}
	return leading
}

// leadings returns the most frequent distance between lines of the same size,
// for each size.
func leadings(pages []Page) map[int]float64 {
	type step struct{ size, distance int }
	count := map[step]int{}
	most := map[int]int{}
	leading := map[int]float64{}
	for _, p := range pages {
		for i := 1; i < len(p.Lines); i++ {
			a, b := p.Lines[i-1], p.Lines[i]
			d := a.Y - b.Y
			if a.Block != b.Block || !alike(a, b) || d <= 0 || d > 3*b.Size {
				continue
			}
			s := step{sizeKey(b.Size), int(math.Round(d * 2))}
			count[s]++
			if count[s] > most[s.size] {
				most[s.size], leading[s.size] = count[s], d
			}
		}
	}
	return leading
}

// starts tells whether a line starts a paragraph, behind another line of the
// same column and the group that it is in.
func (s shape) starts(g *group, prev, line Line) bool {
	if !alike(prev, line) || prev.Apart != line.Apart || bullet(line.Text) > 0 {
		return true
	}
	leading := s.leading
	if math.Abs(line.Size-prev.Size) > 0.5 || leading > 2*line.Size {
		leading = 1.2 * line.Size
	}
	if d := prev.Y - line.Y; d > 1.3*leading+0.1*line.Size || d < -line.Size {
		return true
	}
	if line.Apart {
		return false
	}
	em := line.Size
	if bullet(g.first().Text) > 0 && line.X > g.first().X+0.3*em {
		return false // under the text of the item
	}
	switch {
	case line.X > prev.X+0.8*em && prev.X < s.x+0.8*em && s.x < s.left+0.8*em && line.X < s.left+4*em:
		return true // the first line of a paragraph is indented
	case s.x > s.left+0.8*em && line.X < s.x-0.8*em && line.X < s.left+0.8*em && prev.X > s.left+0.8*em:
		return true // all lines but the first are
	}
	room := s.right - prev.Right()
	word, _, _ := strings.Cut(line.Text, " ")
	n := utf8.RuneCountInString(line.Text)
	if n == 0 {
		return false
	}
	need := line.W * float64(utf8.RuneCountInString(word)+1) / float64(n)
	if room < need+0.5*em {
		return number(line.Text) > 0 && endsSentence(prev.Text)
	}
	// The next word had room on the line before: the line ended on purpose,
	// unless it is centred or the text goes on.
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line.Text, "\"'“‘«„("))
	return (endsSentence(prev.Text) || room > 0.3*(s.right-s.left) && prev.X < s.left+0.8*em) && !unicode.IsLower(first)
}
