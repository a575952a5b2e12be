package walk

import (
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// code reads preformatted text verbatim. Text of many kilobytes is parted
// between lines.
func (w *walker) code(n *html.Node) {
	w.endBlock()
	var b strings.Builder
	for c := range tree.All(n) {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case tree.Is(c, atom.Br):
			b.WriteByte('\n')
		}
	}
	block := articles.Block{Kind: articles.Code, Lang: language(n)}
	rest := strings.Trim(strings.ReplaceAll(b.String(), "\r\n", "\n"), "\n")
	if strings.TrimSpace(rest) == "" {
		return
	}
	for rest != "" {
		size := len(rest)
		if size > MaxBlock {
			size = cut(rest, MaxBlock)
			if line := strings.LastIndexByte(rest[:size], '\n'); line > 0 {
				size = line
			}
		}
		part := w.place.Block(articles.Code)
		part.Lang = block.Lang
		w.out.Write(rest[:size])
		rest = strings.TrimPrefix(rest[size:], "\n")
		if w.out.End(part, false) {
			w.place = w.place.Next(rest != "" || w.tight)
		}
	}
}

// language returns the language that the classes of the element or of the
// <code> in it name, as highlighters write it: "language-go" or "lang-go".
func language(n *html.Node) clean.Text {
	const most = 40
	for _, at := range []*html.Node{n, tree.Find(n, atom.Code)} {
		if at == nil {
			continue
		}
		for _, class := range strings.Fields(tree.Attr(at, "class")) {
			for _, prefix := range [...]string{"language-", "lang-", "highlight-source-"} {
				if name, ok := strings.CutPrefix(class, prefix); ok && len(name) <= most {
					return clean.Line(name)
				}
			}
		}
	}
	return clean.Text{}
}
