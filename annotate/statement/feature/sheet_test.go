package feature

import (
	"context"
	"reflect"
	"testing"

	"gloss/annotate"
	"gloss/annotate/cluster"
	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/tagger"
	"gloss/annotate/text"
)

func sheet(t testing.TB, s string, rules ...annotate.Quote) *Sheet {
	t.Helper()
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	cues, err := fingerprint.Open(string(fingerprint.Pack(map[uint64]uint16{fingerprint.Sum("said"): 3, fingerprint.Sum("plan"): 1})))
	if err != nil {
		t.Fatal(err)
	}
	return New(cluster.Table{}, cues).Sheet(d, nil, rules)
}

// The nearest cue words are those of a search from every token.
func TestNearestCueWords(t *testing.T) {
	s := sheet(t, "She said it, then; “the plan” was hers. Nobody said more.\nNo cue stands here.\nHe said.")
	for i := range s.tokens {
		block := s.Doc.Sentences[s.Doc.SentenceOf(i)].Block
		look := func(step int) cueWord {
			c := cueWord{at: -1}
			between := uint8(0)
			for j := i + step; j >= 0 && j < len(s.tokens) && s.Doc.Sentences[s.Doc.SentenceOf(j)].Block == block; j += step {
				if s.isCueWord(j) {
					return cueWord{at: int32(j), between: between}
				}
				between |= s.tokens[j].crossing()
			}
			return c
		}
		if got, want := s.tokens[i].left, look(-1); got != want {
			t.Errorf("left of %q: %v, want %v", s.Doc.Raw(i), got, want)
		}
		if got, want := s.tokens[i].right, look(1); got != want {
			t.Errorf("right of %q: %v, want %v", s.Doc.Raw(i), got, want)
		}
	}
}

func TestMarks(t *testing.T) {
	s := sheet(t, "He said: “A b,” and left")
	var got []mark
	for _, x := range s.tokens {
		got = append(got, x.mark)
	}
	if want := []mark{outside, outside, outside, opens, within, within, within, closes, outside, outside}; !reflect.DeepEqual(got, want) {
		t.Errorf("marks %v, want %v", got, want)
	}
}

func TestProposals(t *testing.T) {
	in := "She said it works."
	s := sheet(t, in, annotate.Quote{Rule: "r", Cue: annotate.Span{Start: 4, End: 8}, Speaker: annotate.Speaker{Span: annotate.Span{Start: 0, End: 3}},
		Content: []annotate.Span{{Start: 9, End: 17}}})
	want := []tagger.Label{tagger.Begin(tagger.Source), tagger.Begin(tagger.Cue), tagger.Begin(tagger.Content), tagger.Inside(tagger.Content), tagger.Outside}
	for i, w := range want {
		if got := s.Rule(i); got != w {
			t.Errorf("label of %q is %d, want %d", s.Doc.Raw(i), got, w)
		}
	}
	if v := s.View(1, 2); v.Rule != 0 {
		t.Errorf("the cue's rule is %d", v.Rule)
	}
	if v := s.View(3, 4); v.Rule != -1 {
		t.Errorf("the rule of no cue is %d", v.Rule)
	}
}

// The window of a cue goes on over sentences as long as quotations lead there.
func TestAroundFollowsQuotations(t *testing.T) {
	s := sheet(t, "It rained. “We win. We lose.” She left. “Yes,” he said. “No.” It ended.")
	hints := make([]Hint, len(s.tokens))
	for word, want := range map[string]string{"rained": "It rained. “We win. We lose.”", "left": "“We win. We lose.” She left. “Yes,” he said. “No.”", "ended": "“No.” It ended."} {
		for i := range s.tokens {
			if s.Doc.Raw(i) != word {
				continue
			}
			first, end := s.Around(hints, i, 0, len(s.tokens))
			if got := s.Doc.Span(first, end).Of(s.Doc.Text); got != want {
				t.Errorf("around %q: %q, want %q", word, got, want)
			}
		}
	}
}
