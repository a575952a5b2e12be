//go:build u4

package ui

import (
	"context"
	"errors"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate"
	"gloss/annotate/engine"
	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/dossier"
	"gloss/ui/event"
	"gloss/ui/findings"
	"gloss/ui/index"
	"gloss/ui/margin"
)

// An asker answers questions across articles. The library is one.
type asker interface {
	Appearances(context.Context, keep.Ref) ([]keep.Appearance, error)
	Similar(ctx context.Context, id keep.ArticleID, limit int) ([]keep.Article, error)
	Findings(context.Context, keep.ArticleID) (keep.Findings, error)
	SetFindings(context.Context, keep.ArticleID, keep.Findings) error
	Document(context.Context, keep.ArticleID) (*articles.Document, error)
	Corrections(context.Context, keep.ArticleID) ([]keep.Correction, error)
}

// Questions are what is asked across articles. One is answered at a time: the
// next one takes its place.
type questions struct {
	gen    int
	cancel context.CancelFunc // nil where nothing is being answered
}

// answeredMsg brings what question gen of a reading has found: what shows it.
type answeredMsg struct {
	gen  int
	of   *reading
	show func(*app)
	err  error
}

// question asks something across articles. Work finds it, away from the screen,
// and returns what shows it.
func (a *app) question(label string, work func(context.Context, asker) (func(*app), error)) tea.Cmd {
	if a.asker == nil {
		a.fail(errNothingKept)
		return nil
	}
	a.dropQuestion()
	a.gens++
	ctx, cancel := context.WithCancel(a.ctx)
	a.questions = questions{a.gens, cancel}
	a.say(label)
	gen, of, shelf := a.gens, a.reading, a.asker
	return func() tea.Msg {
		show, err := work(ctx, shelf)
		return answeredMsg{gen, of, show, err}
	}
}

// dropQuestion gives up what is being answered.
func (a *app) dropQuestion() {
	if a.questions.cancel != nil {
		a.questions.cancel()
	}
	a.questions = questions{}
}

// arrive shows the answer, unless another question was asked since or the reader
// has left for another article or has begun to type.
func (m answeredMsg) arrive(a *app) tea.Cmd {
	if m.gen != a.questions.gen {
		return nil
	}
	a.dropQuestion()
	switch {
	case m.of != a.reading || a.prompt.active:
	case m.err != nil:
		a.fail(m.err)
	default:
		a.say("")
		m.show(a)
	}
	return nil
}

// whoHere returns the entity that is meant: the one selected in the margin
// where that has the keys, or whose statement is selected there; else who made
// the statement that the reader went to, the chosen entity, or the one that was
// jumped to.
func (a *app) whoHere() (keep.Ref, bool) {
	x := a.article.Index()
	entity := -1
	speaker := func(statement int) int { return x.EntityIndex(x.Annotations.Quotes[statement].Speaker.Entity) }
	if a.focusMargin {
		switch act := a.margin.Selected(); act.Kind {
		case margin.GoEntity, margin.GoMember:
			entity = act.Entity
		case margin.GoStatement:
			entity = speaker(act.Statement)
		}
	} else if i := a.article.Statement(); i >= 0 {
		entity = speaker(i)
	} else if entity = a.article.Chosen(); entity < 0 {
		if m, ok := x.MentionAt(a.article.Cursor()); ok {
			entity = m.Entity
		}
	}
	if entity < 0 || entity >= len(x.Annotations.Entities) {
		return keep.Ref{}, false
	}
	e := x.Annotations.Entities[entity]
	return keep.Ref{Name: e.Name, Type: string(e.Type)}, true
}

// dossierHere shows what all articles have of the entity that is meant.
func (a *app) dossierHere() tea.Cmd {
	ref, ok := a.whoHere()
	if !ok {
		a.say("whose? ]e goes to a name, s to a statement; or choose one in the margin")
		return nil
	}
	return a.dossierOf(ref)
}

// dossierOf shows what all articles have of an entity.
func (a *app) dossierOf(ref keep.Ref) tea.Cmd {
	name := clean.Line(ref.Name).String()
	return a.question("looking for "+name+" in all articles …", func(ctx context.Context, shelf asker) (func(*app), error) {
		all, err := shelf.Appearances(ctx, ref)
		if err != nil {
			return nil, fmt.Errorf("look for %s in all articles: %w", name, err)
		}
		d := dossier.Gather(ref, all)
		return func(a *app) { a.showDossier(d) }, nil
	})
}

// like is how many articles are offered to be compared with.
const like = 60

