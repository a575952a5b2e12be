package markdown

import (
	"strings"

	"gloss/articles/charset"
)

const (
	chunkTarget = 16 << 10
)

// chunk is a part of the source that is parsed on its own.
type chunk struct {
	text  string
	fence string // the line that opened the code block which the text goes on with
	tight bool   // no empty line goes before
}

// markdown returns what is to be parsed: decoded, with '\n' at the line ends.
func (c chunk) markdown() string {
	s := charset.Decode(charset.UTF8, c.text)
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	return c.fence + s
}

// chunker parts the source.
type chunker struct {
	source string
	off    int // where the next chunk starts, in bytes
}

// next returns the next chunk.
func (c *chunker) next() chunk {
	text := c.source[c.off:]
	c.off = len(c.source)
	return chunk{text: text}
}
