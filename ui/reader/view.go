package reader

import (
	"slices"

	"github.com/muesli/termenv"

	"gloss/annotate"
	"gloss/articles"
	"gloss/ui/index"
	"gloss/ui/page"
	"gloss/ui/theme"
)

// The layers of marks, the lowest first.
const (
	layerStatement = iota
	layerCue
	layerNote // below names: those are letters, these the ground they stand on
	layerNoteNow
	layerMention
	layerMember
	layerChosen
	layerHit
	layerHitNow
	layerSelection
)

// kinds says how each class of mentions is painted.
var kinds = [...]theme.Kind{
	index.People: theme.Person,
	index.Orgs:   theme.Org,
	index.Places: theme.Place,
	index.Groups: theme.Group,
	index.Rest:   theme.Other,
}

// Kind returns how a class of mentions is painted.
func Kind(c index.Class) theme.Kind { return kinds[c] }

// View returns the rows of the pane, fewer at the end of the text, each with
// the gutter before the text.
func (p *Pane) View() []string {
	start, end := p.Visible()
	rows := p.page.Paint(p.top, p.height, p.Marks(start, end))
	for i, pos := 0, p.top; i < len(rows) && p.gutter > 0; i++ {
		rows[i] = p.signs(p.page.LineSpan(pos)) + rows[i]
		pos = p.page.Move(pos, 1)
	}
	return rows
}

// Marks returns what is lit up in the bytes from start to end.
func (p *Pane) Marks(start, end int) []page.Mark {
	var marks []page.Mark
	add := func(s articles.Span, k theme.Kind, layer int) {
		if s.Start < end && start < s.End {
			marks = append(marks, page.Mark{Span: s, Style: p.theme.Mark(k), Layer: layer})
		}
	}
	for _, m := range p.index.Mentions(start, end) {
		s := articles.Span(m.Span)
		if p.lit(m) {
			add(s, kinds[m.Class], layerMention)
		}
		if m.Entity == p.chosen {
			add(s, theme.Chosen, layerChosen)
		}
	}
	if p.Show.Members {
		for _, s := range within(p.members, start, end) {
			add(s, theme.Member, layerMember)
		}
	}
	if p.statement >= 0 {
		q := p.index.Annotations.Quotes[p.statement]
		for _, s := range q.Content {
			add(articles.Span(s), theme.StatementNow, layerStatement)
		}
		add(articles.Span(q.Cue), theme.Cue, layerCue)
		add(articles.Span(q.Speaker.Span), theme.Speaker, layerCue)
	}
	p.notes.touching(start, end, func(i int) {
		n := p.notes.notes[i]
		m := page.Mark{Span: n.Span, Style: p.theme.Mark(NoteKind(n.Kind)), Layer: layerNote}
		if i == p.note {
			m.Style.Bold, m.Layer = true, layerNoteNow
		}
		marks = append(marks, m)
	})
	for _, h := range within(p.hits, start, end) {
		add(h, theme.Hit, layerHit)
	}
	if p.hit >= 0 {
		add(p.hits[p.hit], theme.HitNow, layerHitNow)
	}
	if p.selection.Len() > 0 {
		if p.theme.Profile >= termenv.ANSI {
			marks = without(marks, p.selection)
		}
		add(p.selection, theme.Selection, layerSelection)
	}
	return marks
}

// without cuts a span out of all marks: where colours are few, what is reversed
// twice would look as if it were once.
func without(marks []page.Mark, s articles.Span) []page.Mark {
	var out []page.Mark
	for _, m := range marks {
		before, after := m, m
		before.Span.End = min(m.Span.End, s.Start)
		after.Span.Start = max(m.Span.Start, s.End)
		for _, part := range []page.Mark{before, after} {
			if part.Span.Len() > 0 {
				out = append(out, part)
			}
		}
	}
	return out
}

// lit reports whether a mention is highlighted for its class. Pronouns never
// are: only the chosen entity's are shown.
func (p *Pane) lit(m index.Mention) bool {
	return p.Show.All && p.Show.Classes[m.Class] && m.Kind == annotate.Name
}

// within returns the spans, which are sorted and apart, that touch the bytes
// from start to end.
func within(spans []articles.Span, start, end int) []articles.Span {
	lo, _ := slices.BinarySearchFunc(spans, start, func(s articles.Span, off int) int {
		if s.End <= off {
			return -1
		}
		return 1
	})
	hi, _ := slices.BinarySearchFunc(spans, end, func(s articles.Span, off int) int {
		if s.Start < off {
			return -1
		}
		return 1
	})
	return spans[lo:max(lo, hi)]
}
