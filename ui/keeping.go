package ui

import (
	"context"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/reader"
)

// keepable is the most text, in bytes, of an article that is kept with its
// text. Of a longer one the shelf has a row, and the notes.
const keepable = 4 << 20

// held is what the library has of an article that is open. What is corrected
// in it stands in machine.
type held struct {
	shelfKey string        // what the shelf knows the article by; "" for its text
	excerpt  bool          // it is only what a feed says
	opensAt  articles.Span // where it is to be shown at first; empty for where it was left
	kept     keep.Article  // its row; the ID is 0 until it is on the shelf
	notes    []placed      // in the order of the text, orphans last
	keeping  bool          // it is on its way to the shelf
	keptErr  error         // why it is not there; nil where it is
	foundFor string        // the findings that the library has, by version and annotator

	keptPlace    reader.Place // the place that the library has
	keptProgress float64      // and how far that is
	settling     bool         // the place will be kept soon
}

// keptMsg brings what the library has of the document of generation gen of a
// reading.
type keptMsg struct {
	of          *reading
	gen         int
	article     keep.Article
	place       int // the byte where the eye stood, 0 for the beginning
	notes       []placed
	corrections []keep.Correction
	notice      string // what the reader should know of the library
	err         error
}

// onShelf returns the command that asks the library, which is opened where it
// is not open yet, and makes a message of its answer.
func onShelf[T any](a *app, ask func(context.Context, *library.Library) (T, error), then func(T, error) tea.Msg) tea.Cmd {
	ctx, open := a.ctx, a.library
	return func() tea.Msg {
		var none T
		if open == nil {
			return then(none, errNothingKept)
		}
		l, err := open(ctx)
		if err != nil {
			return then(none, err)
		}
		return then(ask(ctx, l))
	}
}

// keepArticle returns the command that puts the article on the shelf and brings
// what is kept of it. It is nil for what is no whole article, or is kept
// already.
func (a *app) keepArticle() tea.Cmd {
	doc, of, gen := a.article.Doc(), a.reading, a.docGen
	if a.library == nil || a.blank || doc.Partial || doc.Text.IsEmpty() || a.kept.ID != 0 || a.keeping {
		return nil
	}
	a.keeping = true
	entry := library.Entry{Doc: doc, Key: a.shelfKey, Opened: true}
	if entry.Key == "" { // what the article says of its address is not asked: any could claim another's
		entry.Key = anchor.Hash(doc.Text.String())
	}
	if doc.Text.Len() > keepable || a.excerpt {
		entry.Doc = &articles.Document{Meta: doc.Meta, Notices: doc.Notices}
	}
	return onShelf(a, func(ctx context.Context, l *library.Library) (keptMsg, error) {
		before := textBefore(ctx, l, entry.Key) // it may be gone once the new one is kept
		row, err := l.Keep(ctx, entry)
		if err != nil {
			return keptMsg{}, err
		}
		m := keptMsg{article: row, notice: l.Notice().String()}
		place, err := l.Place(ctx, row.ID)
		if err != nil {
			return m, err
		}
		text := doc.Text.String()
		words := anchor.Prepare(text)
		if row.Progress < 1 && place.Off > 0 {
			m.place = placeIn(before, words, text, place)
		}
		notes, err := l.Notes(ctx, keep.NoteSelection{Article: row.ID})
		if err != nil {
			return m, err
		}
		m.notes = placeNotes(words, notes)
		m.corrections, err = l.Corrections(ctx, row.ID)
		return m, err
	}, func(m keptMsg, err error) tea.Msg {
		m.of, m.gen, m.err = of, gen, err
		return m
	})
}

// arrive shows what the library has of the article, also in the lists.
func (m keptMsg) arrive(a *app) tea.Cmd {
	m.of.keeping = false
	if m.err != nil {
		return m.show(a)
	}
	return tea.Batch(m.show(a), a.rowChanged(m.article))
}

// show shows what the library has of the article, where that is open still.
func (m keptMsg) show(a *app) tea.Cmd {
	r := m.of
	if m.gen != r.docGen {
		return nil
	}
	r.kept, r.notes, r.corrections, r.keptErr = m.article, m.notes, m.corrections, m.err
	r.showNotes()
	if r != a.reading {
		return nil
	}
	switch {
	case m.err != nil:
		a.fail(fmt.Errorf("nothing is kept: %w", m.err))
	case m.notice != "" && !a.noticed:
		a.noticed = true
		a.say(m.notice)
	case m.place > 0 && r.opensAt.Len() == 0 && a.article.Place() == (reader.Place{Cursor: -1}) && !a.toEnd:
		a.article.Return(reader.Place{Top: m.place, Cursor: -1})
		a.say("where you left it; " + a.keys.Top.Help().Key + " goes to the top")
	}
	a.settleOnNote()
	r.keptPlace, r.keptProgress = a.article.Place(), m.article.Progress
	var again tea.Cmd
	if len(m.corrections) > 0 {
		again = a.recorrect()
	}
	var waited tea.Cmd
	if then := a.onceKept; then != nil && m.err == nil {
		a.onceKept = nil
		waited = then(a)
	}
	return tea.Batch(again, a.keepFindings(), a.findUnsaved(), waited)
}

// end keeps where the eye is and then quits.
func (a *app) end() tea.Cmd {
	cmds := []tea.Cmd{a.keepPlace(a.reading)}
	for _, r := range a.beneath {
		cmds = append(cmds, a.keepPlace(r))
	}
	return tea.Sequence(append(cmds, tea.Quit)...)
}
