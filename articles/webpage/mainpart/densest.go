package mainpart

import (
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// densest returns the element that holds the most of the page's prose and
// little else: from the body inwards, as long as one child holds nearly all of
// it. The prose of what is dropped does not count. Where there is little prose,
// all of the body is taken.
func (s *search) densest() *html.Node {
	// nearly is the share of the prose, in percent, that a child must hold.
	const nearly = 70
	at := s.body
	for {
		var best *html.Node
		for c := at.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && !s.dropped[c] && (best == nil || s.weights[c].prose > s.weights[best].prose) {
				best = c
			}
		}
		if best == nil || s.weights[best].prose*100 < s.weights[at].prose*nearly || s.weights[best].prose < little || !isContainer(best) {
			return at
		}
		at = best
	}
}

// isContainer tells whether an element holds blocks, so that the choice can go
// on in it.
func isContainer(n *html.Node) bool {
	return tree.Is(n, atom.Div, atom.Section, atom.Article, atom.Main, atom.Body, atom.Form, atom.Center, atom.Table,
		atom.Tbody, atom.Tr, atom.Td, atom.Font, atom.Span, atom.Header)
}

// all returns the elements in n that are not dropped.
func all(n *html.Node, dropped map[*html.Node]bool) map[*html.Node]bool {
	kept := map[*html.Node]bool{}
	var add func(*html.Node)
	add = func(n *html.Node) {
		if n.Type == html.ElementNode {
			kept[n] = true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if !dropped[c] {
				add(c)
			}
		}
	}
	add(n)
	return kept
}
