package markdown

import (
	"strings"

	"gloss/articles/charset"

	"github.com/yuin/goldmark/util"
)

const (
	// chunkTarget is the size in bytes from which on a chunk ends where it
	// well may.
	chunkTarget = 16 << 10
	// chunkLoose is the size from which on a chunk also ends between the items
	// of a list or the paragraphs in one.
	chunkLoose = 32 << 10
	// chunkMost is the size at which a chunk ends, whatever it parts.
	chunkMost = 48 << 10
	// maxMarks is how many bytes that may open inline markup a passage can
	// hold before it is parted. goldmark takes a time for them that grows with
	// their square where none is closed.
	maxMarks = 1024
	// maxCells is the same for the cells of a table, which a row of two bytes
	// can ask for by the hundred.
	maxCells = 16 << 10
)

// chunk is a part of the source that is parsed on its own.
type chunk struct {
	text   string
	prefix string // stands before the text, so that it is read as it would be in its place
	tight  bool   // no empty line goes before
}

// markdown returns what is to be parsed: decoded, with '\n' at the line ends.
func (c chunk) markdown() string {
	s := charset.Decode(charset.UTF8, c.text)
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	return c.prefix + s
}

// chunker parts the source.
type chunker struct {
	source string
	target int // chunkTarget, but for tests
	off    int // where the next chunk starts, in bytes
	first  chunk
	scan   scanner
}

// next returns the next chunk.
func (c *chunker) next() chunk {
	out := c.first
	c.first = chunk{}
	start, copied := c.off, c.off
	var tamed strings.Builder
	marks, cells := 0, 0
	midLine := false
	for c.off < len(c.source) {
		line := c.line()
		before, where := c.scan, never
		if !midLine {
			where = c.scan.next(line)
		}
		if where != never || before.table > 0 || c.scan.blank {
			marks = 0 // what is inline ends here
		}
		if !before.open() && !c.scan.open() {
			marks += countMarks(line)
		}
		cells += c.scan.table
		size := c.off - start
		switch {
		case size == 0:
		case size >= c.target && where == safe, size >= chunkLoose && where == loose:
			c.part(before, where, midLine)
			return out.of(tamed.String() + c.source[copied:c.off])
		case size+len(line) > chunkMost, marks > maxMarks, cells > maxCells:
			c.part(before, never, midLine)
			return out.of(tamed.String() + c.source[copied:c.off])
		}
		if t, ok := tame(line, before); ok {
			tamed.WriteString(c.source[copied:c.off])
			tamed.WriteString(t)
			copied = c.off + len(line)
		}
		c.off += len(line)
		midLine = line[len(line)-1] != '\n'
	}
	return out.of(tamed.String() + c.source[copied:])
}

// of returns the chunk with its text.
func (c chunk) of(text string) chunk {
	c.text = text
	return c
}

// part notes how the next chunk goes on at off, where the scanner stood before.
func (c *chunker) part(before scanner, where cut, midLine bool) {
	c.scan = scanner{}
	if where == safe {
		return
	}
	c.first.tight = !before.blank
	switch {
	case before.fence.char != 0 && before.item == 0:
		c.first.prefix = before.opener
		c.scan = scanner{fence: before.fence, opener: before.opener}
	case midLine && util.IsPunct(c.source[c.off]):
		c.first.prefix = `\` // what is in the middle of a line opens no block
	}
}

// line returns the line at off with its end, or a first part of one that is
// too long or has too many marks.
func (c *chunker) line() string {
	rest := c.source[c.off:]
	line := rest[:min(len(rest), chunkMost/2)]
	if end := strings.IndexByte(line, '\n') + 1; end > 0 {
		line = line[:end]
	} else if len(line) < len(rest) {
		line = line[:charset.Cut(charset.UTF8, rest, len(line))]
		if space := strings.LastIndexByte(line, ' ') + 1; space > len(line)/2 {
			line = line[:space]
		}
	}
	if len(line) <= maxMarks || c.scan.open() {
		return line
	}
	marks := 0
	for i := range len(line) {
		if isMark[line[i]] {
			if marks++; marks > maxMarks {
				return line[:i]
			}
		}
	}
	return line
}

// isMark tells which bytes may open inline markup.
var isMark = [256]bool{'[': true, '*': true, '_': true, '`': true, '<': true, '~': true}

func countMarks(line string) int {
	n := 0
	for i := range len(line) {
		if isMark[line[i]] {
			n++
		}
	}
	return n
}
