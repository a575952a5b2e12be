package reader

import (
	"slices"
	"sort"

	"gloss/annotate"
	"gloss/articles"
	"gloss/ui/index"
)

// base returns the offset from which a jump counts: the target of the last
// jump while it is in sight, else the edge of what is.
func (p *Pane) base(back bool) int {
	start, end := p.Visible()
	if p.cursor >= start && p.cursor < end {
		return p.cursor
	}
	if back {
		return start
	}
	return start - 1
}

// Cursor returns the target of the last jump, or -1.
func (p *Pane) Cursor() int { return p.cursor }

// Forget ends the jump: nothing is the current statement, note or hit, and the
// next jump counts from what is in sight.
func (p *Pane) Forget() { p.cursor, p.statement, p.note, p.hit = -1, -1, -1, -1 }

// Aim makes the byte at off the place from which the next jump counts.
func (p *Pane) Aim(off int) { p.cursor = off }

// A Place is where the reader is: what stands at the top, and the target of the
// last jump, or -1. Both are offsets, so that a place outlasts a new layout.
type Place struct{ Top, Cursor int }

// Place returns where the reader is.
func (p *Pane) Place() Place { return Place{p.anchor, p.cursor} }

// Return goes back to a place: it looks as it did, if the size is the same.
func (p *Pane) Return(to Place) {
	p.GoTop(to.Top)
	if to.Top == 0 {
		p.ToTop()
	}
	p.cursor = to.Cursor
}

// Choose makes an entity the chosen one; -1 chooses none.
func (p *Pane) Choose(entity int) { p.chosen = entity }

// Chosen returns the chosen entity, or -1.
func (p *Pane) Chosen() int { return p.chosen }

// Statement returns the statement last jumped to, or -1.
func (p *Pane) Statement() int { return p.statement }

// SetMembers sets where the members of the chosen coalition are named.
func (p *Pane) SetMembers(spans []annotate.Span) {
	p.members = p.members[:0:0]
	for _, s := range spans {
		p.members = append(p.members, articles.Span(s))
	}
}

// JumpStatement goes to the next statement, or with back to the one before. It
// reports whether there was one.
func (p *Pane) JumpStatement(back bool) bool {
	i := -1
	if start, end := p.Visible(); p.statement >= 0 && p.cursor >= start && p.cursor < end {
		i = p.statement + 1
		if back {
			i = p.statement - 1
		}
		if i >= len(p.index.Annotations.Quotes) {
			i = -1
		}
	} else {
		i = p.index.NextStatement(p.base(back), back)
	}
	if i < 0 {
		return false
	}
	p.GoStatement(i)
	return true
}

// GoStatement goes to a statement of the index. All of it is brought into
// sight if it fits.
func (p *Pane) GoStatement(i int) {
	w := index.Whole(p.index.Annotations.Quotes[i])
	p.Reveal(w.End - 1)
	p.Reveal(w.Start)
	p.statement, p.note = i, -1
}

// JumpMention goes to the next mention of the chosen entity, or of any if none
// is chosen. It reports whether there was one.
func (p *Pane) JumpMention(back bool) bool {
	m, ok := p.index.Step(p.base(back), p.chosen, back)
	if ok {
		p.statement, p.note = -1, -1
		p.Reveal(m.Span.Start)
	}
	return ok
}

// JumpMember goes to the next place where a member of the chosen coalition is
// named. It reports whether there was one.
func (p *Pane) JumpMember(back bool) bool {
	base := p.base(back)
	i := sort.Search(len(p.members), func(i int) bool { return p.members[i].Start > base })
	if back {
		i = sort.Search(len(p.members), func(i int) bool { return p.members[i].Start >= base }) - 1
	}
	if i < 0 || i >= len(p.members) {
		return false
	}
	p.statement, p.note = -1, -1
	p.Reveal(p.members[i].Start)
	return true
}

// JumpHeading goes to the next heading, which then stands at the top.
func (p *Pane) JumpHeading(back bool) bool {
	base := p.base(back)
	blocks := p.page.Doc().Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.Start > base })
	step := 1
	if back {
		i = sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.Start >= base }) - 1
		step = -1
	}
	for ; i >= 0 && i < len(blocks); i += step {
		if blocks[i].Kind == articles.Heading {
			p.statement, p.note = -1, -1
			p.GoTop(blocks[i].Span.Start)
			return true
		}
	}
	return false
}

// GoTop brings the byte at off to the top of the pane.
func (p *Pane) GoTop(off int) {
	p.cursor = off
	p.moveTo(p.page.PosOf(off))
}

// SetHits sets the hits of a search, in order.
func (p *Pane) SetHits(hits []articles.Span) { p.hits, p.hit = hits, -1 }

// Hits returns how many hits there are and which one, from 0, was jumped to
// last; -1 for none.
func (p *Pane) Hits() (n, at int) { return len(p.hits), p.hit }

// JumpHit goes to the next hit, and from the last round to the first. It
// reports whether there was one.
func (p *Pane) JumpHit(back bool) bool {
	if len(p.hits) == 0 {
		return false
	}
	base := p.base(back)
	var i int
	if back {
		i = sort.Search(len(p.hits), func(i int) bool { return p.hits[i].Start >= base }) - 1
	} else {
		i = sort.Search(len(p.hits), func(i int) bool { return p.hits[i].Start > base })
	}
	p.ToHit((i + len(p.hits)) % len(p.hits))
	return true
}

// ToHit goes to the hit at a place in their order, from 0.
func (p *Pane) ToHit(i int) {
	p.hit, p.statement, p.note = i, -1, -1
	p.Reveal(p.hits[i].Start)
}

// SetMark keeps the place under a letter.
func (p *Pane) SetMark(letter rune) { p.marks[letter] = p.Place() }

// Marked returns the place kept under the letter.
func (p *Pane) Marked(letter rune) (at Place, ok bool) {
	at, ok = p.marks[letter]
	return at, ok
}

// carry finds what was chosen in other annotations of the same text: the
// entity that has one of the mentions, the statement with the same content.
func carry(from, to *index.Index, entity, statement int) (int, int) {
	e, s := -1, -1
	if entity >= 0 {
		for _, m := range from.Annotations.Entities[entity].Mentions {
			if n, ok := to.MentionAt(m.Span.Start); ok {
				e = n.Entity
				break
			}
		}
	}
	if statement >= 0 {
		want := from.Annotations.Quotes[statement].Content[0]
		s = slices.IndexFunc(to.Annotations.Quotes, func(q annotate.Quote) bool { return q.Content[0] == want })
	}
	return e, s
}
