package ui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// A landing is where an article of the shelf is to be opened.
type landing struct {
	at      articles.Span // in the text of the version; empty for where it was left
	query   keep.Query    // whose words are lit
	version string
}

// nowhere reports whether nothing in the article is meant.
func (l landing) nowhere() bool { return l.at.Len() == 0 && l.query.IsZero() }

// in returns what was opened, to be shown there, with the whole of its text. Of
// another version than the one that is meant, it is shown at the first of the
// words, or where it was left.
func (l landing) in(ctx context.Context, o Opened) (Opened, error) {
	if l.nowhere() || o.Doc == nil {
		return o, nil
	}
	if o.Load != nil {
		doc, err := o.Load(ctx)
		if err != nil {
			return o, err
		}
		o.Doc, o.Load = doc, nil
	}
	text := o.Doc.Text.String()
	o.At, o.Lit = l.at, library.Places(text, l.query)
	if l.at.Len() > 0 && l.version != anchor.Hash(text) {
		if o.At = (articles.Span{}); len(o.Lit) > 0 {
			o.At = o.Lit[0]
		}
	}
	return o, nil
}

// land goes to a place in the article that is in front, unless nothing is meant.
func (a *app) land(to landing) tea.Cmd {
	a.overlay = nil
	if to.nowhere() {
		return nil
	}
	of, gen, doc := a.reading, a.docGen, a.article.Doc()
	return func() tea.Msg {
		o, err := to.in(a.ctx, Opened{Doc: doc})
		return landedMsg{of, gen, o, err}
	}
}

// landedMsg brings where to go in the document of generation gen of a reading.
type landedMsg struct {
	of     *reading
	gen    int
	opened Opened
	err    error
}

// arrive goes there.
func (m landedMsg) arrive(a *app) tea.Cmd {
	if m.of == a.reading && m.gen == a.docGen {
		a.showAt(m.opened.At, m.opened.Lit)
	}
	return nil
}

// showAt goes to a place in the article, unless it is empty, and lights it or
// the words in it. The words that are lit are gone through as the hits of a
// search.
func (a *app) showAt(at articles.Span, lit []articles.Span) {
	if at.Len() == 0 && len(lit) == 0 {
		return
	}
	a.overlay = nil
	a.lastJump = hitJump
	if at.Len() == 0 {
		a.article.SetHits(lit)
		return
	}
	inside, after := len(lit), len(lit) // the first that is in it, and that is behind it
	for i, s := range lit {
		if s.End > at.Start {
			inside = min(inside, i)
		}
		if s.Start >= at.End {
			after = i
			break
		}
	}
	if inside >= after { // none of them is in it
		lit = append(append(append([]articles.Span{}, lit[:after]...), at), lit[after:]...)
		inside = after
	}
	a.jumpFrom()
	a.article.SetHits(lit)
	a.article.ToHit(inside)
}
