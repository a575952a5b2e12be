package coalition_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gloss/annotate"
	"gloss/annotate/coalition"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// BenchmarkCoalitions measures this step alone, on plain news with a membership
// in each paragraph; words a second follow from the bytes.
func BenchmarkCoalitions(b *testing.B) {
	const paragraph = "The harbour master of Bergen said on Monday that the ferries would run again once the wind had dropped. " +
		"Norway, a member of NATO, has asked Sweden and Denmark for help. The Harbour Pact comprises Norway, Sweden and Denmark.\n"
	ctx := context.Background()
	gaz := gazetteer.New()
	d, err := text.Parse(ctx, annotate.Input{Text: strings.Repeat(paragraph, 200)})
	if err != nil {
		b.Fatal(err)
	}
	names, err := entity.NewRecogniser(gaz).Names(ctx, d)
	if err != nil {
		b.Fatal(err)
	}
	entities, err := entity.NewLinker(gaz).Link(ctx, d, names)
	if err != nil {
		b.Fatal(err)
	}
	f := coalition.NewFinder(gaz)
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		if _, err := f.Coalitions(ctx, d, entities, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
}
