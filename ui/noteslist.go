package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/articles/notebook"
	"gloss/ui/draft"
	"gloss/ui/keymap"
	"gloss/ui/notelist"
	"gloss/ui/theme"
)

// A noteReader has notes and the articles they are on. The library is one.
type noteReader interface {
	Notes(context.Context, keep.NoteSelection) ([]keep.Note, error)
	Article(context.Context, keep.ArticleID) (keep.Article, error)
	Text(ctx context.Context, id keep.ArticleID, version string) (clean.Text, error)
}

// A notesList is the list of the notes on all articles.
type notesList struct {
	under   overlay // what it was opened over; nil for the article
	pane    *notelist.Pane
	gen     int  // of what is being read
	waiting bool // nothing is there yet
}

// notesListMsg brings the notes for the list.
type notesListMsg struct {
	in     *notesList
	gen    int
	groups []notelist.Group
	drafts []draft.Draft
	err    error
}

// showNotes lists the notes on all articles.
func (a *app) showNotes() tea.Cmd {
	l := &notesList{under: a.overlay, pane: notelist.New(a.look, a.theme), waiting: true}
	l.pane.SetNow(time.Now())
	a.overlay = l
	a.arrange()
	return l.read(a)
}

// read returns the command that reads the notes.
func (l *notesList) read(a *app) tea.Cmd {
	a.gens++
	l.gen = a.gens
	gen, drafts := l.gen, a.drafts
	return onShelf(a, func(ctx context.Context, kept *library.Library) ([]notelist.Group, error) {
		return noteGroups(ctx, kept)
	}, func(groups []notelist.Group, err error) tea.Msg {
		return notesListMsg{l, gen, groups, drafts.All(), err}
	})
}

// arrive shows the notes that were read, unless they were asked for again since.
func (m notesListMsg) arrive(a *app) tea.Cmd {
	if m.gen != m.in.gen {
		return nil
	}
	first := m.in.waiting
	m.in.waiting = false
	if m.err != nil {
		a.fail(m.err)
		return nil
	}
	if first && len(m.drafts) > 0 {
		a.offerUnsaved(m.drafts)
	}
	m.in.pane.Set(m.groups)
	return nil
}

// noteGroups returns all notes by article, that with the newest note first, and
// those on an article in the order of its text.
func noteGroups(ctx context.Context, from noteReader) ([]notelist.Group, error) {
	notes, err := from.Notes(ctx, keep.NoteSelection{})
	if err != nil {
		return nil, fmt.Errorf("list the notes: %w", err)
	}
	var groups []notelist.Group
	place := map[keep.ArticleID]int{}
	for _, n := range notes {
		i, ok := place[n.Article]
		if !ok {
			art, err := from.Article(ctx, n.Article)
			if err != nil && !errors.Is(err, library.ErrNotFound) {
				return nil, fmt.Errorf("list the notes: %w", err)
			}
			i = len(groups)
			place[n.Article] = i
			groups = append(groups, notelist.Group{Article: art})
		}
		groups[i].Entries = append(groups[i].Entries, notelist.Entry{Note: n})
	}
	for i := range groups {
		findNotes(ctx, from, &groups[i])
		slices.SortStableFunc(groups[i].Entries, func(x, y notelist.Entry) int { return cmp.Compare(x.At.Start, y.At.Start) })
	}
	return groups, nil
}

// findNotes finds the places of the notes on an article, or that they have none
// any more. Its text is looked at only where it has changed since.
func findNotes(ctx context.Context, from noteReader, g *notelist.Group) {
	var text *anchor.Text
	for i := range g.Entries {
		e := &g.Entries[i]
		t := e.Note.Target
		if t.On == keep.OnArticle || t.At.IsZero() {
			continue
		}
		e.At = articles.Span{Start: t.At.Start, End: t.At.End}
		if t.Version == g.Article.Version || g.Article.Version == "" {
			continue
		}
		if text == nil {
			now, err := from.Text(ctx, g.Article.ID, g.Article.Version)
			if err != nil {
				return // where the text cannot be had nothing is said of it
			}
			text = anchor.Prepare(now.String())
		}
		found := text.Find(t.At)
		e.At, e.Lost = found.Span, found.State == anchor.Orphan
	}
}

func (l *notesList) setSize(width, height int) { l.pane.SetSize(width, height) }
func (l *notesList) setTheme(th theme.Theme)   { l.pane.SetTheme(th) }
func (l *notesList) view() []string            { return l.pane.View() }
func (l *notesList) below() overlay            { return l.under }

