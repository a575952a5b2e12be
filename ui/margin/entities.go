package margin

import (
	"fmt"
	"slices"
	"strings"

	"gloss/annotate"
	"gloss/ui/index"
	"gloss/ui/reader"
	"gloss/ui/theme"
	"gloss/ui/typeset"
)

// entityList is the tab of entities, those first that the article is about.
type entityList struct{ p *Pane }

func (l entityList) all() []annotate.Entity { return l.p.index.Annotations.Entities }

func (l entityList) len() int { return len(l.all()) }

func (l entityList) key(i int) string {
	e := l.all()[i]
	return strings.Join(append([]string{e.Name, typeNames[e.Type]}, append(e.Aliases[:len(e.Aliases):len(e.Aliases)], e.Roles...)...), "\n")
}

func (l entityList) action(i int) Action { return Action{Kind: GoEntity, Entity: i} }

func (l entityList) count() int { return l.len() }

func (l entityList) empty() string { return l.p.nothing("no names found in this text") }

func (l entityList) rows(i, width int, selected bool) []row {
	e := l.all()[i]
	th := l.p.theme
	kind := reader.Kind(index.ClassOf(e.Type))
	cells := max(min(width/4, 14), 6)
	if width < 24 {
		cells = 0
	}
	name := segment{th.Text, typeset.OneLine(e.Name, 200)}
	if selected {
		name.style = th.Title
	}
	rows := []row{{
		segments: []segment{{th.Mark(kind), th.Sigil(kind)}, {th.Text, " "}, name},
		right: []segment{
			{th.Muted, fmt.Sprintf(" %3d ", l.p.index.Named(i))},
			{th.Sparkline, l.p.spark(i, cells)},
		},
	}}
	if !selected {
		return rows
	}
	detail := typeNames[e.Type]
	if len(e.Roles) > 0 {
		detail += " · " + strings.Join(e.Roles, ", ")
	}
	if len(e.Aliases) > 0 {
		detail += " · also " + strings.Join(e.Aliases, ", ")
	}
	if said, about := len(l.p.index.SaidBy(i)), l.p.index.AboutCount(i); said+about > 0 {
		detail += fmt.Sprintf(" · said %d, spoken of %d", said, about)
	}
	if in := l.coalitions(i); in != "" {
		detail += " · in " + in
	}
	for _, line := range typeset.Wrap(detail, width-3, 5) {
		rows = append(rows, row{segments: []segment{{th.Muted, "  " + line}}})
	}
	return rows
}

// coalitions names the coalitions that an entity is a member of, those that
// the text states first.
func (l entityList) coalitions(i int) string {
	var stated, known []string
	for _, n := range l.p.index.CoalitionsOf(i) {
		c := l.p.index.Annotations.Coalitions[n]
		switch {
		case c.Name == "" || slices.Contains(stated, c.Name):
		case c.Basis == annotate.Stated:
			stated = append(stated, c.Name)
		case !slices.Contains(known, c.Name):
			known = append(known, c.Name)
		}
	}
	known = slices.DeleteFunc(known, func(name string) bool { return slices.Contains(stated, name) })
	return strings.Join(append(stated, known...), ", ")
}

// typeNames are the types of entities in plain words.
var typeNames = map[annotate.Type]string{
	annotate.Person: "person", annotate.Org: "organisation", annotate.GPE: "country, state or city",
	annotate.Loc: "place", annotate.Fac: "building or site", annotate.Norp: "people or group",
	annotate.Event: "event", annotate.Product: "product", annotate.WorkOfArt: "work",
	annotate.Law: "law", annotate.Date: "date", annotate.Time: "time", annotate.Money: "money",
	annotate.Percent: "percentage", annotate.Quantity: "quantity",
}

// sigilOf returns the sign and style of the entity with the ID.
func (p *Pane) sigilOf(id string) segment {
	e, ok := p.index.Entity(id)
	if !ok {
		return segment{p.theme.Muted, p.theme.Sigil(theme.Other)}
	}
	kind := reader.Kind(index.ClassOf(e.Type))
	return segment{p.theme.Mark(kind), p.theme.Sigil(kind)}
}
