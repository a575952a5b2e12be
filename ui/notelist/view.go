package notelist

import (
	"fmt"
	"strings"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/ago"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// headRows is how many rows stand over the list: its title, and a rule.
const headRows = 2

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	rows := make([]string, 0, p.height)
	add := func(r string) {
		if len(rows) < p.height {
			rows = append(rows, r)
		}
	}
	add(p.title())
	filter := ""
	if p.filter != "" {
		filter = "/" + clean.Line(p.filter).String()
	}
	add(list.Rule(p.theme, p.width, filter))
	p.scroll()
	for i := p.first; i < len(p.lines) && len(rows) < p.height; i++ {
		add(p.row(p.lines[i]))
	}
	if len(p.lines) == 0 {
		why := "no notes yet: H marks a passage, a writes a note on it"
		if p.filter != "" {
			why = "no note has that: words, kind:claim, tag:x, is:lost"
		}
		add(list.Row(p.theme, p.width, p.theme.Row, []list.Segment{{Style: p.theme.Muted, Text: "  " + why}}, nil))
	}
	for len(rows) < p.height {
		add(list.Row(p.theme, p.width, p.theme.Row, nil, nil))
	}
	return rows
}

// At returns whether View shows a note at a row of the pane, and selects it.
func (p *Pane) At(row int) bool {
	p.scroll()
	i := p.first + row - headRows
	if row < headRows || row >= p.height || i >= len(p.lines) || p.lines[i].kind != words && p.lines[i].kind != body {
		return false
	}
	for place, first := range p.notes {
		if p.lines[first].item == p.lines[i].item {
			p.at = place
			return true
		}
	}
	return false
}

func (p *Pane) title() string {
	count := fmt.Sprintf("%d/%d ", min(p.at+1, len(p.notes)), len(p.notes))
	if p.filter != "" {
		count = fmt.Sprintf("%d/%d of %d ", min(p.at+1, len(p.notes)), len(p.notes), len(p.all))
	}
	return list.Row(p.theme, p.width, p.theme.Row, []list.Segment{{Style: p.theme.Title, Text: " Notes"}}, []list.Segment{{Style: p.theme.Muted, Text: " " + count}})
}

// row returns a row of the list.
func (p *Pane) row(l line) string {
	e, g := p.entry(l.item)
	switch l.kind {
	case section:
		return list.Row(p.theme, p.width, p.theme.Row, []list.Segment{{Style: p.theme.Error, Text: " Lost: their words are no longer in the article"}}, nil)
	case heading:
		return p.heading(g)
	case words:
		return p.words(e, l.item)
	case body:
		return p.body(e, l.item)
	}
	return list.Row(p.theme, p.width, p.theme.Row, nil, nil)
}

func (p *Pane) heading(g *Group) string {
	title := g.Article.Title
	if title.IsEmpty() {
		title = g.Article.URL
	}
	if title.IsEmpty() {
		title = clean.Of("an article without a title")
	}
	left := []list.Segment{{Style: p.theme.Title, Text: " " + clean.Line(title.String()).String()}}
	if site := g.Article.Site.String(); site != "" {
		left = append(left, list.Segment{Style: p.theme.Muted, Text: "  " + clean.Line(site).String()})
	}
	if !g.Article.Removed.IsZero() {
		left = append(left, list.Segment{Style: p.theme.Muted, Text: "  (not on the shelf)"})
	}
	return list.Row(p.theme, p.width, p.theme.Row, left, nil)
}

// styles returns the ground of a note's rows and the style of what matters less
// on it.
func (p *Pane) styles(i int) (base, muted theme.Style, lead string) {
	if p.at < len(p.notes) && p.lines[p.notes[p.at]].item == i {
		// What is muted could hardly be read on the ground of the row.
		return p.theme.RowNow, theme.Style{}, " › "
	}
	return p.theme.Row, p.theme.Muted, "   "
}

// words returns the row of what a note is on, with its sign. Where there is no
// row for the note's own words they follow.
func (p *Pane) words(e Entry, i int) string {
	base, muted, lead := p.styles(i)
	sign, style := p.look(e.Note.Kind)
	left := []list.Segment{{Text: lead}, {Style: style, Text: sign}, {Text: " "}}
	on := Quotation(e.Note, 4*p.width)
	if p.rowsEach() == 1 && !e.Note.Body.IsEmpty() {
		left = append(left, list.Segment{Text: oneLine(e.Note.Body.String(), 4*p.width) + " "})
		left = append(left, list.Segment{Style: muted, Text: on})
	} else {
		left = append(left, list.Segment{Text: on})
	}
	when := e.Note.Modified
	if when.IsZero() {
		when = e.Note.Created
	}
	var right []list.Segment
	if date := ago.Short(when, p.now); date != "" {
		right = []list.Segment{{Style: muted, Text: " " + date + " "}}
	}
	return list.Row(p.theme, p.width, base, left, right)
}

// body returns the row of a note's own words and its tags.
func (p *Pane) body(e Entry, i int) string {
	base, muted, _ := p.styles(i)
	base.Bold = false
	left := []list.Segment{{Text: "     "}}
	if !e.Note.Body.IsEmpty() {
		left = append(left, list.Segment{Text: oneLine(e.Note.Body.String(), 4*p.width)})
	}
	var right []list.Segment
	if tags := joinTags(e.Note.Tags); tags != "" {
		right = []list.Segment{{Style: muted, Text: " " + list.Column(oneLine(tags, 400), min(len(tags), max(p.width/3, 1)), true) + " "}}
	}
	return list.Row(p.theme, p.width, base, left, right)
}

// Quotation returns what a note is on, on one line of about so many bytes at
// the most: the words in the quotation marks of the program, the name of the
// entity, or that it is the article as a whole.
func Quotation(n keep.Note, most int) string {
	quoted := oneLine(n.Target.At.Exact, most)
	name := oneLine(n.Target.Entity.Name, 200)
	switch n.Target.On {
	case keep.OnArticle:
		return "the article as a whole"
	case keep.OnEntity:
		return "on " + name
	case keep.OnStatement:
		if name == "" {
			name = "somebody"
		}
		return name + ": “" + quoted + "”"
	}
	return "“" + quoted + "”"
}

// oneLine returns the beginning of s on one line, of about n bytes.
func oneLine(s string, n int) string {
	cut := ""
	if len(s) > n {
		for n > 0 && s[n]&0xC0 == 0x80 {
			n--
		}
		s, cut = s[:n], " …"
	}
	return strings.TrimSpace(clean.Line(s).String()) + cut
}
