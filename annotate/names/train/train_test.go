package train

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

// made returns texts in which names of persons and places stand in set frames.
func made() []Text {
	people := []string{"Kari Holm", "Lars Bech", "Nora Lind", "Omar Aziz", "Jane Roe", "Petra Novak"}
	places := []string{"Oslo", "Nairobi", "Geneva", "Lima", "Aleppo", "Turin"}
	var out []Text
	for i := range 120 {
		p, l := people[i%6], places[(i/6)%6]
		s := p + " spoke to reporters in " + l + " on the harbour."
		off := len(s) - len(l+" on the harbour.")
		out = append(out, Text{ID: fmt.Sprint(i), Text: s, Names: []Span{
			{annotate.Span{Start: 0, End: len(p)}, "PERSON"},
			{annotate.Span{Start: off, End: off + len(l)}, "GPE"},
		}})
	}
	return out
}

func settings() Settings {
	return Settings{Learning: Learning{Epochs: 4, Margin: 10, Drop: 0.1, Seed: 1}, Seeds: 1, Keep: 1 << 20, Cased: 4, Sure: 0.5, Report: &bytes.Buffer{}}
}

func TestModelLearns(t *testing.T) {
	texts := made()
	packed, err := Model(texts, nil, map[string][]Text{"dev": texts[:20]}, settings())
	if err != nil {
		t.Fatal(err)
	}
	again, err := Model(texts, nil, map[string][]Text{"dev": texts[:20]}, settings())
	if err != nil || !bytes.Equal(packed, again) {
		t.Errorf("the same texts and seed give another model (%v)", err)
	}
	fresh := Text{ID: "new", Text: "Hilda Stern spoke to reporters in Vienna on the harbour.", Names: []Span{
		{annotate.Span{Start: 0, End: 11}, "PERSON"}, {annotate.Span{Start: 34, End: 40}, "LOC"},
	}}
	sc, err := Evaluate(names.With(gazetteer.New(), string(packed)), []Text{fresh}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Score{Right: 2, Found: 2, Gold: 2}); sc != want {
		t.Errorf("score %+v, want %+v", sc, want)
	}
}

func TestModelLearnsFromPlainTexts(t *testing.T) {
	texts := made()
	report := &bytes.Buffer{}
	how := settings()
	how.Report, how.Cased = report, 0
	plain := []Text{{ID: "plain", Text: "Hilda Stern spoke to reporters in Vienna on the harbour."}}
	if _, err := Model(texts, plain, map[string][]Text{"dev": texts[:20]}, how); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"120 texts", "121 texts"} {
		if !strings.Contains(report.String(), want) {
			t.Errorf("the report does not tell of %s:\n%s", want, report)
		}
	}
}

func TestRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.jsonl")
	if err := os.WriteFile(path, []byte(`{"id":"a","text":"é Oslo","entities":[[2,6,"LOC"]]}`+"\n\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || len(got[0].Names) != 1 || got[0].Names[0].Of(got[0].Text) != "Oslo" {
		t.Errorf("read %+v", got)
	}
	for _, bad := range []string{`{`, `{"text":"a","entities":[[0,9,"LOC"]]}`, `{"text":"a","entities":[[1,0,"LOC"]]}`, `{"text":"a","entities":[["x",1,"LOC"]]}`} {
		if _, err := read(strings.NewReader(bad)); err == nil {
			t.Errorf("%s is read without an error", bad)
		}
	}
	if _, err := Read(path + "x"); err == nil {
		t.Error("a file that is not there is read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"id":"a","text":"é Oslo","entities":[[2,6,"LOC"]]}`)
	f.Fuzz(func(t *testing.T, s string) {
		texts, err := read(strings.NewReader(s))
		if err != nil {
			return
		}
		for _, x := range texts {
			for _, n := range x.Names {
				if n.Empty() || n.End > len(x.Text) {
					t.Fatalf("name %+v in %d bytes", n, len(x.Text))
				}
			}
		}
	})
}

func TestRecased(t *testing.T) {
	in := Text{Text: "İpek Çelik went.\nShe met Nora Lind of the Red Cross.\n", Names: []Span{
		{annotate.Span{Start: 0, End: 12}, "PERSON"}, {annotate.Span{Start: 27, End: 36}, "PERSON"},
	}}
	for _, c := range []struct {
		how  caser
		want []string
	}{
		{small, []string{"ipek çelik", "nora lind"}},
		{capitals, []string{"İPEK ÇELIK", "NORA LIND"}},
		{headline, []string{"İpek Çelik", "Nora Lind"}},
	} {
		out := recased(in, func(string) caser { return c.how })
		for i, want := range c.want {
			if got := out.Names[i].Of(out.Text); got != want {
				t.Errorf("name %q, want %q in %q", got, want, out.Text)
			}
		}
	}
	out := recased(in, func(line string) caser {
		if strings.HasPrefix(line, "She") {
			return capitals
		}
		return nil
	})
	if len(out.Unsure) != 1 || out.Unsure[0].Of(out.Text) != "İpek Çelik went.\n" {
		t.Errorf("unsure are %v", out.Unsure)
	}
	if got := headline("the head of the port met men.\n"); got != "The Head of the Port Met Men \n" {
		t.Errorf("headline %q", got)
	}
}

func TestGoldTags(t *testing.T) {
	c := newCollector(gazetteer.New(), nil)
	s := "French minister Kari Holm of the Red Cross went."
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	tags := c.gold(d, Text{Text: s, Names: []Span{
		{annotate.Span{Start: 0, End: 6}, "MISC"}, {annotate.Span{Start: 16, End: 25}, "PERSON"}, {annotate.Span{Start: 33, End: 42}, "ORG"},
	}})
	want := []tag.Name{{First: 0, End: 1, Class: tag.People}, {First: 2, End: 4, Class: tag.Person}, {First: 6, End: 8, Class: tag.Org}}
	if got := tag.Names(tags); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("names %v, want %v", got, want)
	}
	if got := tag.Names(tidy(tags[3:7])); len(got) != 0 {
		t.Errorf("names that are cut off: %v", got)
	}
	if got := tag.Names(tidy(tags[2:5])); len(got) != 1 {
		t.Errorf("names %v, want one", got)
	}
}

type fixed []entity.Name

func (f fixed) Names(context.Context, *text.Document) ([]entity.Name, error) { return f, nil }

func TestEvaluate(t *testing.T) {
	in := Text{Text: "Oslo and Lima and Ajax play Cup", Names: []Span{
		{annotate.Span{Start: 0, End: 4}, "GPE"}, {annotate.Span{Start: 18, End: 22}, "ORG"}, {annotate.Span{Start: 28, End: 31}, "MISC"},
	}}
	found := fixed{
		{First: 0, End: 1, Type: annotate.Loc},    // right, for places are one
		{First: 2, End: 3, Type: annotate.GPE},    // wrong
		{First: 4, End: 5, Type: annotate.Person}, // wrong type
		{First: 6, End: 7, Type: annotate.Org},    // on a miscellaneous name: free
	}
	sc, err := Evaluate(found, []Text{in}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Score{Right: 1, Found: 3, Gold: 2}); sc != want {
		t.Errorf("score %+v, want %+v", sc, want)
	}
	if got := sc.F1(); math.Abs(got-40) > 1e-9 {
		t.Errorf("F1 %v, want 40", got)
	}
}

func TestFitCurve(t *testing.T) {
	var samples []sample
	for i := range 4000 {
		x := float64(i%100) / 10
		p := 1 / (1 + math.Exp(-(1.5*x - 6)))
		samples = append(samples, sample{x, float64(i/100) < p*40})
	}
	c := fitCurve(samples)
	if math.Abs(c.Slope-1.5) > 0.1 || math.Abs(c.Base+6) > 0.4 {
		t.Errorf("fitted %+v, want slope 1.5 and base -6", c)
	}
	all := fitCurve([]sample{{3, true}, {4, true}, {5, true}})
	if math.IsNaN(all.Slope) || math.Abs(all.Slope) > 10 {
		t.Errorf("all right: %+v", all)
	}
}

func TestVectors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.json")
	if err := os.WriteFile(path, []byte(`{"words":["a"],"vectors":{"oslo":[1,2,9],"two words":[0,0,0],"lima":[3,4,9]}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	words, vectors, err := Vectors(path, 2, 10)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(words, vectors) != "[oslo lima] [[1 2] [3 4]]" {
		t.Errorf("read %v %v", words, vectors)
	}
	for _, bad := range []string{`{}`, `[`, `{"vectors":{"a":[1]}}`, `{"vectors":{"a":"b"}}`} {
		if err := os.WriteFile(path, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Vectors(path, 2, 10); err == nil {
			t.Errorf("%s is read without an error", bad)
		}
	}
}

// The network learns which side of a line vectors lie on.
func TestNetworkLearns(t *testing.T) {
	var examples []example
	for i := range 400 {
		a := float64(i) / 400 * 2 * math.Pi
		e := example{vector: []float32{float32(math.Cos(a)), float32(math.Sin(a))}, weight: 1}
		if e.vector[0] > e.vector[1] {
			e.shares[0] = 1
		} else {
			e.shares[1] = 1
		}
		examples = append(examples, e)
	}
	n := newNetwork(2, 1)
	n.learn(examples)
	right := 0
	for _, e := range examples {
		if p := n.classify(e.vector); (p[0] > p[1]) == (e.shares[0] == 1) {
			right++
		}
	}
	if right < 380 {
		t.Errorf("%d of 400 are right", right)
	}
}

func TestReport(t *testing.T) {
	texts := made()
	packed, err := Model(texts, nil, map[string][]Text{"dev": texts}, settings())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := Report(&b, packed, map[string][]Text{"made": texts}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "made: F1 100.00 (240 right of 240 found and 240 gold)") {
		t.Errorf("report\n%s", b.String())
	}
}
