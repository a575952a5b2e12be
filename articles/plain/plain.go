// Package plain finds the blocks of plain text: the title, paragraphs of one
// line or of many, lists and verse, and passages whose layout matters.
//
// Every decision is local. A group of lines between empty ones is judged by
// its first lines, and the style of the whole by the first lines of the text,
// so that the head of a text gives the first of the blocks of the whole.
package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
)

const (
	// MaxBlock is the most bytes a block spans. What is longer is parted at a
	// line break or space near there.
	MaxBlock = 16 << 10
	// Lookahead is how many bytes behind a position must be known to tell the
	// blocks that start before it.
	Lookahead = 64 << 10

	sampleBytes = 8 << 10
	sampleLines = 40
)

// Blocks returns the blocks of clean text. Where limit is not negative only
// those that start before it are returned, and text need not go on for more
// than Lookahead bytes behind it.
//
// Spans leave out the empty lines, line breaks and blanks between blocks. Only
// a passage that is kept as it is laid out begins with its indentation.
func Blocks(text string, limit int) []articles.Block {
	p := parser{text: text, limit: len(text)}
	if limit >= 0 {
		p.limit = min(limit, len(text))
	}
	p.wrap = wrapWidth(text)
	p.parse()
	return p.blocks
}

type parser struct {
	text   string
	limit  int
	wrap   int // the width that the text was wrapped to, 0 where it was not
	blocks []articles.Block
}

func (p *parser) parse() {
	off := skipBlankLines(p.text, 0)
	if end, ok := p.title(off); ok {
		p.add(articles.Block{Kind: articles.Heading, Level: 1, Span: trimSpan(p.text, off, end)})
		off = skipBlankLines(p.text, nextLine(p.text, off))
	}
	for off < p.limit {
		off = p.group(off)
		off = skipBlankLines(p.text, off)
	}
}

// add appends a block, parted where it is longer than MaxBlock.
func (p *parser) add(b articles.Block) {
	for b.Span.Len() > MaxBlock {
		cut := cutBefore(p.text[:b.Span.End], b.Span.Start+MaxBlock)
		head := b
		head.Span = trimSpan(p.text, b.Span.Start, cut)
		p.addWhole(head)
		b.Span = trimSpan(p.text, cut, b.Span.End)
		b.Tight = true
	}
	p.addWhole(b)
}

func (p *parser) addWhole(b articles.Block) {
	if b.Span.Start < p.limit && b.Span.Len() > 0 {
		p.blocks = append(p.blocks, b)
	}
}

// group adds the blocks of the lines from off up to the next empty line, and
// returns where it stopped.
func (p *parser) group(off int) int {
	switch p.judge(off) {
	case wrapped:
		return p.paragraphs(off)
	case laidOut:
		return p.passage(off)
	case lines:
		return p.eachLine(off, true)
	}
	return p.eachLine(off, false)
}

// eachLine makes each line a block.
func (p *parser) eachLine(off int, tight bool) int {
	for first := true; off < p.limit && !isBlankLine(p.text, off); first = false {
		end := lineEnd(p.text, off)
		p.add(articles.Block{Span: trimSpan(p.text, off, end), Tight: tight && !first})
		off = nextLine(p.text, off)
	}
	return off
}

// paragraphs joins wrapped lines. A line that is indented further than the one
// before it, or that starts an item of a list, starts a paragraph.
func (p *parser) paragraphs(off int) int {
	start := off
	tight := false
	indent := indentation(p.text, off)
	for {
		next := nextLine(p.text, off)
		done := next >= len(p.text) || isBlankLine(p.text, next)
		breaks := false
		if !done {
			in := indentation(p.text, next)
			breaks = in > indent+1 || isItem(p.text[next:lineEnd(p.text, next)]) ||
				next-start > MaxBlock
			indent = in
		}
		if done || breaks {
			p.add(articles.Block{Span: trimSpan(p.text, start, next), Tight: tight, Reflow: true})
			tight = true
			start = next
		}
		off = next
		if done || start >= p.limit {
			return off
		}
	}
}

// passage keeps the lines as they are laid out.
func (p *parser) passage(off int) int {
	start := off
	tight := false
	for {
		next := nextLine(p.text, off)
		done := next >= len(p.text) || isBlankLine(p.text, next)
		if done || next-start > MaxBlock/2 {
			end := start + len(strings.TrimRight(p.text[start:next], " \t\n"))
			p.add(articles.Block{Span: articles.Span{Start: start, End: end}, Tight: tight})
			tight = true
			start = next
		}
		off = next
		if done || start >= p.limit {
			return off
		}
	}
}

// title tells whether the line at off is the title: a short line without a
// final stop, with a letter, and longer lines below it. It returns the line's
// end.
func (p *parser) title(off int) (end int, ok bool) {
	end = lineEnd(p.text, off)
	line := strings.TrimSpace(p.text[off:end])
	width := utf8.RuneCountInString(line)
	if line == "" || width > 120 || indentation(p.text, off) > 0 && p.wrap == 0 || isItem(line) {
		return 0, false
	}
	if strings.ContainsAny(line[len(line)-1:], ".,:;!>|=-*_") || strings.HasSuffix(line, "…") ||
		strings.ContainsAny(line[:1], ">|<") {
		return 0, false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "\"'“‘«„"))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) && !unicode.In(first, unicode.Lo) {
		return 0, false
	}
	next := nextLine(p.text, off)
	apart := next < len(p.text) && isBlankLine(p.text, next)
	if !apart && p.wrap > 0 {
		return 0, false // the first line of a wrapped paragraph
	}
	// There must be prose below: a line that is longer and ends a sentence.
	body := skipBlankLines(p.text, next)
	stop := min(len(p.text), off+sampleBytes)
	for n := 0; body < stop && n < sampleLines; n++ {
		l := strings.TrimSpace(p.text[body:lineEnd(p.text, body)])
		if apart && p.wrap > 0 && utf8.RuneCountInString(l) > p.wrap*3/4 {
			return end, true
		}
		if utf8.RuneCountInString(l) > width && endsSentence(l) {
			return end, true
		}
		body = nextLine(p.text, body)
	}
	return 0, false
}
