package margin

import (
	"fmt"
	"slices"
	"strings"

	"gloss/annotate"
	"gloss/ui/index"
	"gloss/ui/typeset"
)

// statementList is the tab of statements: under each speaker what they said,
// or all in the order of the text, or only those that have to do with one
// entity.
type statementList struct {
	p     *Pane
	items []statementItem
}

// A statementItem is a speaker, a statement, or the line that says which
// statements are shown.
type statementItem struct {
	speaker int // index in the index's speakers, for the head of a group; else -1
	quote   int // index in the annotations, or -1
}

// An only says which statements are shown: all, those by an entity, or those
// of others about it.
type only struct {
	kind   onlyKind
	entity int
}

type onlyKind uint8

const (
	everything onlyKind = iota
	saidBy
	saidAbout
)

func newStatementList(p *Pane) statementList {
	l := statementList{p: p}
	add := func(quotes []int) {
		for _, q := range quotes {
			l.items = append(l.items, statementItem{-1, q})
		}
	}
	switch {
	case p.only.kind == saidBy:
		l.items = append(l.items, statementItem{-1, -1})
		add(p.index.SaidBy(p.only.entity))
	case p.only.kind == saidAbout:
		l.items = append(l.items, statementItem{-1, -1})
		add(p.index.About(p.only.entity))
	case p.inOrder:
		for q := range p.index.Annotations.Quotes {
			l.items = append(l.items, statementItem{-1, q})
		}
	default:
		for i, s := range p.index.Speakers() {
			l.items = append(l.items, statementItem{i, -1})
			add(s.Statements)
		}
	}
	return l
}

func (l statementList) all() []annotate.Quote { return l.p.index.Annotations.Quotes }

func (l statementList) len() int { return len(l.items) }

func (l statementList) count() int {
	n := 0
	for _, it := range l.items {
		if it.quote >= 0 {
			n++
		}
	}
	return n
}

func (l statementList) empty() string { return l.p.nothing("no statements found in this text") }

// find returns the item of a statement, or -1.
func (l statementList) find(quote int) int {
	return slices.IndexFunc(l.items, func(it statementItem) bool { return it.quote == quote })
}

func (l statementList) key(i int) string {
	it := l.items[i]
	switch {
	case it.speaker >= 0:
		return l.p.index.Speakers()[it.speaker].Name
	case it.quote < 0:
		return ""
	}
	q := l.all()[it.quote]
	return fmt.Sprintf("%s\n%s\nact:%s kind:%s", l.p.SpeakerName(q), l.p.content(q, 2000), q.Act, q.Kind)
}

func (l statementList) action(i int) Action {
	switch it := l.items[i]; {
	case it.quote >= 0:
		return Action{Kind: GoStatement, Statement: it.quote}
	case it.speaker >= 0:
		return Action{Kind: GoStatement, Statement: l.p.index.Speakers()[it.speaker].Statements[0]}
	}
	return Action{Kind: ShowAll}
}

func (l statementList) rows(i, width int, selected bool) []row {
	it := l.items[i]
	switch {
	case it.speaker >= 0:
		return l.speakerRows(l.p.index.Speakers()[it.speaker], i > 0)
	case it.quote < 0:
		return l.titleRows(width)
	}
	grouped := l.p.only.kind == everything && !l.p.inOrder
	return l.statementRows(l.all()[it.quote], grouped, width, selected)
}

// speakerRows returns the head of a group: who, how many statements, and the
// share of all their words.
func (l statementList) speakerRows(s index.Speaker, gap bool) []row {
	th := l.p.theme
	var rows []row
	if gap {
		rows = append(rows, row{})
	}
	lead, name := segment{th.Text, " "}, segment{th.Title, s.Name}
	if s.Entity >= 0 {
		lead = l.p.sigilOf(l.p.index.Annotations.Entities[s.Entity].ID)
	}
	if s.Name == "" {
		name = segment{th.Muted, "not said who"}
	}
	share := 0
	if total := l.p.index.Words(); total > 0 {
		share = 100 * s.Words / total
	}
	return append(rows, row{
		segments: []segment{lead, {th.Text, " "}, name},
		right:    []segment{{th.Muted, fmt.Sprintf(" %d · %d %%", len(s.Statements), share)}},
	})
}

