package ui

import (
	"strings"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/choices"
	"gloss/ui/draft"
	"gloss/ui/editor"
	"gloss/ui/notelist"
	"gloss/ui/reader"
	"gloss/ui/theme"
)

// noted shows what was read as a note that is written, with a draft of it, in
// the list of all notes, and in a menu. What a note is on comes from a database
// as it is.
func noted(f found) []string {
	rows := onShelfOf(f)
	if len(rows) == 0 {
		return nil
	}
	var out []string
	add := func(view []string) { out = append(out, strings.Join(view, "\n")) }
	look := func(k keep.Kind) (string, theme.Style) {
		return colourful.Sigil(reader.NoteKind(k)), colourful.Mark(reader.NoteKind(k))
	}

	words := rows[0].Summary
	n := keep.Note{ID: "n", Kind: keep.Kind(words.String()), Body: words, Tags: []clean.Text{words}, Target: keep.Target{
		On: keep.OnStatement, At: anchor.Selector{Exact: words.String()}, Entity: keep.Ref{Name: words.String()},
	}}
	e := editor.New(n, editor.Subject{What: rows[0].Title, Words: words}, look, colourful)
	e.SetSize(100, 14)
	add(e.View())
	e.SetDraft(draft.Draft{Body: words.String(), Tags: words.String(), Kind: keep.Doubt})
	if err := e.SetBody(words.String() + "\n" + words.String()); err == nil {
		add(e.View())
	}
	e.Turn()
	add(e.View())

	var groups []notelist.Group
	for i, r := range rows {
		on := []keep.TargetKind{keep.OnStatement, keep.OnEntity, keep.OnSpan}[i%3]
		n := n
		n.Target.On = on
		groups = append(groups, notelist.Group{Article: r, Entries: []notelist.Entry{{Note: n, Lost: i%2 == 1}}})
	}
	l := notelist.New(look, colourful)
	l.Set(groups)
	for _, width := range []int{120, 40} {
		l.SetSize(width, 30)
		add(l.View())
	}
	l.SetFilter(words.String())
	add(l.View())

	m := choices.New(words, []choices.Choice{{Key: "a", Words: words, More: words}, {Words: words, Heading: true}}, colourful)
	m.SetSize(100, 8)
	add(m.View())
	m.SetFilter(words.String())
	add(m.View())
	return out
}
