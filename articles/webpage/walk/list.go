package walk

import (
	"slices"
	"strconv"
	"strings"

	"gloss/articles"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// list reads a list. Its items stand close together where none has paragraphs
// of its own.
func (w *walker) list(n *html.Node) {
	w.endBlock()
	tight := isTight(n)
	number, step := 1, 1
	ordered := n.DataAtom == atom.Ol
	if ordered {
		number, step = numbering(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !tree.Is(c, atom.Li) {
			w.node(c) // a list in a list, as old pages have it
			continue
		}
		if tree.IsHidden(c) || w.opts.Skip != nil && w.opts.Skip(c) {
			continue
		}
		marker := "•"
		if ordered {
			if v, err := strconv.Atoi(strings.TrimSpace(tree.Attr(c, "value"))); err == nil {
				number = v
			}
			marker = ordinal(number, tree.Attr(n, "type")) + "."
		}
		w.anchor(c)
		if w.item(c, marker, tight) {
			number += step
		}
	}
	w.endBlock()
	w.place = w.place.Tight(w.tight)
}

// item reads an item of a list, and reports whether it has any blocks.
func (w *walker) item(n *html.Node, marker string, tight bool) bool {
	w.endBlock()
	if box := taskBox(n); box != "" {
		marker = box
	}
	outer, before, loose := w.place, w.out.Blocks(), w.tight
	w.enter(articles.Item, marker)
	w.tight = tight
	w.children(n)
	w.endBlock()
	w.leave(outer)
	w.tight = loose
	if w.out.Blocks() == before {
		return false
	}
	w.place = w.place.Next(tight)
	return true
}

// isTight tells whether no item of a list has paragraphs of its own.
func isTight(n *html.Node) bool {
	for li := n.FirstChild; li != nil; li = li.NextSibling {
		for c := li.FirstChild; c != nil; c = c.NextSibling {
			if tree.Is(c, atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre, atom.Table,
				atom.Figure) {
				return false
			}
		}
	}
	return true
}

// numbering returns the number of the first item of a list, and the step to
// the next.
func numbering(n *html.Node) (start, step int) {
	start, step = 1, 1
	if tree.Has(n, "reversed") {
		step, start = -1, 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if tree.Is(c, atom.Li) {
				start++
			}
		}
	}
	if v, err := strconv.Atoi(strings.TrimSpace(tree.Attr(n, "start"))); err == nil {
		start = v
	}
	return start, step
}

// ordinal writes an item's number in the way that the list's type asks for.
func ordinal(n int, style string) string {
	switch {
	case (style == "a" || style == "A") && n > 0:
		return letters(n, style[0])
	case style == "I" && n > 0 && n < 4000:
		return roman(n)
	case style == "i" && n > 0 && n < 4000:
		return strings.ToLower(roman(n))
	}
	return strconv.Itoa(n)
}

// letters numbers items a to z, aa, ab and on. n is positive.
func letters(n int, first byte) string {
	var digits []byte
	for ; n > 0; n = (n - 1) / 26 {
		digits = append(digits, first+byte((n-1)%26))
	}
	slices.Reverse(digits)
	return string(digits)
}

// roman writes a number from 1 to 3999.
func roman(n int) string {
	var b strings.Builder
	for _, d := range [...]struct {
		value  int
		digits string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.digits)
		}
	}
	return b.String()
}

// taskBox returns the box of an item that is a task, "" of any other.
func taskBox(n *html.Node) string {
	c := n.FirstChild
	for c != nil && c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
		c = c.NextSibling
	}
	if tree.Is(c, atom.P, atom.Label) {
		c = c.FirstChild
	}
	if !tree.Is(c, atom.Input) || !strings.EqualFold(tree.Attr(c, "type"), "checkbox") {
		return ""
	}
	if tree.Has(c, "checked") {
		return "[x]"
	}
	return "[ ]"
}
