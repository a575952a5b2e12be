// Package mainpart finds the article in a web page: its text, without the
// navigation, advertisements, comments and references to other articles round
// it and in it.
//
// What go-readability takes for the article says where it is. What stands
// between its paragraphs is then judged once more: by the names that pages give
// their parts, by the share of links, by what it says and where it stands. Tags
// are never moved, so that the article is read as it was written.
package mainpart

import (
	"strings"
	"unicode"

	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Options say what is known of the page.
type Options struct {
	Title  string // the article's title
	Byline string // the names of its authors
	// Simple takes the part with the most prose, without what the page itself
	// names as something else, and looks no closer. The time that
	// go-readability takes is not in proportion to the length of every page.
	Simple bool
}

// A Part is the article in a page.
type Part struct {
	Root *html.Node // holds all of it
	// Skip tells which nodes in Root are not of it, for package walk.
	Skip func(*html.Node) bool
}

// Find returns the article in a page. Its title is not in the part.
func Find(root *html.Node, opts Options) Part {
	body := tree.Find(root, atom.Body)
	if body == nil {
		body = root
	}
	s := &search{opts: opts, body: body, weights: weigh(body), dropped: map[*html.Node]bool{}}
	s.dropAsides()
	s.title = s.findTitle()
	if opts.Simple {
		if s.title != nil {
			s.dropped[s.title] = true
		}
		return Part{Root: s.densest(), Skip: func(n *html.Node) bool { return s.dropped[n] }}
	}
	s.order = map[*html.Node]int{}
	for n := range tree.All(body) {
		s.order[n] = len(s.order)
	}
	s.choose(root)
	s.recover()
	s.spread()
	s.readHead()
	s.dropPhrases()
	s.trimTail()
	return Part{Root: body, Skip: s.skip}
}

// search is the state of finding the article in a page.
type search struct {
	opts    Options
	body    *html.Node
	title   *html.Node // the element that shows the title, or nil
	weights map[*html.Node]weight
	order   map[*html.Node]int // where a node stands in the source

	dropped map[*html.Node]bool // what is left out with all that is in it
	kept    map[*html.Node]bool // the elements whose own text is the article's
	holds   map[*html.Node]bool // those that are kept, or hold what is
}

// skip tells whether a node is left out.
func (s *search) skip(n *html.Node) bool {
	switch {
	case s.dropped[n]:
		return true
	case n.Type == html.TextNode:
		return !s.shows(n.Parent)
	case n.Type != html.ElementNode || s.holds[n]:
		return false
	}
	return tree.IsBlock(n) || !s.shows(n)
}

// shows tells whether the text right in an element is the article's: the block
// that it stands in is kept.
func (s *search) shows(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if s.kept[n] {
			return true
		}
		if tree.IsBlock(n) {
			return false
		}
	}
	return false
}

// findTitle returns the element that shows the title: a heading, else the first
// element that has this text and no other.
func (s *search) findTitle() *html.Node {
	if s.opts.Title == "" {
		return nil
	}
	size := letters(s.opts.Title)
	var other *html.Node
	for n := range tree.All(s.body) {
		w, known := s.weights[n]
		if !known || w.text < size/2 || w.text > 2*size+8 || s.isDropped(n) {
			continue
		}
		if !sameWords(tree.Text(n, maxTitle), s.opts.Title) {
			continue
		}
		if tree.Is(n, atom.H1, atom.H2, atom.H3) {
			return n
		}
		if other == nil {
			other = n
		}
	}
	return other
}

// isDropped tells whether a node or one round it is dropped.
func (s *search) isDropped(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if s.dropped[n] {
			return true
		}
	}
	return false
}

// hasBlocks tells whether an element has blocks for children, be it within
// links or formatting.
func hasBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (tree.IsBlock(c) || hasBlocks(c)) {
			return true
		}
	}
	return false
}

// sameWords tells whether two texts have the same letters and digits.
func sameWords(a, b string) bool {
	return strings.EqualFold(strings.Map(onlyWords, a), strings.Map(onlyWords, b)) && strings.ContainsFunc(a, unicode.IsLetter)
}

func onlyWords(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
		return r
	}
	return -1
}

// maxTitle is the most bytes of a title.
const maxTitle = 500

// spread notes which elements hold what is kept.
func (s *search) spread() {
	s.holds = map[*html.Node]bool{}
	for n := range s.kept {
		for at := n; at != nil && !s.holds[at]; at = at.Parent {
			s.holds[at] = true
		}
	}
}
