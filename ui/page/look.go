package page

import (
	"math"
	"sort"

	"gloss/articles"
)

// A look is the styles that a piece of the text has without any mark.
type look struct {
	changes []change // sorted; the first is where the piece begins
	now     int      // the change in force where it was last asked
}

// A change says that a style begins at an offset.
type change struct {
	off   int
	style uint16
}

// at returns the style at an offset, and up to where it holds. Asked in order,
// it costs little.
func (l *look) at(off int) (style uint16, until int) {
	if off < l.changes[l.now].off {
		l.now = max(0, sort.Search(len(l.changes), func(i int) bool { return l.changes[i].off > off })-1)
	}
	for l.now+1 < len(l.changes) && l.changes[l.now+1].off <= off {
		l.now++
	}
	if l.now+1 < len(l.changes) {
		return l.changes[l.now].style, l.changes[l.now+1].off
	}
	return l.changes[l.now].style, math.MaxInt
}

// set adds a change, at or after the last one.
func (l *look) set(off int, style uint16) {
	if n := len(l.changes); n > 0 && l.changes[n-1].off >= off {
		l.changes[n-1].style = style
		return
	}
	l.changes = append(l.changes, change{off, style})
}

// lookOf returns the look of a span in a block whose text is set in base, from
// the inline spans over it. It goes over the inline spans of the block up to
// the end of the span.
func (p *Page) lookOf(block *articles.Block, span articles.Span, base uint16) look {
	type nested struct {
		end   int
		style uint16
	}
	var l look
	l.set(span.Start, base)
	open := []nested{{span.End, base}}
	inlines := p.doc.Inlines
	first := sort.Search(len(inlines), func(i int) bool { return inlines[i].Span.Start >= block.Span.Start })
	for _, in := range inlines[first:] {
		if in.Span.Start >= span.End {
			break
		}
		start, end := max(in.Span.Start, span.Start), min(in.Span.End, span.End)
		if end <= start {
			continue
		}
		for len(open) > 1 && open[len(open)-1].end <= start {
			closed := open[len(open)-1].end
			open = open[:len(open)-1]
			l.set(closed, open[len(open)-1].style)
		}
		under := open[len(open)-1]
		style := p.inline(in.Kind, under.style)
		l.set(start, style)
		open = append(open, nested{min(end, under.end), style})
	}
	for len(open) > 1 {
		closed := open[len(open)-1].end
		open = open[:len(open)-1]
		l.set(closed, open[len(open)-1].style)
	}
	return l
}
