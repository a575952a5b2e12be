package parse

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/tagger"
	"gloss/annotate/text"
)

func TestStretchesCoverTheSentences(t *testing.T) {
	in := strings.Repeat("One two three four five. ", 200) + "\nShort one.\n\n" + strings.Repeat("word ", 900)
	d, err := text.Parse(context.Background(), annotate.Input{Text: in})
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, s := range Stretches(d) {
		if s[0] != at || s[1] <= s[0] {
			t.Fatalf("stretch %v after token %d", s, at)
		}
		if n := d.SentenceOf(s[0]); s[1]-s[0] > longestStretch && s[1] > d.Sentences[n].End {
			t.Errorf("stretch %v is too long", s)
		}
		if a, b := d.SentenceOf(s[0]), d.SentenceOf(s[1]-1); d.Sentences[a].Block != d.Sentences[b].Block {
			t.Errorf("stretch %v crosses blocks", s)
		}
		at = s[1]
	}
	if at != len(d.Tokens) {
		t.Errorf("stretches end at %d of %d tokens", at, len(d.Tokens))
	}
}

func TestChoose(t *testing.T) {
	a := Candidate{Cue: Cue{First: 1}, Content: [][2]int{{2, 10}}, Confidence: 0.9}
	b := Candidate{Cue: Cue{First: 4}, Content: [][2]int{{5, 12}}, Confidence: 0.8} // five of seven tokens are a's
	c := Candidate{Cue: Cue{First: 11}, Content: [][2]int{{9, 20}}, Confidence: 0.7}
	d := Candidate{Cue: Cue{First: 30}, Content: [][2]int{{31, 35}}, Confidence: 0.2}
	if got, want := Choose([]Candidate{a, b, c, d}, 0.5), []Candidate{a, c}; !reflect.DeepEqual(got, want) {
		t.Errorf("chosen %v, want %v", got, want)
	}
	if got := Choose(nil, 0.5); len(got) != 0 {
		t.Errorf("chosen %v of none", got)
	}
}

func TestRivals(t *testing.T) {
	all := []Candidate{
		{Cue: Cue{First: 1, End: 2, Prob: 0.5}, Content: [][2]int{{2, 10}}, ContentProb: 0.5},
		{Cue: Cue{First: 4, End: 5, Prob: 1}, Content: [][2]int{{5, 8}}, ContentProb: 1},
		{Cue: Cue{First: 30, End: 31, Prob: 1}, Content: [][2]int{{31, 40}}, ContentProb: 1},
	}
	want := []Rival{{Over: 1, Holds: 1}, {Over: 0.25, Inside: 0.25}, {}}
	if got := Rivals(all); !reflect.DeepEqual(got, want) {
		t.Errorf("rivals %v, want %v", got, want)
	}
}

func small() Packed {
	w := &tagger.Weights{Features: map[uint64]*tagger.Row{1 << 50: {0, 1}}}
	table := fingerprint.Pack(map[uint64]uint16{5: 1})
	return Packed{CueWords: table, First: w.Pack(1), Second: w.Pack(1), Judge: table, Curve: Curve{Slope: 1}, Least: 0.25}
}

func TestOpenWhatIsPacked(t *testing.T) {
	p, words, err := Open(string(small().Pack()))
	if err != nil {
		t.Fatal(err)
	}
	if n, ok := words.Find(5); p.Least != 0.25 || p.Judge.curve.Slope != 1 || !ok || n != 1 {
		t.Errorf("opened %v, %v", p, words)
	}
}

func FuzzOpen(f *testing.F) {
	whole := small().Pack()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Fuzz(func(t *testing.T, b []byte) {
		p, _, err := Open(string(b))
		if err == nil && (p.First == nil || p.Second == nil) {
			t.Fatal("no models and no error")
		}
	})
}
