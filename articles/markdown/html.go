package markdown

import (
	"strings"

	"gloss/articles"
	"gloss/articles/compose"

	"github.com/yuin/goldmark/ast"
)

// html reads a block of raw HTML: its text, without tags and comments, white
// space collapsed, a paragraph for each of its own. Scripts and styles are
// dropped.
func (w *walker) html(n *ast.HTMLBlock, p compose.Place) bool {
	var raw strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		raw.Write(line.Value(w.source))
	}
	if n.HasClosure() {
		raw.Write(n.ClosureLine.Value(w.source))
	}
	any := false
	for _, paragraph := range htmlText(raw.String()) {
		for i, line := range paragraph {
			if i > 0 {
				w.out.BreakLine()
			}
			w.out.Write(line)
		}
		if w.out.End(p.Block(articles.Paragraph), false) {
			p = p.Next(false)
			any = true
		}
	}
	return any
}

// htmlText returns the paragraphs of raw HTML, each in the lines that <br>
// makes.
func htmlText(s string) [][]string {
	var paragraphs [][]string
	var lines []string
	var line strings.Builder
	endLine := func() {
		if text := strings.Join(strings.Fields(unescapeHTML(line.String())), " "); text != "" {
			lines = append(lines, text)
		}
		line.Reset()
	}
	for s != "" {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			open = len(s)
		}
		line.WriteString(s[:open])
		s = s[open:]
		if s == "" {
			break
		}
		name, size := tagName(s)
		if size == 0 { // a '<' that is only itself
			line.WriteByte('<')
			s = s[1:]
			continue
		}
		s = s[size:]
		switch {
		case name == "br":
			endLine()
		case name == "script", name == "style":
			s = s[endTag(s, name):]
		case apart(name):
			endLine()
			if lines != nil {
				paragraphs = append(paragraphs, lines)
				lines = nil
			}
		}
	}
	endLine()
	if lines != nil {
		paragraphs = append(paragraphs, lines)
	}
	return paragraphs
}

// maxTag is the most bytes of a tag. What is longer is taken for text.
const maxTag = 4 << 10

// tagName returns the name in lower case of the tag at the start of s, which
// begins with '<', and the tag's length in bytes: 0 where it is none. A comment
// or declaration has a length but no name; an unclosed one ends with s.
func tagName(s string) (name string, size int) {
	switch {
	case strings.HasPrefix(s, "<!--"):
		return "", endOf(s, "-->")
	case strings.HasPrefix(s, "<!["):
		return "", endOf(s, "]]>")
	case strings.HasPrefix(s, "<?"):
		return "", endOf(s, "?>")
	}
	s = s[:min(len(s), maxTag)]
	i := 1
	if i < len(s) && (s[i] == '/' || s[i] == '!') {
		i++
	}
	start := i
	for i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || i > start && s[i] >= '0' && s[i] <= '9') {
		i++
	}
	if i == start {
		return "", 0
	}
	name = strings.ToLower(s[start:i])
	for quote := byte(0); i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && s[i-1] == '=':
			quote = c
		case c == '<':
			return "", 0
		case c == '>':
			return name, i + 1
		}
	}
	return "", 0
}

// endOf returns the position in s behind the first end, or len(s).
func endOf(s, end string) int {
	if i := strings.Index(s, end); i >= 0 {
		return i + len(end)
	}
	return len(s)
}

// endTag returns the position in s of the end tag of an element, or len(s).
func endTag(s, name string) int {
	for off := 0; ; {
		i := strings.Index(s[off:], "</")
		if i < 0 {
			return len(s)
		}
		off += i
		if rest := s[off+2:]; len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			return off
		}
		off += 2
	}
}

// apart tells whether an element is set apart from the text round it.
func apart(name string) bool {
	switch name {
	case "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div",
		"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
		"header", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
		"summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul":
		return true
	}
	return false
}
