// Package engine puts the parts of the annotator together: text in,
// annotations out.
//
// Each part stands behind a small interface, so that a program can put its own
// in the place of one and keep the rest.
package engine

import (
	"context"
	"fmt"
	"time"
	"unicode/utf8"

	"gloss/annotate"
	"gloss/annotate/coalition"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/language"
	"gloss/annotate/names"
	"gloss/annotate/statement"
	"gloss/annotate/text"
)

// A Recogniser finds the names in a document: in order, without overlaps.
type Recogniser interface {
	Names(ctx context.Context, d *text.Document) ([]entity.Name, error)
}

// A Linker decides which names speak of the same thing. The entities that it
// returns have IDs and stand in the order of their salience.
type Linker interface {
	Link(ctx context.Context, d *text.Document, names []entity.Name) ([]annotate.Entity, error)
}

// A Quoter finds the statements of a document and their speakers.
type Quoter interface {
	Quotes(ctx context.Context, d *text.Document, entities []annotate.Entity) ([]annotate.Quote, error)
}

// A Grouper finds the coalitions of a document and their members. The date is
// that of the article; zero means today.
type Grouper interface {
	Coalitions(ctx context.Context, d *text.Document, entities []annotate.Entity, date time.Time) ([]annotate.Coalition, error)
}

// An Engine annotates texts. It is safe for concurrent use, and costs nothing
// until its first text.
type Engine struct {
	languages  *language.Identifier
	recogniser Recogniser
	linker     Linker
	quoter     Quoter
	grouper    Grouper
	gaz        *gazetteer.Gazetteer
	long       int // bytes of a text that is annotated in sections
	section    int // bytes of a section
	limits     Limits
}

// An Option puts another part into an Engine.
type Option func(*Engine)

// WithRecogniser makes r find the names.
func WithRecogniser(r Recogniser) Option { return func(e *Engine) { e.recogniser = r } }

// WithLinker makes l join the names into entities.
func WithLinker(l Linker) Option { return func(e *Engine) { e.linker = l } }

// WithQuoter makes q find the statements.
func WithQuoter(q Quoter) Option { return func(e *Engine) { e.quoter = q } }

// WithGrouper makes g find the coalitions.
func WithGrouper(g Grouper) Option { return func(e *Engine) { e.grouper = g } }

// New returns an engine with the learned recogniser of names and the parts that
// go by rules, or with those of the options.
func New(opts ...Option) *Engine {
	gaz := gazetteer.New()
	e := &Engine{
		languages:  language.New(),
		recogniser: names.New(gaz),
		linker:     entity.NewLinker(gaz),
		quoter:     statement.New(gaz),
		grouper:    coalition.NewFinder(gaz),
		gaz:        gaz,
		long:       longText,
		section:    sectionSize,
	}
	for _, o := range opts {
		o(e)
	}
	return e
}

// Prepare compiles the tables that the first text would otherwise wait for. A
// program may call it in a goroutine while it does something else; the engine
// can be used meanwhile.
func (e *Engine) Prepare() { e.gaz.Word("") }

// EntitiesOnly returns an engine of the same parts that finds no statements and
// no coalitions, which takes half the time or less.
func (e *Engine) EntitiesOnly() *Engine {
	only := *e
	only.quoter, only.grouper = nothing{}, nothing{}
	return &only
}

// nothing is a part that finds nothing.
type nothing struct{}

func (nothing) Quotes(context.Context, *text.Document, []annotate.Entity) ([]annotate.Quote, error) {
	return nil, nil
}

func (nothing) Coalitions(context.Context, *text.Document, []annotate.Entity, time.Time) ([]annotate.Coalition, error) {
	return nil, nil
}

// Annotate returns what is found in one input. It fails only if the text is not
// valid UTF-8 (or is longer than 2 GiB), or when ctx is done. The same input
// always gives the same annotations; where it has no date, the memberships are
// those of today. In a text that is in another language than English nothing is
// found but that language.
func (e *Engine) Annotate(ctx context.Context, in annotate.Input) (annotate.Annotations, error) {
	lang := e.languages.Of(in)
	if in.Lang = lang.Lang; !lang.English() && ctx.Err() == nil && utf8.ValidString(in.Text) {
		return annotate.Annotations{Lang: lang.Lang}, nil
	}
	whole := in.Text
	in = cut(in, e.limits.Bytes)
	if len(in.Text) > e.long {
		return e.sections(ctx, in, whole)
	}
	out, err := e.annotate(ctx, in)
	if err == nil {
		out.Left = left(whole, len(in.Text))
	}
	return out, err
}

// annotate runs the parts, one after the other.
func (e *Engine) annotate(ctx context.Context, in annotate.Input) (annotate.Annotations, error) {
	var out annotate.Annotations
	d, err := text.Parse(ctx, in)
	if err != nil {
		return out, fmt.Errorf("parse text: %w", err)
	}
	out.Lang = in.Lang
	names, err := e.recogniser.Names(ctx, d)
	if err != nil {
		return annotate.Annotations{}, fmt.Errorf("find names: %w", err)
	}
	if out.Entities, err = e.linker.Link(ctx, d, names); err != nil {
		return annotate.Annotations{}, fmt.Errorf("link names: %w", err)
	}
	if out.Quotes, err = e.quoter.Quotes(ctx, d, out.Entities); err != nil {
		return annotate.Annotations{}, fmt.Errorf("find statements: %w", err)
	}
	if out.Coalitions, err = e.grouper.Coalitions(ctx, d, out.Entities, in.Date); err != nil {
		return annotate.Annotations{}, fmt.Errorf("find coalitions: %w", err)
	}
	out.Quotes = withoutRosters(out.Quotes, out.Coalitions)
	return out, nil
}