// titleRows says whose statements are shown, and how to see all again.
func (l statementList) titleRows(width int) []row {
	name := l.p.index.Annotations.Entities[l.p.only.entity].Name
	title := "What " + name + " said"
	if l.p.only.kind == saidAbout {
		title = "What others said of " + name
	}
	th := l.p.theme
	var rows []row
	for _, line := range typeset.Wrap(title, width-2, 2) {
		rows = append(rows, row{segments: []segment{{th.Title, " " + line}}})
	}
	return append(rows, row{segments: []segment{{th.Muted, " enter shows all"}}}, row{})
}

func (l statementList) statementRows(q annotate.Quote, grouped bool, width int, selected bool) []row {
	th := l.p.theme
	verb := typeset.OneLine(q.Cue.Of(l.p.doc.Text.String()), 60)
	var rows []row
	if !grouped {
		who := segment{th.Title, l.p.SpeakerName(q)}
		if who.text == "" {
			who = segment{th.Muted, "not said who"}
		}
		lead := segment{th.Text, " "}
		if q.Speaker.Entity != "" {
			lead = l.p.sigilOf(q.Speaker.Entity)
		}
		rows = append(rows, row{
			segments: []segment{lead, {th.Text, " "}, who, {th.Muted, " " + verb}},
			right:    []segment{{th.Muted, " " + gradeOf(q.Confidence).sign()}},
		})
	}
	sign := "❝"
	if q.Kind == annotate.Indirect {
		sign = "›"
	}
	lines := 2
	if selected {
		lines = 12
	}
	for n, line := range typeset.Wrap(l.p.content(q, 4000), width-6, lines) {
		r := row{segments: []segment{{th.Gutter, "  " + sign + " "}, {th.Text, line}}}
		if grouped && n == 0 {
			r.right = []segment{{th.Muted, " " + gradeOf(q.Confidence).sign()}}
		}
		rows = append(rows, r)
		sign = " "
	}
	if selected {
		detail := fmt.Sprintf("%s, %s · %s", q.Kind, q.Act, gradeOf(q.Confidence).words())
		if grouped && verb != "" {
			detail = verb + " · " + detail
		}
		for _, line := range typeset.Wrap(detail, width-5, 2) {
			rows = append(rows, row{segments: []segment{{th.Muted, "    " + line}}})
		}
	}
	return rows
}

// A grade is how sure a statement is.
type grade uint8

const (
	doubtful grade = iota
	likely
	sure
)

// gradeOf sorts a confidence from 0 to 1 into a grade.
func gradeOf(confidence float64) grade {
	switch {
	case confidence >= 0.8:
		return sure
	case confidence >= 0.5:
		return likely
	}
	return doubtful
}

func (g grade) sign() string { return [...]string{"?", "~", "✓"}[g] }

func (g grade) words() string { return [...]string{"doubtful", "likely", "sure"}[g] }

// content returns the words of a statement on one line, its parts joined by an
// ellipsis, at most so many bytes.
func (p *Pane) content(q annotate.Quote, most int) string {
	var parts []string
	for _, s := range q.Content {
		parts = append(parts, typeset.OneLine(s.Of(p.doc.Text.String()), most))
		if most -= s.End - s.Start; most <= 0 {
			break
		}
	}
	return strings.Join(parts, " … ")
}

// SpeakerName returns whose statement it is: the name of the entity, or what
// the text calls them; "" if nobody is named.
func (p *Pane) SpeakerName(q annotate.Quote) string {
	if e, ok := p.index.Entity(q.Speaker.Entity); ok {
		return typeset.OneLine(e.Name, 120)
	}
	return typeset.OneLine(q.Speaker.Span.Of(p.doc.Text.String()), 120)
}

// Content returns the words of a statement as they stand in the text, its
// parts joined by an ellipsis.
func (p *Pane) Content(q annotate.Quote) string { return p.content(q, 1<<20) }
