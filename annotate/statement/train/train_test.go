package train

import (
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/statement"
	"gloss/annotate/statement/parse"
	"gloss/annotate/statement/tagger"
)

func TestRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.jsonl")
	line := `{"id": "a", "text": "Zoë said yes.", "quotes": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 12]]}]}`
	if err := os.WriteFile(path, []byte(line+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	span := func(a, b int) []annotate.Span { return []annotate.Span{{Start: a, End: b}} }
	want := []Article{{ID: "a", Text: "Zoë said yes.", Quotes: []Gold{{span(0, 4), span(5, 9), span(10, 13)}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("read %v, want %v", got, want)
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("no error without a file")
	}
}

func TestRepair(t *testing.T) {
	in := []tagger.Label{tagger.Inside(tagger.Cue), tagger.Inside(tagger.Cue), tagger.Outside, tagger.Inside(tagger.Content), tagger.Inside(tagger.Source)}
	want := []tagger.Label{tagger.Begin(tagger.Cue), tagger.Inside(tagger.Cue), tagger.Outside, tagger.Begin(tagger.Content), tagger.Begin(tagger.Source)}
	if got := repair(in); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A curve that is fitted to confidences which say what they mean changes little.
func TestFitKeepsTrueConfidence(t *testing.T) {
	var trials []trial
	for _, p := range []float64{0.2, 0.5, 0.8} {
		for i := range 1000 {
			trials = append(trials, trial{p, float64(i) < p*1000})
		}
	}
	if c := fit(trials); math.Abs(c.Slope-1) > 0.05 || math.Abs(c.Base) > 0.05 {
		t.Errorf("curve %+v", c)
	}
	for i := range trials {
		trials[i].right = i%2 == 0
	}
	if c := fit(trials); c.Slope > 0.1 {
		t.Errorf("curve %+v for confidences that mean nothing", c)
	}
}

// news returns small articles of one pattern.
func news() []Article {
	var out []Article
	for _, who := range []string{"Jane Roe", "The mayor", "She", "Tom Lund", "The council", "He", "A judge", "They"} {
		var b strings.Builder
		a := Article{ID: who}
		for _, what := range []string{"that the bridge fell", "that birds sleep", "that the river rose", "that nobody came", "that it was late"} {
			start := b.Len()
			b.WriteString(who + " said " + what + ". It rained again on Monday.\n")
			cue := start + len(who) + 1
			a.Quotes = append(a.Quotes, Gold{
				Source:  []annotate.Span{{Start: start, End: cue - 1}},
				Cue:     []annotate.Span{{Start: cue, End: cue + 4}},
				Content: []annotate.Span{{Start: cue + 5, End: cue + 5 + len(what)}},
			})
		}
		a.Text = b.String()
		out = append(out, a)
	}
	return out
}

// The whole chain learns a pattern, and the same model every time.
func TestModel(t *testing.T) {
	how := Settings{First: Learning{Epochs: 4, Rate: 0.15, Drop: 0.1, Seed: 1}, Seeds: 1, Folds: 2, Keep: 10000, Least: 0.3, Report: io.Discard}
	how.Second = how.First
	var models [2][]byte
	for i := range models {
		var err error
		if models[i], err = Model(news(), news(), how); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(models[0], models[1]) {
		t.Error("two runs give two models")
	}
	p, words, err := parse.Open(string(models[0]))
	if err != nil || p == nil {
		t.Fatal(err)
	}
	if _, ok := words.Find(0); ok {
		t.Error("the table of cue words knows every word")
	}
	sources, err := prepare(news())
	if err != nil {
		t.Fatal(err)
	}
	f := statement.With(gazetteer.New(), string(models[0]))
	for _, s := range sources {
		found, err := f.Quotes(t.Context(), s.doc, s.entities)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != len(s.Quotes) {
			t.Errorf("%q: %d statements, want %d", s.ID, len(found), len(s.Quotes))
			continue
		}
		for i, q := range found {
			if q.Content[0] != s.Quotes[i].Content[0] || q.Cue != s.Quotes[i].Cue[0] {
				t.Errorf("%q: statement %d is %v <%v>", s.ID, i, q.Content, q.Cue)
			}
		}
	}
}
