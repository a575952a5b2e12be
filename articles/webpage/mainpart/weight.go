package mainpart

import (
	"strings"
	"unicode/utf8"

	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// weight is what is in an element, in code points without white space.
type weight struct {
	text  int // all that is shown
	links int // of it in links
	prose int // of it in paragraphs that are long enough to be sentences
}

// sentence is how long a text is at least that is taken for prose.
const sentence = 60

// density returns the share of the text that is in links.
func (w weight) density() float64 {
	if w.text == 0 {
		return 0
	}
	return float64(w.links) / float64(w.text)
}

// weigh returns the weights of all elements in n: one walk, each element's
// made of those in it.
func weigh(n *html.Node) map[*html.Node]weight {
	elements := 0
	for at := range tree.All(n) {
		if at.Type == html.ElementNode {
			elements++
		}
	}
	weights := make(map[*html.Node]weight, elements)
	(&scale{weights: weights}).weigh(n, false)
	return weights
}

type scale struct{ weights map[*html.Node]weight }

// weigh returns the weight of n, and what of its text is in none of its blocks.
func (s *scale) weigh(n *html.Node, inLink bool) (all, own weight) {
	if n.Type == html.TextNode {
		size := letters(n.Data)
		all.text = size
		if inLink {
			all.links = size
		}
		return all, all
	}
	if n.Type == html.ElementNode && (isNoText(n) || tree.IsHidden(n)) {
		return weight{}, weight{}
	}
	inLink = inLink || tree.Is(n, atom.A)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		inAll, inOwn := s.weigh(c, inLink)
		all.add(inAll)
		own.add(inOwn)
	}
	if n.Type == html.ElementNode {
		if tree.IsBlock(n) {
			if own.text-own.links >= sentence && 2*own.links < own.text {
				all.prose += own.text - own.links
			}
			own = weight{}
		}
		s.weights[n] = all
	}
	return all, own
}

func (w *weight) add(other weight) {
	w.text += other.text
	w.links += other.links
	w.prose += other.prose
}

// letters counts the code points of s that are not white space.
func letters(s string) int {
	return utf8.RuneCountInString(s) - strings.Count(s, " ") - strings.Count(s, "\n") - strings.Count(s, "\t")
}

// isNoText tells whether an element's text is not shown.
func isNoText(n *html.Node) bool {
	return tree.Is(n, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Select, atom.Textarea, atom.Button,
		atom.Svg, atom.Iframe, atom.Object, atom.Title, atom.Option)
}
