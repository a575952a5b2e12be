package ui

import (
	"errors"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate"
	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/editor"
	"gloss/ui/index"
	"gloss/ui/margin"
	"gloss/ui/reader"
	"gloss/ui/theme"
)

// writeNote opens the editor on a note on what is here: the words that are
// selected, or else the note that the reader went to, the statement, the name
// that is chosen, or the article as a whole.
func (a *app) writeNote() tea.Cmd {
	if a.unkept() != nil {
		return a.tellUnkept("no note", (*app).writeNote)
	}
	if s, ok := a.selection(); ok {
		return a.writeOnWords(s)
	}
	if n, ok := a.noteHere(); ok {
		return a.editNote(n)
	}
	if i := a.statementHere(); i >= 0 {
		return a.editNote(a.noteOnStatement(i))
	}
	if m, ok := a.mentionHere(); ok {
		return a.editNote(a.noteOnEntity(m))
	}
	return a.editNote(a.noteOnWhole())
}

// errOnItsWay says that it is too early by a moment.
var errOnItsWay = errors.New("the article is still on its way to the shelf …")

// unkept returns why nothing can be kept of what is read, nil where it can.
func (a *app) unkept() error {
	switch {
	case a.library == nil:
		return errNothingKept
	case a.kept.ID != 0:
		return nil
	case !a.keeping && a.keptErr != nil:
		return fmt.Errorf("nothing can be kept now: %w", a.keptErr)
	case a.keeping || a.loading || !a.blank && !a.article.Doc().Text.IsEmpty():
		return errOnItsWay
	}
	return errors.New("nothing can be kept of what is not on the shelf")
}

// tellUnkept says why nothing can be kept of what is read, after what is not
// done for that, and returns the command that tries once more to keep it. Where
// that only takes its time, again is done afterwards, unless it is nil.
func (a *app) tellUnkept(undone string, again func(*app) tea.Cmd) tea.Cmd {
	why := a.unkept()
	if errors.Is(why, errOnItsWay) && again != nil {
		a.say(why.Error())
		a.onceKept = again
	} else {
		a.fail(fmt.Errorf("%s: %w", undone, why))
	}
	return a.keepArticle()
}

// newNote opens the editor on a new note, where it can be kept.
func (a *app) newNote(n keep.Note) tea.Cmd {
	if a.unkept() != nil {
		return a.tellUnkept("no note", nil)
	}
	return a.editNote(n)
}

// writeOnWords opens the editor on a note on words, which are no longer selected
// then.
func (a *app) writeOnWords(s span) tea.Cmd {
	if a.unkept() != nil {
		return a.tellUnkept("no note", func(a *app) tea.Cmd { return a.writeOnWords(s) }) // and what is selected stays so
	}
	n := a.noteOnSpan(s)
	a.endSelecting()
	return a.editNote(n)
}

// noteHere returns the note that the reader went to or stands in, or that is
// selected in the margin where that has the keys.
func (a *app) noteHere() (keep.Note, bool) {
	id := a.article.Note()
	switch act := a.margin.Selected(); {
	case a.focusMargin && act.Kind == margin.GoNote:
		id = act.Note
	case a.focusMargin:
		return keep.Note{}, false
	case id == "":
		id = a.noteUnder()
	}
	if id == "" {
		return keep.Note{}, false
	}
	return a.keptNote(id)
}

