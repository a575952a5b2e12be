package mainpart

import (
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// densest returns the element that holds the most of the page's prose and
// little else: from the body inwards, as long as one child holds nearly all of
// it. The prose of what is dropped does not count.
func densest(body *html.Node, weights map[*html.Node]weight, dropped map[*html.Node]bool) *html.Node {
	// nearly is the share of the prose, in percent, that a child must hold.
	const nearly = 70
	at := body
	for {
		var best *html.Node
		for c := at.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && !dropped[c] && (best == nil || weights[c].prose > weights[best].prose) {
				best = c
			}
		}
		if best == nil || weights[best].prose*100 < weights[at].prose*nearly || weights[best].prose == 0 || !isContainer(best) {
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
