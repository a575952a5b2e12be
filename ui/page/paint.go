package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gloss/articles"
	"gloss/ui/theme"
)

// Paint returns n lines, fewer at the end of the document, with the marks laid
// over them. No line is wider than the page, each leaves the terminal without
// any style, and the only escapes in them are SGR sequences made here. Marks
// need not be sorted, nor be visible.
func (p *Page) Paint(from Pos, n int, marks []Mark) []string {
	var rows []row
	shown := articles.Span{Start: p.doc.Text.Len()}
	p.each(from, n, func(pt *part, ln *line) {
		rows = append(rows, row{pt, ln})
		shown.Start, shown.End = min(shown.Start, ln.span.Start), max(shown.End, ln.span.End)
	})
	marks = over(marks, shown)
	lines := make([]string, len(rows))
	var here []Mark
	for i, r := range rows {
		here = here[:0]
		for j := range marks {
			if m := &marks[j]; m.Span.Start < r.line.span.End && m.Span.End > r.line.span.Start {
				here = append(here, *m)
			}
		}
		lines[i] = p.paint.line(r.part.of(r.line), here)
	}
	return lines
}

// A row is a line with the part that holds its runs.
type row struct {
	part *part
	line *line
}

// Plain returns n lines, fewer at the end of the document, without escapes and
// without spaces at the end.
func (p *Page) Plain(from Pos, n int) []string {
	var lines []string
	var b strings.Builder
	p.each(from, n, func(pt *part, ln *line) {
		b.Reset()
		for _, r := range pt.of(ln) {
			b.WriteString(r.shown)
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	})
	return lines
}

// each calls do for n lines from a line on, fewer at the end of the document.
func (p *Page) each(from Pos, n int, do func(*part, *line)) {
	pos, ok := p.clip(from), len(p.doc.Blocks) > 0
	for ok && n > 0 {
		pt := p.part(pos)
		for i := pos.Line; i < len(pt.lines) && n > 0; i++ {
			do(pt, &pt.lines[i])
			n--
		}
		pos, ok = p.below(pos)
	}
}

// A painter writes lines with their styles.
type painter struct {
	page      *Page
	sequences map[theme.Style]string
	out       []byte
	now       theme.Style // the style that the terminal is in
	cuts      []int
}

// line returns a line with the marks over it, sorted by layer.
func (w *painter) line(runs []run, marks []Mark) string {
	w.out, w.now = w.out[:0], theme.Style{}
	for i := range runs {
		r := &runs[i]
		base := w.page.styles[r.style]
		switch {
		case r.decoration() || len(marks) == 0:
			w.write(r.shown, base)
		case r.whole:
			w.write(r.shown, lay(marks, articles.Span{Start: r.off, End: r.end}, base))
		default:
			w.marked(r, marks, base)
		}
	}
	w.style(theme.Style{})
	return string(w.out)
}

// marked writes a run of text in pieces, each as the marks over it say.
func (w *painter) marked(r *run, marks []Mark, base theme.Style) {
	w.cuts = append(w.cuts[:0], r.off, r.end)
	for i := range marks {
		m := &marks[i]
		if m.Span.Start >= r.end || m.Span.End <= r.off {
			continue
		}
		if m.Span.Start > r.off {
			w.cuts = append(w.cuts, r.snap(m.Span.Start, false))
		}
		if m.Span.End < r.end {
			w.cuts = append(w.cuts, r.snap(m.Span.End, true))
		}
	}
	slices.Sort(w.cuts)
	w.cuts = slices.Compact(w.cuts)
	for i := 1; i < len(w.cuts); i++ {
		piece := articles.Span{Start: w.cuts[i-1], End: w.cuts[i]}
		w.write(r.shown[piece.Start-r.off:piece.End-r.off], lay(marks, piece, base))
	}
}

// lay returns base with the marks that touch a span laid over it.
func lay(marks []Mark, span articles.Span, base theme.Style) theme.Style {
	for i := range marks {
		if m := &marks[i]; m.Span.Start < span.End && m.Span.End > span.Start {
			base = m.Style.Over(base)
		}
	}
	return base
}

// snap returns off where a character of the run begins there, and else the
// beginning or the end of the character that it is in.
func (r *run) snap(off int, up bool) int {
	i := off - r.off
	edge := func(i int) bool {
		return i == 0 || r.shown[i-1] < utf8.RuneSelf && r.shown[i] < utf8.RuneSelf
	}
	if edge(i) {
		return off
	}
	at := i - 1
	for !edge(at) {
		at--
	}
	for {
		n, _, _ := cluster(r.shown[at:])
		if at+n > i {
			if up {
				at += n
			}
			return r.off + at
		}
		at += n
		if at == i {
			return off
		}
	}
}

// write adds text in a style.
func (w *painter) write(text string, s theme.Style) {
	if text == "" {
		return
	}
	w.style(s)
	w.out = append(w.out, text...)
}

// style changes the style that the terminal is in.
func (w *painter) style(s theme.Style) {
	if s == w.now {
		return
	}
	w.now = s
	sequence, ok := w.sequences[s]
	if !ok {
		if w.sequences == nil {
			w.sequences = map[theme.Style]string{}
		}
		sequence = w.page.theme.Sequence(s)
		w.sequences[s] = sequence
	}
	w.out = append(w.out, sequence...)
}