// compareHere offers the articles that may be on the same event, to be compared
// with the one that is read.
func (a *app) compareHere() tea.Cmd {
	this := a.kept
	if this.ID == 0 {
		a.say("this article is not on the shelf: only what is kept can be compared")
		return nil
	}
	return a.question("looking for articles on the same event …", func(ctx context.Context, shelf asker) (func(*app), error) {
		all, err := shelf.Similar(ctx, this.ID, like)
		if err != nil {
			return nil, fmt.Errorf("look for articles on the same event: %w", err)
		}
		var options []option
		for _, other := range all {
			o := choice("", articleName(other), func(a *app) tea.Cmd { return a.compare(this, other) })
			o.More = clean.Line(outletAndDay(other))
			options = append(options, o)
		}
		return func(a *app) {
			if len(options) == 0 {
				a.say("no other article on the shelf has the same names")
				return
			}
			a.offer("Compare “"+articleName(this)+"” with", options)
		}, nil
	})
}

// compare shows two articles side by side.
func (a *app) compare(one, other keep.Article) tea.Cmd {
	eng := a.engine
	return a.question("comparing …", func(ctx context.Context, shelf asker) (func(*app), error) {
		var sources [2]event.Source
		for i, article := range []keep.Article{one, other} {
			f, err := findingsOf(ctx, shelf, eng, article)
			if err != nil {
				return nil, fmt.Errorf("compare with “%s”: %w", articleName(other), err)
			}
			sources[i] = event.Source{Article: article, Findings: f}
		}
		c := event.Compare(sources[0], sources[1])
		return func(a *app) { a.showComparison(c) }, nil
	})
}

var (
	errNoEngine = errors.New("it was not annotated yet, and nothing here annotates")
	errNoText   = errors.New("only what a feed says of it is here: open it first")
)

// findingsOf returns what was found in an article on the shelf. One that was
// never annotated, or has changed since, is annotated now; the engine may be
// nil.
func findingsOf(ctx context.Context, shelf asker, eng *engine.Engine, a keep.Article) (keep.Findings, error) {
	f, err := shelf.Findings(ctx, a.ID)
	switch {
	case err == nil && f.Version != "" && f.Version == a.Version:
		return f, nil
	case err != nil && !errors.Is(err, library.ErrNotFound):
		return keep.Findings{}, err
	case eng == nil:
		return keep.Findings{}, errNoEngine
	}
	doc, err := shelf.Document(ctx, a.ID)
	if errors.Is(err, library.ErrNotFound) {
		return keep.Findings{}, errNoText
	}
	if err != nil {
		return keep.Findings{}, err
	}
	found, err := eng.Annotate(ctx, index.Input(doc))
	if err != nil {
		return keep.Findings{}, fmt.Errorf("annotate: %w", err)
	}
	f, err = findingsIn(ctx, shelf, a, doc, found)
	if err != nil {
		return keep.Findings{}, err
	}
	// What cannot be kept, on a full disk say, can be shown all the same.
	_ = shelf.SetFindings(ctx, a.ID, f)
	return f, nil
}

// findingsIn returns what is kept of what the engine found in an article, as its
// corrections have it.
func findingsIn(ctx context.Context, shelf asker, a keep.Article, doc *articles.Document, found annotate.Annotations) (keep.Findings, error) {
	cs, err := shelf.Corrections(ctx, a.ID)
	if err != nil {
		return keep.Findings{}, err
	}
	found, _ = corrected(found, doc.Text.String(), cs)
	return findings.Of(doc.Text, findings.Source{Version: a.Version, Annotator: annotatorOf(cs)}, found), nil
}

// articleName returns the title of an article, or its address where it has
// none.
func articleName(a keep.Article) string {
	if a.Title.IsEmpty() {
		return clean.Line(a.URL.String()).String()
	}
	return clean.Line(a.Title.String()).String()
}

// outletAndDay tells where an article is from, and of which day.
func outletAndDay(a keep.Article) string {
	t := a.Published
	if t.IsZero() {
		t = a.Added
	}
	switch {
	case t.IsZero():
		return a.Site.String()
	case a.Site.IsEmpty():
		return t.Format("2 Jan 2006")
	}
	return a.Site.String() + " · " + t.Format("2 Jan 2006")
}

// goKept opens an article on the shelf at a place in its text, or goes there
// where it is the one that is read.
func (a *app) goKept(article keep.Article, at articles.Span) tea.Cmd {
	if article.ID != a.kept.ID {
		return a.openKept(article, at)
	}
	a.overlay = nil
	a.arrange()
	a.jumpFrom()
	a.article.Forget()
	a.article.Reveal(at.Start)
	return nil
}
