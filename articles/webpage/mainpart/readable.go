package mainpart

import (
	"strconv"
	"strings"

	"gloss/articles/webpage/tree"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mark begins the name of the attribute that numbers an element, so that it is
// known again in what readability returns. Each element has a name of its own:
// where readability makes one of two it keeps the attributes of both.
const mark = "data-gloss-"

// readable returns the elements of body that go-readability takes for the
// article's, without those that drop holds. It is nil where it finds none.
func readable(root *html.Node, dropped map[*html.Node]bool) map[*html.Node]bool {
	var numbered []*html.Node
	page := copyMarked(root, dropped, &numbered)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	article, err := parser.ParseAndMutate(page, nil)
	if err != nil || article.Node == nil {
		return nil
	}
	kept := map[*html.Node]bool{}
	for n := range tree.All(article.Node) {
		for _, a := range n.Attr {
			number, ok := strings.CutPrefix(a.Key, mark)
			if !ok {
				continue
			}
			if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(numbered) {
				kept[numbered[i]] = true
			}
		}
	}
	return kept
}

// copyMarked copies a tree without what is dropped or hidden, and numbers the
// copied elements.
func copyMarked(n *html.Node, dropped map[*html.Node]bool, numbered *[]*html.Node) *html.Node {
	to := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
	if n.Type == html.ElementNode {
		to.Attr = make([]html.Attribute, 0, len(n.Attr)+1)
		for _, a := range n.Attr {
			if !strings.HasPrefix(a.Key, mark) {
				to.Attr = append(to.Attr, a)
			}
		}
		to.Attr = append(to.Attr, html.Attribute{Key: mark + strconv.Itoa(len(*numbered))})
		*numbered = append(*numbered, n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.CommentNode, dropped[c]:
		case c.Type == html.ElementNode && (isNoText(c) && !tree.Is(c, atom.Title) || tree.IsHidden(c)):
		default:
			to.AppendChild(copyMarked(c, dropped, numbered))
		}
	}
	return to
}
