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
	// Simple leaves go-readability out, whose time is not bounded by the
	// length of any page: the part with the most prose is taken.
	Simple bool
}

// Find returns which nodes of a page are not of the article, as a function for
// package walk. The title itself is not among the article's nodes.
func Find(root *html.Node, opts Options) (skip func(*html.Node) bool) {
	body := tree.Find(root, atom.Body)
	if body == nil {
		return func(*html.Node) bool { return false }
	}
	s := &search{opts: opts, body: body, weights: weigh(body), dropped: map[*html.Node]bool{}, order: map[*html.Node]int{}}
	for n := range tree.All(body) {
		s.order[n] = len(s.order)
	}
	s.dropAsides()
	s.title = s.findTitle()
	s.choose(root)
	s.recover()
	s.spread()
	s.readHead()
	s.dropPhrases()
	s.trimTail()
	return s.skip
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
		enough = 600 // prose that must be left where comments are dropped

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

const maxTitle = 500

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

// choose sets what is kept: what readability finds, or where that is hardly
// an article the part with the most prose.
func (s *search) choose(root *html.Node) {
	if !s.opts.Simple {
		s.kept = readable(root, s.dropped)
	}
	// little is the prose of a page that is hardly an article.
	const little = 200
	if s.keptProse() >= little {
		s.widen()
		return
	}
	part := densest(s.body, s.weights, s.dropped)
	if s.weights[part].prose < little {
		part = s.body
	}
	s.kept = all(part, s.dropped)
}

// widen keeps what stands beside the part that was found and is made like it:
// the other posts of a thread, the other entries of a live report.
func (s *search) widen() {
	const (
		alike = 3 // posts that make a thread
		up    = 3 // how far above the part the posts may be
	)
	s.spread()
	at := s.body
	for next := at; next != nil && !s.kept[at]; {
		at, next = next, nil
		for c := at.FirstChild; c != nil; c = c.NextSibling {
			if s.holds[c] {
				if next != nil {
					next = nil
					break
				}
				next = c
			}
		}
	}
	for range up {
		if at == s.body || at.Parent == nil {
			return
		}
		if class := tree.Attr(at, "class"); class != "" {
			var posts []*html.Node
			for c := at.Parent.FirstChild; c != nil; c = c.NextSibling {
				if w := s.weights[c]; tree.Is(c, at.DataAtom) && tree.Attr(c, "class") == class && !s.dropped[c] && w.prose > 0 && w.density() < 0.3 {
					posts = append(posts, c)
				}
			}
			if len(posts) >= alike && !tree.Is(at, atom.P) {
				for _, c := range posts {
					for n := range all(c, s.dropped) {
						s.kept[n] = true
					}
				}
				return
			}
		}
		at = at.Parent
	}
}

// keptProse returns the prose of the blocks that are kept.
func (s *search) keptProse() int {
	sum := 0
	for n := range s.kept {
		if tree.IsBlock(n) && !hasBlocks(n) {
			sum += s.weights[n].prose
		}
	}
	return sum
}

// recover keeps what was left out between what is kept though it reads like the
// rest: tables, lists, quotations, headings with text below.
func (s *search) recover() {
	first, last := s.bounds()
	if last < 0 {
		return
	}
	s.spread()
	// A part with more than this share of the prose was left out for a reason.
	const large = 30
	most := s.keptProse() * large / 100
	var look func(*html.Node)
	look = func(n *html.Node) {
		// Readability puts some elements in the place of their parent.
		merged := s.kept[n] && !s.holdsBelow(n)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || s.dropped[c] {
				continue
			}
			if s.holds[c] {
				look(c)
				continue
			}
			at := s.order[c]
			amid := at >= first && at <= last && s.weights[c].prose <= max(most, 4*sentence)
			if !amid && !merged || !tree.IsBlock(c) || !s.readsLikeText(c) {
				continue
			}
			for n := range all(c, s.dropped) {
				s.kept[n] = true
			}
		}
	}
	look(s.body)
}

// holdsBelow tells whether an element in n holds what is kept.
func (s *search) holdsBelow(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if s.holds[c] && tree.IsBlock(c) {
			return true
		}
	}
	return false
}

// readsLikeText tells whether an element that stands amid the article may be a
// part of it.
func (s *search) readsLikeText(n *html.Node) bool {
	const linked = 0.3
	w := s.weights[n]
	if w.text == 0 || w.density() > linked {
		return false
	}
	if w.prose > 0 || tree.Is(n, atom.Table, atom.Pre, atom.Blockquote, atom.Figure, atom.Ul, atom.Ol, atom.Dl,
		atom.H2, atom.H3, atom.H4) {
		return true
	}
	return tree.Find(n, atom.Table, atom.Pre, atom.Ul, atom.Ol, atom.Figcaption) != nil || tree.Is(n, atom.P)
}

// bounds returns where the first and the last element that is kept stand.
func (s *search) bounds() (first, last int) {
	first, last = len(s.order), -1
	for n := range s.kept {
		if at, known := s.order[n]; known && tree.IsBlock(n) && !hasBlocks(n) {
			first, last = min(first, at), max(last, at)
		}
	}
	return first, last
}

// spread notes which elements hold what is kept.
func (s *search) spread() {
	s.holds = map[*html.Node]bool{}
	for n := range s.kept {
		for at := n; at != nil && !s.holds[at]; at = at.Parent {
			s.holds[at] = true
		}
	}
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
