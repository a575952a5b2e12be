package margin

import (
	"strings"

	"gloss/annotate"
)

// statementList is the tab of statements, in the order of the text.
type statementList struct{ p *Pane }

func (l statementList) all() []annotate.Quote { return l.p.index.Annotations.Quotes }

func (l statementList) len() int { return len(l.all()) }

func (l statementList) count() int { return l.len() }

func (l statementList) empty() string { return l.p.nothing("no statements found in this text") }

func (l statementList) key(i int) string {
	q := l.all()[i]
	return l.p.SpeakerName(q) + "\n" + l.p.content(q, 2000)
}

func (l statementList) action(i int) Action { return Action{Kind: GoStatement, Statement: i} }

func (l statementList) rows(i, width int, selected bool) []row {
	q := l.all()[i]
	th := l.p.theme
	who := l.p.SpeakerName(q)
	whoStyle := th.Title
	if who == "" {
		who, whoStyle = "not said who", th.Muted
	}
	verb := oneLine(q.Cue.Of(l.p.doc.Text), 60)
	if verb != "" {
		verb = " " + verb
	}
	sign := "❝"
	if q.Kind == annotate.Indirect {
		sign = "›"
	}
	lead := segment{th.Text, " "}
	if q.Speaker.Entity != "" {
		lead = l.p.sigilOf(q.Speaker.Entity)
	}
	rows := []row{{segments: []segment{lead, {th.Text, " "}, {whoStyle, who}, {th.Muted, verb}}}}
	lines := 2
	if selected {
		lines = 12
	}
	for n, line := range wrap(l.p.content(q, 4000), width-5, lines) {
		if n > 0 {
			sign = " "
		}
		rows = append(rows, row{segments: []segment{{th.Gutter, "  " + sign + " "}, {th.Text, line}}})
	}
	return rows
}

// content returns the words of a statement on one line, its parts joined by an
// ellipsis, at most so many bytes.
func (p *Pane) content(q annotate.Quote, most int) string {
	var parts []string
	for _, s := range q.Content {
		parts = append(parts, oneLine(s.Of(p.doc.Text), most))
		if most -= s.End - s.Start; most <= 0 {
			break
		}
	}
	return strings.Join(parts, " … ")
}

// SpeakerName returns whose statement it is: the name of the entity, with what
// the text calls it there if that is another word; "" if nobody is named.
func (p *Pane) SpeakerName(q annotate.Quote) string {
	here := oneLine(q.Speaker.Span.Of(p.doc.Text), 120)
	e, ok := p.index.Entity(q.Speaker.Entity)
	if !ok {
		return here
	}
	return oneLine(e.Name, 120)
}

// Content returns the words of a statement as they stand in the text, its
// parts joined by an ellipsis.
func (p *Pane) Content(q annotate.Quote) string { return p.content(q, 1<<20) }
