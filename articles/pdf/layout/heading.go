package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxHeading is how many characters a heading has at most, and
	// maxHeadingLines how many lines.
	maxHeading      = 240
	maxHeadingLines = 5
	// larger is how much larger than the text a heading is set at least.
	larger = 1.12
	// deepest is the level of the smallest headings that differ in size.
	deepest = 4
)

// bodySize returns the font size of most characters.
func bodySize(pages []Page) float64 {
	chars := map[int]int{}
	best, size := 0, 0.0
	for _, p := range pages {
		for _, l := range p.Lines {
			k := sizeKey(l.Size)
			chars[k] += len(l.Text)
			if chars[k] > best {
				best, size = chars[k], l.Size
			}
		}
	}
	return size
}

// rank finds the headings among the paragraphs, each of which was made of the
// group of the same index. The largest letters are of level 1; bold lines that
// are as large as the text come last.
func rank(paragraphs []Paragraph, groups []*group, body float64) {
	var sizes []int
	bold := 0
	for i, g := range groups {
		if !canHead(paragraphs[i], g) {
			continue
		}
		if k := headSize(g, body); k > 0 && !slices.Contains(sizes, k) && len(sizes) < 64 {
			sizes = append(sizes, k)
		}
		if g.first().Bold {
			bold += len(paragraphs[i].Text)
		}
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	all := 0
	for _, p := range paragraphs {
		all += len(p.Text)
	}
	for i, g := range groups {
		p := &paragraphs[i]
		if !canHead(*p, g) {
			continue
		}
		if k := headSize(g, body); k > 0 {
			if at := slices.Index(sizes, k); at >= 0 {
				p.Level = min(at+1, deepest)
			}
			continue
		}
		if g.first().Bold && bold < all/4 && len(g.lines) <= 2 && !endsText(p.Text) && g.first().Size > 0.95*body {
			p.Level = min(len(sizes)+1, deepest) + 1
		}
	}
}

// demoteCredits makes plain paragraphs of the headings between the title and
// the text that are none: who wrote it, where, when. The one right before the
// text stays.
func demoteCredits(paragraphs []Paragraph) {
	if len(paragraphs) == 0 || paragraphs[0].Level == 0 {
		return
	}
	end := 1
	for end < len(paragraphs) && paragraphs[end].Level > 0 {
		end++
	}
	if end == len(paragraphs) {
		return
	}
	for i := 1; i < end-1; i++ {
		if paragraphs[i].Level > paragraphs[0].Level {
			paragraphs[i].Level = 0
		}
	}
}

// headSize returns a key of a group's size where it is set larger than the
// text, else 0.
func headSize(g *group, body float64) int {
	if size := g.first().Size; size > larger*body {
		return int(size*2 + 0.5)
	}
	return 0
}

// canHead tells whether a paragraph can be a heading, by its length.
func canHead(p Paragraph, g *group) bool {
	return !p.Rows && !p.Follows && p.Marker == "" && len(g.lines) <= maxHeadingLines &&
		utf8.RuneCountInString(p.Text) <= maxHeading && strings.ContainsFunc(p.Text, unicode.IsLetter)
}

func endsText(s string) bool { return strings.ContainsAny(s[len(s)-1:], ".,;:") }

// Title returns the text that is set largest on the first page, where there is
// some that is larger than the rest, else "".
func Title(paragraphs []Paragraph) string {
	title, level := "", deepest
	for _, p := range paragraphs {
		if p.Page > paragraphs[0].Page {
			break
		}
		if p.Level > 0 && p.Level < level {
			title, level = p.Text, p.Level
		}
	}
	return title
}
