package engine_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/engine"
	"gloss/annotate/text"
)

const german = "Außenminister John Kerry sagte am Montag in Moskau, dass die Gespräche mit Sergej Lawrow gut waren, " +
	"aber dass sie noch nicht zu Ende sind. „Es ist nicht einfach“, sagte er. Die EU und die Vereinten Nationen werden auch dabei sein."

func TestOtherLanguagesAreLeftUnmarked(t *testing.T) {
	for name, in := range map[string]annotate.Input{
		"recognised":            {Text: german},
		"stated":                {Text: "Kerry trifft Lawrow in Moskau", Lang: "de"},
		"recognised and stated": {Text: german, Lang: "de"},
		"stated wrongly":        {Text: german, Lang: "en"},
		"long":                  {Text: strings.Repeat(german+"\n", 10_000)},
	} {
		if a := annotated(t, in); a.Lang != "de" || len(a.Entities)+len(a.Quotes)+len(a.Coalitions) > 0 {
			t.Errorf("%s: %d entities, %d statements, language %q", name, len(a.Entities), len(a.Quotes), a.Lang)
		}
	}
	if a := annotated(t, annotate.Input{Text: article + german}); a.Lang != "en" || len(a.Entities) == 0 {
		t.Errorf("of an English article with a German end %d entities, language %q", len(a.Entities), a.Lang)
	}
	if a := annotated(t, annotate.Input{Text: article, Lang: "de"}); a.Lang != "en" || len(a.Entities) == 0 {
		t.Errorf("of an English article stated as German %d entities, language %q", len(a.Entities), a.Lang)
	}
}

func TestOtherLanguagesFailAsEnglishDoes(t *testing.T) {
	if _, err := engine.New().Annotate(context.Background(), annotate.Input{Text: german + "\xff"}); !errors.Is(err, text.ErrNotUTF8) {
		t.Errorf("error is %v, want %v", err, text.ErrNotUTF8)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := engine.New().Annotate(ctx, annotate.Input{Text: german}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
}
