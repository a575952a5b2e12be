package open

import (
	"path/filepath"
	"strings"

	"gloss/articles/charset"
	"gloss/articles/frontmatter"
)

// Format is how a source is written.
type Format uint8

// The formats. Auto goes by the name's ending and then by the content.
const (
	Auto Format = iota
	Text
	Markdown
)

// format returns the source's format, from its first bytes where it must.
func (s Source) format(enc charset.Encoding, data string) Format {
	if s.Format != Auto {
		return s.Format
	}
	switch strings.ToLower(filepath.Ext(s.Name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn":
		return Markdown
	case ".txt", ".text", ".asc", ".log":
		return Text
	}
	sample := data[:charset.Cut(enc, data, 8<<10)]
	if looksLikeMarkdown(charset.Decode(enc, sample)) {
		return Markdown
	}
	return Text
}

// looksLikeMarkdown tells whether a text without a telling name has front
// matter, a heading on its first line, or two other signs of Markdown.
func looksLikeMarkdown(text string) bool {
	if _, rest := frontmatter.Split(text); len(rest) < len(text) {
		return true
	}
	signs := strings.Count(text, "](http")
	first := true
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \r\n")
		level := len(line) - len(strings.TrimLeft(line, "#"))
		if level >= 1 && level <= 6 && strings.HasPrefix(line[level:], " ") {
			signs++
			if first {
				return true
			}
		}
		if strings.HasPrefix(line, "```") {
			signs++
		}
		if line != "" {
			first = false
		}
	}
	return signs >= 2
}
