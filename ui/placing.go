package ui

import (
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"

	tea "github.com/charmbracelet/bubbletea"
)

// actsOnLost returns how the notes whose words are gone, and those that were
// found elsewhere or changed, are put on words that are selected.
func (a *app) actsOnLost(s span) []option {
	var lost, moved []option
	for _, p := range a.notes {
		words := "put here the "
		switch {
		case p.orphan():
			words += "lost note"
		case p.rank() == 1 && p.State == anchor.Moved:
			words += "note that has moved"
		default:
			continue
		}
		words += " on “" + short(clean.Line(p.Target.At.Exact).String(), 60) + "”"
		o := choice("", words, func(a *app) tea.Cmd {
			a.endSelecting()
			return a.placeOn(p.Note, s)
		})
		o.Sign, o.Style = a.look(p.Kind)
		o.More = clean.Line(short(clean.Line(p.Body.String()).String(), 60))
		if p.orphan() {
			lost = append(lost, o)
		} else {
			moved = append(moved, o)
		}
	}
	out := append(lost, moved...)
	for i := range min(len(out), 9) {
		out[i].Key = string(rune('1' + i))
	}
	return out
}

// placeOn returns the command that puts a note on other words of the text that
// is read. What it is on, as an entity or a statement, stays.
func (a *app) placeOn(n keep.Note, s span) tea.Cmd {
	n.Target.At = a.describe(spanOf(s))
	n.Target.Version = a.kept.Version
	return a.putNote(n)
}

// actsOnPlace returns what can be done about the place of a note that was found
// elsewhere than it was made, or not at all.
func (a *app) actsOnPlace(n keep.Note) []option {
	for _, p := range a.notes {
		switch {
		case p.ID != n.ID:
		case p.orphan():
			return []option{under("its words are gone: select others with " + a.keys.Select.Help().Key + ", and " + a.keys.Act.Help().Key + " puts it there")}
		case p.rank() == 1 && p.State == anchor.Moved:
			s := span{p.Span.Start, p.Span.End}
			return []option{choice("k", "it belongs here: these are its words now", func(a *app) tea.Cmd { return a.placeOn(n, s) })}
		}
	}
	return nil
}
