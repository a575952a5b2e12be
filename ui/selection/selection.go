package selection

import "gloss/articles"

// A Selection is text that is selected: all from one end to the other. Each end
// is a unit, so that what a selection began with stays in it when it is turned
// round. The zero Selection selects nothing.
type Selection struct {
	Anchor articles.Span // the end that stays
	Head   articles.Span // the end that moves
	Unit   Unit          // what the ends are
}

// At selects the unit that the byte at off is in, or the one nearest after it,
// or else the last. It reports false where the document has none.
func At(doc *articles.Document, off int, u Unit) (Selection, bool) {
	s, ok := at(doc, u, off)
	if !ok {
		s, ok = before(doc, u, doc.Text.Len())
	}
	return Selection{s, s, u}, ok
}

// Between selects all from the unit at one byte to that at another, which may
// stand before it.
func Between(doc *articles.Document, from, to int, u Unit) (Selection, bool) {
	a, ok := At(doc, from, u)
	b, okay := At(doc, to, u)
	a.Head = b.Head
	return a, ok && okay
}

// Span returns the text that is selected.
func (s Selection) Span() articles.Span {
	return articles.Span{Start: min(s.Anchor.Start, s.Head.Start), End: max(s.Anchor.End, s.Head.End)}
}

// forward reports whether the head stands at the anchor or after it.
func (s Selection) forward() bool { return s.Head.Start >= s.Anchor.Start }

// Swap returns the selection with its ends exchanged: the other one moves.
func (s Selection) Swap() Selection {
	s.Anchor, s.Head = s.Head, s.Anchor
	return s
}

// Move selects the next unit after what is selected instead, or the one before
// it; a smaller unit than those of the selection is its first one, or its last.
// Where there is none the selection stays as it is.
func (s Selection) Move(doc *articles.Document, u Unit, back bool) Selection {
	all := s.Span()
	var to articles.Span
	var ok bool
	switch {
	case u < s.Unit && back:
		to, ok = before(doc, u, all.End)
	case u < s.Unit:
		to, ok = next(doc, u, all.Start)
	case back:
		to, ok = before(doc, u, all.Start)
	default:
		to, ok = next(doc, u, all.End)
	}
	if !ok {
		return s
	}
	return Selection{to, to, u}
}

// Extend moves the head by a unit, forward or back. With a smaller unit than
// those of the selection, this is made of the smaller ones from then on; with a
// greater one, the head goes to the end of that, or its beginning. Where there
// is none the selection stays as it is.
func (s Selection) Extend(doc *articles.Document, u Unit, back bool) Selection {
	was := s
	s = s.narrow(doc, u)
	var ok bool
	switch {
	case u == s.Unit && back:
		s.Head, ok = before(doc, u, s.Head.Start)
	case u == s.Unit:
		s.Head, ok = next(doc, u, s.Head.End)
	case back:
		var to articles.Span
		if to, ok = at(doc, u, s.Head.Start); ok && to.Start >= s.Head.Start {
			to, ok = before(doc, u, s.Head.Start)
		}
		if ok {
			s.Head, ok = next(doc, s.Unit, to.Start)
		}
	default:
		var to articles.Span
		if to, ok = at(doc, u, s.Head.Start); ok && to.End <= s.Head.End {
			to, ok = next(doc, u, s.Head.End)
		}
		if ok {
			s.Head, ok = before(doc, s.Unit, to.End)
		}
	}
	if !ok {
		return was
	}
	return s
}

// Widen returns the selection made of the next greater unit: all that it has a
// part of.
func (s Selection) Widen(doc *articles.Document) Selection {
	if s.Unit == Paragraph {
		return s
	}
	u := s.Unit + 1
	a, ok := at(doc, u, s.Anchor.Start)
	h, okay := at(doc, u, s.Head.Start)
	if !ok || !okay {
		return s
	}
	return Selection{a, h, u}
}

// narrow returns the selection made of a smaller unit, with the same ends.
func (s Selection) narrow(doc *articles.Document, u Unit) Selection {
	if u >= s.Unit {
		return s
	}
	all := s.Span()
	start, ok := next(doc, u, all.Start)
	end, okay := before(doc, u, all.End)
	if !ok || !okay {
		return s
	}
	n := Selection{start, end, u}
	if !s.forward() {
		n = n.Swap()
	}
	return n
}
