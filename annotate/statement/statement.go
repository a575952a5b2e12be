// Package statement finds statements with linear models that were trained on
// annotated news: what is said, thought, wanted, decided or shown, by whom, and
// the words that tell so.
//
// A first model tags sources, cues and contents; a second one tags again for
// every likely cue what belongs to it; a third tells how sure the whole is. The
// statements that the rules of package quote find are features of all three,
// and fill in the quotations that no cue has claimed. MODEL.md tells what the
// models were trained on, how well they do and how to train them again.
package statement

import (
	"context"
	_ "embed"
	"fmt"
	"sync"

	"gloss/annotate"
	"gloss/annotate/cluster"
	"gloss/annotate/gazetteer"
	"gloss/annotate/quote"
	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/parse"
	"gloss/annotate/text"
)

//go:embed model.bin
var packed string

// A Finder finds statements. It is safe for concurrent use, and costs nothing
// until its first document.
type Finder struct {
	packed string
	rules  *quote.Finder

	once     sync.Once
	parser   *parse.Parser
	features *feature.Extractor
	err      error
}

// New returns a finder with the models that are compiled in. Its rules look
// words up in gaz.
func New(gaz *gazetteer.Gazetteer) *Finder { return With(gaz, packed) }

// With returns a finder with the models that are packed in m.
func With(gaz *gazetteer.Gazetteer, m string) *Finder {
	return &Finder{packed: m, rules: quote.NewFinder(gaz)}
}

func (f *Finder) open() {
	groups, err := cluster.Words()
	if err != nil {
		f.err = fmt.Errorf("open word groups: %w", err)
		return
	}
	parser, cues, err := parse.Open(f.packed)
	if err != nil {
		f.err = fmt.Errorf("open statements model: %w", err)
		return
	}
	f.parser, f.features = parser, feature.New(groups, cues)
}

// Quotes returns the statements of d by the start of their first content. The
// entities are those of d; speakers are led back to them. It fails only when
// ctx is done, or if the models are corrupt. It takes linear time.
func (f *Finder) Quotes(ctx context.Context, d *text.Document, entities []annotate.Entity) ([]annotate.Quote, error) {
	f.once.Do(f.open)
	if f.err != nil {
		return nil, f.err
	}
	rules, err := f.rules.Quotes(ctx, d, entities)
	if err != nil {
		return nil, err
	}
	s := f.features.Sheet(d, entities, rules)
	all, err := f.parser.Statements(ctx, s)
	if err != nil {
		return nil, err
	}
	return newWriter(f.rules, s, entities, rules).quotes(all, f.parser.Least), nil
}
