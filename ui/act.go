package ui

import (
	"errors"
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate"
	"gloss/annotate/correct"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/index"
	"gloss/ui/margin"
	"gloss/ui/reader"
	"gloss/ui/typeset"
)

// act offers what can be done with what is here: the words that are selected,
// or else the note, the name and the statement that the reader went to or has
// chosen, and what was corrected before.
func (a *app) act() tea.Cmd {
	var options []option
	title := "Here"
	if s, ok := a.selection(); ok {
		title = "The words that are selected"
		options = append(options, a.actsOnWords(s)...)
	} else {
		options = append(options, a.actsOnNote()...)
		var name, statement []option
		if m, ok := a.mentionHere(); ok {
			name = a.actsOnName(m)
		}
		if i := a.statementHere(); i >= 0 {
			statement = a.actsOnStatement(i)
		}
		if a.article.Statement() >= 0 { // what the reader went to comes first
			options = slices.Concat(options, statement, name)
		} else {
			options = slices.Concat(options, name, statement)
		}
		if len(options) > 0 { // else a does so
			options = append(options, under("the article"), choice("W", "a note on it as a whole", func(a *app) tea.Cmd { return a.newNote(a.noteOnWhole()) }))
		}
	}
	options = append(options, a.actsOnUnsaved()...)
	options = append(options, a.actsOnCorrections()...)
	if len(options) == 0 {
		a.say("nothing to act on here: s and ]e go to statements and names, " + a.keys.Select.Help().Key + " selects words")
		return nil
	}
	a.offer(title, options)
	return nil
}

// mentionHere returns the mention that the reader went to, or that of who made
// the statement that the reader went to, or the first one of the entity that is
// chosen in the text or, where that has the keys, the margin.
func (a *app) mentionHere() (index.Mention, bool) {
	x := a.article.Index()
	entity := a.article.Chosen()
	if act := a.margin.Selected(); a.focusMargin {
		if act.Kind != margin.GoEntity {
			return index.Mention{}, false
		}
		entity = act.Entity
	} else if s := a.article.Statement(); s >= 0 {
		by := x.Annotations.Quotes[s].Speaker
		for _, m := range x.Mentions(by.Span.Start, by.Span.End) {
			if m.Entity == x.EntityIndex(by.Entity) {
				return m, true
			}
		}
	}
	if m, ok := x.MentionAt(a.article.Cursor()); ok && (entity < 0 || m.Entity == entity) {
		return m, true
	}
	if entity < 0 || entity >= len(x.Annotations.Entities) {
		return index.Mention{}, false
	}
	e := x.Annotations.Entities[entity]
	return index.Mention{Mention: e.Mentions[0], Entity: entity, Class: index.ClassOf(e.Type)}, true
}

// statementHere returns the statement that the reader went to, or that is
// selected in the margin where that has the keys; -1 for none.
func (a *app) statementHere() int {
	if act := a.margin.Selected(); a.focusMargin {
		if act.Kind == margin.GoStatement {
			return act.Statement
		}
		return -1
	}
	if i := a.article.Statement(); i >= 0 {
		return i
	}
	if off := a.article.Cursor(); off >= 0 {
		return a.article.Index().StatementAt(off)
	}
	return -1
}

