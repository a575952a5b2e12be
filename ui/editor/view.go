package editor

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/list"
	"gloss/ui/theme"
)

const (
	edge      = 1 // columns left and right of what is written
	tagsLabel = "tags "
	maxQuoted = 3 // rows of the quotation
)

// A layout is how the rows are shared out. The words come first: what else
// there is gives way to them on a small screen.
type layout struct {
	title, quoted, kinds, body, tags int // rows
}

func (p *Pane) layout() layout {
	var l layout
	room := p.height
	take := func(want, leave int) int {
		n := max(min(want, room-leave), 0)
		room -= n
		return n
	}
	l.tags = take(1, 1)
	l.title = take(1, 1)
	if p.hasKind() {
		l.kinds = take(1, 2)
	}
	if !p.subject.Words.IsEmpty() {
		l.quoted = take(min(maxQuoted, len(p.quotation(maxQuoted))), max(4, p.height/2))
	}
	l.body = room
	return l
}

// View returns the rows of the pane, as many as it is high and each of its
// width.
func (p *Pane) View() []string {
	l := p.layout()
	rows := make([]string, 0, p.height)
	if l.title > 0 {
		rows = append(rows, p.title())
	}
	sign, style := p.look(p.kind)
	for _, q := range p.quotation(l.quoted) {
		rows = append(rows, p.row(list.Segment{Style: style, Text: sign}, list.Segment{Style: p.theme.Muted, Text: " " + q}))
	}
	if l.kinds > 0 {
		rows = append(rows, p.kinds())
	}
	rows = append(rows, p.words(l.body)...)
	if l.tags > 0 {
		label := p.theme.Muted
		if p.onTags {
			label = p.theme.Key
		}
		name := list.Column(" "+tagsLabel, min(len(tagsLabel)+edge, p.width), false)
		rows = append(rows, p.theme.Paint(label, name)+p.line(p.tags.View(), p.width-len(name)))
	}
	return rows
}

// title returns the row that says what the note is on, drawn into the rule that
// parts the pane from what stands above it.
func (p *Pane) title() string {
	words := "Note on " + clean.Line(p.subject.What.String()).String()
	if p.Changed() {
		words += " · changed"
	}
	left := []list.Segment{{Style: p.theme.BorderFocus, Text: "── "}, {Style: p.theme.Title, Text: words}, {Text: " "}}
	if gap := p.width - list.Width(left); gap > 0 {
		left = append(left, list.Segment{Style: p.theme.BorderFocus, Text: strings.Repeat("─", gap)})
	}
	return list.Row(p.theme, p.width, theme.Style{}, left, nil)
}

// quotation returns what the note is on in at most n rows.
func (p *Pane) quotation(n int) []string {
	room := max(p.width-4, 1)
	if n == 0 {
		return nil
	}
	// What cannot be seen need not be wrapped.
	words := clean.Line(head(p.subject.Words.String(), 4*n*room)).String()
	rows := strings.Split(ansi.Wrap(words, room, ""), "\n")
	if len(rows) > n {
		rows = rows[:n]
		rows[n-1] = ansi.Truncate(rows[n-1]+" …", room, "…")
	}
	return rows
}

// head returns the beginning of s, at most n bytes and whole code points.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n] + " …"
}

// kinds returns the row of the kinds, or where that is too narrow the one that
// is chosen.
func (p *Pane) kinds() string {
	var all, one []list.Segment
	for i, k := range keep.Kinds() {
		sign, style := p.look(k)
		words := theme.Style{}
		if k != p.kind {
			words = p.theme.Muted
		} else {
			words = p.theme.TabNow
			one = []list.Segment{{Text: " "}, {Style: style, Text: sign}, {Text: " "}, {Style: words, Text: string(k)}}
		}
		all = append(all, list.Segment{Text: " "}, list.Segment{Style: p.theme.Key, Text: strconv.Itoa(i + 1)}, list.Segment{Text: " "},
			list.Segment{Style: style, Text: sign}, list.Segment{Text: " "}, list.Segment{Style: words, Text: string(k)}, list.Segment{Text: " "})
	}
	if list.Width(all)+len("alt+") > p.width {
		return p.row(append(one, list.Segment{Style: p.theme.Muted, Text: "  alt+1 to 5, or ctrl+k"})...)
	}
	return p.row(append([]list.Segment{{Style: p.theme.Key, Text: " alt+"}}, all[1:]...)...)
}

// words returns the rows of the text area.
func (p *Pane) words(n int) []string {
	out := make([]string, 0, n)
	if p.tooLong {
		out = append(out, p.row(list.Segment{Style: p.theme.Error, Text: " too long to be edited here: ctrl+e opens it in your editor"}))
		for _, r := range strings.Split(ansi.Wrap(head(p.note.Body.String(), n*p.width), max(p.width-2*edge, 1), ""), "\n") {
			out = append(out, p.row(list.Segment{Text: " " + r}))
		}
	} else if n > 0 {
		for _, r := range strings.Split(p.body.View(), "\n") {
			out = append(out, list.Column("", min(edge, p.width), false)+p.line(r, p.width-edge))
		}
	}
	for len(out) < n {
		out = append(out, p.row())
	}
	return out[:n]
}

// row returns a row of the pane's width.
func (p *Pane) row(segments ...list.Segment) string {
	return list.Row(p.theme, p.width, theme.Style{}, segments, nil)
}

// line paints a row of a field, in which the cell of the cursor alone is
// reversed, in so many columns.
func (p *Pane) line(row string, width int) string {
	before, rest, found := strings.Cut(row, "\x1b[7m")
	before = ansi.Truncate(ansi.Strip(before), max(width, 0), "")
	segments := []list.Segment{{Style: p.theme.Text, Text: before}}
	if found {
		at, after, _ := strings.Cut(rest, "\x1b[0m")
		at = ansi.Strip(at)
		if at == "" {
			at = " "
		}
		segments = append(segments, list.Segment{Style: theme.Style{Reverse: true}, Text: at}, list.Segment{Style: p.theme.Text, Text: ansi.Strip(after)})
	}
	var b strings.Builder
	room := max(width, 0)
	for _, s := range segments {
		text := ansi.Truncate(s.Text, room, "")
		room -= ansi.StringWidth(text)
		b.WriteString(p.theme.Paint(s.Style, text))
	}
	b.WriteString(strings.Repeat(" ", max(room, 0)))
	return b.String()
}
