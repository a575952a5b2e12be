package mainpart

import (
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropAsides drops what the page itself names as no part of the article. A
// part with much of the page's prose is not dropped, whatever its name.
func (s *search) dropAsides() {
	total := s.weights[s.body].prose
	var look func(*html.Node)
	look = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			if isAside(c) && s.mayDrop(c, total) || s.isMasthead(c) {
				s.dropped[c] = true
				continue
			}
			look(c)
		}
	}
	look(s.body)
}

// mayDrop tells whether an element's prose is no large part of the page's.
// What readers wrote below an article may be longer than it.
func (s *search) mayDrop(n *html.Node, total int) bool {
	const (
		large  = 40  // percent of the prose of the page
		enough = 300 // prose that must be left where comments are dropped

		linkedProse = 0.3
	)
	prose := s.weights[n].prose
	if prose > 0 && tree.Is(n, atom.P, atom.Pre, atom.H1, atom.H2, atom.Blockquote) && s.weights[n].density() < linkedProse {
		return false // pages give paragraphs of their articles such names too
	}
	if prose*100 <= total*large && (prose < enough || !tree.Is(n, atom.Div, atom.Section) || !s.holdsTitle(n)) {
		return true
	}
	return isComments(n) && total-prose >= enough
}

// isMasthead tells whether an element is the head of the page, not of the
// article.
func (s *search) isMasthead(n *html.Node) bool {
	return n.DataAtom == atom.Header && s.weights[n].prose == 0 && !inside(n, atom.Article) && !inside(n, atom.Main) &&
		!s.holdsTitle(n)
}

// holdsTitle tells whether a heading in n is the title.
func (s *search) holdsTitle(n *html.Node) bool {
	for c := range tree.All(n) {
		if tree.Is(c, atom.H1, atom.H2) && sameWords(tree.Text(c, maxTitle), s.opts.Title) {
			return true
		}
	}
	return false
}

// isComments tells whether an element holds what readers wrote.
func isComments(n *html.Node) bool {
	for _, key := range [...]string{"class", "id"} {
		for _, w := range words(tree.Attr(n, key)) {
			if w == "comments" || w == "commentlist" || w == "respond" || w == "disqus" {
				return true
			}
		}
	}
	return false
}
