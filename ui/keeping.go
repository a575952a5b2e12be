package ui

import (
	"context"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate/engine"
	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/findings"
	"gloss/ui/reader"
)

// keepable is the most text, in bytes, of an article that is kept with its
// text. Of a longer one the shelf has a row, and the notes.
const keepable = 4 << 20

// settled is how long after a movement the place is kept.
const settled = 2 * time.Second

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

// settledMsg says that it is time to keep the place in a reading.
type settledMsg struct{ of *reading }

// arrive keeps it.
func (m settledMsg) arrive(a *app) tea.Cmd {
	m.of.settling = false
	return a.keepPlace(m.of)
}

// placeKeptMsg tells whether the place in a reading was kept.
type placeKeptMsg struct {
	of       *reading
	at       reader.Place
	progress float64
	err      error
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

// moved sees to it that the place is kept, once the eye has settled.
func (a *app) moved() tea.Cmd {
	if a.settling || !a.reading.unkept() {
		return nil
	}
	a.settling = true
	of := a.reading
	return a.later(settled, settledMsg{of})
}

// unkept reports whether the eye is elsewhere than the library has it, or
// further: all of a short article is in sight as soon as it is opened.
func (r *reading) unkept() bool {
	return r.kept.ID != 0 && (r.article.Place() != r.keptPlace || r.article.AtEnd() && r.keptProgress < 1)
}

// keepPlace returns the command that keeps where the eye is in a reading.
func (a *app) keepPlace(r *reading) tea.Cmd {
	if !r.unkept() {
		return nil
	}
	at := r.article.Place()
	id, doc, start := r.kept.ID, r.article.Doc(), at.Top
	_, end := r.article.Visible()
	progress := r.article.Progress()
	return onShelf(a, func(ctx context.Context, l *library.Library) (struct{}, error) {
		text := doc.Text.String()
		end := min(max(end, start), start+lineLimit, len(text))
		for end < len(text) && end > start && text[end]&0xC0 == 0x80 {
			end--
		}
		place := keep.Place{Off: start, Progress: progress}
		if end > start {
			place.At = anchor.Describe(text, articles.Span{Start: start, End: end})
		}
		return struct{}{}, l.SetPlace(ctx, id, place)
	}, func(_ struct{}, err error) tea.Msg { return placeKeptMsg{r, at, progress, err} })
}

// lineLimit is the most text, in bytes, that tells where the eye was.
const lineLimit = 160

// arrive notes that the place was kept. Where it was not, the reader will be told
// of it with the first note: a place is no reason to disturb.
func (m placeKeptMsg) arrive(*app) tea.Cmd {
	if m.err == nil {
		m.of.keptPlace, m.of.keptProgress = m.at, max(m.of.keptProgress, m.progress)
	}
	return nil
}

// end keeps where the eye is and then quits.
func (a *app) end() tea.Cmd {
	cmds := []tea.Cmd{a.keepPlace(a.reading)}
	for _, r := range a.beneath {
		cmds = append(cmds, a.keepPlace(r))
	}
	return tea.Sequence(append(cmds, tea.Quit)...)
}

// keepFindings returns the command that keeps what was found in the article for
// questions across articles, once it is on the shelf and annotated whole.
func (a *app) keepFindings() tea.Cmd {
	id, version := a.kept.ID, a.kept.Version
	if id == 0 || version == "" || !a.covered() || a.engine == nil {
		return nil
	}
	src := findings.Source{Version: version, Annotator: annotatorOf(a.corrections)}
	if name := src.Version + " " + src.Annotator; name == a.foundFor {
		return nil
	} else {
		a.foundFor = name
	}
	text, found := a.article.Doc().Text, a.article.Index().Annotations
	return onShelf(a, func(ctx context.Context, l *library.Library) (struct{}, error) {
		if have, err := l.Findings(ctx, id); err == nil && have.Version == src.Version && have.Annotator == src.Annotator {
			return struct{}{}, nil
		}
		return struct{}{}, l.SetFindings(ctx, id, findings.Of(text, src, found))
	}, func(_ struct{}, err error) tea.Msg { return findingsKeptMsg{err} })
}

// findingsKeptMsg tells whether what was found was kept.
type findingsKeptMsg struct{ err error }

// arrive does nothing: what was found can be found again.
func (findingsKeptMsg) arrive(*app) tea.Cmd { return nil }

// annotatorOf names what made annotations: the engine, and the corrections that
// hold.
func annotatorOf(cs []keep.Correction) string {
	var holding []string
	for _, c := range cs {
		if c.Undone.IsZero() {
			holding = append(holding, c.ID)
		}
	}
	if len(holding) == 0 {
		return engine.Version
	}
	return engine.Version + " " + anchor.Hash(strings.Join(holding, " "))
}

// textBefore returns the text that the library has of an article; "" for none.
func textBefore(ctx context.Context, l *library.Library, key string) string {
	row, err := l.Find(ctx, key)
	if err != nil || !row.Full {
		return ""
	}
	text, err := l.Text(ctx, row.ID, row.Version)
	if err != nil {
		return ""
	}
	return text.String()
}

// placeIn returns where a place in a text is in its new version. Where the old
// text was not kept, that is where the words at the place are, or else as far
// from the beginning.
func placeIn(before string, words *anchor.Text, text string, p keep.Place) int {
	if before == "" {
		if m := words.Find(p.At); m.State != anchor.Orphan {
			return m.Span.Start
		}
		before = text
	}
	return anchor.Carry(before, text, p.Off)
}
