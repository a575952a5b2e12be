package margin

import (
	"slices"
	"strings"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/reader"
	"gloss/ui/theme"
	"gloss/ui/typeset"
)

// A Note is a note with what is known of its place in the text.
type Note struct {
	Note  keep.Note
	Moved bool // its words were found elsewhere, or changed
	Lost  bool // its words are no longer in the text
}

// noteList is the tab of notes: those on the text in the order they are given,
// then under a heading those whose words are gone.
type noteList struct {
	p     *Pane
	items []int // places in the notes; -1 for the heading
}

func newNoteList(p *Pane) noteList {
	l := noteList{p: p}
	var lost []int
	for i := range p.notes {
		if p.notes[i].Lost {
			lost = append(lost, i)
		} else {
			l.items = append(l.items, i)
		}
	}
	if lost != nil {
		l.items = append(append(l.items, -1), lost...)
	}
	return l
}

func (l noteList) len() int { return len(l.items) }

func (l noteList) count() int { return len(l.p.notes) }

func (l noteList) empty() string {
	return "no notes on this text: v selects words, H highlights them, a writes a note"
}

// find returns the item of a note, or -1.
func (l noteList) find(id string) int {
	return slices.IndexFunc(l.items, func(n int) bool { return n >= 0 && l.p.notes[n].Note.ID == id })
}

func (l noteList) key(i int) string {
	if l.items[i] < 0 {
		return ""
	}
	n := l.p.notes[l.items[i]].Note
	parts := []string{onWhat(n, 4000), n.Body.String(), "kind:" + string(n.Kind)}
	for _, t := range n.Tags {
		parts = append(parts, "#"+t.String())
	}
	return strings.Join(parts, "\n")
}

func (l noteList) action(i int) Action {
	if l.items[i] < 0 {
		return Action{}
	}
	return Action{Kind: GoNote, Note: l.p.notes[l.items[i]].Note.ID}
}

// The most lines that the parts of a note take, and when it is selected.
const (
	quotedLines, quotedLinesNow   = 1, 6
	writtenLines, writtenLinesNow = 3, 16
)

func (l noteList) rows(i, width int, selected bool) []row {
	if l.items[i] < 0 {
		return l.lostRows(i > 0, width)
	}
	n := &l.p.notes[l.items[i]]
	th := l.p.theme
	quoted, written := quotedLines, writtenLines
	if selected {
		quoted, written = quotedLinesNow, writtenLinesNow
	}
	kind := reader.NoteKind(n.Note.Kind)
	lead := []segment{{th.Text, " "}, {th.Mark(kind), th.Sigil(kind)}, {th.Text, " "}}
	style, state := th.Text.Over(theme.Style{Italic: true}), ""
	if n.Moved {
		state = " moved?"
	}
	if n.Note.Target.On == keep.OnArticle {
		style = th.Muted
	}
	var rows []row
	for k, line := range typeset.Wrap(onWhat(n.Note, 4000), width-5-len(state), quoted) {
		r := row{segments: append(slices.Clone(lead), segment{style, line})}
		if k == 0 && state != "" {
			r.right = []segment{{th.Error, state + " "}}
		}
		rows = append(rows, r)
		lead = []segment{{th.Text, "   "}}
	}
	under := func(text string, style theme.Style, most int) {
		if text == "" {
			return
		}
		for _, line := range typeset.Wrap(text, width-6, most) {
			rows = append(rows, row{segments: []segment{{th.Gutter, "   │ "}, {style, line}}})
		}
	}
	under(typeset.OneLine(n.Note.Body.String(), 8000), th.Text, written)
	if len(n.Note.Tags) > 0 {
		var tags []string
		for _, t := range n.Note.Tags {
			tags = append(tags, "#"+typeset.OneLine(t.String(), 200))
		}
		under(strings.Join(tags, " "), th.Muted, quoted)
	}
	return rows
}

// lostRows head the notes whose words are gone.
func (l noteList) lostRows(gap bool, width int) []row {
	th := l.p.theme
	var rows []row
	if gap {
		rows = append(rows, row{})
	}
	for _, line := range typeset.Wrap("On words that are no longer in this text", width-2, 2) {
		rows = append(rows, row{segments: []segment{{th.Title, " " + line}}})
	}
	return rows
}

// onWhat returns on one line what a note is on: its words or, for one on an
// entity or on the article as a whole, the name of that.
func onWhat(n keep.Note, most int) string {
	switch n.Target.On {
	case keep.OnArticle:
		return "the article as a whole"
	case keep.OnEntity:
		return typeset.OneLine(clean.Of(n.Target.Entity.Name).String(), most)
	}
	words := typeset.OneLine(clean.Of(n.Target.At.Exact).String(), most)
	if n.Target.On == keep.OnStatement && n.Target.Entity.Name != "" {
		return typeset.OneLine(clean.Of(n.Target.Entity.Name).String(), 200) + ": " + words
	}
	return words
}

// SetNotes sets the notes, those on the text in its order. The one that is
// selected stays so, if it is among them, or else the place where it stood.
func (p *Pane) SetNotes(notes []Note) {
	v := &p.views[Notes]
	id := ""
	if v.len() > 0 {
		id = v.list.action(v.at(v.sel)).Note
	}
	p.notes = notes
	l := newNoteList(p)
	v.list = l
	v.apply(v.filter)
	if i := l.find(id); id != "" && i >= 0 {
		v.sel = max(v.find(i), 0)
	}
}

// ShowNote opens the notes at one of them. It reports whether it is there.
func (p *Pane) ShowNote(id string) bool {
	i := p.views[Notes].list.(noteList).find(id)
	if i >= 0 {
		p.show(Notes, i)
	}
	return i >= 0
}