// actsOnName returns what can be done with a name.
func (a *app) actsOnName(m index.Mention) []option {
	e := a.article.Index().Annotations.Entities[m.Entity]
	at := correct.Select(a.article.Doc().Text.String(), m.Span)
	ref := correct.RefTo(e)
	make := func(c correct.Correction) func(*app) tea.Cmd {
		return func(a *app) tea.Cmd { return a.change(c) }
	}
	many := choice("D", "it names nobody, nowhere in this article", make(correct.Correction{Kind: correct.Dismiss, Entity: ref, Everywhere: true}))
	many.More = clean.Line(typeset.Count(len(e.Mentions), "mention"))
	return []option{
		under(fmt.Sprintf("%s, %s", e.Name, typeName(e.Type))),
		choice("a", "a note on it", func(a *app) tea.Cmd { return a.newNote(a.noteOnEntity(m)) }),
		choice("o", "in all articles: what it said, what was said of it ▸", func(a *app) tea.Cmd {
			return a.dossierOf(keep.Ref{Name: e.Name, Type: string(e.Type)})
		}),
		choice("d", "“"+short(at.Exact, 60)+"” names nobody here", make(correct.Correction{Kind: correct.Dismiss, At: at, Entity: ref})),
		many,
		choice("t", "it is of another type ▸", func(a *app) tea.Cmd {
			return a.chooseType(e.Name+" is", func(t annotate.Type) correct.Correction {
				return correct.Correction{Kind: correct.Retype, At: at, Entity: ref, To: correct.Ref{Type: t}}
			})
		}),
		choice("s", "it is the same as another name ▸", func(a *app) tea.Cmd {
			return a.chooseEntity(e.Name+" is the same as", m.Entity, nil, func(to correct.Ref) correct.Correction {
				return correct.Correction{Kind: correct.Merge, At: at, Entity: ref, To: to}
			})
		}),
		choice("p", "“"+short(at.Exact, 60)+"” is somebody else here ▸", func(a *app) tea.Cmd { return a.chooseSplit(at, ref) }),
		choice("n", "it has another name ▸", func(a *app) tea.Cmd {
			return a.askName("the name: ", e.Name, func(name string) correct.Correction {
				return correct.Correction{Kind: correct.Rename, At: at, Entity: ref, To: correct.Ref{Name: name}}
			})
		}),
	}
}

// actsOnStatement returns what can be done with a statement.
func (a *app) actsOnStatement(i int) []option {
	q := a.article.Index().Annotations.Quotes[i]
	at := correct.Select(a.article.Doc().Text.String(), q.Content[0])
	name := a.margin.SpeakerName(q)
	if name == "" {
		name = "nobody who is named"
	}
	return []option{
		under("the statement of " + name),
		choice("A", "a note on the statement", func(a *app) tea.Cmd { return a.newNote(a.noteOnStatement(i)) }),
		choice("w", "somebody else said it ▸", func(a *app) tea.Cmd {
			speaker := a.article.Index().EntityIndex(q.Speaker.Entity)
			nobody := choice("0", "nobody who is named", func(a *app) tea.Cmd {
				return a.change(correct.Correction{Kind: correct.SetSpeaker, At: at})
			})
			return a.chooseEntity("It was said by", speaker, []option{nobody}, func(to correct.Ref) correct.Correction {
				return correct.Correction{Kind: correct.SetSpeaker, At: at, To: to}
			})
		}),
		choice("z", "this is no statement", func(a *app) tea.Cmd {
			return a.change(correct.Correction{Kind: correct.DismissStatement, At: at})
		}),
	}
}

// actsOnWords returns what can be done with words that are selected.
func (a *app) actsOnWords(s span) []option {
	at := correct.Select(a.article.Doc().Text.String(), spanOf(s))
	return append([]option{
		choice("a", "a note on them", func(a *app) tea.Cmd { return a.writeOnWords(s) }),
		choice("t", "they are a name that was missed ▸", func(a *app) tea.Cmd {
			return a.chooseType("“"+short(at.Exact, 60)+"” is", func(t annotate.Type) correct.Correction {
				return correct.Correction{Kind: correct.Add, At: at, To: correct.Ref{Name: clean.Line(at.Exact).String(), Type: t}, Everywhere: true}
			})
		}),
		choice("s", "they name somebody who is known ▸", func(a *app) tea.Cmd {
			return a.chooseEntity("“"+short(at.Exact, 60)+"” is", -1, nil, func(to correct.Ref) correct.Correction {
				return correct.Correction{Kind: correct.Add, At: at, To: to, Everywhere: true}
			})
		}),
	}, a.actsOnLost(s)...)
}

