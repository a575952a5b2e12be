package plain

import (
	"strings"
	"unicode/utf8"
)

// A style is how a group of lines is meant to be read.
type style uint8

const (
	prose   style = iota // each line is a paragraph
	lines                // short lines that belong together, as in lists and verse
	wrapped              // lines broken at a width, to be joined again
	laidOut              // indented or tabular: as it stands
)

// measure is what judging needs to know of a few lines.
type measure struct {
	lines    int
	widest   int // in code points, as the next three
	full     int // lines, but the last, that had no room for the next word
	indented int // lines that start with two blanks or more
	columns  int // lines with a gap inside, as between columns
	quoted   int // lines that start with '>'
	ended    int // lines that end a sentence
}

// judge returns the style of the group of lines that starts at off, from its
// first lines.
func (p *parser) judge(off int) style {
	m := measureGroup(p.text, off)
	switch {
	case m.quoted > 0, m.columns*2 >= m.lines && m.lines > 1 && m.columns > 0:
		return laidOut
	case m.isWrapped():
		return wrapped
	case m.lines == 2 && p.wrap > 0 && m.full == 1 && m.widest > p.wrap-15 && m.widest <= p.wrap:
		return wrapped
	case m.indented == m.lines && m.lines > 1 && m.widest <= 100:
		return laidOut
	case m.widest > 100, m.widest > 40 && m.ended*3 >= m.lines*2:
		return prose
	case m.lines == 1 && m.indented == 1 && p.wrap == 0:
		return laidOut
	}
	return lines
}

// isWrapped tells whether the lines were broken at a width: nearly all of
// them, the last aside, are so long that the next word would not have gone on
// them. Two lines prove nothing, since one of them is always the widest.
func (m measure) isWrapped() bool {
	return m.lines >= 3 && m.widest >= 40 && m.widest <= 100 && m.full*10 >= (m.lines-1)*8
}

// wrapWidth returns the width that the start of the text was wrapped to, or 0.
func wrapWidth(text string) int {
	var wrappedLines, all, widest int
	end := min(len(text), 2*sampleBytes)
	for off := skipBlankLines(text, 0); off < end; {
		m := measureGroup(text, off)
		all += m.lines
		if m.isWrapped() {
			wrappedLines += m.lines
			widest = max(widest, m.widest)
		}
		for off < end && !isBlankLine(text, off) {
			off = nextLine(text, off)
		}
		off = skipBlankLines(text[:end], min(off, end))
	}
	if wrappedLines*2 < all {
		return 0
	}
	return widest
}

// measureGroup measures the lines from off to the next blank one, at most
// sampleLines of them and those that start in sampleBytes.
func measureGroup(text string, off int) measure {
	var m measure
	type line struct{ width, word int }
	var sample [sampleLines]line
	for start := off; off < len(text) && off-start < sampleBytes && m.lines < sampleLines && !isBlankLine(text, off); {
		l := text[off:min(lineEnd(text, off), off+sampleBytes)]
		body := strings.TrimSpace(l)
		word, _, _ := strings.Cut(body, " ")
		width := utf8.RuneCountInString(strings.TrimRight(l, " \t"))
		sample[m.lines] = line{width, utf8.RuneCountInString(word)}
		m.lines++
		m.widest = max(m.widest, width)
		if indentation(text, off) >= 2 {
			m.indented++
		}
		if strings.Contains(body, "   ") || strings.Contains(body, "\t") {
			m.columns++
		}
		if strings.HasPrefix(body, ">") {
			m.quoted++
		}
		if endsSentence(body) {
			m.ended++
		}
		off = nextLine(text, off)
	}
	// Which lines are full is known when the widest is.
	for i := range max(0, m.lines-1) {
		if sample[i].width+1+sample[i+1].word > m.widest {
			m.full++
		}
	}
	return m
}