func (l *notesList) heading() (left, right string) {
	if l.waiting {
		return "reading the notes …", ""
	}
	listed, all := l.pane.Len()
	return "enter goes there · e writes · 1–5 kind · x takes away · y copies · / filters", fmt.Sprintf("%d/%d ", listed, all)
}

func (l *notesList) key(a *app, k string) (tea.Cmd, bool) {
	keys := &a.keys
	switch {
	case a.stepped(k, l.pane):
	case keymap.Matches(k, keys.Search):
		return a.openPrompt(l.pane), false
	case keymap.Matches(k, keys.Undo):
		return a.undoLast(), false
	case keymap.Matches(k, keys.Escape) && l.pane.Filter() != "":
		l.pane.SetFilter("")
	case keymap.Matches(k, keys.Escape), keymap.Matches(k, keys.Quit), keymap.Matches(k, keys.AllNotes):
		return nil, true
	default:
		if e, art, ok := l.pane.Selected(); ok {
			return l.act(a, k, e, art), false
		}
		return a.overlayKey(k), false
	}
	return nil, false
}

// act does something with the selected note.
func (l *notesList) act(a *app, k string, e notelist.Entry, art keep.Article) tea.Cmd {
	keys := &a.keys
	switch {
	case keymap.Matches(k, keys.Choose):
		return l.open(a, e, art)
	case k == "e", keymap.Matches(k, keys.Note):
		return a.editNote(e.Note)
	case len(k) == 1 && k[0] >= '1' && int(k[0]-'1') < len(keep.Kinds()) && e.Note.Target.On != keep.OnArticle:
		return a.recolour(e.Note, keep.Kinds()[k[0]-'1'])
	case keymap.Matches(k, keys.Act):
		return a.removeNote(e.Note)
	case keymap.Matches(k, keys.Copy):
		return a.copyNote(art, e.Note)
	}
	return a.overlayKey(k)
}

// copyNote copies a note as Markdown.
func (a *app) copyNote(art keep.Article, n keep.Note) tea.Cmd {
	text, err := noteMarkdown(art, n)
	if err != nil {
		a.fail(err)
		return nil
	}
	words := n.Body
	if words.IsEmpty() {
		words = clean.Of(n.Target.At.Exact)
	}
	a.say("copied as Markdown: " + short(clean.Line(words.String()).String(), 80))
	return a.copy(text)
}

// noteMarkdown returns a note as it stands in an export.
func noteMarkdown(art keep.Article, n keep.Note) (string, error) {
	var b strings.Builder
	if err := notebook.Markdown(&b, []notebook.Leaf{{Article: art, Notes: []keep.Note{n}}}); err != nil {
		return "", err
	}
	return b.String(), nil
}

func (l *notesList) click(a *app, _, y int) tea.Cmd {
	before, _, _ := l.pane.Selected()
	if !l.pane.At(y) {
		return nil
	}
	if e, art, ok := l.pane.Selected(); ok && e.Note.ID == before.Note.ID {
		return l.open(a, e, art)
	}
	return nil
}

// open opens the article of a note at it. One that is lost opens its article.
func (l *notesList) open(a *app, e notelist.Entry, art keep.Article) tea.Cmd {
	switch {
	case art.ID == 0:
		a.fail(errors.New("the article of this note is no longer here"))
		return nil
	case art.ID != a.kept.ID:
		return a.openKept(art, e.At)
	}
	a.openFrom(l, art, articles.Span{})
	a.jumpFrom()
	if a.article.GoNote(e.Note.ID) {
		a.lastJump = noteJump
		a.margin.ShowNote(e.Note.ID)
	} else if e.Note.Target.On != keep.OnArticle {
		a.say("the words of this note are gone: select others with " + a.keys.Select.Help().Key + ", and " + a.keys.Act.Help().Key + " puts it there")
	}
	return nil
}

// settleOnNote goes to the note on the words that the article was opened at,
// which was not known when it was opened.
func (a *app) settleOnNote() {
	at := a.opensAt
	i := slices.IndexFunc(a.notes, func(p placed) bool { return at.Len() > 0 && p.Span == at })
	if i < 0 || a.lastJump != hitJump || !a.article.GoNote(a.notes[i].ID) {
		return
	}
	a.article.SetHits(nil)
	a.lastJump = noteJump
	a.margin.ShowNote(a.notes[i].ID)
}

// noteChanged reads the notes again after one of them was changed.
func (l *notesList) noteChanged(a *app, _ keep.Note) tea.Cmd { return l.read(a) }

// comeBack shows what has become of the notes while an article was read.
func (l *notesList) comeBack(a *app) tea.Cmd { return l.read(a) }