// noteUnder returns the ID of a note at the target of the last jump: where that is
// a statement, at its content; "" for none.
func (a *app) noteUnder() string {
	off := a.article.Cursor()
	if i := a.article.Statement(); i >= 0 {
		off = a.article.Index().Annotations.Quotes[i].Content[0].Start
	}
	if off < 0 {
		return ""
	}
	if ids := a.article.NotesAt(off); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// noteOn returns a new note on a target in the article that is read.
func (a *app) noteOn(t keep.Target) keep.Note {
	n := keep.Note{Article: a.kept.ID, Target: t}
	if t.On != keep.OnArticle {
		n.Kind = keep.Kinds()[0]
	}
	return n
}

// noteOnWhole returns a note on the article as a whole: the one that is there, or
// a new one.
func (a *app) noteOnWhole() keep.Note {
	for _, p := range a.notes {
		if p.Target.On == keep.OnArticle {
			return p.Note
		}
	}
	return a.noteOn(keep.Target{On: keep.OnArticle, Version: a.kept.Version})
}

// noteOnSpan returns a new note on a span of the text.
func (a *app) noteOnSpan(s span) keep.Note {
	return a.noteOn(keep.Target{On: keep.OnSpan, At: a.describe(spanOf(s)), Version: a.kept.Version})
}

// noteOnEntity returns a new note on an entity, made at a mention of it.
func (a *app) noteOnEntity(m index.Mention) keep.Note {
	e := a.article.Index().Annotations.Entities[m.Entity]
	return a.noteOn(keep.Target{
		On: keep.OnEntity, At: a.describe(m.Span), Version: a.kept.Version, Entity: keep.Ref{Name: e.Name, Type: string(e.Type)},
	})
}

// noteOnStatement returns a new note on a statement.
func (a *app) noteOnStatement(i int) keep.Note {
	x := a.article.Index()
	q := x.Annotations.Quotes[i]
	t := keep.Target{On: keep.OnStatement, At: a.describe(q.Content[0]), Version: a.kept.Version}
	if e, ok := x.Entity(q.Speaker.Entity); ok {
		t.Entity = keep.Ref{Name: e.Name, Type: string(e.Type)}
	} else {
		t.Entity.Name = a.margin.SpeakerName(q)
	}
	return a.noteOn(t)
}

// describe returns the selector of a span of the text that is read.
func (a *app) describe(s annotate.Span) anchor.Selector {
	return anchor.Describe(a.article.Doc().Text.String(), articles.Span(s))
}

// spanOf returns a span as the annotations have it.
func spanOf(s span) annotate.Span { return annotate.Span{Start: s.start, End: s.end} }

// subject tells what a note is on.
func (a *app) subject(n keep.Note) editor.Subject {
	words := clean.Of(n.Target.At.Exact)
	name := clean.Line(n.Target.Entity.Name).String()
	switch n.Target.On {
	case keep.OnEntity:
		return editor.Subject{What: clean.Line(name + ", " + typeName(annotate.Type(n.Target.Entity.Type)))}
	case keep.OnStatement:
		if name == "" {
			name = "somebody"
		}
		return editor.Subject{What: clean.Line("what " + name + " said"), Words: words}
	case keep.OnArticle:
		return editor.Subject{What: clean.Of("the article as a whole")}
	}
	return editor.Subject{What: clean.Of("a passage"), Words: words}
}

// actsOnNote returns what can be done with the note that the reader went to.
func (a *app) actsOnNote() []option {
	n, ok := a.noteHere()
	if !ok {
		return nil
	}
	return append([]option{under("the note on " + a.subject(n).What.String())}, a.noteActs(n)...)
}

// noteActs returns what can be done with a note.
func (a *app) noteActs(n keep.Note) []option {
	out := append(a.actsOnPlace(n), choice("e", "write on it, or its tags", func(a *app) tea.Cmd { return a.editNote(n) }))
	if n.Target.On != keep.OnArticle {
		for i, k := range keep.Kinds() {
			o := choice(fmt.Sprint(i+1), string(k), func(a *app) tea.Cmd { return a.recolour(n, k) })
			o.Sign, o.Style = a.look(k)
			if k == n.Kind {
				o.More = clean.Of("as it is")
			}
			out = append(out, o)
		}
	}
	return append(out, choice("R", "take it away", func(a *app) tea.Cmd { return a.removeNote(n) }))
}

// recolour returns the command that gives a note another kind.
func (a *app) recolour(n keep.Note, k keep.Kind) tea.Cmd {
	n.Kind = k
	return a.putNote(n)
}

// look says how a kind of note is shown.
func (a *app) look(k keep.Kind) (sign string, style theme.Style) {
	kind := reader.NoteKind(k)
	return a.theme.Sigil(kind), a.theme.Mark(kind)
}

// noteSpan returns where a note is in the text that is read: one that is kept
// where its words were found, a new one where it was made.
func (a *app) noteSpan(n keep.Note) (span, bool) {
	if s, ok := a.article.NoteSpan(n.ID); ok {
		return span{s.Start, s.End}, true
	}
	at := n.Target.At
	if n.ID != "" || at.Start >= at.End || at.End > a.article.Doc().Text.Len() {
		return span{}, false
	}
	return span{at.Start, at.End}, true
}
