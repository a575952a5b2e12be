package ui

import (
	"context"
	"strings"

	"gloss/articles"
	"gloss/articles/keep"
	"gloss/ui/compare"
	"gloss/ui/dossier"
	"gloss/ui/event"
)

// crossed shows what was read as the dossier of one whom all of it names, and
// side by side with itself. Names come from a database as they are: here they
// are the words of what was read, as are the kinds of statements.
func crossed(f found) []string {
	rows := onShelfOf(f)
	if len(rows) == 0 {
		return nil
	}
	var out []string
	add := func(view []string) { out = append(out, strings.Join(view, "\n")) }

	words := rows[0].Summary
	ref := keep.Ref{Name: words.String(), Type: "PERSON"}
	said := keep.Statement{Speaker: ref, Text: words, Cue: words.String(), Act: words.String(), Kind: "indirect", About: []int{0}, Span: articles.Span{End: 1}}
	entity := keep.Entity{Ref: ref, Aliases: []string{rows[0].Title.String()}, Mentions: 1}
	var all []keep.Appearance
	for _, r := range rows {
		all = append(all, keep.Appearance{Article: r, Entity: entity, Said: []keep.Statement{said}, About: []keep.Statement{said}})
	}
	d := dossier.New(dossier.Gather(ref, all), colourful)
	d.SetSize(120, 30)
	add(d.View())
	d.SetSize(50, 20)
	d.Move(1)
	d.SetFilter(words.String())
	add(d.View())

	findings := keep.Findings{Entities: []keep.Entity{entity}, Statements: []keep.Statement{said}}
	both, err := event.Compare(context.Background(), event.Source{Article: rows[0], Findings: findings}, event.Source{Article: rows[len(rows)-1], Findings: findings})
	if err != nil {
		panic(err) // nothing ends it
	}
	c := compare.New(both, colourful)
	c.SetSize(120, 30)
	for range 3 {
		add(c.View())
		c.Turn(1)
	}
	c.SetSize(60, 20)
	c.SetFilter(words.String())
	add(c.View())
	return append(out, d.Words(), c.Words())
}
