package coalition

import (
	"gloss/annotate/text"
)

// apposition reads "X (A, B and C)", "X - A, B and C -" and "X: A, B and C":
// the mark at token i parts a group from three or more members.
func (p *pass) apposition(i, si int, s text.Sentence) {
	t := p.d.Tokens[i]
	if t.Kind == text.Hyphen && t.Is(text.Glued) || t.Kind == text.Colon && p.d.Raw(i) != ":" {
		return
	}
	items, next, open := p.list(i+1, s)
	if len(items) < 3 {
		return
	}
	end := p.kind(next, s)
	if (t.Kind == text.Open) != (end == text.Close) || end == text.Word {
		return
	}
	last := i - 1
	if x, ok := p.mention(i-2, s); ok && x.end == i-1 && p.triggers[p.d.Tokens[i-1].Word] == states {
		last-- // "the G7 countries - A, B and C"
	}
	g, ok := p.groupEnding(last, si, s)
	for k := i - 2; !ok && k > max(s.First, i-7); k-- { // "the quartet of mediators - A, B and C"
		if p.word(k+1, s) == "of" {
			g, ok = p.groupEnding(k, si, s)
		}
	}
	if !ok || g.entity >= 0 && !p.isBody(placed(g), false) || !p.fits(g, items, weak) {
		return
	}
	for k := g.first - 1; k > g.first-4 && !open; k-- {
		open = p.word(k, s) == "members" && p.someOf(k, s)
	}
	p.state(g, items, !open, p.d.Span(s.First, s.End))
}
