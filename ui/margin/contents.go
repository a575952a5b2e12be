package margin

import (
	"strings"

	"gloss/articles"
	"gloss/ui/typeset"
)

// contentsList is the tab of headings.
type contentsList struct {
	p        *Pane
	headings []articles.Block
}

func newContentsList(p *Pane) contentsList {
	l := contentsList{p: p}
	for _, b := range p.doc.Blocks {
		if b.Kind == articles.Heading {
			l.headings = append(l.headings, b)
		}
	}
	return l
}

func (l contentsList) len() int { return len(l.headings) }

func (l contentsList) count() int { return l.len() }

func (l contentsList) empty() string { return "this text has no headings" }

func (l contentsList) key(i int) string { return l.text(i) }

func (l contentsList) text(i int) string {
	s := l.headings[i].Span
	return typeset.OneLine(l.p.doc.Text.String()[s.Start:s.End], 400)
}

func (l contentsList) action(i int) Action {
	return Action{Kind: GoHeading, Off: l.headings[i].Span.Start}
}

func (l contentsList) rows(i, width int, selected bool) []row {
	th := l.p.theme
	style := th.Text
	lead := " "
	if l.headings[i].Span.Start <= l.p.here && (i+1 == len(l.headings) || l.headings[i+1].Span.Start > l.p.here) {
		style, lead = th.Title, "›"
	}
	indent := strings.Repeat("  ", min(l.headings[i].Level-1, 5))
	lines := 1
	if selected {
		lines = 3
	}
	var rows []row
	for _, line := range typeset.Wrap(l.text(i), width-3-len(indent), lines) {
		rows = append(rows, row{segments: []segment{{th.Gutter, lead}, {style, " " + indent + line}}})
		lead = " "
	}
	return rows
}