// actsOnCorrections returns what was corrected, to be undone or done again.
func (a *app) actsOnCorrections() []option {
	if len(a.corrections) == 0 {
		return nil
	}
	out := []option{under("what you corrected: enter undoes it, or does it again")}
	for i := len(a.corrections) - 1; i >= 0; i-- { // the last one first
		c := a.corrections[i]
		undone := !c.Undone.IsZero()
		o := choice("", describe(c).String(), func(a *app) tea.Cmd { return a.undoCorrection(a.reading, c, undone, false) })
		o.Sign, o.Style = "✓", a.theme.Key
		if err := a.unfit[c.ID]; err != nil {
			o.Sign, o.Style, o.More = "!", a.theme.Error, clean.Line(err.Error())
			if errors.Is(err, errNotHere) {
				o.Sign, o.Style = "·", a.theme.Muted
			}
		}
		if undone {
			o.Sign, o.Style, o.More = "↶", a.theme.Muted, clean.Line("undone")
		}
		out = append(out, o)
	}
	return out
}

// change returns the command that keeps a correction of the reader's, which
// holds in this article.
func (a *app) change(c correct.Correction) tea.Cmd {
	if a.unkept() != nil {
		return a.tellUnkept("not corrected", func(a *app) tea.Cmd { return a.change(c) })
	}
	a.endSelecting()
	return a.keepCorrection(c, a.kept.ID, "")
}

// chooseType asks for a type, for a correction that needs one.
func (a *app) chooseType(title string, make func(annotate.Type) correct.Correction) tea.Cmd {
	var options []option
	for i, n := range typeNames {
		o := choice(fmt.Sprint((i+1)%10), n.name, func(a *app) tea.Cmd { return a.change(make(n.typ)) })
		kind := reader.Kind(index.ClassOf(n.typ))
		o.Sign, o.Style = a.theme.Sigil(kind), a.theme.Mark(kind)
		options = append(options, o)
	}
	a.offer(title, options)
	return nil
}

// chooseEntity asks for an entity other than one, for a correction that needs
// it; first are the options that stand before them.
func (a *app) chooseEntity(title string, but int, first []option, make func(correct.Ref) correct.Correction) tea.Cmd {
	options := first
	for i, e := range a.article.Index().Annotations.Entities {
		if i == but {
			continue
		}
		to := correct.RefTo(e)
		o := choice("", e.Name, func(a *app) tea.Cmd { return a.change(make(to)) })
		kind := reader.Kind(index.ClassOf(e.Type))
		o.Sign, o.Style = a.theme.Sigil(kind), a.theme.Mark(kind)
		o.More = clean.Line(typeName(e.Type))
		options = append(options, o)
	}
	a.offer(title, options)
	return nil
}

// chooseSplit asks which mentions are of another entity, and then for its name.
func (a *app) chooseSplit(at correct.Selector, of correct.Ref) tea.Cmd {
	ask := func(everywhere bool) func(*app) tea.Cmd {
		return func(a *app) tea.Cmd {
			return a.askName("whose name is it: ", at.Exact, func(name string) correct.Correction {
				return correct.Correction{Kind: correct.Split, At: at, Entity: of, To: correct.Ref{Name: name}, Everywhere: everywhere}
			})
		}
	}
	a.offer("Somebody else is meant", []option{
		choice("1", "here only", ask(false)),
		choice("2", "wherever it is written “"+short(at.Exact, 60)+"”", ask(true)),
	})
	return nil
}

// askName asks for a name, for a correction that needs one.
func (a *app) askName(sign, value string, make func(name string) correct.Correction) tea.Cmd {
	return a.ask(purpose{sign: sign, value: value, accept: func(a *app, typed string) tea.Cmd {
		name := clean.Line(typed).String()
		if name == "" {
			a.say("nothing was changed: a name is needed")
			return nil
		}
		return a.change(make(name))
	}})
}
