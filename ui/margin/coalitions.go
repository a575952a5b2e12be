package margin

import (
	"fmt"
	"strings"

	"gloss/annotate"
	"gloss/ui/theme"
	"gloss/ui/typeset"
)

// coalitionList is the tab of coalitions: under the name of each its members,
// and the sentence that states them.
type coalitionList struct {
	p     *Pane
	items []coalitionItem
}

// A coalitionItem is the name of a coalition, one of its members, or the
// sentence that states them.
type coalitionItem struct {
	coalition int
	member    int // -1 for the name, -2 for the evidence
}

const (
	itemName     = -1
	itemEvidence = -2
)

func newCoalitionList(p *Pane) coalitionList {
	l := coalitionList{p: p}
	for i, c := range p.index.Annotations.Coalitions {
		l.items = append(l.items, coalitionItem{i, itemName})
		if !c.Evidence.Empty() {
			l.items = append(l.items, coalitionItem{i, itemEvidence})
		}
		for m := range c.Members {
			l.items = append(l.items, coalitionItem{i, m})
		}
	}
	return l
}

func (l coalitionList) len() int { return len(l.items) }

func (l coalitionList) count() int { return len(l.p.index.Annotations.Coalitions) }

func (l coalitionList) empty() string {
	return l.p.nothing("this text states no coalition and its members")
}

func (l coalitionList) of(i int) (annotate.Coalition, coalitionItem) {
	it := l.items[i]
	return l.p.index.Annotations.Coalitions[it.coalition], it
}

func (l coalitionList) key(i int) string {
	c, it := l.of(i)
	switch it.member {
	case itemName:
		return c.Name
	case itemEvidence:
		return c.Evidence.Of(l.p.doc.Text.String())
	}
	return c.Members[it.member].Name
}

func (l coalitionList) action(i int) Action {
	c, it := l.of(i)
	a := Action{Coalition: it.coalition, Entity: -1}
	if it.member < 0 {
		a.Kind, a.Off = LightMembers, c.Evidence.Start
		if c.Evidence.Empty() {
			a.Off = l.firstMention(c.Entity)
		}
		return a
	}
	m := c.Members[it.member]
	a.Kind, a.Off, a.Entity = GoMember, m.Span.Start, l.p.index.EntityIndex(m.Entity)
	if m.Span.Empty() {
		if a.Off = l.firstMention(m.Entity); a.Off < 0 {
			a.Kind = MissingMember
		}
	}
	return a
}

// firstMention returns where the entity is first named, or -1.
func (l coalitionList) firstMention(id string) int {
	if e, ok := l.p.index.Entity(id); ok {
		return e.Mentions[0].Span.Start
	}
	return -1
}

func (l coalitionList) rows(i, width int, selected bool) []row {
	c, it := l.of(i)
	th := l.p.theme
	switch it.member {
	case itemName:
		return l.nameRows(c, it.coalition, i > 0, width)
	case itemEvidence:
		lines := 3
		if selected {
			lines = 12
		}
		var rows []row
		for _, line := range typeset.Wrap("“"+c.Evidence.Of(l.p.doc.Text.String())+"”", width-4, lines) {
			rows = append(rows, row{segments: []segment{{th.Muted.Over(theme.Style{Italic: true}), "   " + line}}})
		}
		return rows
	}
	m := c.Members[it.member]
	sign, style := l.p.sigilOf(m.Entity), th.Text
	count := ""
	if e := l.p.index.EntityIndex(m.Entity); e >= 0 {
		count = fmt.Sprintf(" %d ", l.p.index.Named(e))
	} else if c.Basis == annotate.Known {
		style = th.Muted // the article does not name it
	}
	return []row{{
		segments: []segment{{th.Text, "   "}, sign, {th.Text, " "}, {style, typeset.OneLine(m.Name, 200)}},
		right:    []segment{{th.Muted, count}},
	}}
}

func (l coalitionList) nameRows(c annotate.Coalition, place int, gap bool, width int) []row {
	th := l.p.theme
	var rows []row
	if gap {
		rows = append(rows, row{})
	}
	name := c.Name
	if name == "" {
		name = "(a group without a name)"
	}
	said := "stated in the text"
	switch {
	case c.Basis == annotate.Known:
		said = "known, not from the text"
	case !c.Exhaustive:
		said = "stated in part"
	}
	members := "members"
	if len(c.Members) == 1 {
		members = "member"
	}
	sign := "✦"
	if c.Basis == annotate.Known {
		sign = "✧"
	}
	for n, line := range typeset.Wrap(name, width-4, 2) {
		lead := segment{th.Mark(theme.Member), sign + " "}
		if n > 0 {
			lead.text = "  "
		}
		rows = append(rows, row{segments: []segment{{th.Text, " "}, lead, {th.Title, line}}})
	}
	detail := fmt.Sprintf("%d %s, %s", len(c.Members), members, said)
	if n := l.p.index.NamedElsewhere(place); n > 0 {
		where := "elsewhere"
		if c.Basis == annotate.Known {
			where = "here"
		}
		detail += fmt.Sprintf("; %d named %s", n, where)
	}
	for _, line := range typeset.Wrap(detail, width-4, 2) {
		rows = append(rows, row{segments: []segment{{th.Muted, "   " + strings.TrimSpace(line)}}})
	}
	return rows
}
