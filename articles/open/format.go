package open

import (
	"path/filepath"
	"strings"

	"gloss/articles/charset"
	"gloss/articles/epub"
	"gloss/articles/feed"
	"gloss/articles/frontmatter"
	"gloss/articles/mail"
)

// Format is how a source is written.
type Format uint8

// The formats. Auto is none: the format is found by the content, and where
// that says nothing by the name's ending and by what the server called it.
const (
	Auto Format = iota
	Text
	Markdown
	HTML
	EPUB
	PDF
	Feed
	Mail
)

// Detect returns the source's format, never Auto.
func (s Source) Detect() Format {
	if s.Format != Auto {
		return s.Format
	}
	enc, mark := charset.Detect(s.Data)
	return s.detect(enc, s.Data[mark:])
}

// detect returns the format of data, behind its byte order mark.
func (s Source) detect(enc charset.Encoding, data string) Format {
	if s.Format != Auto {
		return s.Format
	}
	if f := container(s.Data); f != Auto {
		return f
	}
	head := charset.Decode(enc, data[:charset.Cut(enc, data, 8<<10)])
	said := s.said()
	switch {
	case feed.Is(head):
		return Feed
	case isPage(head):
		return HTML
	case mail.Is(head) && (said == Auto || said == Mail):
		return Mail
	case said != Auto:
		return said
	case looksLikeHTML(head):
		return HTML
	case looksLikeMarkdown(head):
		return Markdown
	}
	return Text
}

// container recognises the formats that are no text by their first bytes.
func container(data string) Format {
	switch {
	case strings.HasPrefix(data, zipStart) && epub.Is(strings.NewReader(data), int64(len(data))):
		return EPUB
	case strings.Contains(data[:min(len(data), 1024)], "%PDF-") && !strings.HasPrefix(data, zipStart):
		return PDF
	}
	return Auto
}

// said returns the format that the name's ending or the server tells, Auto
// where neither does.
func (s Source) said() Format {
	switch strings.ToLower(filepath.Ext(s.Name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn":
		return Markdown
	case ".txt", ".text", ".asc", ".log":
		return Text
	case ".html", ".htm", ".xhtml", ".xht":
		return HTML
	case ".eml":
		return Mail
	}
	switch s.ContentType {
	case "text/markdown", "text/x-markdown":
		return Markdown
	case "text/html", "application/xhtml+xml":
		return HTML
	case "message/rfc822":
		return Mail
	}
	return Auto
}

// isPage tells whether a text is surely a web page: it begins as a whole
// document, whatever white space, comments and XML declaration go before.
func isPage(head string) bool {
	rest := head
	for {
		rest = strings.TrimLeft(rest, "\ufeff \t\r\n\f")
		end := ""
		switch {
		case strings.HasPrefix(rest, "<!--"):
			end = "-->"
		case strings.HasPrefix(rest, "<?"):
			end = ">"
		}
		if end == "" {
			break
		}
		i := strings.Index(rest, end)
		if i < 0 {
			return false
		}
		rest = rest[i+len(end):]
	}
	lower := strings.ToLower(rest[:min(len(rest), 16)])
	for _, start := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
		after, ok := strings.CutPrefix(lower, start)
		if ok && (after == "" || strings.ContainsAny(after[:1], " \t\r\n\f>/")) {
			return true
		}
	}
	return false
}

// looksLikeHTML tells whether a text without a telling name is a piece of a web
// page: it begins with a tag of one, and an end tag follows.
func looksLikeHTML(head string) bool {
	rest := strings.TrimLeft(head, " \t\r\n\f")
	if !strings.HasPrefix(rest, "<") {
		return false
	}
	end := strings.IndexAny(rest, " \t\r\n>")
	if end < 0 {
		return false
	}
	switch name := strings.ToLower(rest[1:end]); name {
	case "article", "main", "section", "div", "p", "h1", "h2", "h3", "table", "ul", "ol", "title", "meta", "header", "blockquote":
		return strings.Contains(strings.ToLower(rest), "</")
	}
	return false
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
