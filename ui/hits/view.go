package hits

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/ago"
	"gloss/ui/list"
	"gloss/ui/theme"
)

const (
	// narrow is the least columns at which a hit is told what it is in by a
	// word and not by a sign alone.
	narrow = 56
	// titled and ruled are the least rows with the query over the list, and
	// with a rule under it.
	titled, ruled = 3, 6
)

// head returns how many rows stand over the list.
func (p *Pane) head() int {
	switch {
	case p.height >= ruled:
		return 2
	case p.height >= titled:
		return 1
	}
	return 0
}

// room returns how many rows the list has.
func (p *Pane) room() int { return max(p.height-p.head(), 0) }

// rowOf returns the row of a hit.
func (p *Pane) rowOf(hit int) int {
	// A hit stands after as many rows as there are hits before it, and no more
	// articles than hits up to it.
	for at := hit; at < len(p.rows); at++ {
		if r := p.rows[at]; !r.head && r.hit == hit {
			return at
		}
	}
	return 0
}

// scroll brings the selected hit in sight, with the row of its article where
// that stands over it.
func (p *Pane) scroll() {
	room, last := p.room(), p.rowOf(p.sel)
	first := last
	if first > 0 && p.rows[first-1].head && room > 1 {
		first--
	}
	p.first = max(min(p.first, first, len(p.rows)-room), last-room+1, 0)
}

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	p.scroll()
	rows := make([]string, 0, p.height)
	if p.head() > 0 {
		rows = append(rows, p.title())
	}
	if p.head() > 1 {
		rows = append(rows, list.Rule(p.theme, p.width, ""))
	}
	for at := p.first; at < len(p.rows) && len(rows) < p.height; at++ {
		if r := p.rows[at]; r.head || r.alone {
			rows = append(rows, p.article(r))
		} else {
			rows = append(rows, p.hit(r.hit))
		}
	}
	if len(p.rows) == 0 {
		for _, line := range p.empty() {
			if len(rows) < p.height {
				rows = append(rows, p.line(p.theme.Row, line...))
			}
		}
	}
	for len(rows) < p.height {
		rows = append(rows, p.line(p.theme.Row))
	}
	return rows
}

func (p *Pane) line(base theme.Style, left ...list.Segment) string {
	return list.Row(p.theme, p.width, base, left, nil)
}

