package engine_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gloss/annotate"
	"gloss/annotate/engine"
)

const said = "Jane Roe said on Monday that the harvest was in. "

func TestBytesLimit(t *testing.T) {
	text := strings.Repeat(said, 100)
	half := len(said) * 50
	var blocks []annotate.Block
	for off := 0; off < len(text); off += len(said) {
		blocks = append(blocks, annotate.Block{Span: annotate.Span{Start: off, End: off + len(said) - 1}})
	}
	for name, in := range map[string]annotate.Input{
		"blocks": {Text: text, Blocks: blocks, Lang: "en"},
		"lines":  {Text: text, Lang: "en"},
	} {
		got, err := engine.New(engine.WithLimits(engine.Limits{Bytes: half + 10})).Annotate(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		if got.Left.End != len(text) || got.Left.Start > half+10 || got.Left.Start < half-1 {
			t.Errorf("%s: %v is left of %d bytes with a limit of %d", name, got.Left, len(text), half+10)
		}
		if len(got.Entities) == 0 {
			t.Errorf("%s: nothing is found before the limit", name)
		}
		for _, e := range got.Entities {
			for _, m := range e.Mentions {
				if m.Span.End > got.Left.Start {
					t.Errorf("%s: a mention at %v, behind the limit", name, m.Span)
				}
			}
		}
		all, err := engine.New(engine.WithLimits(engine.Limits{Bytes: len(text)})).Annotate(context.Background(), in)
		if err != nil || !all.Left.Empty() {
			t.Errorf("%s: within the limit %v is left (%v)", name, all.Left, err)
		}
	}
}

// Whatever the time is, a section is done before it is looked at.
func TestTimeLimit(t *testing.T) {
	text := strings.Repeat(said, (3<<20)/len(said))
	got, err := engine.New(engine.WithLimits(engine.Limits{Time: time.Nanosecond})).EntitiesOnly().Annotate(context.Background(), annotate.Input{Text: text, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if got.Left.Empty() || got.Left.End != len(text) {
		t.Fatalf("%v is left", got.Left)
	}
	for _, e := range got.Entities {
		if last := e.Mentions[len(e.Mentions)-1].Span; last.End > got.Left.Start {
			t.Errorf("a mention at %v, in what is left", last)
		}
	}
}
