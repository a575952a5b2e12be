package markdown

import (
	"strings"

	"gloss/articles"

	"github.com/yuin/goldmark/ast"
)

// html reads a block of raw HTML: its text, without tags and comments, white
// space collapsed, a paragraph for each of its own. Scripts and styles are
// dropped.
func (w *walker) html(n *ast.HTMLBlock, p place) bool {
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
				w.out.breakLine()
			}
			w.out.write(line)
		}
		if w.out.end(articles.Block{Path: p.path, Tight: p.tight}, false) {
			p = p.child(false, false)
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
			s = s[endOf(s, "</"+name):]
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
		switch {
		case quote != 0:
			if s[i] == quote {
				quote = 0
			}
		case s[i] == '"' || s[i] == '\'':
			quote = s[i]
		case s[i] == '>':
			return name, i + 1
		}
	}
	return name, len(s)
}

// endOf returns the position in s behind the first end, whatever its case, or
// len(s).
func endOf(s, end string) int {
	if i := strings.Index(strings.ToLower(s), end); i >= 0 {
		return i + len(end)
	}
	return len(s)
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