// title returns the row with the query, and how much it gave.
func (p *Pane) title() string {
	right := ""
	switch n := count(len(p.hits), "hit") + " in " + count(p.Articles(), "article"); {
	case p.state == Searching:
		right = "searching … "
	case p.state == Cut:
		right = "the first " + n + " "
	case len(p.hits) > 0:
		right = n + " "
	}
	query := clean.Line(p.query).String()
	if query == "" {
		query = "in all that is kept"
	}
	return list.Row(p.theme, p.width, p.theme.Row, []list.Segment{
		list.Text(p.theme.Title, " Find "), list.Text(p.theme.Text, " "+query),
	}, []list.Segment{list.Text(p.theme.Muted, " "+right)})
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// fields are what narrows a search down, with what each asks for.
var fields = [][2]string{
	{"ferry quay", "both words, anywhere in an article, a note or a statement"},
	{`"old harbour"`, "the words side by side"},
	{"harbo*", "any ending"},
	{"speaker:lovell", "what she said"},
	{"entity:lovell", "articles that name her"},
	{"site:gazette", "of that site"},
	{"tag:harbour", "with that tag"},
	{"after:2015-12-01", "from that day on"},
	{"before:2016", "before that year"},
}

// empty returns the rows that are shown where there are no hits.
func (p *Pane) empty() [][]list.Segment {
	muted := p.theme.Muted
	switch {
	case p.failure != "":
		return [][]list.Segment{{list.Text(p.theme.Error, "  "+clean.Line(p.failure).String())}}
	case p.state == Searching:
		return nil
	case asks(p.query):
		return [][]list.Segment{{list.Text(muted, "  nothing that is kept has “"+clean.Line(p.query).String()+"”")}}
	}
	out := [][]list.Segment{{list.Text(muted, "  Words, and what narrows them down:")}, nil}
	for _, f := range fields {
		out = append(out, []list.Segment{list.Text(p.theme.Key, "  "+list.Column(f[0], 18, false)), list.Text(muted, f[1])})
	}
	return out
}

// asks reports whether a query asks for anything yet: it has a letter or a
// digit, and not a field alone that has no value.
func asks(query string) bool {
	query = strings.TrimSpace(query)
	for _, f := range fields {
		if name, _, ok := strings.Cut(f[0], ":"); ok && strings.EqualFold(query, name+":") {
			return false
		}
	}
	return strings.ContainsFunc(query, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// article returns the row of an article. Where that is a hit too, it begins as
// those do, and there is room for what the article is about.
func (p *Pane) article(r row) string {
	a := p.hits[r.hit].Article
	title := a.Title.String()
	if title == "" {
		title = a.Key
	}
	base, name, muted, mark, lead := p.theme.Row, p.theme.Title, p.theme.Muted, p.theme.Mark(theme.Hit), "   "
	if r.alone && r.hit == p.sel {
		base, name, muted, lead = p.theme.RowNow, theme.Style{Bold: true}, theme.Style{}, " › "
		base.Bold = false
		mark = p.markNow(mark)
	}
	left := []list.Segment{list.Text(name, lead)}
	left = append(left, list.Marked(title, ranges(r.marks, 0), name, mark)...)
	if r.alone && !a.Summary.IsEmpty() {
		left = append(left, list.Text(muted, "  "+a.Summary.String()))
	}
	at := a.Published
	if at.IsZero() {
		at = a.Added
	}
	var right []list.Segment
	if p.width >= narrow && !a.Site.IsEmpty() {
		right = append(right, list.Text(muted, " "+list.Column(a.Site.String(), min(p.width/4, 24), true)))
	}
	right = append(right, list.Text(muted, " "+list.Column(ago.Short(at, p.now), 8, true)+" "))
	return list.Row(p.theme, p.width, base, left, right)
}

// hit returns the row of a hit: what it is in, and the words round it.
func (p *Pane) hit(i int) string {
	h := p.hits[i]
	base, muted, lead := p.theme.Row, p.theme.Muted, "   "
	if i == p.sel {
		// What is muted could hardly be read on the ground of the row.
		base, muted, lead = p.theme.RowNow, theme.Style{}, " › "
		base.Bold = false
	}
	if p.width >= narrow {
		lead += "  " // under the title
	}
	left := []list.Segment{list.Text(theme.Style{}, lead), list.Text(muted, p.in(h))}
	if h.Where == keep.InStatement && !h.Speaker.IsEmpty() {
		who := ansi.Truncate(h.Speaker.String(), max(p.width/3, 8), "…") // what was said is to be seen too
		left = append(left, list.Text(theme.Style{Bold: true}, who), list.Text(muted, ": "))
	}
	text, marks := around(h.Snippet.String(), h.Marks, p.width-list.Width(left))
	mark := p.theme.Mark(theme.Hit)
	if i == p.sel {
		mark = p.markNow(mark)
	}
	left = append(left, list.Marked(text, marks, theme.Style{}, mark)...)
	return p.line(base, left...)
}

// markNow returns how what was found is marked in the selected row, out of which
// it would not stand without colours.
func (p *Pane) markNow(mark theme.Style) theme.Style {
	if mark.Reverse {
		return theme.Style{Bold: true, Underline: theme.Single}
	}
	return mark
}

// around returns a snippet and its marks for so many columns: where the first
// mark would stand far right, the beginning is cut off.
func around(text string, marks []articles.Span, width int) (string, [][2]int) {
	cut := 0 // bytes
	if len(marks) > 0 {
		if at := marks[0].Start; at > 0 && at < len(text) && utf8.RuneStart(text[at]) {
			if w := ansi.StringWidth(text[:at]); w > width/2 {
				lead := ansi.TruncateLeft(text[:at], w-width/4, "…")
				cut = at - len(lead)
				text = lead + text[at:]
			}
		}
	}
	return text, ranges(marks, cut)
}

// ranges returns spans of a text of which so many bytes were cut off.
func ranges(spans []articles.Span, cut int) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = [2]int{s.Start - cut, s.End - cut}
	}
	return out
}

// in tells what a hit is in: a sign, and a word where there is room.
func (p *Pane) in(h keep.Hit) string {
	sign, word := " ", ""
	switch h.Where {
	case keep.InTitle:
		sign, word = "#", "title"
	case keep.InBody:
		sign, word = "¶", "text"
	case keep.InNote:
		sign, word = p.theme.Sigil(theme.NoteMark), "note"
	case keep.InStatement:
		sign, word = p.theme.Sigil(theme.Statement), "said"
	}
	if p.width < narrow {
		return sign + " "
	}
	return sign + " " + list.Column(word, 6, false)
}

// At returns the place of the hit that View shows at a row of the pane; of the
// row of an article the first of its hits. It is -1 where there is none.
func (p *Pane) At(line int) int {
	p.scroll()
	at := p.first + line - p.head()
	if line < p.head() || line >= p.height || at >= len(p.rows) {
		return -1
	}
	return p.rows[at].hit
}
