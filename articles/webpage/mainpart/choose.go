package mainpart

import (
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// choose sets what is kept: what readability finds, or where that is hardly
// an article the part with the most prose.
func (s *search) choose(root *html.Node) {
	s.kept = readable(root, s.dropped)
	if s.keptProse() >= little {
		s.widen()
		return
	}
	s.kept = all(s.densest(), s.dropped)
}

// little is the prose of a page that is hardly an article.
const little = 200

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
