package coalition

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// subjects returns the names of which token j is the last: "A", or "A, B and
// C"; first is where they begin. Only what is parted by an "and" is a list.
func (p *pass) subjects(j int, s text.Sentence) (items []item, first int) {
	first = j + 1
	joined := false
	for {
		j = p.beforeBrackets(j, s)
		x, ok := p.mention(j, s)
		if !ok || x.end != j+1 || !p.canJoin(x.entity) {
			break
		}
		it := item{first: x.first, end: x.end, entity: x.entity}
		if e, n := p.gaz.Match(p.d, x.first, s.End, int(p.gaz.Word(p.d.Lower(x.first)).Longest)); len(items) > 0 && x.first+n == items[0].end && e.Type == annotate.GPE {
			it.end = items[0].end // "Antigua and Barbuda"
			it.whole = p.d.Span(it.first, it.end).Of(p.d.Text)
			items = items[1:]
		}
		items = append([]item{it}, items...)
		first = x.first
		for first > s.First && p.at[first-1] < 0 && p.d.Lower(first-1) == "the" {
			first--
		}
		j = first - 1
		switch w := p.word(j, s); {
		case w == "and" || w == "plus" || w == "with" && (p.word(j-1, s) == "along" || p.word(j-1, s) == "together"):
			joined = true
			if j--; w == "with" {
				j--
			}
			if p.kind(j, s) == text.Comma {
				j--
			}
			continue
		case joined && p.kind(j, s) == text.Comma:
			j--
			continue
		}
		break
	}
	if joined && len(items) > 1 && items[0].end < s.End && p.kind(items[0].end, s) == text.Comma {
		switch p.word(first-1, s) {
		case "in", "at", "on", "after", "since", "unlike": // "In Brussels, Sweden and Norway joined"
			first = items[1].first
			items = items[1:]
		}
	}
	return items, first
}
