package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate/engine"
	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/findings"
	"gloss/ui/index"
)

// A finder has what was found in the articles that are kept. The library is
// one.
type finder interface {
	Findings(context.Context, keep.ArticleID) (keep.Findings, error)
	SetFindings(context.Context, keep.ArticleID, keep.Findings) error
	Document(context.Context, keep.ArticleID) (*articles.Document, error)
	Corrections(context.Context, keep.ArticleID) ([]keep.Correction, error)
}

var (
	errNoEngine = errors.New("it was not annotated yet, and nothing here annotates")
	errNoText   = errors.New("only what a feed says of it is here: open it first")
)

// findingsOf returns what was found in an article that is kept. Where nothing
// was, or in another version of it, or by an older annotator or before the
// reader's last corrections, it is annotated now. The engine may be nil: then
// what an older annotator found has to do.
func findingsOf(ctx context.Context, shelf finder, eng *engine.Engine, a keep.Article) (keep.Findings, error) {
	cs, err := shelf.Corrections(ctx, a.ID)
	if err != nil {
		return keep.Findings{}, err
	}
	src := findings.Source{Version: a.Version, Annotator: annotatorOf(cs)}
	f, err := shelf.Findings(ctx, a.ID)
	switch {
	case err != nil && !errors.Is(err, library.ErrNotFound):
		return keep.Findings{}, err
	case err == nil && f.Version == src.Version && (f.Annotator == src.Annotator || eng == nil):
		return f, nil
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
	found, _ = corrected(found, doc.Text.String(), cs)
	f = findings.Of(doc.Text, src, found)
	// What cannot be kept, on a full disk say, can be shown all the same.
	_ = shelf.SetFindings(ctx, a.ID, f)
	return f, nil
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
