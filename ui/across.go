package ui

import (
	"context"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/dossier"
	"gloss/ui/event"
	"gloss/ui/margin"
)

// question asks the shelf something. Work finds it, away from the screen, and
// returns what shows it.
func (a *app) question(label string, work func(context.Context, *library.Library) (func(*app), error)) tea.Cmd {
	a.questions.drop()
	a.gens++
	ctx, cancel := context.WithCancel(a.ctx)
	a.questions = questions{a.gens, cancel}
	a.say(label)
	gen, of := a.gens, a.reading
	return onShelf(a, func(_ context.Context, l *library.Library) (func(*app), error) {
		return work(ctx, l)
	}, func(show func(*app), err error) tea.Msg {
		return answeredMsg{gen, of, show, err}
	})
}

// answeredMsg brings what question gen of a reading has found: what shows it.
type answeredMsg struct {
	gen  int
	of   *reading
	show func(*app)
	err  error
}

// arrive shows the answer, unless another question was asked since or the reader
// has left for another article or has begun to type.
func (m answeredMsg) arrive(a *app) tea.Cmd {
	if m.gen != a.questions.gen {
		return nil
	}
	a.questions.drop()
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

// whoHere returns the entity that is meant: the first one that the selected words
// name, if words are selected; the one selected in the margin where that has the
// keys, or whose statement is selected there; else who made the statement that
// the reader went to, the chosen entity, or the one that was jumped to.
func (a *app) whoHere() (keep.Ref, bool) {
	x := a.article.Index()
	entity := -1
	speaker := func(statement int) int { return x.EntityIndex(x.Annotations.Quotes[statement].Speaker.Entity) }
	if s, ok := a.selection(); ok {
		if in := x.Mentions(s.start, s.end); len(in) > 0 {
			entity = in[0].Entity
		}
	} else if a.focusMargin {
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
	return a.question("looking for "+name+" in all articles …", func(ctx context.Context, shelf *library.Library) (func(*app), error) {
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
	return a.question("looking for articles on the same event …", func(ctx context.Context, shelf *library.Library) (func(*app), error) {
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
	return a.question("comparing …", func(ctx context.Context, shelf *library.Library) (func(*app), error) {
		var sources [2]event.Source
		for i, article := range []keep.Article{one, other} {
			f, err := findingsOf(ctx, shelf, eng, article)
			if err != nil {
				return nil, fmt.Errorf("compare with “%s”: %w", articleName(other), err)
			}
			sources[i] = event.Source{Article: article, Findings: f}
		}
		c, err := event.Compare(ctx, sources[0], sources[1])
		if err != nil {
			return nil, fmt.Errorf("compare with “%s”: %w", articleName(other), err)
		}
		return func(a *app) { a.showComparison(c) }, nil
	})
}

// openFrom opens an article of the shelf at a place that a list names. Leaving it
// comes back to the list, also where it is the article that the list is over.
func (a *app) openFrom(list overlay, row keep.Article, at articles.Span) tea.Cmd {
	same := row.ID == a.kept.ID && row.ID != 0
	cmd := a.openKept(row, at)
	if same {
		a.overlay, a.behind = nil, list
		a.arrange()
	}
	return cmd
}

// goBehind comes back to the list that led to a place in the article.
func (a *app) goBehind() tea.Cmd {
	a.overlay, a.behind = a.behind, nil
	a.focusMargin = false
	a.dress()
	a.arrange()
	if l, ok := a.overlay.(returner); ok {
		return l.comeBack(a)
	}
	return nil
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
