package reader

import (
	"strings"

	"github.com/muesli/termenv"

	"gloss/annotate"
	"gloss/articles"
	"gloss/ui/index"
	"gloss/ui/theme"
)

// The bars beside statements. They differ in form, so that direct speech is
// told from reported speech without colour.
const (
	barDirect   = "┃"
	barIndirect = "╎"
	barNow      = "█"
)

// signs returns the gutter beside a line: at the left the letter of a mark, the
// sign of a note or, where colours do not tell kinds apart, that of a name in
// the line; then the bar of a statement; then a space, or the sign of the note
// where a letter stands in its place, else that of what is written in it.
func (p *Pane) signs(line articles.Span) string {
	room := p.gutter
	var b strings.Builder
	note, written := p.noteSign(line)
	bar := p.bar(line)
	if room >= 3 {
		left := note
		if letter, ok := p.markIn(line); ok {
			left = p.theme.Paint(p.theme.Gutter, string(letter))
		} else {
			note = written
		}
		if left == "" && p.theme.Profile >= termenv.ANSI {
			left = p.sigil(line)
		}
		if left == "" {
			left = " "
		}
		b.WriteString(left)
		room--
	}
	if bar == "" && room < 2 && note != "" {
		bar, note = note, ""
	}
	if bar == "" {
		bar = " "
	}
	b.WriteString(bar)
	if room--; room > 0 && note != "" {
		b.WriteString(note)
		room--
	}
	b.WriteString(strings.Repeat(" ", room))
	return b.String()
}

// bar returns the sign of the statement or note that was jumped to, else that of
// a direct statement in the line, else of any; "" without one.
func (p *Pane) bar(line articles.Span) string {
	if p.note >= 0 {
		if s := p.notes.notes[p.note].Span; s.Start < line.End && line.Start < s.End {
			return p.theme.Paint(p.theme.BorderFocus, barNow)
		}
	}
	sign, style := "", theme.Style{}
	lo, hi := p.index.Statements(line.Start, line.End)
	for i := lo; i < hi; i++ {
		q := &p.index.Annotations.Quotes[i]
		if !touches(q.Content, line) {
			continue
		}
		if i == p.statement {
			return p.theme.Paint(p.theme.Mark(theme.Speaker), barNow)
		}
		if q.Kind == annotate.Indirect {
			if sign == "" {
				sign, style = barIndirect, p.theme.Muted
			}
			continue
		}
		sign, style = barDirect, p.theme.Gutter
	}
	if sign == "" {
		return ""
	}
	return p.theme.Paint(style, sign)
}

func touches(spans []annotate.Span, line articles.Span) bool {
	for _, s := range spans {
		if s.Start < line.End && line.Start < s.End {
			return true
		}
	}
	return false
}

// sigil returns the sign of the first name that is lit in the line, or "".
func (p *Pane) sigil(line articles.Span) string {
	best, found := index.Mention{}, false
	for _, m := range p.index.Mentions(line.Start, line.End) {
		if p.lit(m) && m.Span.Start >= line.Start && m.Span.Start < line.End && !found {
			best, found = m, true
		}
	}
	if !found {
		return ""
	}
	return p.theme.Sigil(kinds[best.Class])
}

func (p *Pane) markIn(line articles.Span) (letter rune, ok bool) {
	for l, at := range p.marks {
		off := at.Top
		if at.Cursor >= 0 {
			off = at.Cursor
		}
		if off >= line.Start && off < line.End && (!ok || l < letter) {
			letter, ok = l, true
		}
	}
	return letter, ok
}
